"""Zinnia's recogniser: its model is in memory only while somebody writes."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from devices.link import Link
from devices.ports import Tell
from devices.types import Fault, Stroke
from devices.writing.library import Model
from devices.writing.steady import SIZE, orders, steadied

CHINESE = "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model"  # Debian: tegaki-zinnia-simplified-chinese
LOOKED_AT = 400  # characters of an order: among fewer a search in a hall would miss some
UNWRITTEN = 0.2  # so much less likely is an order that was not written
KEPT_S = 60.0  # after the last character
LOOK_S = 5.0


class ZinniaRecogniser:
    """``model``: None for Debian's of simplified Chinese, 6763 characters (GB 2312)."""

    def __init__(self, *, name: str, model: str | None = None) -> None:
        self.name = name
        self._path = Path(model or CHINESE)
        self._lock = threading.Lock()
        self._model: Model | None = None
        self._used = 0.0
        self._link = Link(name, self._live, Fault.WRITING_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()
        self._release()

    def recognise(self, strokes: Sequence[Stroke], most: int, among: str = "") -> tuple[str, ...]:
        """Nothing is recognised by a model that cannot be opened; the link tells that it is down."""
        steady = steadied(strokes)
        if not steady:
            return ()
        with self._lock:
            self._used = monotonic()
            try:
                self._model = self._model or Model(self._path)
            except OSError:
                return ()
            scores = self._scores(self._model, steady)
        found = sorted(scores, key=lambda char: -scores[char])
        return tuple(char for char in found if not among or char in among)[:most]

    def _scores(self, model: Model, steady: tuple[Stroke, ...]) -> dict[str, float]:
        """Each character by the best of the orders; those that were not written count less."""
        best: dict[str, float] = {}
        for place, strokes in enumerate(orders(steady)):
            for char, score in model.classify(strokes, SIZE, LOOKED_AT):
                best[char] = max(best.get(char, score - UNWRITTEN), score - (UNWRITTEN if place else 0.0))
        return best

    def _live(self, link: Link) -> None:
        Model(self._path).close()
        link.up()
        while not link.wait(LOOK_S):
            with self._lock:
                rests = monotonic() - self._used > KEPT_S
            if rests:
                self._release()

    def _release(self) -> None:
        with self._lock:
            model, self._model = self._model, None
            if model is not None:
                model.close()
