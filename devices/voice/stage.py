"""The thread that speaks: one speech or cue after the other, each through a player of its own.

A cue and the speech that follows it share a player: the tick of a touch is heard while the first sentence is being found, and
a card that serves one player at a time is never asked for a second.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, wait
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from time import monotonic

from devices.ports import Cue, Tell, Utterance
from devices.types import SentenceStarted, SpeechEnded, SpeechStarted
from devices.voice.cues import tone
from devices.voice.engine import Silence
from devices.voice.output import Output
from devices.voice.player import ATTEND_S, Player, PlayerLost
from devices.voice.sound import Pcm, seconds, silence
from devices.voice.speech import Hushed, Speech
from devices.voice.studio import Order, Studio

SENTENCE_GAP_S = 0.25
CUE_S = 0.11  # a cue with the silence after it: what a player must have before it begins to sound
FOLLOWS_S = 0.3  # a speech that comes within this time of a cue goes on in its player
STALE_S = 0.3  # a cue that could not sound by then answers nothing any more

_LOOK_S = 0.2  # how soon a speech that waits for the first trial of the card sees that it was hushed

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ring:
    """A cue to sound; ``at``: when it was asked for, in seconds of the monotonic clock."""

    cue: Cue
    gain_db: float
    at: float


class Stage:
    """``judged``: the card was tried at least once. ``lost`` is set when a player found that the card has gone. ``card``: held
    while something sounds, for some cards serve one player at a time."""

    def __init__(self, name: str, studio: Studio, output: Output, passed_over: Callable[[Utterance, Silence], None]) -> None:
        self.judged = threading.Event()
        self.lost = threading.Event()
        self.card = threading.Lock()
        self._name = name
        self._studio = studio
        self._output = output
        self._passed_over = passed_over
        self._tell: Tell = lambda event: None
        self._tasks: SimpleQueue[Speech | Ring | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=f"voice {name}", daemon=True)

    def start(self, tell: Tell) -> None:
        self._tell = tell
        self._thread.start()

    def put(self, task: Speech | Ring) -> None:
        self._tasks.put(task)

    def stop(self, within_s: float) -> None:
        self._tasks.put(None)
        self.judged.set()
        if self._thread.is_alive():
            self._thread.join(within_s)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            lead: Player | None = None
            with self.card:
                if isinstance(task, Ring):
                    lead, task = self._ring(task)
                if task is not None:
                    self._speak(task, lead)

    # ---- cues ----

    def _ring(self, ring: Ring) -> tuple[Player | None, Speech | None]:
        """Sound it, and those that come right after it. The speech that follows, if one does, and the player to go on with."""
        command = self._output.command
        if command is None or monotonic() - ring.at > STALE_S:
            return None, None
        player: Player | None = None
        try:
            player = Player(command)
            following: Speech | Ring | None = ring
            while isinstance(following, Ring):
                sound = tone(following.cue)
                player.feed(sound, following.gain_db)
                player.feed(silence(max(0.0, CUE_S - seconds(sound))))
                following = self._following()
            if following is not None:
                return player, following
            player.finish()
        except PlayerLost:
            self.lost.set()
        if player is not None:
            player.close()
        return None, None

    def _following(self) -> Speech | Ring | None:
        try:
            task = self._tasks.get(timeout=FOLLOWS_S)
        except Empty:
            return None
        if task is None:
            self._tasks.put(None)  # to stop is said to the loop, not here
        return task

    # ---- speeches ----

    def _speak(self, speech: Speech, lead: Player | None) -> None:
        with speech:
            completed = self._guarded(speech, lambda: self._perform(speech, lead))
            self._tell(SpeechEnded(self._name, speech.token, completed))
            if completed:
                self._guarded(speech, lambda: self._let_drain(speech))

    def _guarded(self, speech: Speech, step: Callable[[], bool]) -> bool:
        try:
            return step()
        except (Hushed, CancelledError):
            return False
        except PlayerLost:
            if not speech.hushed.is_set():
                self.lost.set()
            return False
        except Exception as defect:  # the voice never dies of a defect; the message might quote a sentence
            where = "".join(traceback.format_tb(defect.__traceback__))
            _log.error("%s: unexpected %s\n%s", self._name, type(defect).__name__, where)
            return False

    def _perform(self, speech: Speech, lead: Player | None) -> bool:
        """Whether all was heard that could be expected. What must be synthesised is ordered at once, ahead of its turn."""
        player = speech.plays_on(lead) if lead is not None else None
        while not (self.judged.wait(_LOOK_S) or speech.hushed.is_set()):
            pass
        command = self._output.command
        if command is None:
            return False
        orders = [self._order(speech, utterance) for utterance in speech.utterances]
        complete, begun = True, False
        for index, (utterance, order) in enumerate(zip(speech.utterances, orders)):
            sound = self._sound(speech, utterance, order)
            if isinstance(sound, Silence):
                self._passed_over(utterance, sound)
                complete = complete and sound.expected
                continue
            if player is None:
                player = speech.plays_on(Player(command))
            if not begun:
                self._tell(SpeechStarted(self._name, speech.token))
            else:
                player.feed(silence(SENTENCE_GAP_S))
            begun = True
            player.mark(partial(self._tell, SentenceStarted(self._name, speech.token, index)))
            player.feed(sound, speech.gain_db)
        if player is not None:
            player.finish()
        return complete and begun

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
        while speech.player is not None and not wait([order], ATTEND_S).done:
            speech.player.attend()
        return order.result()
