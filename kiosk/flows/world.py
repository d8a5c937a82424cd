"""What the machine knows apart from any visit: the hall, its devices, whether the service answers. Survives every visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from devices.types import CardFailed, CardPresented, CardRemoved, CardSeen, DeviceDown, DeviceUp, Fault
from kiosk.events import Event, HallKnown, HallLost, HallRemembered
from kiosk.faults import of_refusal
from kiosk.flows.step import Fittings
from kiosk.hall.guide import Guide
from kiosk.hall.messages import Hall, Item, Line, Refusal
from kiosk.hall.people import Duty, OnShow
from kiosk.moments import opens_words
from kiosk.views import Choice, Msg, Weight, msg


@dataclass(frozen=True)
class World:
    """``lost``: why there is no service now. ``cards``: the readers on which a card lies. ``down``: the devices that are down."""

    fittings: Fittings
    hall: Hall | None = None
    lost: Refusal | None = None
    down: tuple[tuple[str, Fault], ...] = ()
    cards: frozenset[str] = frozenset()

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.hall.lines if self.hall is not None else ()

    def line(self, line_id: str) -> Line | None:
        """A line that can be chosen: it can be taken now, or booked for another time."""
        return next((line for line in self.lines if line.id == line_id and self.offers(line)), None)

    def offers(self, line: Line) -> bool:
        return self.takes(line) or line.books and self.lost is None

    def takes(self, line: Line) -> bool:
        """The service gives no number for a line that no open window serves."""
        return line.open and bool(line.windows) and self.lost is None

    @property
    def reader_fault(self) -> Fault | None:
        """Why no card can be read at all; None when a reader works."""
        down = dict(self.down)
        if not self.fittings.readers or any(name not in down for name in self.fittings.readers):
            return None
        return down[min(self.fittings.readers)]

    @property
    def some_reader_is_down(self) -> bool:
        """Which card goes where is not known to everybody: whoever lays theirs on the one that is down has to be told."""
        return any(name in self.fittings.readers for name, _fault in self.down)

    @property
    def items(self) -> tuple[Item, ...]:
        return self.hall.items if self.hall is not None else ()

    def guide(self, item: str) -> Guide | None:
        """What there is to read about an item."""
        return next((one for one in self.guides if one.item == item), None)

    @property
    def guides(self) -> tuple[Guide, ...]:
        return self.hall.guides if self.hall is not None else ()

    @property
    def people(self) -> tuple[OnShow, ...]:
        """The staff on show."""
        return self.hall.on_show.people if self.hall is not None else ()

    @property
    def duty(self) -> Duty | None:
        """Who was on duty for calls when the hall was last asked."""
        return self.hall.duty if self.hall is not None else None

    def portrait(self, staff: str) -> bytes:
        return next((one.portrait for one in self.people if one.id == staff), b"")

    @property
    def writes(self) -> bool:
        """Whether handwriting can be read."""
        return bool(self.fittings.recogniser) and self.fittings.recogniser not in dict(self.down)

    @property
    def reads_cards(self) -> bool:
        return bool(self.fittings.readers) and self.reader_fault is None


def learn(world: World, event: Event) -> World:
    match event:
        case HallKnown(hall):
            return replace(world, hall=hall, lost=None)
        case HallRemembered(hall) if world.hall is None:
            return replace(world, hall=hall, lost=world.lost or Refusal.UNREACHABLE)
        case HallLost(why):
            return replace(world, lost=why)
        case DeviceDown(device, fault):
            others = tuple(pair for pair in world.down if pair[0] != device)
            return replace(world, down=others + ((device, fault),), cards=world.cards - {device})
        case DeviceUp(device):
            return replace(world, down=tuple(pair for pair in world.down if pair[0] != device))
        case CardSeen(device) | CardPresented(device) | CardFailed(device):
            return replace(world, cards=world.cards | {device})
        case CardRemoved(device):
            return replace(world, cards=world.cards - {device})
    return world


def line_choices(world: World) -> tuple[Choice, ...]:
    """The hall's lines, each with its letter and how many wait; a closed one says when it opens, and whether it can be booked."""
    return tuple(
        Choice(
            f"line.{line.id}",
            msg("line-name", name=line.name),
            hint=_state_of(line),
            enabled=world.offers(line),
            badge=line.letter,
        )
        for line in world.lines
    )


def chosen_line(world: World, choice: str) -> Line | None:
    return world.line(choice.removeprefix("line.")) if choice.startswith("line.") else None


def lost_choices(world: World) -> tuple[Choice, ...]:
    """A way on when the service is away."""
    return (Choice("retry", msg("trouble-retry"), weight=Weight.PRIMARY),) if world.lost is not None else ()


def lost_words(world: World) -> tuple[Msg, ...]:
    if world.lost is None:
        return ()
    if world.lost in (Refusal.UNREACHABLE, Refusal.BUSY):
        return (msg("home-lost"),)
    words = of_refusal(world.lost)
    return words.title, words.do


def line_of(world: World, item: Item) -> Line | None:
    """The line of an item, whether it can be taken or not."""
    return next((line for line in world.lines if line.id == item.line), None)


def opens(line: Line, today: date) -> Msg:
    """Why a line takes nobody now: when it opens, today or on a day to come, or that no window serves it."""
    if not line.open and line.opens_at is None and line.opens_next is not None:
        return opens_words(*line.opens_next, today)
    return _state_of(line)


def _state_of(line: Line) -> Msg:
    if line.books and not (line.open and line.windows):
        return msg("line-opens-books", time=line.opens_at) if line.opens_at else msg("line-books")
    if line.open:
        return msg("line-waiting", count=line.waiting) if line.windows else msg("line-no-window")
    return msg("line-opens", time=line.opens_at) if line.opens_at else msg("line-closed")
