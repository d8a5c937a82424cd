"""What a hall's set-up is written in, by the API and by the description in TOML alike: ids, names, times of day, spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

from central.halls.hours import clock_face, minutes

Evidence = Literal["card_birth_date", "own_word", "paper_at_window"]
"""What proves a priority class."""

SpecialKind = Literal["holiday", "extended", "staggered", "service_day", "closure"]
"""节假日, 延时, 错时, 集中办理日, 临时停办; ``central.halls.calendar`` says which goes before which."""

ID_FORM = r"^[A-Za-z0-9_-]{1,64}$"
Id = Annotated[str, StringConstraints(pattern=ID_FORM)]


def mistake(code: str, message: str) -> PydanticCustomError:
    """``code`` is what a page translates; ``message`` is English and never repeats what was sent."""
    return PydanticCustomError(code, message)


def _printable(text: str) -> str:
    if not text.isprintable():
        raise mistake("form", "control characters are not taken")
    return text


def _with_chinese(names: dict[str, str]) -> dict[str, str]:
    if "zh" not in names:
        raise mistake("needs_chinese", "zh is needed")
    return names


def _minutes(text: Any) -> int:
    try:
        return minutes(text)
    except (AttributeError, ValueError):
        raise mistake("time_of_day", "a time of day has the form HH:MM") from None


Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=16), AfterValidator(_printable)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64), AfterValidator(_printable)]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9+() /-]{3,64}$")]
Wording = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(_printable)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]{1,15}$")]
Words = Annotated[dict[Language, Wording], Field(max_length=20), AfterValidator(_with_chinese)]
"""What a thing is called, by language tag; Chinese is always there."""


def _area(names: Any) -> Any:
    if isinstance(names, str):
        return {"zh": names}
    return None if names == {"zh": ""} else names


Area = Annotated[Words | None, BeforeValidator(_area)]
"""A call zone's names; a text alone is its Chinese one. A form whose fields are empty names none."""

TimeOfDay = Annotated[
    int,
    BeforeValidator(_minutes),
    PlainSerializer(clock_face, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$"}),
]
"""Minutes after midnight on the hall's clock; written "HH:MM", and "24:00" is the end of the day."""


class Part(BaseModel):
    """A misspelt field is a mistake, not a default."""

    model_config = ConfigDict(extra="forbid")


class SpanPart(Part):
    """From ``opens`` until just before ``closes``."""

    opens: TimeOfDay
    closes: TimeOfDay

    @field_validator("closes")
    @classmethod
    def forwards(cls, closes: int, so_far: ValidationInfo) -> int:
        if closes <= so_far.data.get("opens", -1):
            raise mistake("backwards", "closes must be later than opens")
        return closes


class WeekSpanPart(SpanPart):
    weekday: int = Field(ge=1, le=7, description="ISO: Monday is 1")


class BandPart(SpanPart):
    """``quota`` numbers are given within the span."""

    quota: int = Field(ge=0, le=9999)


S = TypeVar("S", bound=SpanPart)


def overlapping(spans: Sequence[SpanPart]) -> bool:
    """Whether two spans of one day have a minute in common."""
    placed = sorted((getattr(each, "weekday", 0), each.opens, each.closes) for each in spans)
    return any(day == following_day and closes > opens for (day, _, closes), (following_day, opens, _) in zip(placed, placed[1:]))


def _apart(spans: list[S]) -> list[S]:
    """In the order of the week, so that the same hours are written in one way."""
    if overlapping(spans):
        raise mistake("overlap", "two spans overlap")
    return sorted(spans, key=lambda each: (getattr(each, "weekday", 0), each.opens))


Spans = Annotated[list[SpanPart], Field(max_length=12), AfterValidator(_apart)]
WeekSpans = Annotated[list[WeekSpanPart], Field(max_length=84), AfterValidator(_apart)]
Bands = Annotated[list[BandPart], Field(max_length=12), AfterValidator(_apart)]


class TidalPart(Part):
    """潮汐: a window opens itself when more than ``open_above`` tickets wait for each open window of its lines, and closes itself
    when fewer than ``close_below`` do. The gap between them keeps it from opening and closing by turns."""

    open_above: int = Field(ge=1, le=999)
    close_below: int = Field(ge=0, le=999)

    @field_validator("close_below")
    @classmethod
    def apart(cls, close_below: int, so_far: ValidationInfo) -> int:
        if close_below >= so_far.data.get("open_above", close_below + 1):
            raise mistake("tidal_rule", "close_below must be less than open_above")
        return close_below


class ServedLine(Part):
    """Between a window's lines the longest ``weight`` times wait is called first."""

    id: Id
    weight: int = Field(default=1, ge=1, le=20)


def _served(line: Any) -> Any:
    return {"id": line} if isinstance(line, str) else line


def _once(lines: list[ServedLine]) -> list[ServedLine]:
    if len({each.id for each in lines}) < len(lines):
        raise mistake("twice", "a line stands twice")
    return lines


ServedLines = Annotated[list[Annotated[ServedLine, BeforeValidator(_served)]], Field(max_length=60), AfterValidator(_once)]
"""A line is written as its id, or as ``{id, weight}``."""
