"""What the inspection tells is what is shown, and what is shown is said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.text.speech import utterances
from kiosk.views import Board
from screens.tree import tree
from tests.screens import languages
from tests.screens.languages import TONGUES, Tongue
from tests.screens.showing import ON, PANELS, sheets, shown
from tests.screens.specimens import SPECIMENS

SILENT = ("trouble.staff", "trouble.code", "board.", "picture", "ticket.qr")  # for the staff, heads of a table, drawings
PANEL_OF = {specimen: panel for panel in ("tv", "tablet", "portrait") for specimen in ON[panel]}


def told(specimen: str, tongue: Tongue, step: int = 0) -> list[dict[str, Any]]:
    """Every element of a view, of all its pages."""
    panel, view = PANEL_OF[specimen], SPECIMENS[specimen]
    tools = panel != "tv"
    given = shown(view, tongue, step, tools=tools)
    catalog = languages.catalog(tongue.second)
    pages = sheets(view, PANELS[panel], tongue, step, tools=tools)
    found = [tree(given, sheet, None, PANELS[panel], catalog) for sheet in pages]
    assert all(json.loads(json.dumps(page)) == page for page in found)
    return [element for page in found for element in page["elements"]]


@pytest.mark.parametrize("specimen", PANEL_OF)
def test_all_that_is_shown_is_said_and_all_that_is_said_is_shown(specimen: str) -> None:
    for tongue in (TONGUES[0], TONGUES[1], TONGUES[3]):
        for step in (0, 3):
            elements = told(specimen, tongue, step)
            _shown_is_said(elements)
            view = SPECIMENS[specimen]
            tools = shown(view, tongue, step, tools=PANEL_OF[specimen] != "tv").tools
            said = {one.element: one.text for one in utterances(view, tools, languages.catalog(tongue.second), tongue.lang)}
            heard = {element["id"]: element["spoken"] for element in elements}
            heard |= {f"{element['id']}.hint": element["hint"]["spoken"] for element in elements if "hint" in element}
            assert said.items() <= heard.items(), f"{tongue.name} at step {step}"


def _shown_is_said(elements: list[dict[str, Any]]) -> None:
    for element in elements:
        if element["label"] and not element["id"].startswith(SILENT):
            assert element["spoken"], f"{element['id']} is not said"
        if "hint" in element:
            assert element["hint"]["spoken"], f"the hint of {element['id']} is not said"


def test_a_fresh_call_is_said(specimen: str = "board-six") -> None:
    calls = {element["id"]: element["spoken"] for element in told(specimen, TONGUES[0])}
    view = SPECIMENS[specimen]
    assert isinstance(view, Board)
    assert [bool(calls[f"board.{row.number}"]) for row in view.rows] == [row.fresh for row in view.rows]


def test_an_element_has_its_sizes_its_words_and_its_colours() -> None:
    element = next(one for one in told("home", TONGUES[1]) if one["id"] == "choice.line.civil")
    x, y, w, h = element["box_px"]
    assert element["box_mm"] == [round(value * 0.248, 2) for value in (x, y, w, h)]
    assert element["role"] == "button" and element["enabled"] and not element["focused"] and not element["overflow"]
    assert element["label"] == {"zh": "民政救助", "en": "Civil affairs and relief"}
    assert element["hint"]["label"] == {"zh": "前面 12 人", "en": "12 people ahead"}
    assert element["text_mm"] >= 12 and element["colours"]["ratio"] >= 10
    assert {text["lang"] for text in element["texts"]} == {"zh", "en"}


def test_a_switch_tells_its_state_by_a_mark_and_not_by_colour_alone() -> None:
    for specimen, taken in (("confirm-offer", True), ("confirm-offer-declined", False)):
        element = next(one for one in told(specimen, TONGUES[0]) if one["id"] == "choice.priority")
        assert element["role"] == "switch" and element["selected"] is taken
        [sheet] = sheets(SPECIMENS[specimen], PANELS["portrait"], TONGUES[0])
        drawn = sheet.element("choice.priority")
        assert drawn is not None and bool(drawn.face.marks) is taken


def test_a_fresh_call_is_marked_and_not_by_colour_alone() -> None:
    [sheet] = sheets(SPECIMENS["board-six"], PANELS["tv"], TONGUES[0], tools=False)
    fresh, stale = sheet.element("board.B007"), sheet.element("board.A023")
    assert fresh is not None and stale is not None
    assert "call" in {mark.name for mark in fresh.face.marks} and "call" not in {mark.name for mark in stale.face.marks}


def test_what_cannot_be_chosen_says_so_and_is_drawn_otherwise() -> None:
    [sheet] = sheets(SPECIMENS["home-closed-line"], PANELS["portrait"], TONGUES[0])
    closed = sheet.element("choice.line.civil")
    assert closed is not None and not closed.touchable and closed.face.shapes[0].broken
    assert "choice.line.civil" not in {target.id for target in sheet.targets}


def test_every_key_has_words_and_every_icon_stands_with_some() -> None:
    for specimen in PANEL_OF:
        panel = PANEL_OF[specimen]
        for sheet in sheets(SPECIMENS[specimen], PANELS[panel], TONGUES[0], tools=panel != "tv"):
            for element in sheet.elements:
                assert element.label or element.id in ("picture", "ticket.qr", "guide.qr", "ink.square", "sign.frame"), element.id
