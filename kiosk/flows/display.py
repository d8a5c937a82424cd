"""The hall's display: the last calls, newest first, each spoken in its turn. Nobody touches it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from devices.types import SpeechEnded
from kiosk.effects import Announce, Effect, StartTimer, StopTimer
from kiosk.events import Event, TicketCalled, TimerFired
from kiosk.flows import delays
from kiosk.flows.step import Fittings, Flow, Now
from kiosk.flows.world import World, learn
from kiosk.hall.messages import Call
from kiosk.views import Board, BoardRow, Msg, View, msg

ROWS = 6
TIMES = 2  # each call is spoken twice, as halls do (items-and-queue.md, queue conventions)
SPEAKING, FRESH = "call", "fresh."


@dataclass(frozen=True)
class Row:
    call: Call
    fresh: bool


@dataclass(frozen=True)
class Display:
    """``aloud``: the calls to speak, the one being spoken first."""

    world: World
    rows: tuple[Row, ...] = ()
    aloud: tuple[Call, ...] = ()


Step = tuple[Display, tuple[Effect, ...]]


def display(fittings: Fittings) -> Flow[Display]:
    return Flow("display", lambda visit: Display(World(fittings)), step, view_of, tools=False)


def view_of(state: Display, now: Now) -> View:
    hall = state.world.hall
    return Board(
        msg("board-title"),
        body=_body(state),
        spoken=False,
        hall=hall.name if hall is not None else None,
        clock=now.clock,
        rows=_board_rows(state.rows),
    )


def step(state: Display, event: Event, now: Now) -> Step:
    state = replace(state, world=learn(state.world, event))
    match event:
        case TicketCalled(call) if _heard_here(state, call):
            return _called(state, call, now)
        case SpeechEnded() if state.aloud:
            return _speak(replace(state, aloud=state.aloud[1:]))
        case TimerFired(name) if name == SPEAKING and state.aloud:
            return _speak(replace(state, aloud=state.aloud[1:]))
        case TimerFired(name) if name.startswith(FRESH):
            rows = (replace(row, fresh=row.fresh and name != _fresh(row.call)) for row in state.rows)
            return replace(state, rows=tuple(rows)), ()
    return state, ()


def _heard_here(state: Display, call: Call) -> bool:
    """People wait near their windows; a window without a zone is called everywhere."""
    here = state.world.fittings.area
    return not (here and call.area) or call.area == here


def _called(state: Display, call: Call, now: Now) -> Step:
    """A call that was shown already (a link that came back tells it again) changes nothing."""
    if any(_known(row.call, call) for row in state.rows):
        return state, ()
    recent = (now.at - call.at).total_seconds() <= delays.STALE_CALL
    others = tuple(row for row in state.rows if row.call.ticket_id != call.ticket_id)
    state = replace(state, rows=((Row(call, fresh=recent),) + others)[:ROWS])
    if not recent:
        return state, ()
    fresh = StartTimer(_fresh(call), delays.FRESH)
    silent = not state.aloud
    state = replace(state, aloud=state.aloud + (call,) * TIMES)
    if not silent:
        return state, (fresh,)
    state, spoken = _speak(state)
    return state, (fresh,) + spoken


def _speak(state: Display) -> Step:
    if not state.aloud:
        return state, (StopTimer(SPEAKING),)
    one = Board(msg("board-title"), rows=_board_rows((Row(state.aloud[0], fresh=True),)))
    return state, (Announce(one), StartTimer(SPEAKING, delays.CALL))


def _known(shown: Call, call: Call) -> bool:
    return shown.ticket_id == call.ticket_id and shown.window_id == call.window_id and shown.recall >= call.recall


def _fresh(call: Call) -> str:
    return f"{FRESH}{call.ticket_id}"


def _body(state: Display) -> tuple[Msg, ...]:
    if state.world.lost is not None:
        return (msg("board-lost"),)
    return () if state.rows else (msg("board-none"),)


def _board_rows(rows: Iterable[Row]) -> tuple[BoardRow, ...]:
    return tuple(BoardRow(row.call.number, row.call.window, row.fresh) for row in rows)
