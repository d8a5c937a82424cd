"""A quiet room: a private sound daemon, an ear, and a synthesiser that sings a tone for every sentence."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.ports import Utterance
from devices.types import DeviceDown, DeviceEvent, DeviceUp, SpeechEnded, SpeechStarted
from devices.voice.engine import Silence
from devices.voice.sound import Pcm
from devices.voice.speaker import VoiceSpeaker
from script.sound import Ear, SoundDaemon, tone, until, write_wav


class Tones:
    """An engine whose sentences are pure tones: "440" sounds at 440 Hz, "440 3" for three seconds; "mn" has no voice.

    A sentence in ``held`` is not finished before it is taken out; one in ``refused`` fails.
    """

    identity = "tones 1"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, float]] = []
        self.threads: set[int] = set()
        self.held: set[str] = set()
        self.refused: set[str] = set()
        self.closed = threading.Event()
        self.rests = self.warmed = 0

    def warm(self) -> None:
        self.warmed += 1

    def synthesise(self, text: str, lang: str, rate: float) -> Pcm | Silence:
        self.asked.append((text, lang, rate))
        self.threads.add(threading.get_ident())
        if lang == "mn":
            return Silence.NO_VOICE
        until(lambda: text not in self.held or self.closed.is_set(), "the sentence is let go", within=30)
        if text in self.refused:
            return Silence.ENGINE_REFUSED
        hz, _, length = text.partition(" ")
        return tone(float(hz), float(length or 0.2)).tobytes()

    def rest(self) -> None:
        self.rests += 1

    def close(self) -> None:
        self.closed.set()


class Told:
    """What a speaker told, with the questions that tests ask."""

    def __init__(self) -> None:
        self.events: list[DeviceEvent] = []

    def __call__(self, event: DeviceEvent) -> None:
        self.events.append(event)

    def ended(self, token: str) -> list[bool]:
        return [e.completed for e in list(self.events) if isinstance(e, SpeechEnded) and e.token == token]

    def started(self, token: str) -> int:
        return sum(isinstance(e, SpeechStarted) and e.token == token for e in list(self.events))

    def states(self) -> list[DeviceEvent]:
        return [e for e in list(self.events) if isinstance(e, DeviceUp | DeviceDown)]

    def wait_ended(self, token: str, within: float = 30) -> bool:
        until(lambda: bool(self.ended(token)), f"{token} has ended", within)
        return self.ended(token)[0]


@pytest.fixture(scope="module")
def daemon() -> Iterator[SoundDaemon]:
    daemon = SoundDaemon()
    try:
        daemon.start()
        yield daemon
    finally:
        daemon.close()


@pytest.fixture(scope="module")
def recorder(daemon: SoundDaemon) -> Iterator[Ear]:
    ear = Ear(daemon)
    yield ear
    ear.close()


@pytest.fixture
def ear(daemon: SoundDaemon, recorder: Ear, monkeypatch: pytest.MonkeyPatch) -> Ear:
    """A recording of this test alone."""
    for name, value in daemon.env.items():
        monkeypatch.setenv(name, value)
    recorder.forget()
    return recorder


@pytest.fixture
def voices(tmp_path: Path) -> Path:
    return tmp_path / "voices"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def engine() -> Tones:
    return Tones()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def build(voices: Path, cache: Path, told: Told) -> Iterator[Callable[..., VoiceSpeaker]]:
    """Makes and starts a speaker; all are stopped at the end."""
    built: list[VoiceSpeaker] = []

    def make(**options: object) -> VoiceSpeaker:
        speaker = VoiceSpeaker("voice", voices=voices, cache=cache, player="pacat", **options)  # type: ignore[arg-type]
        built.append(speaker)
        speaker.start(told)
        return speaker

    yield make
    for speaker in built:
        speaker.stop()


@pytest.fixture
def speaker(ear: Ear, build: Callable[..., VoiceSpeaker], engine: Tones, told: Told) -> VoiceSpeaker:
    """Up, with tones for a synthesiser."""
    speaker = build(engine=engine)
    until(lambda: told.states() == [DeviceUp("voice")], "the voice is up")
    return speaker


def sing(text: str, **more: object) -> Utterance:
    return Utterance(text=text, lang="zh", **more)  # type: ignore[arg-type]


def record(voices: Path, clip: str, hz: float, length_s: float = 0.2, lang: str = "zh") -> None:
    write_wav(voices / lang / f"{clip}.wav", tone(hz, length_s))
