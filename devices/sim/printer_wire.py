"""What the wires of a simulated printer share: there while the printer is on and plugged in, gone otherwise."""

from __future__ import annotations

import select
from threading import Event, RLock, Thread, current_thread

from devices.sim.printer import PrinterEngine

_GLANCE_S = 0.02


class PrinterWire:
    """Starts plugged in. A subclass says how to appear, to serve for a moment and to vanish. To be closed."""

    def __init__(self, engine: PrinterEngine) -> None:
        self.engine = engine
        self._lock = RLock()
        self._plugged = True
        self._there = False
        self._closed = Event()
        self._look()
        self._thread = Thread(target=self._run, name=f"{type(self).__name__}", daemon=True)
        self._thread.start()

    def __enter__(self) -> PrinterWire:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def plugged(self) -> bool:
        return self._plugged

    def unplug(self) -> None:
        """Done when this returns."""
        with self._lock:
            self._plugged = False
            self._look()

    def replug(self) -> None:
        with self._lock:
            self._plugged = True
            self._look()

    def close(self) -> None:
        self.unplug()
        self._closed.set()
        if self._thread is not current_thread():
            self._thread.join()
        self.engine.close()

    def _run(self) -> None:
        while not self._closed.is_set():
            with self._lock:
                self._look()
                file = self._file() if self._there and self.engine.room() else None
            if file is None:
                self._closed.wait(_GLANCE_S)
            elif _readable(file):
                with self._lock:
                    if self._there and file == self._file():
                        self._serve(self.engine.room())

    def _look(self) -> None:
        wanted = self._plugged and self.engine.on
        if wanted and not self._there:
            self._appear()
        elif self._there and not wanted:
            self.engine.connect(None)
            self._vanish()
        self._there = wanted

    def _appear(self) -> None:
        raise NotImplementedError

    def _file(self) -> int:
        """What becomes readable when there is something to serve."""
        raise NotImplementedError

    def _serve(self, room: int) -> None:
        """Hand in what came, at most ``room`` bytes, without waiting for it."""
        raise NotImplementedError

    def _vanish(self) -> None:
        raise NotImplementedError


def _readable(file: int) -> bool:
    """Looked at without the lock, so that a cable can be pulled meanwhile."""
    try:
        return bool(select.select([file], [], [], _GLANCE_S)[0])
    except (OSError, ValueError):
        return False
