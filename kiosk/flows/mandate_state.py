"""Where somebody is who gives a mandate (代办), holds one, or asks how far theirs is. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.types import Stroke
from kiosk.flows.guide_state import Checking, GuideRead, Noticed, Paper
from kiosk.hall.guide import Guide
from kiosk.hall.mandate import Forms, Found, Mandate, MandateReceipt, OnFile
from kiosk.mandating import FindMandates


@dataclass(frozen=True)
class Errand:
    """What is to be done for somebody, as far as they have said. ``checked``: every material that is needed is there. ``origin``:
    where "back" leads from the first view. ``handed``: ids of the materials that they give away. ``phone``: as typed so far.
    ``asked``: key of the question what lies on file; ``on_file``: the answer, of the one card alone; ``phone_on_file`` and
    ``papers_on_file``: what of it they want to be used."""

    checked: Checking
    origin: GuideRead | Noticed
    forms: Forms
    handed: tuple[str, ...] = ()
    phone: str = field(default="", repr=False)
    asked: str = ""
    on_file: OnFile | None = None
    phone_on_file: bool = False
    papers_on_file: tuple[str, ...] = ()

    @property
    def guide(self) -> Guide:
        return self.checked.guide


@dataclass(frozen=True)
class Entrusting:
    """On the way to a mandate."""

    errand: Errand


@dataclass(frozen=True)
class ConsentAsked(Entrusting):
    """What one agrees to."""


@dataclass(frozen=True)
class CardAsked(Entrusting):
    """Who gives it, by their card; a helper takes it down where there is none."""


@dataclass(frozen=True)
class PapersOffered(Entrusting):
    """Whether what lies on file is used in place of being handed over again."""


@dataclass(frozen=True)
class PapersAsked(Entrusting):
    """What is handed over."""


@dataclass(frozen=True)
class PhoneOffered(Entrusting):
    """Whether the telephone of their last mandate still holds."""


@dataclass(frozen=True)
class PhoneAsked(Entrusting):
    """Where the agent can call; nobody has to say."""


@dataclass(frozen=True)
class ErrandRead(Entrusting):
    """All of it once more, before it is signed."""


@dataclass(frozen=True)
class Signed(Entrusting):
    """Signing with a finger: ``strokes`` so far."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class MandateHeld:
    """The service has it. ``papers``: the receipt, then the form, with what became of each; none where there is no printer."""

    receipt: MandateReceipt
    errand: Errand
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    papers: tuple[Paper, ...] = ()

    @property
    def printing(self) -> bool:
        return any(one.result is None for one in self.papers)

    @property
    def settled(self) -> bool:
        """Nothing on the glass has to be remembered: whoever laid this card finds it again."""
        return not self.printing


@dataclass(frozen=True)
class Tracing:
    """Asking how far it is."""


@dataclass(frozen=True)
class MandateSought(Tracing):
    """By the card, or by what stands on the receipt."""


@dataclass(frozen=True)
class ReceiptCode(Tracing):
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class NumberEnd(Tracing):
    """The last four signs of the card's number or the telephone's."""

    code: str = field(repr=False)
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class SeveralMandates(Tracing):
    found: Found


@dataclass(frozen=True)
class MandateSeen(Tracing):
    mandate: Mandate
    found: Found
    paper: Paper | None = None


@dataclass(frozen=True)
class Closing(Tracing):
    """The result lies before them. ``asked``: by what the mandate was found, which says whose signature it is."""

    mandate: Mandate
    found: Found
    asked: FindMandates


@dataclass(frozen=True)
class ClosingRead(Closing):
    """The closing sheet (办结单), before it is signed."""


@dataclass(frozen=True)
class ClosingSigned(Closing):
    """Signing it with a finger: ``strokes`` so far."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


Stage = Entrusting | MandateHeld | Tracing
