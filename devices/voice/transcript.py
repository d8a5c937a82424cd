"""A speaker for tests and for looking in: writes down what would be said, and says nothing."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devices.ports import Cue, Tell, Utterance
from devices.types import DeviceEvent, DeviceUp, SentenceStarted, SpeechEnded, SpeechStarted


@dataclass(frozen=True)
class Said:
    token: str
    utterances: tuple[Utterance, ...]
    rate: float
    gain_db: float


class TranscriptSpeaker:
    """Every speech is over as soon as it is said, completed. The last ``keep`` are in ``said``.

    With a ``path`` each sentence is also a line of JSON there, for a person to follow; a private one without its text.
    """

    def __init__(self, name: str, *, path: Path | None = None, keep: int = 200) -> None:
        self.name = name
        self.said: deque[Said] = deque(maxlen=keep)
        self.prepared: deque[Utterance] = deque(maxlen=keep)
        self.cues: deque[Cue] = deque(maxlen=keep)
        self.private = False
        self.hushes = 0
        self._path = path
        self._tell: Tell | None = None
        self._lock = threading.Lock()

    def start(self, tell: Tell) -> None:
        self._tell = tell
        tell(DeviceUp(self.name))

    def stop(self) -> None:
        self._tell = None

    def say(self, token: str, utterances: Sequence[Utterance], *, rate: float = 1.0, gain_db: float = 0.0) -> None:
        self.said.append(Said(token, tuple(utterances), rate, gain_db))
        self._write(token, utterances)
        if utterances:
            self._told(SpeechStarted(self.name, token))
        for index, _ in enumerate(utterances):
            self._told(SentenceStarted(self.name, token, index))
        self._told(SpeechEnded(self.name, token, completed=bool(utterances)))

    def cue(self, cue: Cue, *, gain_db: float = 0.0) -> None:
        self.cues.append(cue)

    def listen(self, private: bool) -> None:
        self.private = private

    def hush(self) -> None:
        self.hushes += 1

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        self.prepared.extend(utterances)

    def wants(self, utterance: Utterance, mark: str | None = None) -> bool:
        return False

    def keep(self, utterance: Utterance, mark: str, recording: bytes) -> None:
        pass

    def texts(self) -> list[str]:
        """All sentences that are remembered, in order."""
        return [utterance.text for said in self.said for utterance in said.utterances]

    def _told(self, event: DeviceEvent) -> None:
        if self._tell is not None:
            self._tell(event)

    def _write(self, token: str, utterances: Sequence[Utterance]) -> None:
        if self._path is None:
            return
        lines = [
            {"token": token, "lang": said.lang, "clip": said.clip, "text": None if said.private else said.text}
            for said in utterances
        ]
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
