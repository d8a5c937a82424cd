"""``python -m tests.screens.sweep``: every view on every panel, mount, language and size, standing and low, held to ``checks``.

Takes an hour on one core for everything; the options narrow it. The suite runs a sample (``test_panels.py``).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from kiosk.panel import Panel
from kiosk.views import View
from kiosk.visit import SIZES
from screens.area import area_of
from screens.theme import Scale
from tests.screens import checks, showing
from tests.screens.languages import TONGUES, Tongue
from tests.screens.panels import LOWER_EDGES_MM, TERMINALS, hung
from tests.screens.specimens import TERMINAL


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--panel", choices=TERMINALS, action="append")
    parser.add_argument("--only", choices=TERMINAL, action="append", help="names of specimens")
    parser.add_argument("--tongue", choices=[tongue.name for tongue in TONGUES], action="append")
    parser.add_argument("--size", type=int, choices=range(len(SIZES)), action="append")
    parser.add_argument("--bottom", type=float, action="append", help="mm from the floor to the glass's lower edge")
    chosen = parser.parse_args()
    tongues = [tongue for tongue in TONGUES if not chosen.tongue or tongue.name in chosen.tongue]
    seen, wrong = 0, Counter[str]()
    for name in chosen.panel or TERMINALS:
        for bottom, low in product(chosen.bottom or (None, *LOWER_EDGES_MM), (False, True)):
            panel = hung(TERMINALS[name], bottom)
            if bottom is not None and not held(panel, low):
                print(f"{name} at {bottom:.0f} mm, {'low' if low else 'standing'}: hung too high or too low for the reach line")
                panel = hung(TERMINALS[name], None)
            views = {view: TERMINAL[view] for view in chosen.only or TERMINAL}
            for count, mistake in failures(panel, low, views, tongues, chosen.size or range(len(SIZES))):
                seen += count
                if mistake:
                    wrong[mistake] += 1
                    print(f"{name} at {bottom} mm, {'low' if low else 'standing'}: {mistake}")
            showing.forget()
    print(f"{seen} sheets, {sum(wrong.values())} mistakes")
    return int(bool(wrong))


def held(panel: Panel, low: bool) -> bool:
    """Whether the mount lets every control stand below the reach line; the start-up check tells of one that does not."""
    return area_of(panel, 0, low, Scale(panel).body_mm).held


def failures(
    panel: Panel, low: bool, views: dict[str, View], tongues: Sequence[Tongue], steps: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """The number of sheets of each case, and the first thing that is wrong with them, if any."""
    for (name, view), tongue, step in product(views.items(), tongues, steps):
        found = showing.sheets(view, panel, tongue, step, low=low)
        try:
            for sheet in found:
                where = f"{name}, {tongue.name} at {SIZES[step]:.0%}, page {sheet.page + 1} of {sheet.pages}"
                checks.inside(sheet, panel, where)
                checks.apart(sheet, panel, where)
                checks.large(sheet, panel, tongue, step, where)
                if panel.bottom_mm is not None:
                    checks.reached(sheet, panel, low, where)
            yield len(found), ""
        except AssertionError as mistake:
            yield len(found), str(mistake).partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
