"""A card of a guide or a notice stands whole on one page wherever a page has room for it."""

from __future__ import annotations

import pytest

from tests.screens.languages import BY_NAME
from tests.screens.showing import PANELS, sheets
from tests.screens.specimens import TERMINAL


@pytest.mark.parametrize("specimen", ["guide-bring", "guide-steps", "notice"])
@pytest.mark.parametrize(
    ("panel", "tongue", "step"), [("landscape", "zh+en", 0), ("portrait", "zh+en", 0), ("portrait", "zh", 1)]
)
def test_a_card_is_not_cut_between_two_pages(specimen: str, panel: str, tongue: str, step: int) -> None:
    pages: dict[str, set[int]] = {}
    for sheet in sheets(TERMINAL[specimen], PANELS[panel], BY_NAME[tongue], step):
        for element in sheet.elements:
            if element.id.startswith("piece."):
                pages.setdefault(element.id.rpartition(".")[0], set()).add(sheet.page)
    assert len(pages) > 1 and all(len(found) == 1 for found in pages.values()), pages
