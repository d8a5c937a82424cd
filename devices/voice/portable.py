"""The portable engine: pyttsx3 in a process of its own (``devices.voice.synthesise``)."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version

from devices.voice.program import ANSWER_WITHIN_S, START_WITHIN_S, ProgramEngine

REVISION = 2  # raised with every change in synthesise, pinyin or sound that is heard, so that nothing stale is spoken

_WORKER = (sys.executable, "-m", "devices.voice.synthesise")


class PortableEngine(ProgramEngine):
    """An :class:`devices.voice.engine.Engine`. The text goes through a pipe, so it is in no argument list and no file."""

    def __init__(
        self,
        *,
        worker: Sequence[str] = _WORKER,
        start_within_s: float = START_WITHIN_S,
        answer_within_s: float = ANSWER_WITHIN_S,
    ) -> None:
        super().__init__(worker=worker, start_within_s=start_within_s, answer_within_s=answer_within_s)

    @cached_property
    def identity(self) -> str:
        """Without starting the process: what it is made of is known here."""
        try:
            info = ctypes.CDLL("libespeak-ng.so.1").espeak_Info
            info.restype = ctypes.c_char_p
            espeak = (info(None) or b"").decode("ascii", "replace")
        except (OSError, AttributeError):
            espeak = "missing"
        return f"pyttsx3 {version('pyttsx3')}, espeak-ng {espeak}, pypinyin {version('pypinyin')}, revision {REVISION}"

    def warm(self) -> None:
        """Take what the first sentence would have to wait for: 40 ms for the identity, 0.35 s for the worker."""
        assert self.identity
        super().warm()
