"""``python -m devices.voice.synthesise``: the portable synthesiser, alone in its process. Text in, samples out, nothing on disk.

Standard input has one request a line, ``{"text": ..., "lang": ..., "rate": ...}``; each is answered on standard output by a line
``{"bytes": n}`` with n bytes of samples after it, or ``{"silence": reason}``. The process ends with its input.

pyttsx3 2.99 on Linux, as measured: it writes a WAV and reports that on standard output; before its first run no property is
set; and it never waits for espeak's queue, from which its own end of a run deletes what is still there. So half of the
sentences came in the voice or at the rate of an earlier one. Hence a first sentence that is thrown away, and a wait for the
queue after each step: 1000 of 1000 right on a machine three times overloaded. Reading the properties back until they are set
instead left 5 of 1000 sentences empty.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

import pyttsx3
from pyttsx3.drivers import _espeak

from devices.voice.engine import Silence
from devices.voice.pinyin import spell
from devices.voice.sound import Pcm, level, read_wav

# Words a minute at rate 1.0: 3.0 Mandarin syllables a second as measured, and the slowest pace whose half (80) and double
# espeak can still do. At rate 0.8 it is 128, near the 120 to 125 of VVSG 2.0 7.1-K.
WORDS_PER_MINUTE = 160

RECORDED = frozenset({"mn", "ug", "bo"})  # recordings alone: what a synthesiser has for these, no speaker of them has judged
_VOICES = {"zh": "sit/cmn-latn-pinyin", "en": "gmw/en"}  # where the first voice of a language is not the one to take


class Unsettled(Exception):
    """espeak did not do as it was told: only a new process helps."""


class Voice:
    def __init__(self) -> None:
        self._engine: Any = pyttsx3.init("espeak")
        self._ids: dict[str, str] = {}
        for voice in self._engine.getProperty("voices"):
            for language in voice.languages:
                self._ids.setdefault(language.lower(), voice.id)
        self._ids.update(_VOICES)
        self._completed = False
        self._engine.connect("finished-utterance", self._finished)
        self._run("a")

    def say(self, text: str, lang: str, rate: float) -> Pcm | Silence:
        voice = self._ids.get(lang.lower())
        if voice is None or lang.lower() in RECORDED:
            return Silence.NO_VOICE
        spoken = spell(text) if lang == "zh" else text
        if not any(map(str.isalnum, spoken)):
            return Silence.NO_SOUND
        self._set("voice", voice)
        self._set("rate", round(WORDS_PER_MINUTE * rate))
        return level(self._run(spoken)) or Silence.NO_SOUND

    def _finished(self, name: str | None, completed: bool) -> None:
        self._completed = completed

    def _set(self, name: str, value: str | int) -> None:
        self._engine.setProperty(name, value)
        _espeak.Synchronize()
        if self._engine.getProperty(name) != value:
            raise Unsettled(name)

    def _run(self, text: str) -> Pcm:
        """pyttsx3 can only save to a file: one that is memory and has no name."""
        memory = os.memfd_create("sentence")
        try:
            self._completed = False
            self._engine.save_to_file(text, f"/proc/self/fd/{memory}")
            self._engine.runAndWait()
            _espeak.Synchronize()
            if not self._completed:
                raise Unsettled("sentence")
            return read_wav(os.pread(memory, os.fstat(memory).st_size, 0)) or b""
        finally:
            os.close(memory)


def answer(voice: Voice, request: dict[str, Any], out: BinaryIO) -> None:
    try:
        said = voice.say(str(request["text"]), str(request["lang"]), float(request["rate"]))
    except Unsettled:
        raise
    except Exception:  # whatever it is, it may quote the text: no word of it leaves
        said = Silence.ENGINE_REFUSED
    if isinstance(said, Silence):
        out.write(json.dumps({"silence": said.value}).encode() + b"\n")
    else:
        out.write(json.dumps({"bytes": len(said)}).encode() + b"\n" + said)
    out.flush()


def main() -> int:
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # pyttsx3 prints, and players it might start would too
    try:
        voice = Voice()
        for line in sys.stdin.buffer:
            answer(voice, json.loads(line), out)
    except Unsettled:
        return 1
    except BrokenPipeError:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
