"""``python -m tests.screens.report [FILE]``: measure every row of the accessibility table that software can test, on every view,
and write the figures into FILE (docs/accessibility.md). Exit status 1 if any row fails."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.screens.report.cases import GLASSES, Setting, sampled, settings
from tests.screens.report.kept import Kept
from tests.screens.report.looking import look, look_once, without_a_display
from tests.screens.report.rules import Ledger
from tests.screens.report.written import generated, put
from tests.screens.showing import ON


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.screens.report", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="the Markdown file whose generated part is put in place")
    parser.add_argument("--jobs", type=int, default=2, help="processes (%(default)s)")
    parser.add_argument("--only", action="append", metavar="SPECIMEN", help="some views alone")
    parser.add_argument("--panel", action="append", metavar="PANEL", help="some panels alone")
    parser.add_argument("--sample", action="store_true", help="one size of each, another on the next panel")
    parser.add_argument("--no-pixels", action="store_true", help="the tree alone, which is faster")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="go on with what an interrupted run left here")
    chosen = parser.parse_args()
    some = sampled if chosen.sample else settings
    wanted = [setting for panel in chosen.panel or GLASSES for setting in some(panel)]
    with TemporaryDirectory() as nowhere:
        ledger, pages = measured(wanted, chosen.only, chosen.jobs, not chosen.no_pixels, Kept(chosen.keep or Path(nowhere)))
    text = generated(ledger, pages)
    if chosen.file:
        put(chosen.file, text)
    print(text)
    return 0 if ledger.passed else 1


def measured(
    wanted: list[Setting], only: list[str] | None, jobs: int, pixel_by_pixel: bool, kept: Kept
) -> tuple[Ledger, int]:
    without_a_display()
    ledger, pages = look_once(), 0
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=without_a_display) as pool:
        tried = [setting for setting in wanted if not kept.has(setting)]
        asked = [pool.submit(look, setting, _views(setting, only), pixel_by_pixel=pixel_by_pixel) for setting in tried]
        for setting, one in zip(tried, asked):
            kept.put(setting, *one.result())
            print(setting.words, file=sys.stderr, flush=True)
    for setting in wanted:
        found, seen = kept.get(setting)
        ledger.join(found)
        pages += seen
    return ledger, pages


def _views(setting: Setting, only: list[str] | None) -> list[str]:
    return [specimen for specimen in ON[setting.panel] if not only or specimen in only]


if __name__ == "__main__":
    sys.exit(main())
