"""Panels from 10 to 43 inches, lying and upright, hung high and low, for who stands and who sits: a sample of ``sweep``."""

from __future__ import annotations

from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.panel import Panel
from kiosk.reach import Reach
from kiosk.sight import farthest_mm, least_mm, seated_heights
from kiosk.visit import SIZES
from screens.area import area_of, controls_mm
from screens.geometry import Box
from screens.theme import Scale
from tests.screens import sweep
from tests.screens.languages import TONGUES
from tests.screens.panels import LOWER_EDGES_MM, TERMINALS, hung
from tests.screens.showing import sheets
from tests.screens.specimens import TERMINAL

LEAST_FOR_COLUMNS = 17.0  # inches: below, whole Mongolian words leave no room beside the fixed keys
TELLING = ("home-eight", "confirm-offer", "number-keys", "ticket-uncertain", "prompt-card", "trouble-card", "home-lost")


TONGUE = {tongue.name: tongue for tongue in TONGUES}


# Long words and high lines where there is least room: bad news of the paper, long ways to choose from, words for the staff
NARROW = (
    ("10.1-wide", None, False, "ticket-not-printed", "ug", 0),
    ("15.6-wide", None, False, "ticket-not-printed", "en", 2),
    ("15.6-wide", None, False, "trouble-protected", "bo", 0),
    ("15.6-high", None, False, "book", "bo", 3),
    ("21.5-wide", None, False, "book", "bo", 1),
)


def sample() -> list[tuple[str, float | None, bool, str, str, int]]:
    """Every panel standing and low, each with another view, language, size and mount that holds; and the narrowest."""
    views, tongues = cycle(TELLING), cycle(("zh", "zh+mn", "en", "mn", "zh+en"))
    steps, edges = cycle((3, 0, 1)), cycle(LOWER_EDGES_MM)
    found: list[tuple[str, float | None, bool, str, str, int]] = [*NARROW]
    for name, panel in TERMINALS.items():
        for low in (False, True):
            bottom = next(edge for edge in edges if sweep.held(hung(panel, edge), low))
            tongue = next(tongues)
            tongue = "zh+mn" if tongue == "mn" and panel.inches < LEAST_FOR_COLUMNS else tongue
            found.append((name, bottom, low, next(views), tongue, next(steps)))
    return found


@pytest.mark.parametrize(("name", "bottom", "low", "view", "tongue", "step"), sample())
def test_everything_is_in_reach_and_whole(name: str, bottom: float | None, low: bool, view: str, tongue: str, step: int) -> None:
    panel = hung(TERMINALS[name], bottom)
    [(count, mistake)] = sweep.failures(panel, low, {view: TERMINAL[view]}, [TONGUE[tongue]], [step])
    assert count and not mistake, mistake


PANELS = st.builds(
    Panel,
    st.sampled_from((800, 1080, 1280, 1920, 2160, 3840)),
    st.sampled_from((800, 1024, 1080, 1280, 1920, 3840)),
    st.sampled_from((0.15, 0.17, 0.25, 0.37)),
    bottom_mm=st.one_of(st.none(), st.floats(0, 2000)),
    reach=st.builds(Reach, st.floats(380, 500), st.floats(1000, 1220), st.floats(900, 1000)),
)


@given(PANELS, st.integers(0, len(SIZES) - 1), st.booleans())
def test_a_view_lies_on_the_glass_and_below_the_reach_line_wherever_it_hangs(panel: Panel, step: int, low: bool) -> None:
    body = Scale(panel).body_mm
    area = area_of(panel, step, low, body)
    assert Box(0, 0, panel.width_px, panel.height_px).holds(area.box) and 0 <= area.line < area.box.h
    room = panel.mm(area.box.h - area.line)
    assert room >= controls_mm(panel, body) - 1, "there is room for controls in any case"
    top, foot = panel.height_mm(area.box.y + area.line), panel.height_mm(area.box.bottom)
    if area.held and top is not None and foot is not None:
        assert top <= panel.reach.line_mm(low) and foot >= panel.reach.lowest_mm


def test_a_large_panel_is_a_column_and_no_wall() -> None:
    for name in ("43-high", "43-wide"):
        area = area_of(hung(TERMINALS[name], 600), 0, False, 12.0)
        long, short = sorted((TERMINALS[name].mm(area.box.w), TERMINALS[name].mm(area.box.h)), reverse=True)
        assert long <= 711 and short <= 401
        assert area.box.x == (TERMINALS[name].width_px - area.box.w) // 2


def test_the_ground_of_a_column_goes_to_the_edges_of_the_glass() -> None:
    panel = TERMINALS["43-wide"]
    sheet = sheets(TERMINAL["still-there"], panel, TONGUES[0])[0]
    band, *_, bar = sheet.under
    assert (band.box.x, band.box.y, band.box.right) == (0, 0, panel.width_px)
    assert (bar.box.x, bar.box.right, bar.box.bottom) == (0, panel.width_px, panel.height_px)


def test_low_mode_brings_the_choices_down_and_leaves_the_words_and_the_fixed_keys() -> None:
    panel = hung(TERMINALS["21.5-high"], 850)
    usual, low = (sheets(TERMINAL["priority-menu"], panel, TONGUES[0], low=low)[0] for low in (False, True))
    for id, lower in (("choice.class.elderly", True), ("title", False), ("choice.tool.help", False), ("choice.home", False)):
        before, after = usual.element(id), low.element(id)
        assert before is not None and after is not None and (after.box.y > before.box.y) is lower, id


def test_what_is_read_from_where() -> None:
    """The figures of the table: 7.3 mm at 600 mm, 61 mm at 5 m, 122 mm at 10 m; and 12 mm of ink from the seated sight line."""
    assert [round(least_mm(mm), 1) for mm in (600, 5000, 10_000)] == [7.3, 61.1, 122.2]
    assert farthest_mm(least_mm(4321)) == pytest.approx(4321)
    heights = seated_heights(12.0, 600.0)
    assert heights is not None and [round(height) for height in heights] == [536, 1494]
    assert seated_heights(7.0, 600.0) is None
