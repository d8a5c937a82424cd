"""Nobody turns a page of the terminal before a way on is seen: every specimen, in each language and size."""

from __future__ import annotations

import pytest

from kiosk.visit import SIZES
from screens.sheet import Sheet
from tests.screens.languages import TONGUES, Tongue
from tests.screens.showing import PORTRAIT, sheets, steps
from tests.screens.specimens import TERMINAL

CHOOSING = [specimen for specimen, view in TERMINAL.items() if view.choices]
HOMES = [specimen for specimen, view in TERMINAL.items() if view.name == "home" and specimen != "home-lost"]
MAY_TURN = {"bo": 5, "mn": 8}  # so many lines in Tibetan, which is high and long, and in whole Mongolian words take two pages
TICKETS = [specimen for specimen, view in TERMINAL.items() if view.name == "ticketshown"]


def _chosen(specimen: str, sheet: Sheet) -> set[str]:
    """Choices that lead on; a switch, such as a priority offer, does not."""
    ways = {choice.id for choice in TERMINAL[specimen].choices if choice.selected is None}
    return ways & {element.act for element in sheet.elements if element.act}


def _count(specimen: str) -> int:
    return sum(choice.badge is not None for choice in TERMINAL[specimen].choices)


def _lines(specimen: str, sheet: Sheet) -> int:
    return sum(choice.badge is not None for choice in TERMINAL[specimen].choices if choice.id in _chosen(specimen, sheet))


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.name)
@pytest.mark.parametrize("specimen", CHOOSING)
def test_a_way_on_is_on_the_first_page(specimen: str, tongue: Tongue) -> None:
    for step in steps("portrait", tongue):
        assert _chosen(specimen, sheets(TERMINAL[specimen], PORTRAIT, tongue, step)[0]), f"at {SIZES[step]:.0%}"


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.name)
@pytest.mark.parametrize("specimen", HOMES)
def test_home_shows_every_line_at_once(specimen: str, tongue: Tongue) -> None:
    """So that a ticket without a card is two touches away. Quieter choices may follow, but not in Chinese."""
    first = sheets(TERMINAL[specimen], PORTRAIT, tongue)[0]
    wanted = {choice.id for choice in TERMINAL[specimen].choices if choice.badge or tongue.name == "zh"}
    assert wanted <= _chosen(specimen, first) or _count(specimen) >= MAY_TURN.get(tongue.name, 99)


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.name)
@pytest.mark.parametrize("specimen", HOMES)
def test_larger_lines_come_before_words(specimen: str, tongue: Tongue) -> None:
    """No page of home holds words alone while lines are still to come, and no page holds more lines than the first."""
    for step in steps("portrait", tongue):
        counts = [_lines(specimen, sheet) for sheet in sheets(TERMINAL[specimen], PORTRAIT, tongue, step)]
        assert counts == sorted(counts, reverse=True), f"at {SIZES[step]:.0%}"


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: tongue.name)
@pytest.mark.parametrize("specimen", TICKETS)
def test_the_number_and_what_became_of_the_paper_come_first(specimen: str, tongue: Tongue) -> None:
    for step in steps("portrait", tongue):
        pages = sheets(TERMINAL[specimen], PORTRAIT, tongue, step)
        drawn = {element.id for page in pages for element in page.elements}
        first = {element.id for element in pages[0].elements}
        assert {"ticket.number", "ticket.outcome"} & drawn <= first, f"at {SIZES[step]:.0%}"
        assert "ticket.number" in first and _chosen(specimen, pages[0]), f"at {SIZES[step]:.0%}"
