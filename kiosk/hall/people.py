"""The staff as residents may see them: who comes when somebody calls for help, and who does what in the hall."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.hall.messages import HallName


@dataclass(frozen=True)
class NextDuty:
    """Who is on duty next, and from when on: ``at`` is "08:30" in the hall's zone."""

    name: str
    phone: str
    day: date
    at: str


@dataclass(frozen=True)
class Duty:
    """``names``: who is on duty for calls now; ``rung``: those of them for whom it rings at once. ``planned``: the hall has a
    roster; without one everybody is rung."""

    planned: bool
    names: tuple[str, ...] = ()
    rung: tuple[str, ...] = ()
    next: NextDuty | None = None

    @property
    def nobody(self) -> bool:
        """Not here now, though there is a roster."""
        return self.planned and not self.names


@dataclass(frozen=True)
class DutySpan:
    """On a weekday (ISO), from ``opens`` to ``closes``: "08:30"."""

    weekday: int
    opens: str
    closes: str


@dataclass(frozen=True)
class OnShow:
    """工作人员, as the hall shows them. ``hours``: none are the hall's. ``mark`` names the picture, ``portrait`` is it, as JPEG."""

    id: str
    name: str
    post: HallName | None
    duty: HallName | None
    phone: str
    hours: tuple[DutySpan, ...] = ()
    items: tuple[HallName, ...] = ()
    mark: str = ""
    portrait: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class OnShowHere:
    """``complaints``: the telephone for complaints about the service."""

    people: tuple[OnShow, ...] = ()
    complaints: str = ""


@dataclass(frozen=True)
class Rung:
    """A call for help is with the service. ``phone_after_s``: after so many seconds without an answer the telephone is the better
    way."""

    id: str
    duty: Duty | None = None
    phone_after_s: int | None = None
