"""The voice of a terminal: a :class:`devices.ports.Speaker`.

Three threads: one watches the sound card (:class:`devices.link.Link`), one speaks, one synthesises (``studio``). ``say`` and
``hush`` kill the player in the caller's thread, which takes a signal, and leave the rest to the speaking thread.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from queue import SimpleQueue
from time import monotonic

from devices.link import STOP_WITHIN_S, Link
from devices.ports import Tell, Utterance
from devices.types import Fault, SpeechEnded, SpeechStarted
from devices.voice.cache import LIMIT_BYTES, SentenceCache
from devices.voice.clips import Clips
from devices.voice.engine import Engine, Silence
from devices.voice.player import PLAYERS, Player, PlayerLost, sounds
from devices.voice.portable import PortableEngine
from devices.voice.sound import Pcm, silence
from devices.voice.speech import Hushed, Speech
from devices.voice.studio import Order, Studio

SENTENCE_GAP_S = 0.25
WATCH_S = 20.0  # how often an idle card is tried
QUIETEST_DB = -60.0

_LOOK_S = 0.2  # how soon the watching thread sees that it is to stop

_log = logging.getLogger(__name__)


class VoiceSpeaker:
    """Speaks clips, cached sentences and the synthesiser's, one speech at a time.

    ``voices``: the folder of recordings. ``cache``: a folder of this device alone. ``player``: "pacat" or "aplay"; None takes the
    first that works. ``calibration_db``: the digital gain at which the hall measured its level (65 dB(A) at the resident's
    ear), -40 to 0; ``gain_db`` of a speech is added to it. ValueError for a player or a calibration that does not exist.

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
        self._commands = [PLAYERS[player]] if player else list(PLAYERS.values())
        self._calibration_db = calibration_db
        self._watch_s = watch_s
        self._studio = Studio(Clips(voices), SentenceCache(cache, cache_limit_bytes), engine or PortableEngine())
        self._link = Link(name, self._watch, Fault.VOICE_DOWN)
        self._command: Sequence[str] | None = None  # of the player; None while there is no card
        self._judged = threading.Event()  # the card was tried at least once
        self._lost = threading.Event()  # a speech found that the card has gone
        self._card = threading.Lock()  # some cards serve one player at a time
        self._speeches: SimpleQueue[Speech | None] = SimpleQueue()
        self._current: Speech | None = None
        self._lock = threading.Lock()
        self._rate = 1.0
        self._thread = threading.Thread(target=self._work, name=f"voice {name}", daemon=True)

    # ---- for the kiosk ----

    def start(self, tell: Tell) -> None:
        self._studio.start()
        self._link.start(tell)
        self._thread.start()

    def stop(self) -> None:
        self.hush()
        self._speeches.put(None)
        self._link.stop()
        self._judged.set()
        self._studio.close(STOP_WITHIN_S / 2)
        if self._thread.is_alive():
            self._thread.join(STOP_WITHIN_S / 2)

    def say(self, token: str, utterances: Sequence[Utterance], *, rate: float = 1.0, gain_db: float = 0.0) -> None:
        self._rate = min(max(rate, 0.5), 2.0)
        gain_db = max(QUIETEST_DB, self._calibration_db + min(gain_db, 0.0))
        speech = Speech(token, tuple(utterances), self._rate, gain_db)
        self._replace(speech)
        self._speeches.put(speech)

    def hush(self) -> None:
        self._replace(None)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """At the rate of the last speech."""
        self._studio.prepare(utterances, self._rate)

    def _replace(self, speech: Speech | None) -> None:
        with self._lock:
            before, self._current = self._current, speech
        if before is not None:
            before.hush()

    # ---- the watching thread ----

    def _watch(self, link: Link) -> None:
        try:
            self._command = next((command for command in self._commands if sounds(command)), None)
        finally:
            self._judged.set()
        if self._command is None:
            raise PlayerLost("no player sounds")
        try:
            self._lost.clear()
            link.up()
            tried = monotonic()
            while not link.stopping:
                if self._lost.wait(_LOOK_S):
                    raise PlayerLost("during a speech")
                if monotonic() - tried > self._watch_s:
                    self._try_idle_card(self._command)
                    tried = monotonic()
        finally:
            self._command = None

    def _try_idle_card(self, command: Sequence[str]) -> None:
        if not self._card.acquire(blocking=False):
            return  # a speech is trying it
        try:
            if not sounds(command):
                raise PlayerLost("while idle")
        finally:
            self._card.release()

    # ---- the speaking thread ----

    def _work(self) -> None:
        while (speech := self._speeches.get()) is not None:
            with self._card, speech:
                completed = self._guarded(speech, self._perform)
                self._link.tell(SpeechEnded(self.name, speech.token, completed))
                if completed:
                    self._guarded(speech, self._let_drain)
            with self._lock:
                if self._current is speech:
                    self._current = None

    def _guarded(self, speech: Speech, step: Callable[[Speech], bool]) -> bool:
        try:
            return step(speech)
        except (Hushed, CancelledError):
            return False
        except PlayerLost:
            if not speech.hushed.is_set():
                self._lost.set()
            return False
        except Exception as defect:  # the voice never dies of a defect; the message might quote a sentence
            where = "".join(traceback.format_tb(defect.__traceback__))
            _log.error("%s: unexpected %s\n%s", self.name, type(defect).__name__, where)
            return False

    def _perform(self, speech: Speech) -> bool:
        """Whether all was heard that could be expected. What must be synthesised is ordered at once, ahead of its turn."""
        while not (self._judged.wait(_LOOK_S) or speech.hushed.is_set()):
            pass
        command = self._command
        if command is None:
            return False
        orders = [self._order(speech, utterance) for utterance in speech.utterances]
        player: Player | None = None
        complete = True
        for utterance, order in zip(speech.utterances, orders):
            sound = self._sound(speech, utterance, order)
            if isinstance(sound, Silence):
                self._pass_over(utterance, sound)
                complete = complete and sound.expected
                continue
            if player is None:
                player = speech.plays_on(Player(command))
                self._link.tell(SpeechStarted(self.name, speech.token))
            else:
                player.feed(silence(SENTENCE_GAP_S))
            player.feed(sound, speech.gain_db)
        if player is None:
            return False
        player.finish()
        return complete

    def _let_drain(self, speech: Speech) -> bool:
        if speech.player is not None:
            speech.player.drain()
        return True

    def _order(self, speech: Speech, utterance: Utterance) -> Order | None:
        if self._studio.has(utterance, speech.rate):
            return None
        return speech.waits_for(self._studio.order(utterance, speech.rate))

    def _sound(self, speech: Speech, utterance: Utterance, order: Order | None) -> Pcm | Silence:
        if order is None:
            if pcm := self._studio.at_hand(utterance, speech.rate):
                return pcm
            order = speech.waits_for(self._studio.order(utterance, speech.rate))  # the recording is damaged
        return order.result()

    def _pass_over(self, utterance: Utterance, reason: Silence) -> None:
        self.silences[utterance.lang, reason] += 1
        if self.silences[utterance.lang, reason] == 1:
            _log.warning("%s: a sentence in %s was not spoken: %s", self.name, utterance.lang, reason.value)
