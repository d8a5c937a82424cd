"""From a touch to the first sound, and from the next touch to silence: the real runner, voice, speaker and player, on the null
sink of a private sound daemon, timed by what comes out of its monitor.

A touch begins as the event that the glass posts; what a finger and the window's loop take before it is in bench/glass. The flow
has two views, one that speaks and one that is silent, so that each touch does one thing. Milliseconds.
"""

from __future__ import annotations

import math
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic

from devices.ports import Utterance
from devices.types import DeviceEvent, DeviceUp
from devices.voice.portable import PortableEngine
from devices.voice.render import Line, render
from devices.voice.speaker import VoiceSpeaker
from kiosk.aloud import Voice
from kiosk.clock import SystemClock
from kiosk.effects import Effect
from kiosk.events import Event, Touched
from kiosk.flows.step import Flow, Now
from kiosk.journal import Journal
from kiosk.runner import Runner
from kiosk.text.speech import Spoken
from kiosk.views import Choice, Menu, View, msg
from kiosk.visit import Shown
from script.sound import Ear, SoundDaemon, until

SOUND_BAR_MS, SILENCE_BAR_MS = 200, 100  # accessibility.md: first sound after a touch, silence after the next
HEARD_S = 0.08  # of each speech, before the next touch
QUIET_S = 0.12
AHEAD_S = 0.05  # the null sink gives its monitor what a card would sound so much later: added to every figure
LONG = "您好，请把身份证放在读卡器上。没带卡的，请直接按下面要办的事。"
DIGITS = {"digit-0": "零", "digit-2": "二", "digit-3": "三"}
PARTS = {"call-please": "请", "letter-A": "A", **DIGITS, "call-to": "号，到", "call-window": "号窗口"}
CALL = ("call-please", "letter-A", "digit-0", "digit-2", "digit-3", "call-to", "digit-3", "call-window")


@dataclass(frozen=True)
class Kind:
    name: str
    sentence: Callable[[int], Utterance]


class Bench:
    def __init__(self, folder: Path, daemon: SoundDaemon) -> None:
        voices = folder / "voices"
        engine = PortableEngine()
        render([Line("zh", "greeting", LONG), *(Line("zh", clip, text) for clip, text in PARTS.items())], voices, engine)
        engine.close()
        self.ear = Ear(daemon)
        self.speaker = VoiceSpeaker("voice", voices=voices, cache=folder / "cache")
        self._send(voices / "zh" / "greeting.wav")
        self._up = threading.Event()
        self._saying: Utterance | None = None
        self._shown: Shown | None = None
        self._runner = Runner(
            Flow("terminal", lambda visit: False, _turned, _view),
            {},
            workers=lambda effect, work: None,
            show=self._show,
            voice=Voice(self.speaker, self._sentences, clicks=False),
            journal=Journal(folder / "journal.jsonl"),
            clock=SystemClock(),
        )
        self._thread = threading.Thread(target=self._runner.run, name="runner")

    def start(self) -> None:
        self._thread.start()
        self.speaker.start(self._told)
        assert self._up.wait(20), "the voice is not up"

    def stop(self) -> None:
        self._runner.stop()
        self._thread.join(5)
        self.speaker.stop()
        self.ear.close()

    def one(self, sentence: Utterance) -> tuple[float, float]:
        """Milliseconds from a touch to the first sound, and from the next to the last."""
        self._saying = sentence
        mark, touched = self.ear.now(), monotonic()
        self._touch()
        first = self.ear.wait_for_sound(mark, lasting=HEARD_S)
        again = monotonic()
        self._touch()
        last = self.ear.wait_for_silence(mark, lasting=QUIET_S)
        return (first - touched + AHEAD_S) * 1000, max(0.0, last - again + AHEAD_S) * 1000

    def _touch(self) -> None:
        assert self._shown is not None
        before = self._shown
        self._runner.post(Touched(before.seq, "turn"))
        until(lambda: self._shown is not before, "the next view")

    def _show(self, shown: Shown) -> None:
        self._shown = shown

    def _told(self, event: DeviceEvent) -> None:
        if isinstance(event, DeviceUp):
            self._up.set()
        self._runner.post(event)

    def _sentences(self, view: View, tools: Sequence[Choice], lang: str) -> tuple[Spoken, ...]:
        one = self._saying
        if one is None or view.title.id == SILENT.title.id:
            return ()
        return (Spoken("title", one.text, one.lang, one.clip, one.parts, one.private),)

    def _send(self, wav: Path) -> None:
        """A recording as the central service sends it."""
        ogg = wav.with_suffix(".sent.ogg")
        os.spawnlp(os.P_WAIT, "sox", "sox", str(wav), str(ogg))
        self.speaker.keep(SENT, "0a", ogg.read_bytes())
        ogg.unlink()


SPEAKING = Menu(msg("help-title"), choices=(Choice("turn", msg("go-back")),))
SILENT = Menu(msg("home-title"), choices=(Choice("turn", msg("go-back")),))
SENT = Utterance(LONG + "谢谢。", "zh")
CACHED = Utterance(LONG + "再见。", "zh")


def _turned(state: bool, event: Event, now: Now) -> tuple[bool, tuple[Effect, ...]]:
    return state != isinstance(event, Touched), ()


def _view(state: bool, now: Now) -> View:
    return SPEAKING if state else SILENT


def kinds() -> Iterator[Kind]:
    yield Kind("a clip", lambda n: Utterance(LONG, "zh", clip="greeting"))
    yield Kind("a call from eight clips", lambda n: Utterance("请A零二三号，到三号窗口", "zh", parts=CALL))
    yield Kind("a recording that was sent", lambda n: SENT)
    yield Kind("a cached sentence", lambda n: CACHED)
    yield Kind("the portable voice, 33 characters", lambda n: Utterance(f"{_number(n)}，{LONG}", "zh"))


def _number(n: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in f"{n:02}")


def percentile(values: Sequence[float], part: float) -> float:
    """The least value that ``part`` of them do not exceed."""
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]


def _row(kind: Kind, tries: list[tuple[float, float]]) -> str:
    columns = []
    for values, bar in zip(zip(*tries), (SOUND_BAR_MS, SILENCE_BAR_MS)):
        verdict = "met" if percentile(values, 0.99) <= bar else "NOT MET"
        columns.append(" | ".join(f"{percentile(values, part):.0f}" for part in (0.5, 0.99)) + f" | {verdict}")
    return f"| {kind.name} | {len(tries)} | " + " | ".join(columns) + " |"


def main(tries: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="bench-voice-"))
    daemon = SoundDaemon()
    try:
        daemon.start()
        os.environ.update(daemon.env)
        bench = Bench(folder, daemon)
        bench.start()
        try:
            print(f"{date.today()}, {os.cpu_count()} cores; bars: sound {SOUND_BAR_MS} ms, silence {SILENCE_BAR_MS} ms;")
            print(f"milliseconds from the touch's event to the card, {AHEAD_S * 1000:.0f} of them the card's own buffer\n")
            print("| what is said | tries | first sound p50 | p99 | | silence p50 | p99 | |")
            print("| --- | --- | --- | --- | --- | --- | --- | --- |")
            for kind in kinds():
                bench.one(kind.sentence(99))
                print(_row(kind, [bench.one(kind.sentence(n)) for n in range(tries)]), flush=True)
        finally:
            bench.stop()
    finally:
        daemon.close()
        shutil.rmtree(folder, ignore_errors=True)
    return 0
