"""The keeper looks every minute whether a day has begun, and tries again what failed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from central import keeper
from central.context import Context
from tests.kit.central import running_central

PATIENCE = 15.0
DAY = 24 * 3600.0


def wait_for(count: int, calls: list[Context]) -> None:
    deadline = time.monotonic() + PATIENCE
    while len(calls) < count:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_it_tidies_once_a_day_and_again_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[Context] = []
    looks: list[Context] = []

    def tidy(context: Context) -> None:
        calls.append(context)
        if len(calls) == 1:
            raise OSError("the disk is full")

    monkeypatch.setattr(keeper, "LOOK_EVERY_S", 0.01)
    monkeypatch.setattr(keeper, "tidy", tidy)
    monkeypatch.setattr(keeper, "check_ratings", looks.append)
    with running_central(tmp_path) as central:
        wait_for(2, calls)
        wait_for(1, looks)
        central.clock.move(DAY)
        wait_for(3, calls)
        wait_for(2, looks)
    assert len(calls) == 3, "not more often than that"
    assert "tidying failed" in caplog.text and "the disk is full" in caplog.text
