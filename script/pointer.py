"""A pointer on an X screen, moved by real events (XTEST) without the start of a program for each."""

from __future__ import annotations

import os
import subprocess
import time
from types import TracebackType


class Pointer:
    """One finger on the screen ``display``. Pixels from the top left corner. To be closed, or used in ``with``."""

    def __init__(self, display: str) -> None:
        self._process = subprocess.Popen(
            ["xdotool", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**os.environ, "DISPLAY": display}
        )

    def __enter__(self) -> Pointer:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _place: TracebackType | None) -> None:
        self.close()

    def move(self, x: float, y: float) -> float:
        """Each act returns the monotonic time at which it was asked for; it takes well under a millisecond."""
        return self._ask(f"mousemove {round(x)} {round(y)}")

    def down(self) -> float:
        return self._ask("mousedown 1")

    def up(self) -> float:
        return self._ask("mouseup 1")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(5)

    def _ask(self, what: str) -> float:
        assert self._process.stdin is not None
        now = time.monotonic()
        self._process.stdin.write(f"{what}\n".encode())
        self._process.stdin.flush()
        return now
