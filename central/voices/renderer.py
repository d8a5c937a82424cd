"""Works off what is wanted: one thread in one process of a machine, whoever gets the lock."""

from __future__ import annotations

import fcntl
import logging
import threading
from io import TextIOWrapper
from pathlib import Path
from time import monotonic

from central.voices.program import ProgramBroken, VoiceProgram
from central.voices.store import Store

LOOK_EVERY_S = 5.0  # another process may have put something there
REST_AFTER_S = 60.0  # without work the program ends, and its 0.7 GB are free
PAUSE_S = 60.0  # after a trouble, which seldom goes away by itself

log = logging.getLogger(__name__)


class Renderer:
    def __init__(self, folder: Path, store: Store, program: VoiceProgram) -> None:
        self._folder = folder
        self._store = store
        self._program = program
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="central-voices", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def nudge(self) -> None:
        self._wake.set()

    def close(self) -> None:
        self._stopped.set()
        self._wake.set()
        self._program.end()  # a sentence under way is begun again the next time
        if self._thread.is_alive():
            self._thread.join(5.0)
        self._program.end()

    def _run(self) -> None:
        with (self._folder / "lock").open("w") as lock:
            worked = monotonic()
            while not self._stopped.is_set():
                if _held(lock) and self._work():
                    worked = monotonic()
                if monotonic() - worked > REST_AFTER_S:
                    self._program.end()
                self._wake.wait(LOOK_EVERY_S)
                self._wake.clear()

    def _work(self) -> bool:
        """Whether there was any. A sentence that makes trouble goes to the end: it holds up no other."""
        wanted = self._store.wanted()
        for hash, sentence in wanted:
            if self._stopped.is_set():
                break
            try:
                self._store.keep(hash, self._program.speak(sentence.lang, sentence.text))
            except (ProgramBroken, OSError) as trouble:
                if not self._stopped.is_set():
                    log.error("a sentence could not be spoken, and is tried again later: %s", trouble)
                    self._store.put_off(hash)
                    self._stopped.wait(PAUSE_S)
        return bool(wanted)


def _held(lock: TextIOWrapper) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
