"""Bodies of the roster's endpoints."""

from __future__ import annotations

from datetime import date as Date
from typing import Annotated, Any

from pydantic import AfterValidator, Base64Bytes, BaseModel, BeforeValidator, Field, ValidationInfo, field_validator

from central.roster.duty import Rung
from central.roster.norm import Agent
from central.setup.fields import Id, Part, Phone, WeekSpans, Words, mistake

MOST_ITEMS = 200
PICTURE_BYTES = 40_000
"""Of a picture as it is sent: a portrait of 480 x 640 points as JPEG; the page makes it so from any photograph."""


class DutyHelperOut(BaseModel):
    id: str
    name: str
    rung: bool = Field(description="Rung at once; the others are their deputies")


class NextDutyOut(BaseModel):
    """On the hall's wall clock."""

    name: str
    phone: str | None
    day: Date
    at: str = Field(description="HH:MM")


class DutyOut(BaseModel):
    """Who comes when a resident calls for help."""

    planned: bool = Field(description="The hall has a roster; without one every member of the staff is rung")
    people: list[DutyHelperOut] = Field(description="On duty now, those who are rung first before their deputies")
    next: NextDutyOut | None = Field(default=None, description="Who is on duty next, where nobody is now")


class SpanOut(BaseModel):
    """On the hall's wall clock, HH:MM."""

    weekday: int = Field(ge=1, le=7)
    opens: str
    closes: str


class ItemNameOut(BaseModel):
    id: str
    name: dict[str, str]


class ShownOut(BaseModel):
    """A member of the staff as residents see them."""

    id: str
    name: str
    post: dict[str, str] | None
    duty: dict[str, str] | None
    phone: str | None
    hours: list[SpanOut] = Field(description="Their own; none: the hall's")
    items: list[ItemNameOut]
    picture: str | None = Field(description="A mark that is another one for another picture; None: there is none")


class RosterOut(BaseModel):
    people: list[ShownOut]
    complaints: str = Field(description="The telephone for complaints about the service")


def _said(names: Any) -> Any:
    """A form sends an empty text for what nobody wrote."""
    if not isinstance(names, dict):
        return names
    return {tag: text for tag, text in names.items() if text != ""} or None


OptionalWords = Annotated[Words | None, BeforeValidator(_said)]


def _sorted(ids: list[str]) -> list[str]:
    return sorted(set(ids))


class RosterIn(Part):
    """What of a member of the staff is shown, and when a call for help rings for them."""

    post: OptionalWords = Field(default=None, description="职务")
    duty: OptionalWords = Field(default=None, description="岗位责任")
    phone: Phone | None = None
    items: Annotated[list[Id], Field(max_length=MOST_ITEMS), AfterValidator(_sorted)] = []
    spans: WeekSpans = Field(default=[], description="On duty; none: in the hall's hours")
    rung: Rung = "never"
    shown: bool = Field(default=False, description="On the glass and on the display")
    agent: Agent = Field(default="no", description="代办员, 专职 or 兼职")
    away_from: Date | None = None
    away_until: Date | None = Field(default=None, validate_default=True, description="Both days count")

    @field_validator("away_until")
    @classmethod
    def forwards(cls, away_until: Date | None, so_far: ValidationInfo) -> Date | None:
        begins = so_far.data.get("away_from")
        if away_until is not None and begins is not None and away_until < begins:
            raise mistake("backwards", "away_until lies before away_from")
        return away_until


class RosterSetup(RosterIn):
    id: str
    name: str
    active: bool
    picture: str | None = Field(description="Mark of the picture")


class PictureIn(Part):
    picture: Base64Bytes = Field(max_length=PICTURE_BYTES, description="JPEG or PNG")
