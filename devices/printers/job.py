"""One ticket on its way to paper, and what is known of it at every moment.

The picture goes out in bands, and the printer is asked between them; so a fault is met while the ticket is still being sent.
A printer whose buffer is full reads no question until it has printed some of it: one whose paper ends just then is believed what
it tells unasked. The cut follows only when the picture is known to be on paper: a ticket is not whole until it is cut, and
whatever is not whole, on paper or still in the printer's buffer, can be made worthless before it leaves the printer.

"On paper" is GS r 1, which is answered in print order. A printer that does not answer it is asked DLE EOT 1 until the time
that printing takes has passed and it says that it is on-line.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from devices.printers.dialogue import ANSWER_WITHIN_S, GRACE_S, Dialogue
from devices.printers.encoding import Encoded
from devices.printers.manner import Manner
from devices.types import Fault

POLL_S = 0.1
MUTE_AFTER_S = 3.0  # a single lost answer silences the dialogue for half of this
CUT_S = 1.0  # feeding to the cutter and cutting
SPARE_S = 0.3


class Stopped(Exception):
    """The ticket cannot be said to be on paper; ``fault`` None when the printer itself has no complaint."""

    def __init__(self, fault: Fault | None) -> None:
        super().__init__(fault.value if fault else "not confirmed in time")
        self.fault = fault


class Job:
    """Raises :class:`Stopped` or, when the wire takes no more or is gone, OSError. ``begun``: some of it has been sent."""

    def __init__(self, talk: Dialogue, manner: Manner, stopping: Callable[[], bool]) -> None:
        self._talk = talk
        self._manner = manner
        self._stopping = stopping
        self._end = monotonic() + manner.patience_s
        self._heard = monotonic()
        self._online = True
        self.begun = False

    def print(self, ticket: Encoded, *, answers_marks: bool) -> None:
        self._talk.settle()
        if answers_marks:  # one that does not know the one command may print the other
            self._talk.hear_unasked()
        self._send(ticket)
        self._until_on_paper(1 if answers_marks else None, ticket.rows / self._manner.rows_per_s)
        self._talk.send(ticket.cut, self._end)
        self._until_on_paper(2 if answers_marks else None, CUT_S)

    def void(self, mark: Encoded) -> None:
        """Done when the printer has answered for the void band, and before that for what the half ticket had asked.

        A printer whose power was cut in between owes nothing for the half ticket: then quiet tells that the one answer that
        came was for the void band.
        """
        self._send(mark)
        self._talk.send(mark.cut, self._end)
        self._talk.mark()
        seen, since = self._talk.marks, monotonic()
        quiet_s = mark.rows / self._manner.rows_per_s + CUT_S
        while self._talk.marks_owed and not (self._online and monotonic() - since > quiet_s):
            self._check()
            self._talk.listen(POLL_S)
            if self._talk.marks != seen:
                seen, since = self._talk.marks, monotonic()

    def _send(self, ticket: Encoded) -> None:
        for band in ticket.bands:
            self.begun = True
            self._talk.send(band, self._end)
            self._check()

    def _until_on_paper(self, marks: int | None, least_s: float) -> None:
        if marks is not None:
            self._talk.mark()
        since = monotonic()
        while not self._is_on_paper(marks, monotonic() - since > least_s + SPARE_S):
            self._talk.listen(POLL_S)
            self._check()

    def _is_on_paper(self, marks: int | None, time_enough: bool) -> bool:
        return time_enough and self._online if marks is None else self._talk.marks >= marks

    def _check(self) -> None:
        """Ask whether all is well; raises for whatever keeps the ticket from the paper."""
        silent_s = monotonic() - self._heard
        if self._stopping() or monotonic() > self._end:
            raise Stopped(Fault.PRINTER_MUTE if silent_s > ANSWER_WITHIN_S + GRACE_S else None)
        online = self._talk.online()
        self._online = online is True
        if online is None:
            if self._talk.complaint is not None:
                raise Stopped(self._talk.complaint.fault)
            if silent_s > MUTE_AFTER_S:
                raise Stopped(Fault.PRINTER_MUTE)
            return
        self._heard = monotonic()
        if not online and (fault := self._talk.status().fault):
            raise Stopped(fault)


def answers_marks(talk: Dialogue) -> bool:
    """Whether this printer, idle and well, answers GS r 1."""
    talk.settle()
    talk.mark()
    end = monotonic() + ANSWER_WITHIN_S
    while not talk.marks and monotonic() < end:
        talk.listen(end - monotonic())
    return talk.marks > 0
