"""What a technician is told of a panel and of where it hangs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.panel import Panel
from screens import site
from tests.screens import languages
from tests.screens.panels import TERMINALS, hung, of_inches
from tests.screens.showing import shaper

GOOD = hung(TERMINALS["21.5-high"], 800)


def told(panel: Panel, role: str = "terminal") -> list[str]:
    return site.notes(panel, role, languages.catalog(None), shaper())


@pytest.mark.parametrize(
    ("panel", "keys"),
    [
        (GOOD, []),
        (hung(GOOD, None), ["[panel] bottom_mm: not measured"]),
        (hung(GOOD, 950), ["[panel] bottom_mm: seated"]),
        (hung(GOOD, 1100), ["[panel] bottom_mm: standing", "[panel] bottom_mm: seated"]),
        (hung(GOOD, 100), ["[panel] bottom_mm: standing, some", "[panel] bottom_mm: seated, some"]),
        (hung(TERMINALS["10.1-wide"], 800), ["[panel] pitch_mm: the glass measures 10.1 inches", "[panel] width_px: 1280x800"]),
        (hung(of_inches(12.1, 1920, 1080), 800), ["[panel] pitch_mm: the glass measures 12.1 inches; 15"]),
        (hung(TERMINALS["43-high"], 600), []),
    ],
)
def test_each_shortcoming_by_its_key(panel: Panel, keys: list[str]) -> None:
    found = told(panel)
    assert len(found) == len(keys) and all(note.startswith(key) for note, key in zip(found, keys)), found


def test_what_is_advised_is_enough() -> None:
    for bottom in (950.0, 1300.0, 100.0):
        while notes := told(hung(GOOD, bottom)):
            assert (better := float(notes[-1].split(" mm high")[0].split()[-1])) != bottom
            bottom = better
        assert 250 < bottom < 910


def test_a_pad_stands_on_a_counter_and_is_not_measured() -> None:
    assert told(TERMINALS["10.1-wide"], "pad") == []


def test_a_display_says_how_far_it_is_read() -> None:
    panel = of_inches(32, 1920, 1080)
    assert told(replace(panel, farthest_mm=4000), "display") == []
    [note] = told(replace(panel, farthest_mm=20_000), "display")
    assert note.startswith("[display] farthest_m: 20 m is asked for")
    served = float(note.split("read from ")[1].split(" m;")[0])
    assert told(replace(panel, farthest_mm=served * 1000), "display") == [] and 4 < served < 12
