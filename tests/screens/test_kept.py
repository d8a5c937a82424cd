from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.visit import Shown
from screens.desk import Desk
from screens.kept import KeptSheets
from screens.sheet import Sheet
from screens.show import lay
from screens.theme import WHITE
from tests.screens import languages
from tests.screens.languages import TONGUES
from tests.screens.showing import ON, PORTRAIT, shaper, shown
from tests.screens.specimens import PAD, TERMINAL

TONGUE = TONGUES[0]


class Table:
    """Lays, and counts how often it had to."""

    def __init__(self) -> None:
        self.laid: list[Shown] = []

    def __call__(self, given: Shown, page: int) -> Sheet:
        self.laid.append(given)
        desk = Desk.laid(PORTRAIT, languages.catalog(TONGUE.second), shaper(), lang=TONGUE.lang, step=0, low=False, theme=WHITE)
        return lay(desk, given, page)


@pytest.fixture
def table() -> Table:
    return Table()


def test_who_goes_back_sees_the_same_sheet_under_a_new_number(table: Table) -> None:
    sheets = KeptSheets(table)
    home, other = shown(TERMINAL["home"], TONGUE, seq=1), shown(TERMINAL["confirm"], TONGUE, seq=2)
    first = sheets.of(home)
    assert sheets.of(other).view == "confirm"
    assert sheets.of(replace(home, seq=3)) == replace(first, seq=3) and len(table.laid) == 2


def test_a_view_that_says_anything_else_is_laid_anew(table: Table) -> None:
    sheets = KeptSheets(table)
    home = shown(TERMINAL["home"], TONGUE)
    for given in (home, shown(TERMINAL["home"], TONGUE, step=1), replace(home, tools=()), shown(TERMINAL["home-plain"], TONGUE)):
        sheets.of(given)
    assert len(table.laid) == 4


def test_nothing_of_a_visit_is_kept_after_it_nor_more_than_so_many(table: Table) -> None:
    sheets = KeptSheets(table, most=1)
    home, other = shown(TERMINAL["home"], TONGUE), shown(TERMINAL["confirm"], TONGUE)
    sheets.of(home)
    sheets.forget()
    sheets.of(home)
    sheets.of(other)
    sheets.of(home)
    assert table.laid == [home, home, other, home]


def test_every_view_can_be_kept() -> None:
    assert all(isinstance(hash(view), int) for views in (*ON.values(), PAD, TERMINAL) for view in views.values())
