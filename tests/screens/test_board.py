"""The hall's display: as large as the farthest seat needs, and what is spoken is among what is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.panel import Panel
from kiosk.sight import least_mm
from kiosk.views import Board, BoardRow, msg
from screens.board import BoardScreen
from screens.board_plan import DIGIT, chosen
from screens.desk import Desk
from screens.sheet import Role, Sheet
from tests.screens import checks, languages
from tests.screens.languages import BY_NAME, TONGUES
from tests.screens.panels import of_inches
from tests.screens.showing import SMALL_TV, TV, shaper, sheets, shown
from tests.screens.specimens import DISPLAY

BURST = DISPLAY["board-burst"]


def board(panel: Panel, farthest_m: float) -> BoardScreen:
    panel = replace(panel, farthest_mm=farthest_m * 1000)
    return BoardScreen(Desk.laid(panel, languages.catalog("en"), shaper(), lang="zh", step=0))


def inks_mm(sheet: Sheet, panel: Panel) -> list[float]:
    """Of the digits of every number and window."""
    rows = [element for element in sheet.elements if element.role is Role.NUMBER]
    assert rows and all(len(row.face.runs) == 2 for row in rows)
    return [panel.mm(run.block.ink_px) * DIGIT for row in rows for run in row.face.runs]


@pytest.mark.parametrize("farthest_m", [2, 5, 8, 10, 12])
@pytest.mark.parametrize("inches", [32, 55, 85])
def test_every_number_and_window_is_read_from_the_farthest_seat(inches: float, farthest_m: float) -> None:
    """0.7 degrees: 61 mm at 5 m, 122 mm at 10 m (row 53); else a single call, and the check says how far it is read."""
    panel = of_inches(inches, 1920, 1080)
    screen = board(panel, farthest_m)
    sheet = screen.compose(shown(BURST, TONGUES[1], tools=False))
    inks = inks_mm(sheet, panel)
    if screen.served_mm() >= farthest_m * 1000:
        assert min(inks) >= least_mm(farthest_m * 1000)
    else:
        assert len(inks) == 2
    checks.inside(sheet, panel, f"{inches} inches, {farthest_m} m")
    checks.apart(sheet, panel, f"{inches} inches, {farthest_m} m")


def test_a_nearer_hall_sees_more_calls() -> None:
    seen = [len(inks_mm(board(TV, m).compose(shown(BURST, TONGUES[1], tools=False)), TV)) // 2 for m in (2, 5, 8, 12)]
    assert seen[0] == 6 and seen[-1] == 1 and seen == sorted(seen, reverse=True) and len(set(seen)) > 2


def test_what_is_spoken_is_seen_even_alone() -> None:
    """In a burst the oldest is spoken first, while newer calls fill the board."""
    for farthest_m in (5, 8, 12):
        sheet = board(TV, farthest_m).compose(shown(BURST, TONGUES[1], tools=False))
        drawn = sheet.element("board.A001")
        assert drawn is not None and len(drawn.face.shapes) == 2, "and it is marked by a line of its own"


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 8))
def test_the_newest_are_chosen_and_the_one_that_is_spoken(rows: int, count: int, spoken: int) -> None:
    every = [BoardRow(f"A{n:03}", "1", True, aloud=n == spoken) for n in range(rows)]
    found = chosen(every, count)
    assert len(found) == min(rows, count) and list(found) == sorted(found, key=every.index)
    assert spoken >= rows or every[spoken] in found
    assert sum(row in every[:count] for row in found) >= len(found) - 1


def test_the_board_that_the_specimen_shows_is_read_from_five_metres() -> None:
    [sheet] = sheets(DISPLAY["board-six"], TV, TONGUES[1], tools=False)
    assert len(inks_mm(sheet, TV)) == 12 and min(inks_mm(sheet, TV)) >= 61


def test_rest_has_words_and_no_rows() -> None:
    sheet = board(TV, 5).compose(shown(Board(msg("board-title"), body=(msg("board-none"),)), TONGUES[1], tools=False))
    assert sheet.element("body.0") is not None and not [e for e in sheet.elements if e.role is Role.NUMBER]


def test_a_sentence_above_the_calls_takes_nothing_that_the_last_seat_needs() -> None:
    """Columns of Mongolian are high, and a panel of 32 inches is low."""
    [sheet] = sheets(DISPLAY["board-lost"], SMALL_TV, BY_NAME["mn"], tools=False)
    assert min(inks_mm(sheet, SMALL_TV)) >= least_mm(SMALL_TV.farthest_mm)


@pytest.mark.parametrize("name", ["zh+en", "zh+mn", "mn"])
def test_no_drawing_lies_over_words(name: str) -> None:
    for specimen, view in DISPLAY.items():
        for sheet in sheets(view, TV, BY_NAME[name], tools=False):
            words = [run.box for element in sheet.elements for run in element.face.runs]
            marks = [mark.box for element in sheet.elements for mark in element.face.marks]
            assert not [(mark, box) for mark in marks for box in words if mark.overlaps(box)], specimen
