"""``python -m bench.voice``: how soon after ``say`` the first sound is heard, and how soon after ``hush`` it is quiet.

On the null sink of a private sound daemon, through the speaker as the kiosk builds it; milliseconds, times of arrival at the ear.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from devices.ports import Utterance
from devices.types import DeviceEvent, DeviceUp
from devices.voice.portable import PortableEngine
from devices.voice.render import Line, render
from devices.voice.speaker import VoiceSpeaker
from script.sound import Ear, SoundDaemon, until

ROUNDS = 10
LONG = "您好，请把身份证放在读卡器上。没带卡的，请直接按下面要办的事。"
PARTS = {"call-please": "请", "letter-A": "A", "digit-0": "零", "digit-2": "二", "digit-3": "三", "call-number": "号", "call-to": "到"}
CALL = Utterance(
    "请A零二三号到三号",
    "zh",
    parts=("call-please", "letter-A", "digit-0", "digit-2", "digit-3", "call-number", "call-to", "digit-3", "call-number"),
)


class Bench:
    def __init__(self, folder: Path, daemon: SoundDaemon) -> None:
        self.voices, self.cache = folder / "voices", folder / "cache"
        engine = PortableEngine()
        render([Line("zh", "greeting", LONG), *(Line("zh", clip, text) for clip, text in PARTS.items())], self.voices, engine)
        engine.close()
        self.ear = Ear(daemon)
        self.told: list[DeviceEvent] = []
        self.speaker = VoiceSpeaker("voice", voices=self.voices, cache=self.cache)
        self.speaker.start(self.told.append)
        until(lambda: DeviceUp("voice") in self.told, "the voice is up", within=20)

    def one(self, utterance: Utterance, rate: float) -> tuple[float, float, float]:
        """Milliseconds that ``say`` took, from it to the first sound, and from ``hush`` to the last."""
        mark, begun = self.ear.now(), monotonic()
        self.speaker.say("bench", [utterance], rate=rate)
        returned = monotonic()
        first = self.ear.wait_for_sound(mark, lasting=0.3)
        hushed = monotonic()
        self.speaker.hush()
        last = self.ear.wait_for_silence(mark)
        return (returned - begun) * 1000, (first - begun) * 1000, max(0.0, last - hushed) * 1000

    def row(self, name: str, utterance: Callable[[int], Utterance], rate: float = 1.0) -> None:
        self.one(utterance(-1), rate)
        columns = zip(*(self.one(utterance(n), rate) for n in range(ROUNDS)))
        print(f"| {name} | " + " | ".join(f"{statistics.median(c):.1f} | {max(c):.1f}" for c in columns) + " |", flush=True)

    def close(self) -> None:
        self.speaker.stop()
        self.ear.close()


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="bench-voice-"))
    daemon = SoundDaemon()
    try:
        daemon.start()
        os.environ.update(daemon.env)
        bench = Bench(folder, daemon)
        print("| sentence from | say returns: median | max | first sound: median | max | quiet after hush: median | max |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        bench.row("a clip", lambda n: Utterance(LONG, "zh", clip="greeting"))
        bench.row("a clip at rate 0.8", lambda n: Utterance(LONG, "zh", clip="greeting"), rate=0.8)
        bench.row("nine parts of a call", lambda n: CALL)
        bench.row("the cache", lambda n: Utterance(LONG + "再见。", "zh"))
        bench.row("the synthesiser, 31 characters", lambda n: Utterance(f"{'一二三四五六七八九十甲'[n]}，{LONG}", "zh"))
        bench.row("the synthesiser, a private name", lambda n: Utterance("欧阳先生您好，请稍等片刻。", "zh", private=True))
        bench.close()
    finally:
        daemon.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
