"""Rules of the voices: who has asked for how much, what is ready, what has to be spoken."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from datetime import datetime
from pathlib import Path

from central.errors import TooMany, VoiceUnknown
from central.voices.program import ProgramBroken, VoiceProgram
from central.voices.renderer import Renderer
from central.voices.schemas import SentenceIn, SentenceOut, State
from central.voices.store import Store, hash_of

NEW_AN_HOUR = 3000
"""Sentences that one machine may have spoken anew in an hour; a hall has some 300, and as many numbers as it calls."""

log = logging.getLogger(__name__)


class Voices:
    """Thread-safe. Without a ``program`` nothing is spoken, and nothing is kept."""

    def __init__(self, folder: Path, program: Path | None) -> None:
        self._folder = folder
        self._program = program
        self._store = Store(folder)
        self._renderer = Renderer(folder, self._store, VoiceProgram(program)) if program else None
        self._identity: str | None = None
        self._asked: Counter[str] = Counter()
        self._hour: datetime | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        if self._renderer is not None:
            self._store.open()
            self._renderer.start()

    def close(self) -> None:
        if self._renderer is not None:
            self._renderer.close()

    def ask(self, machine: str, now: datetime, sentences: list[SentenceIn]) -> list[SentenceOut]:
        """Empty without a voice. Raises ``TooMany``; what was taken before it stays taken."""
        voice = self._voice()
        return [self._one(machine, now, hash_of(voice, each), each) for each in sentences] if voice else []

    def fetch(self, hash: str) -> bytes | None:
        """A recording; None while it is being waited for. Raises ``VoiceUnknown``."""
        if (data := self._store.read(hash)) is not None:
            return data
        if self._store.state(hash) != "waiting":
            raise VoiceUnknown("no such recording: ask for its sentence first")
        return None

    def _one(self, machine: str, now: datetime, hash: str, sentence: SentenceIn) -> SentenceOut:
        state: State | None = self._store.state(hash)
        if state is None:
            self._count(machine, now)
            if not self._store.want(hash, sentence):
                raise TooMany("too many sentences are waiting already")
            assert self._renderer is not None
            self._renderer.nudge()
            state = "waiting"
        return SentenceOut(hash=hash, state=state)

    def _count(self, machine: str, now: datetime) -> None:
        hour = now.replace(minute=0, second=0, microsecond=0)
        with self._lock:
            if hour != self._hour:
                self._hour, self._asked = hour, Counter()
            self._asked[machine] += 1
            if self._asked[machine] > NEW_AN_HOUR:
                raise TooMany("this machine asked for too many new sentences within the hour")

    def _voice(self) -> str | None:
        """Asked once; a program that doesn't answer is asked again with the next question."""
        with self._lock:
            if self._identity is None and self._program is not None:
                program = VoiceProgram(self._program)
                try:
                    self._identity = program.identity()
                except (ProgramBroken, KeyError) as trouble:
                    log.error("%s does not say what it is: %s", self._program, trouble)
                finally:
                    program.end()
            return self._identity
