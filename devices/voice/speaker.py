"""The voice of a terminal: a :class:`devices.ports.Speaker`.

Three threads: one watches the sound card (:class:`devices.link.Link`), one speaks (``stage``), one synthesises (``studio``).
``say`` and ``hush`` kill the player in the caller's thread, which takes a signal, and leave the rest to the speaking thread.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from devices.link import STOP_WITHIN_S, Link
from devices.ports import Cue, Tell, Utterance
from devices.types import Fault
from devices.voice.cache import LIMIT_BYTES, SentenceCache
from devices.voice.clips import Clips
from devices.voice.engine import Engine, Silence
from devices.voice.output import Output
from devices.voice.player import PLAYERS, PlayerLost
from devices.voice.portable import PortableEngine
from devices.voice.shelf import Shelf
from devices.voice.speech import Speech
from devices.voice.stage import Ring, Stage
from devices.voice.studio import Studio

WATCH_S = 20.0  # how often an idle card is tried
QUIETEST_DB = -60.0

_LOOK_S = 0.2  # how soon the watching thread sees that it is to stop

_log = logging.getLogger(__name__)


class VoiceSpeaker:
    """Speaks clips, cached sentences and the synthesiser's, one speech at a time.

    ``voices``: the folder of recordings. ``cache``: a folder of this device alone. ``player``: "pacat" or "aplay"; None takes the
    first that works. ``sink``, ``headphone_sink``: as of :class:`devices.voice.output.Output`. ``calibration_db``: the digital
    gain at which the hall measured its level (65 dB(A) at the resident's ear), -40 to 0; ``gain_db`` of a speech is added to
    it, and the sum is never above 0, so that nothing clips. ValueError for a player or a calibration that does not exist.

    While there is no card every speech ends at once, not completed. A sentence that nothing can say is passed over and counted
    in ``silences`` by language and reason.
    """

    def __init__(
        self,
        name: str,
        *,
        voices: Path,
        cache: Path,
        player: str | None = None,
        sink: str | None = None,
        headphone_sink: str | None = None,
        calibration_db: float = 0.0,
        cache_limit_bytes: int = LIMIT_BYTES,
        engine: Engine | None = None,
        watch_s: float = WATCH_S,
    ) -> None:
        if player is not None and player not in PLAYERS:
            raise ValueError(f"player: one of {', '.join(PLAYERS)}")
        if not -40.0 <= calibration_db <= 0.0:
            raise ValueError("calibration_db: -40 to 0")
        self.name = name
        self.silences: Counter[tuple[str, Silence]] = Counter()
        self._output = Output((player,) if player else tuple(PLAYERS), sink, headphone_sink)
        self._calibration_db = calibration_db
        self._watch_s = watch_s
        sentences = SentenceCache(cache, cache_limit_bytes)
        self._studio = Studio(Clips(voices), Shelf(cache / "sent"), sentences, engine or PortableEngine())
        self._stage = Stage(name, self._studio, self._output, self._pass_over)
        self._link = Link(name, self._watch, Fault.VOICE_DOWN)
        self._current: Speech | None = None
        self._lock = threading.Lock()
        self._rate = 1.0

    # ---- for the kiosk ----

    def start(self, tell: Tell) -> None:
        self._studio.start()
        self._link.start(tell)
        self._stage.start(self._link.tell)

    def stop(self) -> None:
        self.hush()
        self._link.stop()
        self._studio.close(STOP_WITHIN_S / 2)
        self._stage.stop(STOP_WITHIN_S / 2)

    def say(self, token: str, utterances: Sequence[Utterance], *, rate: float = 1.0, gain_db: float = 0.0) -> None:
        self._rate = min(max(rate, 0.5), 2.0)
        speech = Speech(token, tuple(utterances), self._rate, self._gain(gain_db))
        self._replace(speech)
        self._studio.wake()
        self._stage.put(speech)

    def cue(self, cue: Cue, *, gain_db: float = 0.0) -> None:
        self._stage.put(Ring(cue, self._gain(gain_db), monotonic()))

    def listen(self, private: bool) -> None:
        self.hush()
        self._output.private = private

    def hush(self) -> None:
        self._replace(None)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """At the rate of the last speech."""
        self._studio.prepare(utterances, self._rate)

    def wants(self, utterance: Utterance, mark: str | None = None) -> bool:
        return self._studio.wants(utterance, mark)

    def keep(self, utterance: Utterance, mark: str, recording: bytes) -> None:
        self._studio.keep(utterance, mark, recording)

    def _gain(self, gain_db: float) -> float:
        return max(QUIETEST_DB, min(0.0, self._calibration_db + gain_db))

    def _replace(self, speech: Speech | None) -> None:
        with self._lock:
            before, self._current = self._current, speech
        if before is not None:
            before.hush()

    # ---- the watching thread ----

    def _watch(self, link: Link) -> None:
        try:
            found = self._output.find()
        finally:
            self._stage.judged.set()
        if not found:
            raise PlayerLost("no player sounds")
        try:
            self._stage.lost.clear()
            link.up()
            tried = monotonic()
            while not link.stopping:
                if self._stage.lost.wait(_LOOK_S):
                    raise PlayerLost("during a speech")
                if monotonic() - tried > self._watch_s:
                    self._try_idle_card()
                    tried = monotonic()
        finally:
            self._output.lose()

    def _try_idle_card(self) -> None:
        if not self._stage.card.acquire(blocking=False):
            return  # a speech is trying it
        try:
            if not self._output.find():
                raise PlayerLost("while idle")
        finally:
            self._stage.card.release()

    # ---- the speaking thread ----

    def _pass_over(self, utterance: Utterance, reason: Silence) -> None:
        self.silences[utterance.lang, reason] += 1
        if self.silences[utterance.lang, reason] == 1:
            _log.warning("%s: a sentence in %s was not spoken: %s", self.name, utterance.lang, reason.value)
