"""Nobody turns a page of the terminal before a way on is seen: every specimen, in each language and size."""

from __future__ import annotations

import pytest

from kiosk.visit import SIZES
from screens.sheet import Sheet
from tests.screens.languages import BY_NAME, TONGUES, Tongue
from tests.screens.panels import TERMINALS
from tests.screens.showing import PORTRAIT, sheets, steps
from tests.screens.specimens import TERMINAL

CHOOSING = [specimen for specimen, view in TERMINAL.items() if view.choices]
HOMES = [specimen for specimen, view in TERMINAL.items() if view.name == "home" and specimen != "home-lost"]
MAY_TURN = {"bo": 5, "mn": 8}  # so many lines in Tibetan, which is high and long, and in whole Mongolian words take two pages
TICKETS = [specimen for specimen, view in TERMINAL.items() if view.name == "ticketshown"]

TWO_WAYS = [(name, *way) for name in ("papers-kept", "phone-kept") for way in (("zh", 3), ("en", 0))] + [("closing", "zh", 3)]
SMALL = ("10.1-wide", "15.6-wide", "15.6-high")


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


@pytest.mark.parametrize("panel", SMALL)
@pytest.mark.parametrize("specimen, tongue, step", TWO_WAYS)
def test_who_has_two_ways_sees_both_before_taking_one(specimen: str, tongue: str, step: int, panel: str) -> None:
    """Also in another language, and in the largest letters: one language, or smaller letters, before a way is hidden."""
    first = sheets(TERMINAL[specimen], TERMINALS[panel], BY_NAME[tongue], step)[0]
    assert len(_chosen(specimen, first)) == 2


@pytest.mark.parametrize("panel", SMALL)
def test_what_is_signed_and_the_way_on_stand_on_one_page(panel: str) -> None:
    for tongue, step in (("zh", 0), ("zh", 3), ("en", 0), ("zh+bo", 1)):
        assert len(sheets(TERMINAL["signing"], TERMINALS[panel], BY_NAME[tongue], step)) == 1, f"{tongue} at {SIZES[step]:.0%}"
