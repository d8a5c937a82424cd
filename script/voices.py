"""Prepares the voice: every sentence without variable parts, and the pieces of a call, become clips in ``assets/voices``.

Chinese and English, the languages that the synthesiser which comes along can say. Sentences that a person has recorded are left
alone. To be run again after a change of the strings, or after ``script/kokoro`` has installed the neural voice; what did not
change is not made again.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from devices.voice.render import main as render
from kiosk.text.catalog import Catalog
from kiosk.text.normalise import for_speech
from kiosk.text.review import STRINGS
from kiosk.views import Msg

LANGUAGES = ("zh", "en")
ROOT = Path(__file__).resolve().parents[1]
VOICES = ROOT / "assets" / "voices"
NEURAL = ROOT / ".cache" / "kokoro" / "bin" / "bangban-speak"  # where script/kokoro puts it


def lines(lang: str) -> list[dict[str, str]]:
    """Fixed sentences as they are spoken. One that needs arguments cannot be said without them and is passed over."""
    catalog = Catalog(STRINGS, second=None, show_unreviewed=True, strict=True)
    found = []
    for id in sorted(catalog.ids):
        try:
            line = catalog.spoken(Msg(id), lang)
        except (KeyError, ValueError):
            continue
        if line.lang == lang:
            found.append({"lang": lang, "clip": id, "text": for_speech(line.text, lang)})
    return [line for line in found if line["text"].strip()]


def main(program: Path = NEURAL) -> int:
    everything = [line for lang in LANGUAGES for line in lines(lang)]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(everything, file, ensure_ascii=False)
        file.flush()
        neural = ["--program", str(program)] if program.exists() else []
        return render(["--strings", file.name, "--voices", str(VOICES), *neural])


if __name__ == "__main__":
    sys.exit(main())
