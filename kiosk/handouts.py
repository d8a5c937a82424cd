"""What is printed for somebody to take home, besides numbers and appointments. Nothing in them names a resident."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.hall.guide import Guide
from kiosk.notice import Verdict
from kiosk.views import Msg, Piece


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


@dataclass(frozen=True)
class Handbook:
    """帮办代办手册: ``people`` who help, each with what they do, when and by which telephone; ``items`` that they may be entrusted
    with, a piece for each domain; ``phones`` of the people, for a telephone to keep. ``version``: of the hall's set-up, from
    which all of it comes."""

    id: str
    people: tuple[Piece, ...]
    items: tuple[Piece, ...]
    phones: tuple[Msg, ...]
    complaints: str
    version: int
    day: date
