"""The view of settings: samples with their names, steps as boxes, and keys that stay under the finger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.flows import settings
from kiosk.views import Sense
from kiosk.visit import THEMES, Settings, adjust
from screens.sheet import Element, Sheet
from screens.theme import THEMES as COLOURS
from screens.tree import colours
from tests.screens.languages import TONGUES
from tests.screens.showing import LANDSCAPE, PORTRAIT, sheets


def laid(sense: Sense, given: Settings, step: int = 0) -> list[Sheet]:
    return sheets(settings.view(sense, given), PORTRAIT, TONGUES[0], step)


def element(pages: list[Sheet], id: str) -> Element:
    return next(found for sheet in pages if (found := sheet.element(id)))


@pytest.mark.parametrize("name", THEMES)
def test_a_choice_of_colours_is_a_sample_of_itself_with_its_name(name: str) -> None:
    found = element(laid(Sense.SIGHT, Settings(theme="black-cyan")), f"choice.set.theme.{name}")
    sample = [mark for mark in found.face.marks if mark.name == "sample"]
    assert [(mark.colour, mark.ground) for mark in sample] == [(COLOURS[name].page.ink, COLOURS[name].page.fill)]
    assert found.label and found.face.runs and all(found.box.holds(mark.box) for mark in sample)
    assert not any(run.box.overlaps(mark.box) for run in found.face.runs for mark in sample)
    told = colours(found)
    assert told is not None and told["ratio"] >= 10, "the name is in the colours of the visit"
    assert found.selected is (name == "black-cyan")


@pytest.mark.parametrize("choice", ["set.gain.up", "set.rate.down", "set.theme.black-yellow", "set.low", "set.voice"])
def test_a_key_that_is_struck_again_is_still_there(choice: str) -> None:
    sense = Sense.HEARING if choice.split(".")[1] in ("gain", "rate", "voice") else Sense.SIGHT
    before = Settings(gain_db=-18.0, rate=2.0)
    first = element(laid(sense, before), f"choice.{choice}")
    assert element(laid(sense, adjust(before, choice, ("zh",))), f"choice.{choice}").box == first.box


@pytest.mark.parametrize(("gain_db", "full"), [(-18.0, 1), (0.0, 4), (12.0, 6)])
def test_as_many_boxes_are_full_as_steps_were_taken(gain_db: float, full: int) -> None:
    pages = laid(Sense.HEARING, Settings(gain_db=gain_db))
    heading = element(pages, "choice.set.gain.down.heading")
    boxes = [shape for shape in pages[0].under if shape.box.y < element(pages, "choice.set.gain.down").box.y and shape.thick]
    assert [shape.fill for shape in boxes] == [shape.edge for shape in boxes[:full]] + [pages[0].ground] * (6 - full)
    assert heading.label == (("zh", f"声音大小：第 {full} 档"),)


@pytest.mark.parametrize("panel", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("step", [0, 3])
def test_a_heading_stands_above_its_first_key(panel: object, step: int) -> None:
    for sense in Sense:
        view = settings.view(sense, replace(Settings(), size=step))
        for sheet in sheets(view, panel, TONGUES[0], step):  # type: ignore[arg-type]
            for one in sheet.elements:
                if one.id.endswith(".heading"):
                    key = sheet.element(one.id.removesuffix(".heading"))
                    assert key is not None and key.box.y >= one.box.bottom and key.box.x == one.box.x
            assert sheet.element("choice.back"), "the way back is on every page"
