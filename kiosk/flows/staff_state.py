"""Where one can be among the staff on show."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.flows.guide_state import Paper


@dataclass(frozen=True)
class Everybody:
    """All of them, by name and post; ``paper``: their handbook, once it was asked for."""

    paper: Paper | None = None


@dataclass(frozen=True)
class OnePerson:
    """One of them; ``person`` is their id."""

    person: str


Staff = Everybody | OnePerson
