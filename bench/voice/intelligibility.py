"""Each voice says a hundred sentences of a hall; an offline recogniser writes down what it hears; the mistakes are counted.

A recogniser is no old ear. What it cannot make out is bad speech; what it can is not yet good speech.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from bench.voice.mistakes import distance, plain, syllables
from central.voices.program import ENCODER
from devices.ports import Utterance
from devices.voice.cache import SentenceCache
from devices.voice.clips import Clips, decode
from devices.voice.engine import Engine, Silence
from devices.voice.portable import PortableEngine
from devices.voice.program import ProgramEngine
from devices.voice.sound import Pcm, join, seconds, wav
from devices.voice.studio import CLAUSE_GAP_S
from kiosk.text.normalise import for_speech
from script.voices import VOICES

SENTENCES = Path(__file__).with_name("sentences.txt")
CALLS = ("A023 3", "A101 1", "B107 12", "B215 2", "C008 10", "C330 4", "D046 5", "D219 7", "E054 6", "F198 8")

Say = Callable[[str], Pcm]


@dataclass(frozen=True)
class Voice:
    name: str
    say: Say
    sentences: list[str]


@dataclass
class Score:
    """A sentence counts with all its characters at the most: a recogniser that falls into a loop has understood nothing of it,
    and no less than nothing."""

    characters: int = 0
    wrong: int = 0
    syllables: int = 0
    wrong_syllables: int = 0
    faultless: int = 0
    length_s: float = 0.0

    def add(self, said: str, heard: str) -> None:
        wrong = min(distance(plain(said), plain(heard)), len(plain(said)))
        self.characters += len(plain(said))
        self.wrong += wrong
        self.syllables += len(syllables(said))
        self.wrong_syllables += min(distance(syllables(said), syllables(heard)), len(syllables(said)))
        self.faultless += not wrong


def main(neural: Path, recogniser: Path, folder: Path) -> int:
    """Exit status: 2 when there is no recogniser."""
    if not recogniser.exists():
        print(f"{recogniser}: no recogniser is there; --help says how to make one", file=sys.stderr)
        return 2
    engines: list[Engine] = [PortableEngine()]
    if neural.exists():
        engines.insert(0, ProgramEngine(worker=(str(neural),), start_within_s=120.0, answer_within_s=120.0))
    ear = Ear(recogniser, folder)
    print(f"{date.today()}; " + "; ".join(engine.identity for engine in engines) + f"; {ear.name}\n")
    print("| voice | sentences | speech | characters wrong | of | CER | syllables wrong | faultless sentences |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    try:
        for voice in voices(engines, folder):
            print(_row(voice, _score(voice, ear, folder)), flush=True)
    finally:
        ear.close()
        for engine in engines:
            engine.close()
    return 0


def voices(engines: list[Engine], folder: Path) -> Iterator[Voice]:
    sentences = SENTENCES.read_text("utf-8").split("\n")[:-1]
    if len(engines) == 2:
        made = _kept(engines[0], folder / "neural", 1.0)
        yield Voice("neural, rate 1.0", made, sentences)
        slow = _paced(made, engines[0].identity, folder / "neural", 0.8)
        yield Voice("neural, rate 0.8 (as clips and sent recordings are slowed)", slow, sentences)
        yield Voice("neural, rate 1.0, as it is sent (Ogg)", lambda text: _sent(made(text)), sentences)
        yield Voice("calls, joined of number and window as they are sent", lambda call: _joined(made, call), list(CALLS))
    if _is_whole():
        yield Voice("calls, joined of single clips", _call, list(CALLS))
    for rate in (1.0, 0.8):
        yield Voice(f"portable, rate {rate}", _kept(engines[-1], folder / "portable", rate), sentences)


def _kept(engine: Engine, folder: Path, rate: float) -> Say:
    cache = SentenceCache(folder)

    def say(text: str) -> Pcm:
        path = cache.path(engine.identity, "zh", text, rate)
        if (kept := cache.load(path)) is not None:
            return kept
        made = engine.synthesise(text, "zh", rate)
        assert not isinstance(made, Silence), made
        cache.store(path, made)
        return made

    return say


def _paced(made: Say, identity: str, folder: Path, rate: float) -> Say:
    """Kept, since sox doesn't make the same samples twice."""
    cache = SentenceCache(folder)

    def say(text: str) -> Pcm:
        path = cache.path(f"{identity}, sox", "zh", text, rate)
        if (kept := cache.load(path)) is not None:
            return kept
        paced = _through_a_file(wav(made(text)), "paced.wav", rate)
        cache.store(path, paced)
        return paced

    return say


def _sent(pcm: Pcm) -> Pcm:
    return _through_a_file(subprocess.run(ENCODER, input=pcm, capture_output=True, check=True).stdout, "sent.ogg", 1.0)


def _through_a_file(data: bytes, name: str, rate: float) -> Pcm:
    path = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"bench-voice-{name}"
    path.write_bytes(data)
    pcm = decode(path, rate)
    path.unlink()
    assert pcm is not None
    return pcm


def _parts(call: str) -> list[str]:
    number, window = call.split()
    tens = ["number-10"] if len(window) == 2 else []
    ones = [f"digit-{window[-1]}"] if window[-1] != "0" else []
    spelled = [f"letter-{number[0]}", *(f"digit-{digit}" for digit in number[1:])]
    return ["call-please", *spelled, "call-to", *tens, *ones, "call-window"]


def _is_whole() -> bool:
    clips = Clips(VOICES)
    return all(clips.paths("zh", _parts(call)) for call in CALLS)


def _joined(made: Say, call: str) -> Pcm:
    return join([made(clause) for clause in Utterance(_said(call), "zh").clauses], CLAUSE_GAP_S)


def _call(text: str) -> Pcm:
    clips = Clips(VOICES)
    joined = clips.sound(clips.paths("zh", _parts(text)), 1.0)
    assert joined is not None
    return joined


class Ear:
    """The recogniser. What it has heard once is kept beside the recordings."""

    def __init__(self, python: Path, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._kept = folder / "heard.jsonl"
        self._heard: dict[str, str] = {}
        if self._kept.exists():
            lines = map(json.loads, self._kept.read_text("utf-8").splitlines())
            self._heard = {line["recording"]: line["text"] for line in lines}
        self._file = folder / "now.wav"
        self._process = subprocess.Popen(
            [str(python), str(Path(__file__).with_name("transcribe.py")), str(folder / "whisper")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
        )  # fmt: skip
        self.name = self._answer("recogniser")

    def hear(self, pcm: Pcm) -> str:
        recording = sha256(self.name.encode() + pcm).hexdigest()
        if recording not in self._heard:
            self._file.write_bytes(wav(pcm))
            assert self._process.stdin is not None
            self._process.stdin.write(f"{self._file}\n")
            self._process.stdin.flush()
            self._heard[recording] = self._answer("text")
            with self._kept.open("a", encoding="utf-8") as kept:
                kept.write(json.dumps({"recording": recording, "text": self._heard[recording]}, ensure_ascii=False) + "\n")
        return self._heard[recording]

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _answer(self, key: str) -> str:
        assert self._process.stdout is not None
        return str(json.loads(self._process.stdout.readline())[key])


def _score(voice: Voice, ear: Ear, folder: Path) -> Score:
    score = Score()
    with (folder / f"{voice.name.partition(' (')[0].replace(' ', '-')}.txt").open("w", encoding="utf-8") as told:
        for sentence in voice.sentences:
            said = _said(sentence)
            pcm = voice.say(sentence if sentence in CALLS else said)
            heard = ear.hear(pcm)
            score.add(said, heard)
            score.length_s += seconds(pcm)
            told.write(f"{said}\n  {heard}\n")
    return score


def _said(sentence: str) -> str:
    if sentence in CALLS:
        number, window = sentence.split()
        sentence = f"请，{number} 号，到 {window} 号窗口"
    return for_speech(sentence, "zh")


def _row(voice: Voice, score: Score) -> str:
    return (
        f"| {voice.name} | {len(voice.sentences)} | {score.length_s:.0f} s | {score.wrong} | {score.characters} "
        f"| {score.wrong / score.characters:.1%} | {score.wrong_syllables / score.syllables:.1%} "
        f"| {score.faultless}/{len(voice.sentences)} |"
    )
