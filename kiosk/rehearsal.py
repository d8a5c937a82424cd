"""What will be said in this hall, found out by walking the flow: so the voice has it ready before a resident asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from devices.ports import Utterance
from devices.types import CardFailed, CardSeen, Fault
from kiosk.aloud import Sentences
from kiosk.events import Event, HallKnown, TimerFired, Touched
from kiosk.flows import settings
from kiosk.flows.find_views import domain_of
from kiosk.flows.idle import IDLE
from kiosk.flows.state import Terminal
from kiosk.flows.step import Fittings, Flow, Now
from kiosk.flows.terminal import terminal
from kiosk.hall.messages import Hall
from kiosk.views import Board, BoardRow, Choice, Menu, View, msg
from kiosk.visit import Settings

MOST_WAITING = 30  # people before one, told by a good voice; beyond, by the machine's own
GUIDE = ("bring", "take")  # of a guide, besides what it is: what most people want to know, and what they are asked then
MOST_NUMBERS = 200  # of a line in a day, in the same way


def views(hall: Hall, fittings: Fittings, now: Now) -> list[View]:
    """The views of a visit that are the same for everybody, in the order of a visit."""
    flow = terminal(fittings)
    line = next((one.id for one in hall.lines if one.open and one.windows), "")
    walks: list[Sequence[Event]] = [
        [],
        *([Touched(0, f"line.{one.id}")] for one in hall.lines if one.open and one.windows),
        [Touched(0, f"line.{line}"), Touched(0, "card-priority")],
        [Touched(0, f"line.{line}"), Touched(0, "card-none")],
        [Touched(0, f"line.{line}"), TimerFired(IDLE)],
        [Touched(0, "tool.help")],
        [Touched(0, settings.OPEN)],
        [Touched(0, settings.OPEN), Touched(0, "set-hearing")],
        *([CardSeen(reader)] for reader in sorted(fittings.readers)),
        *([CardFailed(reader, Fault.CARD_MOVED)] for reader in sorted(fittings.readers)),
        *_looking(hall),
        *([HallKnown(_with_waiting(hall, count))] for count in range(MOST_WAITING + 1)),
    ]
    return [*(_after(flow, [HallKnown(hall), *walk], now) for walk in walks), *settings.sayings()]


def _with_waiting(hall: Hall, count: int) -> Hall:
    return replace(hall, lines=tuple(replace(line, waiting=count) for line in hall.lines))


def _looking(hall: Hall) -> Iterator[Sequence[Event]]:
    """The ways of looking for an item; each domain with its items, and what is told and asked about each item."""
    if not hall.items:
        return
    yield from ([Touched(0, "find")], [Touched(0, "find"), Touched(0, "find-letters")])
    guided = {guide.item for guide in hall.guides}
    by_domain = [Touched(0, "find"), Touched(0, "find-domains")]
    yield by_domain
    for domain in sorted({domain_of(item) for item in hall.items}):
        there = [*by_domain, Touched(0, f"domain.{domain}")]
        yield there
        for item in hall.items:
            if domain_of(item) == domain:
                chosen = [*there, Touched(0, f"item.{item.id}")]
                yield chosen
                yield from ([*chosen, Touched(0, f"guide.{way}")] for way in GUIDE if item.id in guided)


def calls(hall: Hall, fittings: Fittings, now: Now) -> list[View]:
    """Every number of the day and every window, as a display calls and a terminal gives them."""
    numbers = [f"{line.letter}{count:03}" for count in range(1, MOST_NUMBERS + 1) for line in hall.lines]
    windows = sorted({window for line in hall.lines for window in line.windows}) or ["1"]
    places = [(numbers[0], window) for window in windows] + [(number, windows[0]) for number in numbers] if numbers else []
    given: list[View] = [Menu(msg("ticket-title", number=number), spoken=False) for number in numbers[:1]]
    return given + [Board(msg("board-title"), rows=(BoardRow(number, window, True),)) for number, window in places]


def clauses(found: Iterable[Utterance]) -> list[Utterance]:
    """What they are made of, each once: two thousand calls are a number each, and thirty windows."""
    return list(dict.fromkeys(Utterance(clause, one.lang) for one in found for clause in one.clauses))


def utterances(seen: Iterable[View], tools: tuple[Choice, ...], sentences: Sentences, lang: str) -> list[Utterance]:
    """Each sentence once; none that names a person."""
    found = (one for view in seen for one in sentences(view, tools, lang) if not one.private)
    return list(dict.fromkeys(Utterance(one.text, one.lang, one.clip, one.parts) for one in found))


class Rehearsal:
    """Hands the sentences of the hall to ``prepare`` whenever its lines are others than before."""

    def __init__(
        self,
        fittings: Fittings,
        tools: Callable[[str], tuple[Choice, ...]],
        sentences: Sentences,
        languages: Sequence[str],
        prepare: Callable[[Sequence[Utterance]], None],
        seen: Callable[[Hall, Fittings, Now], list[View]] = views,
    ) -> None:
        self._fittings = fittings
        self._tools = tools
        self._sentences = sentences
        self._languages = languages
        self._prepare = prepare
        self._seen = seen
        self._last: object = None

    def __call__(self, hall: Hall, at: datetime) -> None:
        lines = tuple((line.id, line.name, line.open, line.windows) for line in hall.lines)
        items = tuple((item.id, item.name, item.domain, item.line) for item in hall.items)
        said = (hall.name, hall.priorities, lines, items, tuple((guide.item, guide.version) for guide in hall.guides))
        if said == self._last:
            return
        self._last = said
        for lang in self._languages:
            seen = self._seen(hall, self._fittings, Now(at, Settings(lang=lang)))
            self._prepare(utterances(seen, self._tools(lang), self._sentences, lang))


def _after(flow: Flow[Terminal], walk: Sequence[Event], now: Now) -> View:
    state = flow.begin("rehearsal")
    for event in walk:
        state, _ = flow.step(state, event, now)
    return flow.view_of(state, now)
