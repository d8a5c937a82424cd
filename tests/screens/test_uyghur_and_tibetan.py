"""A sample of views in whole sentences of Uyghur and Tibetan letters: the long ones, the crowded ones, each size and shape."""

from __future__ import annotations

import pytest

from tests.screens.checks import apart, inside, large
from tests.screens.languages import BY_NAME
from tests.screens.showing import ON, PANELS, TOOLS, sheets

SAMPLE = [
    ("portrait", "home-closed-line", 0),
    ("portrait", "ticket-uncertain", 3),
    ("landscape", "trouble-card", 0),
    ("landscape", "helper-queued", 0),
    ("tablet", "thanks", 0),
]


@pytest.mark.parametrize(("panel", "specimen", "step"), SAMPLE)
@pytest.mark.parametrize("name", ["ug", "bo"])
def test_sentences_of_uyghur_and_tibetan_fit(panel: str, specimen: str, step: int, name: str) -> None:
    tongue = BY_NAME[name]
    for sheet in sheets(ON[panel][specimen], PANELS[panel], tongue, step, tools=panel in TOOLS):
        where = f"{name}, page {sheet.page + 1}"
        inside(sheet, PANELS[panel], where)
        apart(sheet, PANELS[panel], where)
        large(sheet, PANELS[panel], tongue, step, where)
