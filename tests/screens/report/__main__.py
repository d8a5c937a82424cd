"""``python -m tests.screens.report [FILE]``: measure every row of the accessibility table that software can test, on every view,
and write the figures into FILE (docs/accessibility.md). Exit status 1 if any row fails."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.screens.report.cases import pieces
from tests.screens.report.looking import Piece, look, look_at_trees, look_once, without_a_display
from tests.screens.report.rules import Ledger
from tests.screens.report.written import generated, put

SHARE = 1  # pieces that a process takes at a time


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.screens.report", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="the Markdown file whose generated part is put in place")
    parser.add_argument("--jobs", type=int, default=2, help="processes (%(default)s)")
    parser.add_argument("--only", action="append", metavar="SPECIMEN", help="some views alone")
    parser.add_argument("--panel", action="append", metavar="PANEL", help="some panels alone")
    parser.add_argument("--no-pixels", action="store_true", help="the tree alone, which is much faster")
    chosen = parser.parse_args()
    wanted = [
        (panel, specimen)
        for panel, specimen in pieces()
        if (not chosen.only or specimen in chosen.only) and (not chosen.panel or panel in chosen.panel)
    ]
    ledger, pages = measured(wanted, chosen.jobs, not chosen.no_pixels)
    text = generated(ledger, pages)
    if chosen.file:
        put(chosen.file, text)
    print(text)
    return 0 if ledger.passed else 1


def measured(wanted: list[Piece], jobs: int, pixel_by_pixel: bool) -> tuple[Ledger, int]:
    without_a_display()
    ledger, pages = look_once(), 0
    shares = [wanted[i:i + SHARE] for i in range(0, len(wanted), SHARE)]
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=without_a_display) as pool:
        for found, seen in pool.map(look, shares) if pixel_by_pixel else pool.map(look_at_trees, shares):
            ledger.join(found)
            pages += seen
            print(f"{pages} pages", file=sys.stderr, flush=True)
    return ledger, pages


if __name__ == "__main__":
    sys.exit(main())
