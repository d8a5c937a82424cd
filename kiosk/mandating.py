"""What the flows ask the hall about mandates. Each question is answered by one ``kiosk.events.MandateAnswered``.

What is typed and signed is a resident's own: no ``repr`` tells it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.types import Holder
from kiosk.hall.mandate import Forms, Found, Handed, Mandate, MandateReceipt, OnFile
from kiosk.hall.messages import Refusal
from kiosk.views import Stroke


@dataclass(frozen=True)
class ReadForms:
    """-> Forms: what one agrees to, as the hall has it now."""


@dataclass(frozen=True)
class ReadOnFile:
    """-> OnFile, for this item and this card."""

    item: str
    holder: Holder


@dataclass(frozen=True)
class GiveMandate:
    """-> MandateReceipt. ``strokes`` None: to be signed before somebody of the staff. ``phone_on_file``, ``papers_on_file``: what
    of it they agreed to use."""

    item: str
    holder: Holder
    lang: str
    phone: str = field(default="", repr=False)
    papers: tuple[Handed, ...] = ()
    strokes: tuple[Stroke, ...] | None = field(default=None, repr=False)
    phone_on_file: bool = False
    papers_on_file: tuple[str, ...] = ()


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


MandateQuestion = ReadForms | ReadOnFile | GiveMandate | FindMandates | ReceiveResult
MandateReply = Forms | OnFile | MandateReceipt | Found | Mandate | Refusal
