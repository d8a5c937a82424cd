"""A hall as its operator writes it down (TOML): checked whole, every mistake reported at once with its place."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from central.halls.hours import minutes
from central.halls.schemas import Names
from central.staff.schemas import StaffRole
from central.terminals.schemas import MachineRole


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("no such time zone") from None
    return name


Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Minutes = Annotated[int, BeforeValidator(minutes)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class HallPart(_Part):
    id: Id
    name: Names
    phone: str = Field(max_length=64)
    zone: Annotated[str, AfterValidator(_known_zone)]
    region: str = Field(max_length=200)


class LinePart(_Part):
    id: Id
    letter: str = Field(pattern=r"^[A-Z]{1,2}$")
    name: Names
    summary: Names


class WindowPart(_Part):
    id: Id
    label: str = Field(min_length=1, max_length=16)
    name: Names
    type: Id
    lines: list[Id]
    open: bool = True
    """Whether somebody works at it from the start, until it is closed at the console."""


class HoursPart(_Part):
    weekday: int = Field(ge=1, le=7)
    opens: Minutes
    closes: Minutes
    line: Id | None = None

    @model_validator(mode="after")
    def forwards(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("closes must be later than opens")
        return self


class PriorityPart(_Part):
    id: Id
    name: Names
    min_age: int | None = Field(default=None, ge=0, le=120)


class ItemPart(_Part):
    id: Id
    name: Names
    domain: Id
    line: Id


class StaffPart(_Part):
    user: Id
    name: str = Field(min_length=1, max_length=64)
    role: StaffRole
    windows: list[Id] = []


class TerminalPart(_Part):
    name: str = Field(min_length=1, max_length=64)
    role: MachineRole
    window: Id | None = None


class SamplePart(_Part):
    note: str
    """Says that a hall is invented."""


class HallDescription(_Part):
    hall: HallPart
    line: list[LinePart]
    window: list[WindowPart]
    hours: list[HoursPart]
    priority: list[PriorityPart] = []
    item: list[ItemPart] = []
    staff: list[StaffPart] = []
    terminal: list[TerminalPart] = []
    sample: SamplePart | None = None

    @model_validator(mode="after")
    def whole(self) -> Self:
        mistakes = [*self._dangling(), *self._repeated()]
        if mistakes:
            raise ValueError("; ".join(mistakes))
        return self

    def _dangling(self) -> list[str]:
        lines, windows = {line.id for line in self.line}, {window.id for window in self.window}
        named = [(f"window {each.id}", line, lines) for each in self.window for line in each.lines]
        named += [(f"item {each.id}", each.line, lines) for each in self.item]
        named += [("hours", each.line, lines) for each in self.hours if each.line]
        named += [(f"staff {each.user}", window, windows) for each in self.staff for window in each.windows]
        named += [(f"terminal {each.name}", each.window, windows) for each in self.terminal if each.window]
        return [f"{what} names {name}, which there is not" for what, name, there in named if name not in there]

    def _repeated(self) -> list[str]:
        keys = {
            "line id": [each.id for each in self.line],
            "line letter": [each.letter for each in self.line],
            "window id": [each.id for each in self.window],
            "window label": [each.label for each in self.window],
            "priority id": [each.id for each in self.priority],
            "item id": [each.id for each in self.item],
            "staff user": [each.user for each in self.staff],
            "terminal name": [each.name for each in self.terminal],
        }
        return [f"{what} {key} stands twice" for what, all_of in keys.items() for key, n in Counter(all_of).items() if n > 1]


class DescriptionMistakes(ValueError):
    """All that is wrong with a description, one mistake a line."""


def read(data: dict[str, Any]) -> HallDescription:
    """Raises ``DescriptionMistakes``."""
    try:
        return HallDescription.model_validate(data)
    except ValidationError as error:
        mistakes = [f"{'.'.join(map(str, each['loc'])) or 'hall description'}: {each['msg']}" for each in error.errors()]
        raise DescriptionMistakes("\n".join(mistakes)) from None
