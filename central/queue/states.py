"""The life of a ticket, as a table."""

from __future__ import annotations

from enum import Enum

from central.errors import WrongState


class State(str, Enum):
    WAITING = "waiting"
    CALLED = "called"
    FINISHED = "finished"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"  # its day ended before its turn


class Step(str, Enum):
    CALL = "call"
    RECALL = "recall"
    FINISH = "finish"
    MISS = "miss"  # 过号
    DAY_END = "day_end"


LIFE: dict[tuple[State, Step], State] = {
    (State.WAITING, Step.CALL): State.CALLED,
    (State.WAITING, Step.DAY_END): State.CANCELLED,
    (State.CALLED, Step.RECALL): State.CALLED,
    (State.CALLED, Step.FINISH): State.FINISHED,
    (State.CALLED, Step.MISS): State.NO_SHOW,
    (State.CALLED, Step.DAY_END): State.FINISHED,  # it was served; nobody pressed the key
}


def after(state: str, step: Step) -> State:
    """The state behind ``step``; raises ``WrongState`` when it isn't possible now."""
    following = LIFE.get((State(state), step))
    if following is None:
        raise WrongState(f"the ticket is {state}: {step.value} is not possible")
    return following
