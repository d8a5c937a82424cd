"""What is printed for somebody to take home, besides numbers and appointments. Nothing in them names a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.hall.guide import Guide
from kiosk.notice import Verdict


@dataclass(frozen=True)
class Leaflet:
    """A guide. ``id`` tells one printing from another. ``day``: of the printing, in the hall's zone."""

    id: str
    guide: Guide
    day: date


@dataclass(frozen=True)
class NoticePaper:
    """一次性告知单: what is missing. ``number``: that of the record; "" where there is none yet."""

    id: str
    guide: Guide
    verdict: Verdict
    day: date
    number: str = ""
