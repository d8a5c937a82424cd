"""Asking an ESC/POS printer how it is, over any wire, without ever mistaking one answer for another.

Answers carry no name. So one question is open at a time, and what comes before the next question belongs to it. A question
that had no answer stays open: until its answer comes after all, or :data:`FORGOTTEN_AFTER_S` have passed, nothing else is asked
and the printer counts as silent. A late answer is so never a new one.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from devices.codec.escpos_status import (
    PAPER_MARK,
    TELL_UNASKED,
    AnswerReader,
    Query,
    Sent,
    is_online,
    question,
    status_of,
    status_unasked,
)
from devices.types import PrinterStatus

ANSWER_WITHIN_S = 0.3  # a real-time answer takes milliseconds
GRACE_S = 0.3  # a slow one is still waited for
FORGOTTEN_AFTER_S = 1.5
STATUS_WITHIN_S = 1.3
QUIET_S = 0.02
QUIET_AT_FIRST_S = 0.15  # an answer may still be on its way to whoever was connected before
_NOISE_LIMIT_S = 0.5
_CHUNK = 512  # at 9600 baud half a second, which is less than a transport's write timeout
_ATTEMPTS = 2
_ORDER = (Query.PRINTER, Query.OFFLINE_CAUSE, Query.PAPER, Query.ERROR_CAUSE)


class Wire(Protocol):
    """What the transports have in common; trouble of any kind is an OSError."""

    def send(self, data: bytes) -> None: ...

    def receive(self, wait_s: float) -> bytes: ...

    def close(self) -> None: ...


class Dialogue:
    """One connection to one printer. Not thread-safe: whoever talks to the printer has it alone.

    ``never_answered``: what this model does not answer, as far as an earlier connection has found out.
    """

    def __init__(self, wire: Wire, never_answered: frozenset[Query] = frozenset()) -> None:
        self.wire = wire
        self.never_answered = never_answered
        self.marks = 0  # answers in print order since the last settle()
        self.marks_owed = 0  # asked for since then and not come
        self.complaint: PrinterStatus | None = None  # a fault that was told unasked since then, and not taken back
        self._reader = AnswerReader()
        self._real_time: int | None = None
        self._open_until = 0.0  # a question without an answer; 0 when there is none

    def send(self, data: bytes, end: float) -> None:
        """Raises OSError when the printer takes no more bytes or is gone, or at the latest soon after the time ``end``."""
        for start in range(0, len(data), _CHUNK):
            if monotonic() > end:
                raise TimeoutError("the printer takes its bytes too slowly")
            self.wire.send(data[start:start + _CHUNK])

    def settle(self, quiet_s: float = QUIET_S) -> None:
        """Forget what was said until now, and what is still being said."""
        end = monotonic() + _NOISE_LIMIT_S
        while self._listen(quiet_s) and monotonic() < end:
            pass
        self.marks = self.marks_owed = 0
        self.complaint = None

    def hear_unasked(self) -> None:
        """From now on the printer tells of a fault by itself: one whose buffer is full reads no question."""
        self.wire.send(TELL_UNASKED)

    def meet(self, stopping: Callable[[], bool]) -> PrinterStatus:
        """The first status of a connection. Questions that this model never answers, as some do, are not asked again."""
        self.settle(QUIET_AT_FIRST_S)
        if self.ask(Query.PRINTER) is None:
            return status_of({})
        self.never_answered = frozenset(query for query in _ORDER[1:] if not self._is_answered(query, stopping))
        return self.status()

    def greet(self) -> PrinterStatus:
        """The first status of a connection, soon: without finding out which questions are never answered."""
        self.settle(QUIET_AT_FIRST_S)
        return self.status()

    def status(self) -> PrinterStatus:
        """All four questions, within :data:`STATUS_WITHIN_S`; ``answered`` False when the first had no answer."""
        end = monotonic() + STATUS_WITHIN_S
        answers: dict[Query, int] = {}
        for query in _ORDER:
            if query in self.never_answered or end - monotonic() < ANSWER_WITHIN_S:
                continue
            answer = self.ask(query, end - monotonic())
            if answer is not None:
                answers[query] = answer
            elif not answers:
                break
        return status_of(answers)

    def online(self) -> bool | None:
        """The first question alone; None without an answer."""
        answer = self.ask(Query.PRINTER)
        return None if answer is None else is_online(answer)

    def ask(self, query: Query, within_s: float = ANSWER_WITHIN_S + GRACE_S) -> int | None:
        while self._listen(0.0):  # what is there already answers something else
            pass
        if self._is_open():
            return None
        self._real_time = None
        self.wire.send(question(query))
        end = monotonic() + min(within_s, ANSWER_WITHIN_S + GRACE_S)
        self._open_until = end + FORGOTTEN_AFTER_S
        while self._real_time is None and monotonic() < end:
            self._listen(end - monotonic())
        answer = self._real_time
        self._is_open()
        return answer

    def mark(self) -> None:
        """Ask to be told when everything sent until now is on paper; :attr:`marks` then grows by one."""
        self.wire.send(PAPER_MARK)
        self.marks_owed += 1

    def listen(self, wait_s: float) -> None:
        """Let answers in print order arrive, for at most ``wait_s`` seconds or until something comes."""
        self._listen(wait_s)

    def _is_answered(self, query: Query, stopping: Callable[[], bool]) -> bool:
        for _ in range(_ATTEMPTS):
            if self.ask(query) is not None:
                return True
            while self._is_open() and not stopping():
                self._listen(ANSWER_WITHIN_S)
        return False

    def _is_open(self) -> bool:
        """Whether a question still waits for its answer."""
        if self._real_time is not None or monotonic() > self._open_until:
            self._open_until = 0.0
        return self._open_until > 0

    def _listen(self, wait_s: float) -> bool:
        data = self.wire.receive(wait_s)
        for answer in self._reader.feed(data):
            if answer.kind is Sent.IN_PRINT_ORDER:
                self.marks += 1
                self.marks_owed = max(0, self.marks_owed - 1)
            elif answer.kind is Sent.UNASKED:
                told = status_unasked(answer.data)
                self.complaint = told if told.fault else None
            elif answer.kind is Sent.REAL_TIME and self._real_time is None:
                self._real_time = answer.data[0]
        return bool(data)
