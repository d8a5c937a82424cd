"""Bodies of the mandates' endpoints: what is told of one. What is done about one: ``step_schemas``."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, model_validator

from central.appointments.schemas import Lang
from central.appointments.schemas import Name as PersonName
from central.appointments.schemas import Phone, Plain
from central.appointments.visit_schemas import Place
from central.appointments.visit_schemas import Words as Sentence
from central.errors import ErrorOut
from central.halls.schemas import Names
from central.halls.terms import Urgency
from central.mandates.course import Act, State
from central.mandates.filing import Gap
from central.queue.schemas import Holder
from central.setup.fields import Id, Part, Words

Kind = Literal["person", "enterprise"]
"""一户一档, 一企一档."""
Source = Literal["terminal", "desk", "phone", "visit"]
Days = Annotated[int, Field(ge=0, le=999)]
Number = Annotated[str, Plain, Field(pattern=r"^[0-9A-Za-z()-]{4,32}$")]
"""Of an identity card, another document, or 统一社会信用代码 for an enterprise."""
Picture = Annotated[str, Field(pattern=r"^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$", max_length=40_000)]
"""A PNG picture, in Base64."""
Signature = Annotated[str, Field(pattern=r"^(paper|iVBORw0KGgo[A-Za-z0-9+/]*={0,2})$", max_length=40_000)]
"""A PNG picture, in Base64; or ``paper``: the printed form was signed by hand, and lies in the folder."""


class Principal(Part):
    """委托人: who gives the mandate. ``id_number`` must be known when it is accepted."""

    kind: Kind = "person"
    name: PersonName = Field(repr=False)
    id_number: Number | None = Field(default=None, repr=False)
    phone: Phone | None = Field(default=None, repr=False)
    address: Place | None = Field(default=None, repr=False)


class PaperIn(Part):
    """A material that is handed over."""

    name: Words
    original: bool = False
    copies: int = Field(default=0, ge=0, le=99)


Papers = Annotated[list[PaperIn], Field(max_length=40)]


class MandateIn(Part):
    """``item`` of the hall's catalogue, or else ``item_name``. With ``consent`` and ``signature`` it is accepted at once, without
    them it is a draft that the staff complete. Limits are in working days; without any the item's guide tells them."""

    item: Id | None = None
    item_name: Words | None = None
    principal: Principal = Field(repr=False)
    words: Sentence | None = Field(default=None, repr=False, description="What is wanted, in the resident's own words")
    papers: Papers = []
    consent: bool = Field(default=False, description="Told in plain words: free of charge, voluntary, may be taken back")
    signature: Signature | None = Field(default=None, repr=False)
    promised_days: Days | None = None
    statutory_days: Days | None = None
    phone_on_file: bool = Field(default=False, description="The phone of their last mandate holds for this one too")
    papers_on_file: list[Id] = Field(default=[], max_length=40, description="Of the guide: what is used as it lies on file")
    lang: Lang = "zh"
    source: Source | None = Field(default=None, description="None: terminal for a terminal, desk for staff")

    @model_validator(mode="after")
    def _whole(self) -> MandateIn:
        if (self.item is None) == (self.item_name is None):
            raise ValueError("exactly one of item and item_name is needed")
        if self.signature is not None and not self.consent:
            raise ValueError("nobody signs what they don't consent to")
        return self


class FindIn(Part):
    """A card (``holder``), which finds all of its person's, or the receipt's ``code`` with the last four signs of the document
    number or the phone."""

    holder: Holder | None = None
    code: str | None = Field(default=None, max_length=32, repr=False, description="As typed; gaps do no harm")
    last_four: str | None = Field(default=None, max_length=16, repr=False)

    @model_validator(mode="after")
    def _one(self) -> FindIn:
        if (self.holder is None) != (self.code is not None and self.last_four is not None):
            raise ValueError("either holder, or code and last_four, are needed")
        return self


class OnFileIn(Part):
    """Of whoever laid this card, for an item of the hall's catalogue."""

    holder: Holder = Field(repr=False)
    item: Id


class OnFileOut(BaseModel):
    """What they need not tell or bring again, if they agree. Of the phone only what tells it from others."""

    phone_end: str | None = Field(repr=False)
    papers: list[str] = Field(description="Ids of the guide's materials of which a valid copy lies on file")


class SignedIn(FindIn):
    """Found as before, by its card or receipt, and signed: the result has come."""

    signature: Picture = Field(repr=False)


class PaperOut(BaseModel):
    id: int
    name: Names
    original: bool
    copies: int
    handed_over_at: datetime
    returned_at: datetime | None


class PaymentOut(BaseModel):
    """A fee taken to an office for the resident, or what was fetched for them."""

    id: int
    kind: Literal["paid", "fetched"]
    what: Names
    amount: str | None = Field(description="In yuan, with two decimals")
    voucher: str | None = Field(description="Number of the office's receipt")
    taken_at: datetime
    handed_at: datetime | None = Field(description="Since then the resident has the receipt, or what was fetched")


class RelayOut(BaseModel):
    """``late``: the office promised it for an earlier day and still has it. ``hall_id``: it is a hall of this service."""

    id: int
    hall_id: str | None
    office: str
    level: str
    lead: bool
    sent_at: datetime
    until: Date | None
    taken_at: datetime | None
    taken_by: str | None = Field(description="Name of the member of that hall's staff who took it over")
    back_at: datetime | None
    outcome: Literal["done", "refused", "supplement", "onward", "recalled"] | None = Field(description="Of this service's halls")
    wanted: list[str] = Field(description="What that hall found missing")
    late: bool


class PlaceOut(BaseModel):
    """Where it lies now, beside its agent."""

    office: str
    hall: bool = Field(description="A hall of this service, where somebody takes it over by name")
    taken_by: str | None


class SupplementOut(BaseModel):
    asked_at: datetime
    wanted: list[str]
    until: Date | None
    received_at: datetime | None


class DeliveryOut(BaseModel):
    way: Literal["counter", "home", "post"]
    sent_at: datetime
    carrier: str | None
    received_at: datetime | None


class StepOut(BaseModel):
    """``noted``: it has words, which ``holder`` tells."""

    id: int
    at: datetime
    act: Act
    who: str = Field(description="Name of the member of the staff or of the machine")
    detail: dict[str, Any]
    noted: bool


class ReceiptOut(BaseModel):
    """For whoever gave it: the receipt (委托单回执) shows all of this."""

    id: str
    number: str
    code: str = Field(description="Eight digits, by which its progress is found", repr=False)
    state: State
    item_name: Names
    made_at: datetime
    due_on: Date | None
    statutory_on: Date | None
    papers: list[PaperOut]


class ProgressOut(BaseModel):
    """For the resident: where it is. Names no resident."""

    id: str
    number: str
    state: State
    item_name: Names
    made_at: datetime
    due_on: Date | None
    late: bool
    agent: str | None = Field(description="Id, by which they are among the staff on show")
    agent_name: str | None
    steps: list[StepOut]
    supplement: SupplementOut | None
    delivery: DeliveryOut | None
    outcome: str | None
    tracking: str | None = Field(repr=False)
    offered: bool = Field(description="The result lies before them: they sign for it now")
    places: list[PlaceOut] = Field(description="The offices that have it now, in the order in which they got it")


class FoundOut(BaseModel):
    """The latest first."""

    mandates: list[ProgressOut]


class MandateRow(BaseModel):
    """For the staff: of the person only what tells two apart."""

    id: str
    number: str
    state: State
    kind: Kind
    source: Source
    item_name: Names
    made_at: datetime
    accepted_at: datetime | None
    due_on: Date | None
    statutory_on: Date | None
    urgency: Urgency | None = Field(description="None: it has no end, or a result already")
    left: int | None = Field(description="Working days to the end; below zero: past it")
    agent: str | None
    agent_name: str | None
    deputy: str | None
    deputy_name: str | None
    outcome: str | None
    done_at: datetime | None
    content: str | None
    visits: int = Field(description="How often the resident had to come")
    surname: str | None = Field(repr=False)
    phone_end: str | None = Field(repr=False)


class MandatesOut(BaseModel):
    """Those that are late first, then by their end; closed ones after them, the latest first."""

    mandates: list[MandateRow]


class MandateOut(MandateRow):
    """``acts``: what the caller may do about it now; ``gaps``: what is missing before it can be filed."""

    papers: list[PaperOut]
    payments: list[PaymentOut]
    relays: list[RelayOut]
    supplement: SupplementOut | None
    delivery: DeliveryOut | None
    steps: list[StepOut]
    acts: list[Act]
    gaps: list[Gap]
    offered: bool = Field(description="The resident may sign for the result on a terminal, for a while")
    forgotten: bool = Field(description="Its person was deleted, the time being over")


class PersonOut(BaseModel):
    """The person in full, with what was written and signed."""

    name: str | None = Field(repr=False)
    id_number: str | None = Field(repr=False)
    phone: str | None = Field(repr=False)
    address: str | None = Field(repr=False)
    words: str | None = Field(repr=False)
    code: str | None = Field(repr=False)
    tracking: str | None = Field(repr=False)
    signature: str | None = Field(repr=False)
    received_signature: str | None = Field(repr=False)
    notes: dict[int, str] = Field(repr=False, description="Words of the steps, by the step's id")


class IncompleteOut(ErrorOut):
    missing: list[Gap] | None = Field(default=None, description="With `mandate_incomplete`")
