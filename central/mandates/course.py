"""The course of a mandate, as a table. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from central.errors import WrongState
from central.mandates.refusals import SupplementAsked


class State(str, Enum):
    DRAFTED = "drafted"  # told, but not signed
    ACCEPTED = "accepted"  # signed, with a number and a deadline; nobody has it yet
    TAKEN = "taken"  # an agent answers for it (首问负责)
    RELAYED = "relayed"  # with another level or department
    SUPPLEMENTING = "supplementing"  # the resident was told what is missing
    DONE = "done"  # there is a result
    POSTED = "posted"
    DELIVERED = "delivered"  # the resident has the result
    CALLED_BACK = "called_back"
    FILED = "filed"
    WITHDRAWN = "withdrawn"


class Act(str, Enum):
    DRAFT = "draft"  # only ever the first
    ACCEPT = "accept"
    TAKE = "take"
    HAND_OVER = "hand_over"  # AB岗: to the deputy, or to somebody else
    RELAY = "relay"
    TAKE_OVER = "take_over"  # somebody of the hall that it was relayed to
    BACK = "back"
    REVIEW = "review"  # 联办预审
    PAY = "pay"  # 代缴代收
    PASS_ON = "pass_on"  # its receipt, or what was fetched, to the resident
    ASK = "ask"
    SUPPLY = "supply"
    FINISH = "finish"
    OFFER = "offer"  # the result lies before the resident, who signs for it on a terminal
    POST = "post"
    DELIVER = "deliver"
    CONFIRM = "confirm"  # 签收确认 of what was posted
    CALL_BACK = "call_back"
    FILE = "file"
    WITHDRAW = "withdraw"
    RETURN = "return"  # papers back to the resident
    NOTE = "note"


WORKING = frozenset({State.TAKEN, State.RELAYED, State.SUPPLEMENTING})
OPEN = WORKING | {State.DRAFTED, State.ACCEPTED}
"""Without a result yet: these can be late, and be withdrawn."""
CLOSED = frozenset({State.FILED, State.WITHDRAWN})

LIFE: dict[tuple[State, Act], State] = {
    (State.DRAFTED, Act.ACCEPT): State.ACCEPTED,
    (State.ACCEPTED, Act.TAKE): State.TAKEN,
    (State.TAKEN, Act.RELAY): State.RELAYED,
    (State.RELAYED, Act.RELAY): State.RELAYED,  # 并联办理: with several at once
    (State.TAKEN, Act.ASK): State.SUPPLEMENTING,
    (State.RELAYED, Act.ASK): State.SUPPLEMENTING,
    (State.TAKEN, Act.FINISH): State.DONE,
    (State.DONE, Act.OFFER): State.DONE,
    (State.DONE, Act.POST): State.POSTED,
    (State.DONE, Act.DELIVER): State.DELIVERED,
    (State.POSTED, Act.CONFIRM): State.DELIVERED,
    (State.DELIVERED, Act.CALL_BACK): State.CALLED_BACK,
    (State.CALLED_BACK, Act.CALL_BACK): State.CALLED_BACK,  # nobody answered the first time
    (State.CALLED_BACK, Act.FILE): State.FILED,
    **{(state, Act.HAND_OVER): state for state in State if state not in CLOSED | {State.DRAFTED, State.ACCEPTED}},
    **{(state, Act.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Act.RETURN): state for state in State},
    **{(state, Act.REVIEW): state for state in OPEN},
    **{(state, Act.PAY): state for state in WORKING | {State.DONE}},
    **{(state, Act.PASS_ON): state for state in State},
    **{(state, Act.NOTE): state for state in State if state not in CLOSED},
}
"""What may follow; ``TAKE_OVER``, ``BACK`` and ``SUPPLY`` hang on who still has it (``after``)."""
ELSEWHERE = frozenset({Act.TAKE_OVER})
"""What nobody of the mandate's own hall does."""


@dataclass(frozen=True)
class Course:
    """``out``: offices that have it; ``asked``: the resident was told what is missing."""

    state: State
    out: int = 0
    asked: bool = False

    def may(self, act: Act) -> bool:
        try:
            after(self, act)
        except (WrongState, SupplementAsked):
            return False
        return True


def after(course: Course, act: Act) -> Course:
    """The course behind ``act``. Raises ``WrongState``, and ``SupplementAsked`` when it would be asked a second time."""
    if act is Act.ASK and course.asked and course.state in WORKING:
        raise SupplementAsked("what is missing was told once already; it is not told a second time")
    by_office = FOLLOWING.get(act)
    state = by_office(course) if by_office is not None else LIFE.get((course.state, act))
    if state is None:
        raise WrongState(f"the mandate is {course.state.value}: {act.value} is not possible")
    out = course.out + (act is Act.RELAY) - (act is Act.BACK)
    return replace(course, state=state, out=out, asked=course.asked or act is Act.ASK)


def _taken_over(course: Course) -> State | None:
    return course.state if course.state in WORKING and course.out else None


def _back(course: Course) -> State | None:
    if course.state not in WORKING or course.out == 0:
        return None
    return State.TAKEN if course.state is State.RELAYED and course.out == 1 else course.state


def _supplied(course: Course) -> State | None:
    if course.state is not State.SUPPLEMENTING:
        return None
    return State.RELAYED if course.out else State.TAKEN


FOLLOWING: dict[Act, Callable[[Course], State | None]] = {Act.TAKE_OVER: _taken_over, Act.BACK: _back, Act.SUPPLY: _supplied}
