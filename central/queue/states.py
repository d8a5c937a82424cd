"""The life of a ticket, as a table."""

from __future__ import annotations

from enum import Enum

from central.errors import WrongState


class State(str, Enum):
    WAITING = "waiting"
    CALLED = "called"
    PARKED = "parked"  # put aside at a window: a paper is fetched, somebody is asked
    FINISHED = "finished"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"  # given back, or its day ended before its turn


OPEN = frozenset({State.WAITING, State.CALLED, State.PARKED})
"""A person has one ticket of a line in these states."""


class Step(str, Enum):
    CALL = "call"
    RECALL = "recall"
    FINISH = "finish"
    MISS = "miss"  # 过号
    PARK = "park"
    TRANSFER = "transfer"  # 一票到底
    REENTER = "reenter"  # 过号重排
    CANCEL = "cancel"
    DAY_END = "day_end"


LIFE: dict[tuple[State, Step], State] = {
    (State.WAITING, Step.CALL): State.CALLED,
    (State.WAITING, Step.CANCEL): State.CANCELLED,
    (State.WAITING, Step.DAY_END): State.CANCELLED,
    (State.CALLED, Step.RECALL): State.CALLED,
    (State.CALLED, Step.FINISH): State.FINISHED,
    (State.CALLED, Step.MISS): State.NO_SHOW,
    (State.CALLED, Step.PARK): State.PARKED,
    (State.CALLED, Step.TRANSFER): State.WAITING,
    (State.CALLED, Step.DAY_END): State.FINISHED,  # it was served; nobody pressed the key
    (State.PARKED, Step.CALL): State.CALLED,
    (State.PARKED, Step.CANCEL): State.CANCELLED,
    (State.PARKED, Step.DAY_END): State.CANCELLED,
    (State.NO_SHOW, Step.CALL): State.CALLED,  # by hand: who comes late stands at the window
    (State.NO_SHOW, Step.REENTER): State.WAITING,
}
"""What may follow. Undoing isn't a step of its own: it goes one step back, within seconds (``queue.undoing``)."""


def after(state: str, step: Step) -> State:
    """The state behind ``step``; raises ``WrongState`` when it isn't possible now."""
    following = LIFE.get((State(state), step))
    if following is None:
        raise WrongState(f"the ticket is {state}: {step.value} is not possible")
    return following
