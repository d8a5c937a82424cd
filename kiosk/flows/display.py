"""The hall's display: the last calls, newest first, each spoken in its turn. Nobody touches it.

What is spoken is seen: the call whose turn it is to be spoken has a row for as long as it is spoken (accessibility.md row 34).

Between calls guides and staff have their turns (``kiosk.flows.posters``), each after one of the board. A call has the picture at
once, and keeps it while it is spoken and marked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from devices.types import SpeechEnded
from kiosk.effects import Announce, Effect, StartTimer, StopTimer
from kiosk.events import Event, TicketCalled, TimerFired
from kiosk.flows import delays
from kiosk.flows.posters import posters
from kiosk.flows.step import Fittings, Flow, Now
from kiosk.flows.world import World, learn
from kiosk.hall.messages import Call
from kiosk.views import Board, BoardRow, Msg, View, msg

ROWS = 6
TIMES = 2  # each call is spoken twice, as halls do (items-and-queue.md, queue conventions)
SPEAKING, FRESH, TURN = "call", "fresh.", "turn"


@dataclass(frozen=True)
class Row:
    call: Call
    fresh: bool


@dataclass(frozen=True)
class Display:
    """``aloud``: the calls to speak, the one being spoken first. Each of them has its row. ``turn``: since the last call, from
    0; None: there was nothing to show between calls yet."""

    world: World
    rows: tuple[Row, ...] = ()
    aloud: tuple[Call, ...] = ()
    turn: int | None = None

    @property
    def calling(self) -> bool:
        return bool(self.aloud) or any(row.fresh for row in self.rows)


Step = tuple[Display, tuple[Effect, ...]]


def display(fittings: Fittings) -> Flow[Display]:
    return Flow("display", lambda visit: Display(World(fittings)), step, view_of, tools=False)


def view_of(state: Display, now: Now) -> View:
    return _shown_between(state, now) or _board(state, now)


def _shown_between(state: Display, now: Now) -> View | None:
    """Whose turn it is; None: the board's. It is always the board's where the service is away, for it says so."""
    if state.calling or state.turn is None or state.world.lost is not None:
        return None
    turns = posters(state.world, state.world.fittings.turns, now)
    every = 2 if state.rows else 1  # the board first, where there is something on it
    if not turns or state.turn % every != every - 1:
        return None
    return turns[state.turn // every % len(turns)]


def _board(state: Display, now: Now) -> View:
    hall = state.world.hall
    return Board(
        msg("board-title"),
        body=_body(state),
        spoken=False,
        hall=hall.name if hall is not None else None,
        clock=now.clock,
        rows=_board_rows(state),
    )


def step(state: Display, event: Event, now: Now) -> Step:
    state = replace(state, world=learn(state.world, event))
    begun, turning = _turned(state, event, now)
    state, effects = _answer(begun, event, now)
    return state, effects + turning


def _turned(state: Display, event: Event, now: Now) -> Step:
    """The turns begin when there is something to show, and begin anew with every call."""
    seconds = state.world.fittings.turns.seconds
    if state.turn is None:
        if not posters(state.world, state.world.fittings.turns, now):
            return state, ()
        return replace(state, turn=0), (StartTimer(TURN, seconds),)
    match event:
        case TimerFired(name) if name == TURN:
            return replace(state, turn=0 if state.calling else state.turn + 1), (StartTimer(TURN, seconds),)
        case TicketCalled(call) if _heard_here(state, call):
            return replace(state, turn=0), (StartTimer(TURN, max(seconds, delays.FRESH)),)
    return state, ()


def _answer(state: Display, event: Event, now: Now) -> Step:
    match event:
        case TicketCalled(call) if _heard_here(state, call):
            return _called(state, call, now)
        case SpeechEnded() if state.aloud:
            return _speak(_with(state, state.rows, state.aloud[1:]))
        case TimerFired(name) if name == SPEAKING and state.aloud:
            return _speak(_with(state, state.rows, state.aloud[1:]))
        case TimerFired(name) if name.startswith(FRESH):
            rows = (replace(row, fresh=row.fresh and name != _fresh(row.call)) for row in state.rows)
            return replace(state, rows=tuple(rows)), ()
    return state, ()


def _heard_here(state: Display, call: Call) -> bool:
    """People wait near their windows; a window without a zone is called everywhere."""
    here = state.world.fittings.area
    return not (here and call.area) or call.area == here


def _called(state: Display, call: Call, now: Now) -> Step:
    """A call that was shown already (a link that came back tells it again) changes nothing. The window that a ticket was called
    to before is not spoken any more."""
    if any(_known(row.call, call) for row in state.rows):
        return state, ()
    recent = (now.at - call.at).total_seconds() <= delays.STALE_CALL
    others = tuple(row for row in state.rows if row.call.ticket_id != call.ticket_id)
    waiting = tuple(one for one in state.aloud if one.ticket_id != call.ticket_id)
    speaks = bool(waiting) and waiting[0] is state.aloud[0]
    state = _with(state, (Row(call, fresh=recent),) + others, waiting + (call,) * TIMES * recent)
    fresh: tuple[Effect, ...] = (StartTimer(_fresh(call), delays.FRESH),) if recent else ()
    if speaks or not state.aloud:
        return state, fresh
    state, spoken = _speak(state)
    return state, fresh + spoken


def _with(state: Display, rows: tuple[Row, ...], aloud: tuple[Call, ...]) -> Display:
    """The newest rows, and those that are still to be spoken."""
    return replace(state, rows=tuple(row for i, row in enumerate(rows) if i < ROWS or row.call in aloud), aloud=aloud)


def _speak(state: Display) -> Step:
    if not state.aloud:
        return state, (StopTimer(SPEAKING),)
    one = Board(msg("board-title"), rows=(_board_row(Row(state.aloud[0], fresh=True), aloud=True),))
    return state, (Announce(one), StartTimer(SPEAKING, delays.CALL))


def _known(shown: Call, call: Call) -> bool:
    return shown.ticket_id == call.ticket_id and shown.window_id == call.window_id and shown.recall >= call.recall


def _fresh(call: Call) -> str:
    return f"{FRESH}{call.ticket_id}"


def _body(state: Display) -> tuple[Msg, ...]:
    if state.world.lost is not None:
        return (msg("board-lost"),)
    return () if state.rows else (msg("board-none"),)


def _board_rows(state: Display) -> tuple[BoardRow, ...]:
    """The newest; the one that is being spoken takes the last place where it is not among them."""
    spoken = state.aloud[0] if state.aloud else None
    rows = [row for row in state.rows[ROWS:] if row.call == spoken]
    return tuple(_board_row(row, aloud=row.call == spoken) for row in [*state.rows[: ROWS - len(rows)], *rows])


def _board_row(row: Row, aloud: bool) -> BoardRow:
    return BoardRow(row.call.number, row.call.window, row.fresh or aloud, aloud)
