"""Waiting for a condition, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable


def came_about(condition: Callable[[], object], seconds: float) -> bool:
    """Whether the condition came to hold within ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def until(condition: Callable[[], object], seconds: float = 15.0) -> None:
    """Returns as soon as the condition holds; fails when it does not within ``seconds``."""
    assert came_about(condition, seconds), "it did not come about"
