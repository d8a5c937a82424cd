"""A hall as its operator writes it down (TOML): checked whole, every mistake reported at once with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, ValidationError, model_validator

from central.halls.rules import Rules
from central.roster.schemas import RosterIn
from central.setup.fields import Id, Name, Part, Phone, WeekSpanPart, Words, overlapping
from central.setup.schemas import LineIn, NewMachineIn, PriorityIn, SpecialDayIn, WindowIn
from central.staff.schemas import StaffRole


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("no such time zone") from None
    return name


class HallPart(Part):
    id: Id
    name: Words
    phone: Phone
    zone: Annotated[str, AfterValidator(_known_zone)]
    region: str = Field(max_length=200)


class LinePart(LineIn):
    id: Id


class WindowPart(WindowIn):
    id: Id
    open: bool = True
    """Whether somebody works at it from the start, until it is closed at the console."""


class HoursPart(WeekSpanPart):
    line: Id | None = None


class PriorityPart(PriorityIn):
    id: Id


class ItemPart(Part):
    id: Id
    name: Words
    domain: Id
    line: Id
    aliases: Annotated[list[Name], Field(max_length=20)] = []
    """What people call it, in Chinese."""


class StaffPart(Part):
    user: Id
    name: Name
    role: StaffRole
    windows: list[Id] = []
    lines: list[Id] = []
    """What a clerk can do; none: all that the window serves."""
    roster: RosterIn | None = None
    """What is shown of them, and when they are on duty for calls."""


class SamplePart(Part):
    note: str
    """Says that a hall is invented."""


class HallDescription(Part):
    """Lines, windows, priority classes and items stand in the order in which they are shown."""

    hall: HallPart
    rules: Rules = Rules()
    line: list[LinePart]
    window: list[WindowPart]
    hours: list[HoursPart]
    special_day: list[SpecialDayIn] = []
    priority: list[PriorityPart] = []
    item: list[ItemPart] = []
    staff: list[StaffPart] = []
    terminal: list[NewMachineIn] = []
    sample: SamplePart | None = None

    @model_validator(mode="after")
    def whole(self) -> Self:
        mistakes = [*self._dangling(), *self._repeated(), *self._overlapping()]
        if mistakes:
            raise ValueError("; ".join(mistakes))
        return self

    def _dangling(self) -> list[str]:
        lines, windows = {line.id for line in self.line}, {window.id for window in self.window}
        named = [(f"window {each.id}", line.id, lines) for each in self.window for line in each.lines]
        named += [(f"item {each.id}", each.line, lines) for each in self.item]
        named += [("hours", each.line, lines) for each in self.hours if each.line]
        named += [(f"special day {each.day}", each.line, lines) for each in self.special_day if each.line]
        named += [(f"staff {each.user}", line, lines) for each in self.staff for line in each.lines]
        named += [(f"staff {each.user}", window, windows) for each in self.staff for window in each.windows]
        items = {item.id for item in self.item}
        named += [(f"roster of {each.user}", item, items) for each in self.staff if each.roster for item in each.roster.items]
        named += [(f"terminal {each.name}", each.window, windows) for each in self.terminal if each.window]
        return [f"{what} names {name}, which there is not" for what, name, there in named if name not in there]

    def _repeated(self) -> list[str]:
        keys: dict[str, list[str]] = {
            "line id": [each.id for each in self.line],
            "line letter": [each.letter for each in self.line],
            "window id": [each.id for each in self.window],
            "window label": [each.label for each in self.window],
            "priority id": [each.id for each in self.priority],
            "item id": [each.id for each in self.item],
            "staff user": [each.user for each in self.staff],
            "terminal name": [each.name for each in self.terminal],
            "special day": [f"{each.day} {each.kind} {each.line or ''}".strip() for each in self.special_day],
        }
        return [f"{what} {key} stands twice" for what, all_of in keys.items() for key, n in Counter(all_of).items() if n > 1]

    def _overlapping(self) -> Iterable[str]:
        for line in {each.line: None for each in self.hours}:
            if overlapping([each for each in self.hours if each.line == line]):
                yield f"hours of {line or 'the hall'} overlap"


class DescriptionMistakes(ValueError):
    """All that is wrong with a description, one mistake a line."""


def read(data: dict[str, Any]) -> HallDescription:
    """Raises ``DescriptionMistakes``."""
    try:
        return HallDescription.model_validate(data)
    except ValidationError as error:
        mistakes = [f"{'.'.join(map(str, each['loc'])) or 'hall description'}: {each['msg']}" for each in error.errors()]
        raise DescriptionMistakes("\n".join(mistakes)) from None
