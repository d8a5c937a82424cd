"""The voice: a program that is given sentences and gives samples, at the lowest priority that still gets somewhere.

Its input has one request a line, ``{"text": ..., "lang": ..., "rate": 1.0}``; each is answered by a line ``{"bytes": n}`` with
n bytes behind it (16 bit, mono, 22,050 Hz), or by ``{"silence": reason}``. ``{"identity": true}`` is answered by a line
``{"identity": ...}``. ``bangban-speak`` is one; what speaks so can take its place.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NICE = ("nice", "-n", "15")
ENCODER = ("sox", "-V1", "-t", "raw", "-r", "22050", "-e", "signed", "-b", "16", "-c", "1", "-", "-t", "ogg", "-C", "4", "-")
WITHIN_S = 120.0  # a sentence takes 2 s on an idle machine; the first one loads the model
ENCODED_WITHIN_S = 20.0
NOTHING_TO_SAY = ("no_sound", "no_voice")


class ProgramBroken(Exception):
    """It cannot be started, ended, or answered nothing in time."""


class VoiceProgram:
    """Started when it is first asked, used by one thread; ``end`` may come from any."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None

    def identity(self) -> str:
        return str(self._ask({"identity": True})[0]["identity"])

    def speak(self, lang: str, text: str) -> bytes:
        """An Ogg recording; empty when nothing in it can be said. Raises ``ProgramBroken``."""
        head, samples = self._ask({"text": text, "lang": lang, "rate": 1.0})
        if head.get("silence") in NOTHING_TO_SAY:
            return b""
        if not samples:
            raise ProgramBroken("no samples")
        return _encoded(samples)

    def end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        try:
            process = self._running()
            assert process.stdin is not None and process.stdout is not None
            with _no_longer_than(WITHIN_S, process):
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
                head = json.loads(process.stdout.readline())
                samples = process.stdout.read(int(head.get("bytes", 0)))
        except (OSError, ValueError, AttributeError) as trouble:
            self.end()
            raise ProgramBroken(type(trouble).__name__) from None
        if len(samples) < int(head.get("bytes", 0)):
            self.end()
            raise ProgramBroken("it ended")
        return head, samples

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [*NICE, str(self._program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process


@contextmanager
def _no_longer_than(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[None]:
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _encoded(samples: bytes) -> bytes:
    try:
        made = subprocess.run(ENCODER, input=samples, capture_output=True, timeout=ENCODED_WITHIN_S)
    except (OSError, subprocess.TimeoutExpired) as trouble:
        raise ProgramBroken(f"sox: {type(trouble).__name__}") from None
    if made.returncode != 0 or not made.stdout:
        raise ProgramBroken("sox refused the samples")
    return made.stdout
