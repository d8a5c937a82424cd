"""A synthesiser that is a program: supervised, given a line, giving samples; ended when it hangs, begun anew.

``devices.voice.synthesise`` says what passes through its pipes.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import threading
import time
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from devices.voice.engine import Silence
from devices.voice.sound import Pcm

START_WITHIN_S = 15.0  # a cold start takes 0.4 s; a kiosk that boots does a lot at once
ANSWER_WITHIN_S = 5.0  # two minutes of speech take 0.4 s


class _Dead(Exception):
    """The worker ended, or said what no worker says."""


class ProgramEngine:
    """An :class:`devices.voice.engine.Engine`. The text goes through a pipe, so it is in no argument list and no file."""

    def __init__(
        self,
        *,
        worker: Sequence[str],
        start_within_s: float = START_WITHIN_S,
        answer_within_s: float = ANSWER_WITHIN_S,
    ) -> None:
        self._command = tuple(worker)
        self._start_within = start_within_s
        self._answer_within = answer_within_s
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._lock = threading.Lock()  # guards the two above; never held during a synthesis

    @cached_property
    def identity(self) -> str:
        """As the program says. OSError when it doesn't."""
        try:
            return str(self._head({"identity": True})[0]["identity"])
        except (TimeoutError, _Dead, KeyError):
            self._end()
            raise OSError(f"{self._command[0]} does not say what it is") from None

    def warm(self) -> None:
        self.synthesise("", "zh", 1.0)

    def synthesise(self, text: str, lang: str, rate: float) -> Pcm | Silence:
        request = {"text": text, "lang": lang, "rate": rate}
        for _ in range(2):  # the worker may have died between two sentences; the second time it is the sentence
            try:
                return self._ask(request)
            except TimeoutError:
                self._end()
                return Silence.ENGINE_SLOW
            except (OSError, _Dead):
                self._end()
        return Silence.ENGINE_LOST

    def rest(self) -> None:
        self._end()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()  # a synthesis under way sees the end of its pipe, and reaps it
        self._end()

    # ---- the process ----

    def _ask(self, request: dict[str, Any]) -> Pcm | Silence:
        head, answers = self._head(request)
        try:
            if "silence" in head:
                return Silence(head["silence"])
            count = int(head["bytes"])
        except (ValueError, TypeError, KeyError):
            raise _Dead from None
        return answers.exactly(count)

    def _head(self, request: dict[str, Any]) -> tuple[dict[str, Any], _Answers]:
        process, begun = self._running()
        assert process.stdin is not None and process.stdout is not None
        deadline = time.monotonic() + self._answer_within + (self._start_within if begun else 0)
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
        answers = _Answers(process.stdout.fileno(), deadline)
        try:
            head = json.loads(answers.line())
        except ValueError:
            raise _Dead from None
        if not isinstance(head, dict):
            raise _Dead
        return head, answers

    def _running(self) -> tuple[subprocess.Popen[bytes], bool]:
        with self._lock:
            if self._closed:
                raise _Dead
            if self._process is not None and self._process.poll() is None:
                return self._process, False
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            return self._process, True

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be flushed has no reader any more
        pass


class _Answers:
    """Reads one answer from the worker's pipe, or raises TimeoutError at the deadline."""

    def __init__(self, pipe: int, deadline: float) -> None:
        self._pipe = pipe
        self._deadline = deadline
        self._held = b""

    def line(self) -> bytes:
        while b"\n" not in self._held:
            self._more()
        line, self._held = self._held.split(b"\n", 1)
        return line

    def exactly(self, count: int) -> bytes:
        pieces, had = [self._held], len(self._held)
        while had < count:
            self._held = b""
            self._more()
            pieces.append(self._held)
            had += len(self._held)
        return b"".join(pieces)

    def _more(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0 or not select.select([self._pipe], [], [], left)[0]:
            raise TimeoutError
        chunk = os.read(self._pipe, 1 << 16)
        if not chunk:
            raise _Dead
        self._held += chunk
