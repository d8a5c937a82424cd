"""A clock moved by hand."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

START = datetime(2025, 3, 3, 1, 30, tzinfo=timezone.utc)  # a Monday, 09:30 in the hall


class HandClock:
    def __init__(self) -> None:
        self._passed = 0.0

    def monotonic(self) -> float:
        return self._passed

    def utc(self) -> datetime:
        return START + timedelta(seconds=self._passed)

    def move(self, seconds: float) -> None:
        self._passed += seconds
