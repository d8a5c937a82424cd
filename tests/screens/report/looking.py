"""The looking itself, over some or all of the pieces."""

from __future__ import annotations

import os
from collections.abc import Iterable

from screens import environment
from tests.screens import showing
from tests.screens.photograph import painted
from tests.screens.report import hearing, lasting, pixels, seeing, touching  # noqa: F401  (they register their rules)
from tests.screens.report.cases import STEPS, TWO, Case, Seen, cases
from tests.screens.report.rules import EVERY, ONCE, Ledger

Piece = tuple[str, str]


def look(pieces: Iterable[Piece], *, pixel_by_pixel: bool = True) -> tuple[Ledger, int]:
    """``pieces``: panels and specimens. How many pages were seen is told too."""
    ledger, pages = Ledger(), 0
    for panel, specimen in pieces:
        for case in cases(panel, specimen):
            for seen in case.pages():
                pages += 1
                one(ledger, seen, pixel_by_pixel)
        showing.forget()
    return ledger, pages


def one(ledger: Ledger, seen: Seen, pixel_by_pixel: bool) -> None:
    for rule, measure in EVERY:
        if seen.case.is_plain or measure.__module__ == seeing.__name__ or rule.row == "36":
            for figure, where in measure(seen):
                ledger.take(rule, figure, where)
    if pixel_by_pixel and _is_painted(seen.case):
        for figure, where in pixels.contrasts(seen, painted(seen.sheet)):
            ledger.take(pixels.rule(seen), figure, where)


def _is_painted(case: Case) -> bool:
    """Colours depend on neither size nor language; two languages at the least and the greatest size, and each language once, are
    enough to see that what is drawn is what was told."""
    ends = case.step in (STEPS[0], STEPS[-1]) if case.tongue.name == TWO else case.step == STEPS[0]
    return case.bottom_mm is None and case.panel in showing.PANELS and ends


def look_once() -> Ledger:
    ledger = Ledger()
    for rule, measure in ONCE:
        for figure, where in measure():
            ledger.take(rule, figure, where)
    return ledger


def look_at_trees(pieces: Iterable[Piece]) -> tuple[Ledger, int]:
    """Without painting, which is much faster."""
    return look(pieces, pixel_by_pixel=False)


def without_a_display() -> None:
    """SDL's offscreen driver draws the same pixels; to be called before anything is painted."""
    os.environ["SDL_VIDEODRIVER"] = environment.OFFSCREEN
    environment.prepare(showing.TV)
