"""``python -m devices.voice.render --strings LINES.json --voices FOLDER [--program PROGRAM]``: fixed sentences become clips.

LINES.json is a list of ``{"lang": "zh", "clip": "go-back", "text": "返回"}``; the text is what is spoken, numbers as words. A clip
is made only if its text or the engine changed since, so the command may be interrupted and begun again; a recording that no
engine made is never touched. Each is trimmed at both ends and brought to one loudness.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from devices.voice.clips import ENDINGS, LISTING, RECORDED, Listing, is_name, read_listing
from devices.voice.engine import Engine, Silence
from devices.voice.portable import PortableEngine
from devices.voice.program import ProgramEngine
from devices.voice.sound import wav


@dataclass(frozen=True)
class Line:
    lang: str
    clip: str
    text: str


class Outcome(Enum):
    RENDERED = "rendered"
    UNCHANGED = "unchanged"
    RECORDED = "recorded by a person, left alone"


Tell = Callable[[Line, "Outcome | Silence"], None]


def render(
    lines: Iterable[Line], voices: Path, engine: Engine, tell: Tell = lambda line, outcome: None
) -> dict[Line, Outcome | Silence]:
    """What became of each line; ``tell`` hears of it at once. OSError when clips or listings can't be written."""
    outcomes: dict[Line, Outcome | Silence] = {}
    wanted = list(dict.fromkeys(lines))
    for lang in dict.fromkeys(line.lang for line in wanted):  # in their order: the language of most comes first
        folder = voices / lang
        listing = read_listing(folder / LISTING)
        for line in (line for line in wanted if line.lang == lang):
            outcomes[line] = _render(line, folder, listing, engine)
            tell(line, outcomes[line])
    return outcomes


def _render(line: Line, folder: Path, listing: Listing, engine: Engine) -> Outcome | Silence:
    made = {"text": line.text, "engine": engine.identity}
    there = [path for ending in ENDINGS if (path := folder / (line.clip + ending)).is_file()]
    if any((folder / RECORDED / (line.clip + ending)).is_file() for ending in ENDINGS):
        return Outcome.RECORDED
    if there and "engine" not in listing.get(line.clip, {}):
        return Outcome.RECORDED
    if there and listing[line.clip] == made:
        return Outcome.UNCHANGED
    sound = engine.synthesise(line.text, line.lang, 1.0)
    if isinstance(sound, Silence):
        return sound
    folder.mkdir(parents=True, exist_ok=True)
    for path in there:
        path.unlink()
    listing[line.clip] = made  # before the clip: one without an entry would pass for a person's
    _replace(folder / LISTING, json.dumps(listing, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")
    _replace(folder / f"{line.clip}.wav", wav(sound))
    return Outcome.RENDERED


def _replace(path: Path, data: bytes) -> None:
    """Never half a file under its name."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def read_lines(path: Path) -> list[Line]:
    """ValueError, with the place, for anything that is not a list of lines."""
    entries = json.loads(path.read_text("utf-8"))
    if not isinstance(entries, list):
        raise ValueError(f"{path}: not a list")
    lines = []
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or {*entry} != {"lang", "clip", "text"} or not all(map(_filled, entry.values())):
            raise ValueError(f"{path}: entry {number} is not lang, clip and text")
        line = Line(**entry)
        if not is_name(line.lang) or not is_name(line.clip):
            raise ValueError(f"{path}: entry {number} has a name that is no file's: {line.lang}/{line.clip}")
        lines.append(line)
    return lines


def _filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m devices.voice.render", description="Make clips of fixed sentences.")
    parser.add_argument("--strings", type=Path, required=True, metavar="LINES.json", help='a list of {"lang", "clip", "text"}')
    parser.add_argument("--voices", type=Path, required=True, metavar="FOLDER", help="where clips are: FOLDER/<lang>/<clip>.wav")
    parser.add_argument("--program", type=Path, metavar="PROGRAM", help="speaks in place of the portable voice (bangban-speak)")
    options = parser.parse_args(arguments)
    engine = _neural(options.program) if options.program else PortableEngine()
    try:
        lines = read_lines(options.strings)
        outcomes = render(lines, options.voices, engine, _progress(len(set(lines))))
    except (OSError, ValueError) as why:
        print(why, file=sys.stderr)
        return 2
    finally:
        engine.close()
    for outcome, count in Counter(outcomes.values()).most_common():
        print(f"{count:5} {outcome.value}")
    return 1 if any(isinstance(outcome, Silence) and not outcome.expected for outcome in outcomes.values()) else 0


def _neural(program: Path) -> ProgramEngine:
    return ProgramEngine(worker=(str(program),), start_within_s=120.0, answer_within_s=120.0)


def _progress(total: int) -> Tell:
    done = itertools.count(1)

    def tell(line: Line, outcome: Outcome | Silence) -> None:
        number = next(done)
        if outcome is not Outcome.UNCHANGED or number == total:
            print(f"{number}/{total} {line.lang}/{line.clip}: {outcome.value}", file=sys.stderr, flush=True)

    return tell


if __name__ == "__main__":
    sys.exit(main())
