"""Bodies of the set-up's endpoints. What ``GET /setup`` shows of a thing can be sent back by PUT as it is, without its id."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, ValidationInfo, field_validator

from central.halls.rules import Rules, WindowType
from central.roster.schemas import RosterSetup
from central.setup.fields import (
    Area,
    Bands,
    Evidence,
    Id,
    Label,
    Name,
    Part,
    Phone,
    ServedLines,
    SpanPart,
    Spans,
    SpecialKind,
    TidalPart,
    WeekSpans,
    Words,
    mistake,
)
from central.staff.schemas import StaffRole
from central.terminals.schemas import MachineRole

Position = Annotated[int | None, Field(default=None, ge=0, le=9999, description="Place in the order; None: as it is, or last")]


def _sorted(ids: list[str]) -> list[str]:
    return sorted(set(ids))


Ids = Annotated[list[Id], Field(max_length=200), AfterValidator(_sorted)]


class LineIn(Part):
    letter: str = Field(pattern=r"^[A-Z]{1,2}$")
    name: Words
    summary: Words
    position: Position = None
    active: bool = True
    daily_quota: int | None = Field(default=None, ge=0, le=99999, description="Numbers a day; None: without end")
    bands: Bands = Field(default=[], description="Numbers within a time of day")
    slot_min: int | None = Field(default=None, ge=5, le=240, description="Length of an appointment in minutes")
    slot_places: int | None = Field(
        default=None, ge=1, le=99, validate_default=True, description="How many may have the same appointment"
    )

    @field_validator("slot_places")
    @classmethod
    def with_slot_min(cls, slot_places: int | None, so_far: ValidationInfo) -> int | None:
        if (so_far.data.get("slot_min", slot_places) is None) != (slot_places is None):
            raise mistake("both_or_none", "slot_min and slot_places belong together")
        return slot_places


class LineSetup(LineIn):
    id: Id


class WindowIn(Part):
    label: Label
    name: Words
    type: WindowType
    lines: ServedLines
    position: Position = None
    active: bool = True
    area: Area = Field(default=None, description="Call zone where its tickets wait; called the same at all its windows")
    tidal: TidalPart | None = Field(default=None, description="When a tidal window opens and closes by itself; None: by hand")

    @field_validator("tidal")
    @classmethod
    def at_tidal_windows(cls, tidal: TidalPart | None, so_far: ValidationInfo) -> TidalPart | None:
        if tidal is not None and so_far.data.get("type", "tidal") != "tidal":
            raise mistake("only_tidal", "a tidal rule needs a window of type tidal")
        return tidal


class WindowSetup(WindowIn):
    id: Id


def usual_evidence(so_far: dict[str, Any]) -> list[Evidence]:
    """Where a hall doesn't say: the card for an age, the resident's word for the rest."""
    return ["own_word"] if so_far.get("min_age") is None else ["card_birth_date", "own_word"]


class PriorityIn(Part):
    name: Words
    min_age: int | None = Field(default=None, ge=0, le=120, description="Years, for evidence card_birth_date")
    evidence: list[Evidence] = Field(default_factory=usual_evidence, min_length=1, max_length=3)
    position: Position = None
    active: bool = True

    @field_validator("evidence")
    @classmethod
    def age_on_the_card(cls, evidence: list[Evidence], so_far: ValidationInfo) -> list[Evidence]:
        if "card_birth_date" in evidence and so_far.data.get("min_age", 0) is None:
            raise mistake("needs_age", "evidence card_birth_date needs min_age")
        return list(dict.fromkeys(evidence))


class PrioritySetup(PriorityIn):
    id: Id


class HoursIn(Part):
    line: Id | None = Field(default=None, description="None: the whole hall")
    spans: WeekSpans = Field(description="Empty for a line: it keeps the hall's hours")


class SpecialDayIn(Part):
    day: date
    line: Id | None = Field(default=None, description="None: the whole hall")
    kind: SpecialKind
    name: Words
    spans: Spans = Field(default=[], validate_default=True, description="In place of the weekday's hours; empty: closed")

    @field_validator("spans")
    @classmethod
    def fit_for_kind(cls, spans: list[SpanPart], so_far: ValidationInfo) -> list[SpanPart]:
        kind = so_far.data.get("kind", "closure")
        if kind == "holiday" and spans:
            raise mistake("no_spans", "a holiday has no hours")
        if kind not in ("holiday", "closure") and not spans:
            raise mistake("needs_spans", "a day of this kind needs its hours")
        return spans


class SpecialDaySetup(SpecialDayIn):
    id: int


class HallIn(Part):
    name: Words
    phone: Phone
    complaints_phone: Phone = "12345"


class HallSetup(BaseModel):
    id: str
    name: Words
    phone: str
    complaints_phone: str
    zone: str
    region: str


class StaffIn(Part):
    name: Name
    role: StaffRole
    windows: Ids = Field(default=[], description="Where a clerk may work")
    lines: Ids = Field(default=[], description="What a clerk can do; empty: all that the window serves")
    active: bool = True


class NewStaffIn(StaffIn):
    user: Id


class StaffSetup(StaffIn):
    id: str
    user: str
    must_change: bool = Field(description="Still has the initial password")
    locked_until: datetime | None = Field(description="Locked out after too many wrong passwords")


class MachineIn(Part):
    name: Name
    window: Id | None = None
    place: Name | None = Field(default=None, description="Where it stands, for whoever has to go there")


class NewMachineIn(Part):
    name: Name
    role: MachineRole
    place: Name | None = None
    window: Id | None = Field(default=None, validate_default=True)

    @field_validator("window")
    @classmethod
    def pad_at_a_window(cls, window: str | None, so_far: ValidationInfo) -> str | None:
        if window is None and so_far.data.get("role") == "pad":
            raise mistake("needs_window", "a pad stands at a window")
        return window


class MachineSetup(MachineIn):
    id: str
    role: MachineRole
    state: Literal["enrolled", "code_given", "not_enrolled"]
    enrolled_at: datetime | None
    code_until: datetime | None = Field(description="Until when the code given out last can be used")
    there: bool = Field(description="It said so within the last three minutes")
    seen_at: datetime | None = Field(description="When it said last that it is there; None: never")
    version: str | None = Field(description="Of its program, as it said last")
    troubles: dict[str, str] = Field(description="What was wrong with its devices then, by the name of the device")


class SetupOut(BaseModel):
    version: int = Field(description="For If-Match of a change")
    hall: HallSetup
    rules: Rules
    lines: list[LineSetup]
    windows: list[WindowSetup]
    hours: list[HoursIn] = Field(description="The hall's first, then of each line that has its own")
    special_days: list[SpecialDaySetup]
    priorities: list[PrioritySetup]
    staff: list[StaffSetup]
    machines: list[MachineSetup]
    roster: list[RosterSetup] = Field(description="Of every member of the staff")


class Warned(BaseModel):
    """Something that is allowed and that the manager should know."""

    code: Literal["line_without_window", "window_without_line", "no_hours", "appointments_shut_out"]
    about: str = Field(description="Id of the line or window; empty: the hall")
    number: int | None = Field(default=None, description="How many appointments are booked for a time when the line is shut")


class Changed(BaseModel):
    """Answer to every change. ``warnings`` are about the whole set-up as it now is."""

    version: int
    warnings: list[Warned]


class ChangedDay(Changed):
    id: int


class NewStaffOut(Changed):
    id: str
    password: str = Field(repr=False, description="Shown once; to be changed at the first login")


class PasswordOut(Changed):
    password: str = Field(repr=False, description="Shown once; to be changed at the first login")


class NewMachineOut(Changed):
    id: str
    code: str = Field(repr=False, description="Shown once; enrols the machine within seven days")


class CodeOut(Changed):
    code: str = Field(repr=False, description="Shown once; codes given out earlier are void")
