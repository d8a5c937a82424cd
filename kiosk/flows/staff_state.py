"""Where one can be among the staff on show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Everybody:
    """All of them, by name and post."""


@dataclass(frozen=True)
class OnePerson:
    """One of them; ``person`` is their id."""

    person: str


Staff = Everybody | OnePerson
