"""Moments as pages carry them."""

from __future__ import annotations

from datetime import datetime


def stamped(moment: datetime) -> str:
    """For the ``datetime`` of a ``<time>``: UTC, to the second."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
