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
from itertools import groupby

from kiosk.hall.items import Spell
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

    found: list[list[str]] = []
    for han, run in groupby(text, _is_han):
        chars = list(run)
        if not han:
            found += [[char.lower()] if char.isascii() and char.isalnum() else [] for char in chars]
            continue
        here = lazy_pinyin("".join(chars), style=Style.NORMAL)
        if len(here) < len(chars):  # what pypinyin does not know stands together
            here = [pinyin(char, style=Style.NORMAL)[0][0] for char in chars]
        every = (pinyin(char, style=Style.NORMAL, heteronym=True)[0] for char in chars)
        found += [list(dict.fromkeys([one, *rest])) for one, rest in zip(here, every)]
    return found


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


# By the machine's role: a terminal finds items by their pinyin, a display only names them, a pad knows of none.
SPELL: dict[str, Spell] = {"terminal": spelled, "display": lambda texts: ()}


def main() -> None:
    os.nice(NICE)
    json.dump([readings(text) for text in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
