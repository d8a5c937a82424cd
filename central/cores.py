"""Which core a process keeps to.

The loop's thread and the writer's take turns with Python's lock: every step of SQLite lets it go. On two cores each hand-over is
a wake-up across them, some sixteen a ticket; on one core there is none. Measured on two cores, 32 terminals, SQLite: 2,300
tickets a second on one core against 1,400 to 1,600 on both (docs/performance.md).
"""

from __future__ import annotations

import os

_ALL = os.sched_getaffinity(0)


def stay(turn: int = 0) -> None:
    """The calling thread, and those it starts from now on, keep to one core. ``turn``: processes of other turns take other
    ones, as long as there are any."""
    mine = sorted(_ALL)
    os.sched_setaffinity(0, {mine[turn % len(mine)]})


def roam() -> None:
    """The calling thread may run anywhere: for work that takes a core for itself and needs no lock of Python's."""
    os.sched_setaffinity(0, _ALL)
