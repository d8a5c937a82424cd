"""How often a written character is the first that is offered, among the first five, and among the first ten.

``python -m bench.writing [--every N]``: every N-th of the 3755 characters of GB 2312's first level, read as any character of the
model; then the characters of the sample hall's items, read as one of those, as a search in that hall does. Fetches the strokes
first (npm).
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from bench.writing.hands import FOLDER, HANDS, common, strokes
from central.seed import sample_hall
from devices.writing.zinnia import ZinniaRecogniser

MOST = 10
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Score:
    characters: int
    first: float
    five: float
    ten: float
    median_ms: float
    p99_ms: float


def fetch() -> None:
    if not FOLDER.exists():
        subprocess.run(["npm", "ci", "--prefix", str(HERE), "--ignore-scripts", "--no-audit", "--no-fund"], check=True)


def of_the_hall() -> str:
    words = (word for item in sample_hall()["item"] for word in (item["name"]["zh"], *item["aliases"]))
    return "".join(sorted({char for text in words for char in text if not char.isascii() and char.isalpha()}))


def score(recogniser: ZinniaRecogniser, characters: Sequence[str], hand: str, among: str = "") -> Score:
    places, took = [], []
    for char in characters:
        written = strokes(char, HANDS[hand], seed=1)
        if written is None:
            continue
        begun = perf_counter()
        found = recogniser.recognise(written, MOST, among)
        took.append((perf_counter() - begun) * 1000)
        places.append(found.index(char) if char in found else MOST)
    cuts = quantiles(took, n=100)
    within = [sum(place < most for place in places) / len(places) for most in (1, 5, MOST)]
    return Score(len(places), *within, cuts[49], cuts[98])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.writing", description=__doc__)
    parser.add_argument("--every", type=int, default=25, help="of the 3755 characters")
    chosen = parser.parse_args()
    fetch()
    recogniser = ZinniaRecogniser(name="bench")
    recogniser.recognise((((0, 0), (1000, 1000)),), 1)
    hall = of_the_hall()
    print("| hand | characters | any: first | five | ten | the hall's: first | five | ten | ms, median | p99 |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for hand in HANDS:
        every = score(recogniser, common()[:: chosen.every], hand)
        ours = score(recogniser, hall, hand, hall)
        shares = " | ".join(f"{share:.0%}" for one in (every, ours) for share in (one.first, one.five, one.ten))
        counts = f"{every.characters} + {ours.characters}"
        print(f"| {hand} | {counts} | {shares} | {ours.median_ms:.0f} | {ours.p99_ms:.0f} |", flush=True)
    recogniser.stop()


if __name__ == "__main__":
    main()
