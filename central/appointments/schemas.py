"""Bodies of the appointments' endpoints."""

from __future__ import annotations

import unicodedata
from datetime import date as Date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from central.errors import ErrorOut
from central.halls.schemas import Names
from central.queue.schemas import Holder, IssueRefusedOut

Source = Literal["phone", "desk", "terminal", "online"]
"""电话预约, 现场预约 (at the desk or at a terminal), 网上预约."""
State = Literal["booked", "checked_in", "cancelled", "missed"]


def _plain(value: object) -> object:
    """Full-width signs of an input method become plain ones."""
    return unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else value


Plain = BeforeValidator(_plain)
At = Annotated[str, Plain, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["09:30"])]
"""HH:MM on the hall's wall clock."""
Name = Annotated[str, Plain, Field(min_length=1, max_length=64, examples=["测试甲"])]
Phone = Annotated[str, Plain, Field(pattern=r"^\+?[0-9][0-9 -]{4,19}$", examples=["0477-0000000"])]
Lang = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9-]{1,15}$")]
Id = Annotated[str, Field(min_length=1, max_length=64)]


class Contact(BaseModel):
    """Somebody who has shown no card: a caller on the telephone; at a terminal, which has no keys for names, a number alone."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = Field(default=None, repr=False)
    phone: Phone = Field(repr=False)


class BookingIn(BaseModel):
    """``holder``: the card that was read, so that it checks in; of it the name is kept, and a keyed hash of the number."""

    model_config = ConfigDict(extra="forbid")

    line: Id
    day: Date
    at: At
    lang: Lang = "zh"
    holder: Holder | None = None
    contact: Contact | None = None
    source: Source | None = Field(default=None, description="None: terminal for a terminal, phone for staff")


class AppointmentOut(BaseModel):
    """For whoever booked."""

    id: str
    line: str
    day: Date
    at: str
    code: str = Field(description="Six digits, with which the terminal checks in")
    state: State


class FoundOut(BaseModel):
    """Those that are still to come, the next one first."""

    appointments: list[AppointmentOut]


class AppointmentTold(BaseModel):
    """What a machine has to tell the resident about an appointment that stands in the way."""

    day: Date
    at: str
    code: str | None = Field(default=None, description="Not for a machine that was given a phone number alone")
    opens_at: str | None = Field(default=None, description="HH:MM from when on it may check in")


class BookingRefusedOut(ErrorOut):
    appointment: AppointmentTold | None = Field(default=None, description="With `appointment_open`: the one that the person has")


class CheckInRefusedOut(IssueRefusedOut):
    appointment: AppointmentTold | None = Field(
        default=None, description="With `appointment_early` and `appointment_other_day`: when it is"
    )


class AppointmentRow(BaseModel):
    """For the staff: of the person only what tells two apart."""

    id: str
    line: str
    day: Date
    at: str
    state: State
    source: Source
    lang: str
    surname: str | None = Field(repr=False)
    phone_end: str | None = Field(repr=False)
    ticket: str | None = Field(description="Number of the ticket that it became")
    stands: bool = Field(description="False: the day's hours were changed and it has this slot no more; tell the person")


class AppointmentsOut(BaseModel):
    day: Date
    appointments: list[AppointmentRow]


class PersonOut(BaseModel):
    """The person in full, with the code, for who has to tell it again."""

    name: str | None = Field(repr=False)
    phone: str | None = Field(repr=False)
    code: str


Code = Annotated[str, Field(max_length=32)]
"""As typed; gaps and full-width digits do no harm."""


class CancelIn(BaseModel):
    """``code``: by which a machine shows that the resident before it may; staff need none."""

    model_config = ConfigDict(extra="forbid")

    code: Code | None = Field(default=None, repr=False)


class MoveIn(CancelIn):
    day: Date
    at: At


class FindIn(BaseModel):
    """Exactly one of the two."""

    model_config = ConfigDict(extra="forbid")

    code: Code | None = Field(default=None, repr=False)
    holder: Holder | None = None

    @model_validator(mode="after")
    def _one(self) -> FindIn:
        if (self.code is None) == (self.holder is None):
            raise ValueError("exactly one of code and holder is needed")
        return self


class CheckInIn(BaseModel):
    """Exactly one of the three."""

    model_config = ConfigDict(extra="forbid")

    code: Code | None = Field(default=None, repr=False)
    holder: Holder | None = None
    appointment: str | None = Field(default=None, max_length=36)
    lang: Lang | None = Field(default=None, description="Of the visit; None: the one in which it was booked")

    @model_validator(mode="after")
    def _one(self) -> CheckInIn:
        if sum(each is not None for each in (self.code, self.holder, self.appointment)) != 1:
            raise ValueError("exactly one of code, holder and appointment is needed")
        return self


class SlotOut(BaseModel):
    at: str
    free: int


class SpecialOut(BaseModel):
    kind: str
    name: Names


class SlotDayOut(BaseModel):
    """A closed or fully past day has no slots; ``special`` tells why its hours are not its weekday's."""

    day: Date
    slots: list[SlotOut]
    special: SpecialOut | None


class SlotsOut(BaseModel):
    days: list[SlotDayOut]
