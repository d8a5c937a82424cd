"""What is printed, as blocks. Words are message ids; ``kiosk.text.raster`` turns a document into a picture for paper or glass."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.views import Msg, Stroke


@dataclass(frozen=True)
class Heading:
    text: Msg


@dataclass(frozen=True)
class Sentence:
    text: Msg
    small: bool = False


@dataclass(frozen=True)
class Pair:
    """A label and its value side by side. ``key``: what the resident must not miss, which is set larger."""

    label: Msg
    value: Msg
    key: bool = True


@dataclass(frozen=True)
class BigNumber:
    """The ticket's number, horizontal in every language; with its letter it is read from two metres."""

    text: str


@dataclass(frozen=True)
class Qr:
    data: str


@dataclass(frozen=True)
class Rule:
    pass


@dataclass(frozen=True)
class Banner:
    """White on black across the paper: a reprint's 重打, a void mark."""

    text: Msg


@dataclass(frozen=True)
class Topic:
    """What the sentences after it are about: bold, at the left. It stays with them."""

    text: Msg


@dataclass(frozen=True)
class Signature:
    """What somebody signed with a finger; no strokes: room to sign in."""

    strokes: tuple[Stroke, ...] = field(repr=False)


@dataclass(frozen=True)
class Fold:
    """Where a leaflet may be folded: what follows begins on the next leaf, if it has no room on this one."""


Block = Heading | Sentence | Pair | BigNumber | Qr | Rule | Banner | Topic | Signature | Fold


@dataclass(frozen=True)
class Document:
    """Blocks from top to bottom, in Chinese and (if ``second`` is set and has the strings) a second language."""

    blocks: tuple[Block, ...]
    second: str | None = None
