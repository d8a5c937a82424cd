"""Chinese words to pinyin, in a process of its own that ends again.

pypinyin with its phrases takes 56 MB (measured: PSS, 0.55), and the terminal needs it once, when it learns what the hall does.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence

from kiosk.hall.messages import Spelled

LIMIT_S = 30.0
NICE = 10  # it comes while the first view is being drawn, which goes before

log = logging.getLogger("bangban.spelling")


def spelled(texts: Sequence[str]) -> tuple[Spelled, ...]:
    """Each with its readings; without any where the process fails, so that the texts can still be found by their characters."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk.spelling"],
            input=json.dumps(list(texts)),
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=True,
        )
        readings = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        log.error("no pinyin: %s", type(error).__name__)
        return tuple(Spelled(text, ()) for text in texts)
    return tuple(Spelled(text, tuple(tuple(one) for one in row)) for text, row in zip(texts, readings))


def readings(text: str) -> list[list[str]]:
    """For each character every reading without its tone (lv for 旅), the one that it has in ``text`` first; none for what is not
    Han, but for letters and digits, which are read as themselves."""
    from pypinyin import Style, lazy_pinyin, pinyin

    alone = [[char.lower()] if char.isascii() and char.isalnum() else [] for char in text]
    here = lazy_pinyin(text, style=Style.NORMAL, errors=lambda run: [""] * len(run))
    for place, char in enumerate(text):
        if here[place]:
            every = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
            alone[place] = list(dict.fromkeys([here[place], *every]))
    return alone


def main() -> None:
    os.nice(NICE)
    json.dump([readings(text) for text in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
