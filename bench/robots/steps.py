"""What a resident does at a time: what is chosen by its id for a finger, and by its words for an ear."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Choose:
    """Choose what has the id ``id``, or the first whose id begins so if it ends with "."; ``words``: how it is said."""

    id: str
    words: str


@dataclass(frozen=True)
class Tool:
    """A key of the tactile keypad, or the key of the toolbar."""

    id: str
    key: str


@dataclass(frozen=True)
class Type:
    """Digits. ``what``: "code" of an appointment that somebody booked by telephone, or "phone"."""

    what: str


@dataclass(frozen=True)
class Lay:
    card: str


@dataclass(frozen=True)
class Lift:
    pass


@dataclass(frozen=True)
class Sees:
    """The view ``view`` comes ("|" between several); ``words`` are said of it."""

    view: str
    words: str


@dataclass(frozen=True)
class Meanwhile:
    """Somebody of the staff does ``what``: "answers" a call for help, "serves" somebody at the window and is done, "files" an
    errand that leaves a copy and a telephone behind, or "offers" the result of one to whoever gave it."""

    what: str


@dataclass(frozen=True)
class Sign:
    """Write one's name in the frame. Whoever cannot see the frame chooses in its place what is said as ``words``."""

    words: str


Step = Choose | Tool | Type | Lay | Lift | Sees | Meanwhile | Sign


def fits(step: Choose, id: str) -> bool:
    """Whether a choice of this id is meant."""
    return id.startswith(step.id) if step.id.endswith(".") else id == step.id


def is_said(words: str, sentence: str) -> bool:
    return re.search(words, sentence) is not None
