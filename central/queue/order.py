"""Whose turn it is. The rule stands here alone: the stored ``rank`` comes from it and the SQL sorts by it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, or_

from central.queue.models import Ticket

PRIORITY, NORMAL = 0, 1


def rank(priority: str | None) -> int:
    """绿色通道 before everybody else."""
    return NORMAL if priority is None else PRIORITY


def turn(rank: int, seq: int) -> tuple[int, int]:
    """Tickets are called from the least turn to the greatest: priority before normal, then in the order of issue."""
    return (rank, seq)


TURN = (Ticket.rank, Ticket.seq)
"""``turn`` as columns to sort by."""


def before(rank: BindParameter[Any], seq: BindParameter[Any]) -> ColumnElement[bool]:
    """``turn(ticket) < turn(rank, seq)`` in SQL."""
    return or_(Ticket.rank < rank, and_(Ticket.rank == rank, Ticket.seq < seq))
