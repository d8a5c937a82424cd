"""The looking itself, over some or all of the pieces."""

from __future__ import annotations

import os
from collections.abc import Iterable

from screens import environment
from tests.screens import showing
from tests.screens.photograph import painted
from tests.screens.report import hearing, lasting, pixels, seeing, touching  # noqa: F401  (they register their rules)
from tests.screens.report.cases import STEPS, TWO, Case, Seen, Setting
from tests.screens.report.rules import EVERY, ONCE, Ledger


def look(setting: Setting, specimens: Iterable[str], *, pixel_by_pixel: bool = True) -> tuple[Ledger, int]:
    """Of these views, all that can be measured. How many pages were seen is told too. What two views have in common, the fixed
    keys and many words, is drawn once."""
    ledger, pages = Ledger(), 0
    for specimen in specimens:
        for seen in Case(setting, specimen).pages():
            pages += 1
            one(ledger, seen, pixel_by_pixel)
        showing.forget(words=False)
    showing.forget()
    return ledger, pages


def one(ledger: Ledger, seen: Seen, pixel_by_pixel: bool) -> None:
    for rule, measure in EVERY:
        if seen.setting.is_plain or measure.__module__ == seeing.__name__ or rule.row == "36":
            for figure, where in measure(seen):
                ledger.take(rule, figure, where)
    if pixel_by_pixel and _is_painted(seen.setting):
        for figure, where in pixels.contrasts(seen, painted(seen.sheet)):
            ledger.take(pixels.rule(seen), figure, where)


def _is_painted(setting: Setting) -> bool:
    """Colours depend on neither size nor language; two languages at the least and the greatest size, and each language once, are
    enough to see that what is drawn is what was told."""
    ends = setting.step in (STEPS[0], STEPS[-1]) if setting.tongue.name == TWO else setting.step == STEPS[0]
    return setting.bottom_mm is None and setting.panel in showing.PANELS and ends


def look_once() -> Ledger:
    ledger = Ledger()
    for rule, measure in ONCE:
        for figure, where in measure():
            ledger.take(rule, figure, where)
    return ledger


def without_a_display() -> None:
    """SDL's offscreen driver draws the same pixels; to be called before anything is painted."""
    os.environ["SDL_VIDEODRIVER"] = environment.OFFSCREEN
    environment.prepare(showing.TV)
