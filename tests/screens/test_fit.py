"""Every specimen on every panel it is made for, in each language and size: nothing clipped, too small or missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.text.facts import facts
from kiosk.views import Board, Confirm, View, Weight
from kiosk.visit import SIZES
from screens.geometry import Box
from screens.sheet import Element, Role, Sheet
from screens.theme import DEFAULT_CONTRAST, THEMES, WHITE
from screens.tree import colours
from screens.widgets.text_block import Pairing
from tests.screens import checks
from tests.screens.languages import TONGUES, Tongue
from tests.screens.showing import ON, PANELS, TOOLS, sheets, steps

RATE_MAY_TURN = {("tablet", "mn"), ("landscape", "mn")}  # six targets of whole Mongolian words do not go on ten inches at once


def cases() -> list[Any]:
    return [pytest.param(panel, specimen, id=f"{panel}-{specimen}") for panel in PANELS for specimen in ON[panel]]


def _every(panel: str, specimen: str) -> Iterator[tuple[Tongue, int, Sheet]]:
    for tongue in TONGUES:
        for step in steps(panel, tongue):
            for sheet in sheets(ON[panel][specimen], PANELS[panel], tongue, step, tools=panel in TOOLS):
                yield tongue, step, sheet


@pytest.mark.parametrize(("panel", "specimen"), cases())
def test_everything_fits_and_can_be_hit(panel: str, specimen: str) -> None:
    for tongue, step, sheet in _every(panel, specimen):
        where = f"{tongue.name} at {SIZES[step]:.0%}, page {sheet.page + 1} of {sheet.pages}"
        checks.inside(sheet, PANELS[panel], where)
        checks.apart(sheet, PANELS[panel], where)
        checks.large(sheet, PANELS[panel], tongue, step, where)


@pytest.mark.parametrize(("panel", "specimen"), cases())
def test_nothing_of_the_view_is_missing(panel: str, specimen: str) -> None:
    view = ON[panel][specimen]
    for tongue in TONGUES:
        for step in steps(panel, tongue):
            found = sheets(view, PANELS[panel], tongue, step, tools=panel in TOOLS)
            ids = {element.id for sheet in found for element in sheet.elements}
            assert held(view, tools=panel in TOOLS) <= ids, f"{tongue.name} at {SIZES[step]:.0%}"
            if "choice.rate.5" in ids and (panel, tongue.name) not in RATE_MAY_TURN:
                whole = {f"choice.rate.{level}" for level in (1, 2, 3, 4, 5)} | {"choice.skip"}
                assert whole <= {element.id for element in found[0].elements}, "the six stand together"


def held(view: View, *, tools: bool) -> set[str]:
    """The ids of all that a view holds."""
    ids = {"title", *(f"body.{i}" for i in range(len(view.body))), *(f"choice.{choice.id}" for choice in view.choices)}
    ids |= {fact.element for fact in facts(view) if not isinstance(view, Board)}  # older calls may have no room
    ids |= {"choice.back"} if view.back else set()
    ids |= {"choice.home"} if view.home else set()
    ids |= {"who"} if isinstance(view, Confirm) and view.who else set()
    ids |= {"board.hall", "board.clock"} if isinstance(view, Board) else set()
    return ids | ({f"choice.tool.{name}" for name in ("lang", "size", "voice", "settings", "help")} if tools else set())


@pytest.mark.parametrize("panel", sorted(TOOLS))
def test_the_fixed_keys_never_move(panel: str) -> None:
    fixed = ("choice.tool.", "choice.home", "choice.back", "choice.page.")
    for tongue in TONGUES:
        for step in steps(panel, tongue):
            places: dict[str, Box] = {}
            for view in ON[panel].values():
                for sheet in sheets(view, PANELS[panel], tongue, step):
                    for element in sheet.elements:
                        if element.id.startswith(fixed):
                            name = f"{element.id} of {sheet.view}, {tongue.name} at {SIZES[step]:.0%}"
                            assert places.setdefault(element.id, element.box) == element.box or _page_key(element), name


def _page_key(element: Element) -> bool:
    """Page keys stand one row lower where a view has neither back nor home."""
    return element.id.startswith("choice.page.")


@pytest.mark.parametrize("theme", [name for name in THEMES if name != "low-contrast"])
def test_contrast(theme: str) -> None:
    """Each view in some of the themes on some of the panels; the report looks at all."""
    others = list(THEMES).index(theme)
    for turn, panel in enumerate(PANELS):
        for view in list(ON[panel].values())[(others + turn) % 4 :: 4]:
            for sheet in sheets(view, PANELS[panel], TONGUES[1], theme=THEMES[theme], tools=panel in TOOLS):
                for element in sheet.elements:
                    told = colours(element)
                    assert told is None or told["ratio"] >= DEFAULT_CONTRAST, f"{element.id} of {sheet.view}: {told}"


@pytest.mark.parametrize("pairing", [Pairing("right"), Pairing("left", 1.0)], ids=["mongolian on the right", "equal sizes"])
def test_a_region_s_own_pairing_fits_too(pairing: Pairing) -> None:
    for view in list(ON["portrait"].values())[::6]:  # of the usual pairing every one is looked at
        for tongue in (TONGUES[2], TONGUES[4]):
            for sheet in sheets(view, PANELS["portrait"], tongue, pairing=pairing):
                checks.inside(sheet, PANELS["portrait"], f"{view.name} {tongue.name}")
                checks.apart(sheet, PANELS["portrait"], f"{view.name} {tongue.name}")


def test_mongolian_stands_where_the_region_wants_it() -> None:
    for pairing, first in ((Pairing("left"), "mn"), (Pairing("right"), "zh")):
        [sheet] = sheets(ON["portrait"]["still-there"], PANELS["portrait"], TONGUES[2], pairing=pairing)
        title = sheet.element("title")
        assert title is not None
        assert min(title.face.runs, key=lambda run: run.box.x).lang == first


def test_the_board_is_read_from_the_last_seat() -> None:
    """0.7 degrees at 5 m is 61 mm of ink, on a panel that has the room (row 53)."""
    for specimen, view in ON["tv"].items():
        for sheet in sheets(view, PANELS["tv"], TONGUES[1], tools=False):
            for element in sheet.elements:
                if element.role is Role.NUMBER:
                    assert all(PANELS["tv"].mm(run.block.ink_px) * 0.84 >= 61 for run in element.face.runs), specimen


def test_all_choices_of_a_view_are_equally_large() -> None:
    for specimen, view in (ON["portrait"] | ON["tablet"]).items():
        if view.name in ("letters", "writing"):  # keys, and what they may mean
            continue
        panel = "tablet" if specimen in ON["tablet"] else "portrait"
        for sheet in sheets(view, PANELS[panel], TONGUES[1]):
            alike = {choice.id for choice in view.choices if choice.weight is not Weight.QUIET}
            own = [e.box for e in sheet.elements if e.act in alike]
            assert len({(box.w, box.h) for box in own}) <= 1, specimen


def test_levels_of_a_rating_are_painted_alike() -> None:
    [sheet] = sheets(ON["tablet"]["rate"], PANELS["tablet"], TONGUES[0])
    own = [e for e in sheet.elements if e.id.startswith("choice.rate.") or e.id == "choice.skip"]
    assert len(own) == 6 and {e.paint for e in own} == {WHITE.plain} and all(e.selected is None for e in own)
