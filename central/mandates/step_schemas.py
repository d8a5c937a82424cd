"""What is done about a mandate: one body for each act, told apart by ``act``."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from central.appointments.visit_schemas import Words as Sentence
from central.mandates.schemas import Days, Number, Papers, Signature
from central.setup.fields import Id, Label, Name, Part, Wording

Voucher = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,40}$")]
Level = Literal["village", "street", "district", "city", "department"]
Outcome = Literal["granted", "refused"]
Content = Literal["yes", "partly", "no", "unreached"]


class Step(Part):
    note: Sentence | None = Field(default=None, repr=False)


class AcceptIn(Step):
    """Completes a draft. ``id_number``, when the draft has none."""

    act: Literal["accept"]
    consent: Literal[True]
    signature: Signature = Field(repr=False)
    id_number: Number | None = Field(default=None, repr=False)
    papers: Papers = []
    promised_days: Days | None = None
    statutory_days: Days | None = None


class TakeIn(Step):
    act: Literal["take"]
    deputy: Id | None = None


class HandOverIn(Step):
    """``deputy`` None: whoever had it becomes the deputy."""

    act: Literal["hand_over"]
    agent: Id
    deputy: Id | None = None


class RelayIn(Step):
    """``hall``: another hall of this service, whose staff see it then; or else an ``office`` by its name, and its ``level``. A
    hall's level is told by its region; it is asked for where that tells none."""

    act: Literal["relay"]
    hall: Id | None = None
    office: Name | None = None
    level: Level | None = None
    lead: bool = False
    until: Date | None = None

    @model_validator(mode="after")
    def _one(self) -> RelayIn:
        if (self.hall is None) == (self.office is None):
            raise ValueError("exactly one of hall and office is needed")
        if self.office is not None and self.level is None:
            raise ValueError("an office has a level")
        return self


class BackIn(Step):
    act: Literal["back"]
    relay: int = Field(ge=0, le=2**31 - 1)


class ReviewIn(Step):
    """The offices that looked at it together before the papers go in. ``fix`` needs a ``note`` that says what."""

    act: Literal["review"]
    offices: list[Name] = Field(min_length=1, max_length=10)
    verdict: Literal["ready", "fix"]


class PayIn(Step):
    """``paid``: a fee that the law lays on the resident, taken to the office for them; ``fetched``: something fetched for them.
    ``amount`` in yuan; ``voucher``: number of the office's receipt, where it is known already."""

    act: Literal["pay"]
    kind: Literal["paid", "fetched"]
    what: Wording
    amount: Decimal | None = Field(default=None, ge=0, le=1_000_000, decimal_places=2)
    voucher: Voucher | None = None


class PassOnIn(Step):
    """The resident has the receipt, or what was fetched."""

    act: Literal["pass_on"]
    payment: int = Field(ge=0, le=2**31 - 1)
    voucher: Voucher | None = None


class AskIn(Step):
    act: Literal["ask"]
    wanted: list[Wording] = Field(min_length=1, max_length=20)
    until: Date | None = None


class SupplyIn(Step):
    """``came``: the resident had to come for it."""

    act: Literal["supply"]
    papers: Papers = []
    came: bool = False


class FinishIn(Step):
    """A refusal needs a ``note`` that says why."""

    act: Literal["finish"]
    outcome: Outcome


class PostIn(Step):
    act: Literal["post"]
    carrier: Name
    tracking: Label = Field(repr=False)


class OfferIn(Step):
    """The result lies before the resident; they read the 办结单 on a terminal and sign for it there. All originals are back."""

    act: Literal["offer"]


class DeliverIn(Step):
    """In person, with the resident's signature on the 办结单."""

    act: Literal["deliver"]
    way: Literal["counter", "home"]
    signature: Signature = Field(repr=False)


class ConfirmIn(Step):
    act: Literal["confirm"]


class CallBackIn(Step):
    act: Literal["call_back"]
    content: Content


class FileIn(Step):
    act: Literal["file"]


class WithdrawIn(Step):
    """The resident takes it back, and gets all papers back."""

    act: Literal["withdraw"]


class ReturnIn(Step):
    """``papers`` None: all that are still here."""

    act: Literal["return"]
    papers: list[Annotated[int, Field(ge=0, le=2**31 - 1)]] | None = Field(default=None, max_length=80)


class NoteIn(Step):
    act: Literal["note"]
    note: Sentence = Field(repr=False)


AnyStep = Annotated[
    AcceptIn
    | TakeIn
    | HandOverIn
    | RelayIn
    | BackIn
    | ReviewIn
    | PayIn
    | PassOnIn
    | AskIn
    | SupplyIn
    | FinishIn
    | OfferIn
    | PostIn
    | DeliverIn
    | ConfirmIn
    | CallBackIn
    | FileIn
    | WithdrawIn
    | ReturnIn
    | NoteIn,
    Field(discriminator="act"),
]
