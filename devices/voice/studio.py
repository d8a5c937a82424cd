"""From a sentence to its sound, by the first that there is: a clip; clips of its parts, if a person recorded them all; a
recording that was sent, of the sentence or of each of its clauses; rendered clips of its parts, which sound patched; a cached
sentence; the synthesiser.

Clips and the cache answer at once. The synthesiser works on one thread of its own: what is to be spoken comes before what is
only being prepared.
"""

from __future__ import annotations

import itertools
import logging
import threading
import traceback
from collections.abc import Sequence
from concurrent.futures import Future, InvalidStateError
from pathlib import Path
from queue import Empty, PriorityQueue

from devices.ports import Utterance
from devices.voice.cache import SentenceCache
from devices.voice.clips import PART_GAP_S, RECORDED, Clips
from devices.voice.engine import Engine, Silence
from devices.voice.shelf import Shelf
from devices.voice.sound import Pcm

Order = Future[Pcm | Silence]  # can be cancelled until its sound is there

CLAUSE_GAP_S = 0.2  # where a speaker pauses

_NOW, _AWAKE, _LATER = range(3)
BEGINS_S = 2.0  # without a sentence to make: the start of a synthesiser takes a core, which until then opens the window
REST_S = 60.0  # without a sentence to make; then the synthesiser gives back its memory, 70 MB with the phrases of pinyin
_Task = tuple[int, int, Order, Utterance, float]

_log = logging.getLogger(__name__)


class Studio:
    def __init__(self, clips: Clips, shelf: Shelf, cache: SentenceCache, engine: Engine) -> None:
        self._clips = clips
        self._shelf = shelf
        self._cache = cache
        self._engine = engine
        self._tasks: PriorityQueue[_Task] = PriorityQueue()
        self._count = itertools.count()
        self._closed = threading.Event()
        self._resting = False
        self._thread = threading.Thread(target=self._work, name="voice studio", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, within_s: float) -> None:
        self._closed.set()
        self._engine.close()
        self._put(_NOW, Utterance("", ""), 1.0)  # wakes the thread
        if self._thread.is_alive():
            self._thread.join(within_s)

    # ---- for the speaker ----

    def has(self, utterance: Utterance, rate: float) -> bool:
        """Whether :meth:`at_hand` will find something; looks at names alone."""
        if self._recordings(utterance):
            return True
        return not utterance.private and self._cached(utterance, rate).is_file()

    def at_hand(self, utterance: Utterance, rate: float) -> Pcm | None:
        """The sound, if no synthesiser is needed for it."""
        for paths, gap_s in self._recordings(utterance):
            if pcm := self._clips.sound(paths, rate, gap_s):
                return pcm
        return None if utterance.private else self._cache.load(self._cached(utterance, rate))

    def wake(self) -> None:
        """Somebody is there: a synthesiser that rests gets ready for what nobody could prepare."""
        if self._resting:
            self._resting = False
            self._put(_AWAKE, Utterance("", ""), 1.0)

    def order(self, utterance: Utterance, rate: float) -> Order:
        return self._put(_NOW, utterance, rate)

    def prepare(self, utterances: Sequence[Utterance], rate: float) -> None:
        """Into the cache, as long as it has room, when there is nothing to speak; private sentences never."""
        for utterance in utterances:
            if not utterance.private:
                self._put(_LATER, utterance, rate)

    def wants(self, utterance: Utterance, mark: str | None = None) -> bool:
        if utterance.private or self._clip(utterance) or _by_a_person(self._parts(utterance)):
            return False
        held = self._shelf.mark(utterance.lang, utterance.text)
        return held is None or (mark is not None and held != mark)

    def keep(self, utterance: Utterance, mark: str, recording: bytes) -> None:
        if not utterance.private:
            self._shelf.keep(utterance.lang, utterance.text, mark, recording)

    # ---- the layers ----

    def _recordings(self, utterance: Utterance) -> list[tuple[list[Path], float]]:
        """Each a way to say it: recordings in order, and the seconds between them."""
        parts = self._parts(utterance)
        found = [
            (self._clip(utterance), 0.0),
            (parts if _by_a_person(parts) else [], PART_GAP_S),
            (self._sent(utterance.lang, (utterance.text,)), 0.0),
            (self._sent(utterance.lang, utterance.clauses), CLAUSE_GAP_S),
            (parts, PART_GAP_S),
        ]
        return [(paths, gap_s) for paths, gap_s in found if paths]

    def _clip(self, utterance: Utterance) -> list[Path]:
        whole = self._clips.path(utterance.lang, utterance.clip, utterance.text)
        return [whole] if whole else []

    def _parts(self, utterance: Utterance) -> list[Path]:
        return self._clips.paths(utterance.lang, utterance.parts)

    def _sent(self, lang: str, texts: Sequence[str]) -> list[Path]:
        """A recording of each, or nothing at all."""
        paths = [self._shelf.path(lang, text) for text in texts]
        return [path for path in paths if path is not None] if all(paths) else []

    def _cached(self, utterance: Utterance, rate: float) -> Path:
        return self._cache.path(self._engine.identity, utterance.lang, utterance.text, rate)

    # ---- the thread ----

    def _put(self, urgency: int, utterance: Utterance, rate: float) -> Order:
        order: Order = Future()
        self._tasks.put((urgency, next(self._count), order, utterance, rate))
        return order

    def _work(self) -> None:
        patience_s, then = BEGINS_S, self._engine.warm
        while True:
            try:
                urgency, _, order, utterance, rate = self._tasks.get(timeout=patience_s)
            except Empty:
                then()
                patience_s, then = REST_S, self._rest
                continue
            if self._closed.is_set():
                return
            if urgency == _AWAKE:
                self._engine.warm()
                continue
            if order.cancelled() or (urgency == _LATER and (self.has(utterance, rate) or not self._cache.room())):
                continue
            sound = self._make(utterance, rate)
            try:
                order.set_result(sound)
            except InvalidStateError:  # hushed meanwhile
                pass

    def _rest(self) -> None:
        self._resting = True
        self._engine.rest()

    def _make(self, utterance: Utterance, rate: float) -> Pcm | Silence:
        try:
            sound = self._engine.synthesise(utterance.text, utterance.lang, rate)
            if not isinstance(sound, Silence) and not utterance.private:
                self._cache.store(self._cached(utterance, rate), sound)
            return sound
        except Exception as defect:  # of an engine that does raise; its message might quote the sentence
            where = "".join(traceback.format_tb(defect.__traceback__))
            _log.error("synthesis: unexpected %s\n%s", type(defect).__name__, where)
            return Silence.ENGINE_REFUSED


def _by_a_person(paths: Sequence[Path]) -> bool:
    return bool(paths) and all(path.parent.name == RECORDED for path in paths)
