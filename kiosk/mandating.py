"""What the flows ask the hall about mandates. Each question is answered by one ``kiosk.events.MandateAnswered``.

What is typed and signed is a resident's own: no ``repr`` tells it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.types import Holder
from kiosk.hall.mandate import Forms, Found, Handed, Mandate, MandateReceipt
from kiosk.hall.messages import Refusal
from kiosk.views import Stroke


@dataclass(frozen=True)
class ReadForms:
    """-> Forms: what one agrees to, as the hall has it now."""


@dataclass(frozen=True)
class GiveMandate:
    """-> MandateReceipt. ``strokes`` None: to be signed before somebody of the staff."""

    item: str
    holder: Holder
    lang: str
    phone: str = field(default="", repr=False)
    papers: tuple[Handed, ...] = ()
    strokes: tuple[Stroke, ...] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class FindMandates:
    """-> Found. By the card, or by the receipt's code and the end of a number."""

    code: str = field(default="", repr=False)
    last_four: str = field(default="", repr=False)
    holder: Holder | None = None


@dataclass(frozen=True)
class ReceiveResult:
    """-> Mandate, as it is then. ``asked``: by what it was found; ``strokes``: the signature on the closing sheet (办结单)."""

    mandate: str
    asked: FindMandates
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


MandateQuestion = ReadForms | GiveMandate | FindMandates | ReceiveResult
MandateReply = Forms | MandateReceipt | Found | Mandate | Refusal
