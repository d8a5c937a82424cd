"""What is printed of a mandate."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.hall.mandate import Form, MandateReceipt
from kiosk.views import Stroke


@dataclass(frozen=True)
class ReceiptPaper:
    """委托单回执, for the resident to keep. ``agent``: who has it, "" while nobody has, and their ``phone``, if it is shown. Names no
    resident: who finds it cannot ask how far it is."""

    id: str
    form: Form
    told: MandateReceipt
    agent: str = ""
    phone: str = ""


@dataclass(frozen=True)
class MandatePaper:
    """委托单, as it was signed: the sheet that lies in the folder. ``who`` and ``tail``: masked, as on the glass; the receipt's code
    does not stand on it."""

    id: str
    form: Form
    told: MandateReceipt
    who: str = field(default="", repr=False)
    tail: str = field(default="", repr=False)
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
