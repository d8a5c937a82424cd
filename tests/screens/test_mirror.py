"""A sheet for Uyghur: everything on the other side, in the same order of reading, and typed as on any telephone."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from screens import icons
from screens.desk import Desk
from screens.focus import Focus
from screens.mirror import POINTING, mirrored
from screens.sheet import Element, Face, Sheet
from screens.show import SCREENS
from screens.tree import tree
from screens.widgets.text_block import Pairing
from tests.screens.languages import BY_NAME, catalog
from tests.screens.showing import ON, PORTRAIT, shaper, sheets, shown

UG = BY_NAME["ug"]


def sheet(specimen: str, panel: str = "portrait", tongue: str = "ug") -> Sheet:
    return sheets(ON[panel][specimen], PORTRAIT, BY_NAME[tongue])[0]


def element(found: Sheet, id: str) -> Element:
    one = found.element(id)
    assert one is not None, id
    return one


@pytest.mark.parametrize("specimen", ["home", "prompt-card", "ticket-uncertain", "rate", "still-there"])
def test_everything_stands_on_the_other_side_and_is_read_in_the_same_order(specimen: str) -> None:
    desk = Desk.laid(PORTRAIT, catalog("ug"), shaper(), lang="ug", step=0)
    view = ON["portrait"][specimen]
    plain = SCREENS[type(view)](desk).compose(shown(view, UG))
    turned, width = sheet(specimen), PORTRAIT.width_px
    assert [one.id for one in turned.elements] == [one.id for one in plain.elements]
    for before, after in zip(plain.elements, turned.elements):
        assert after.box == before.box.mirrored(width)
        for layer in fields(Face):
            pairs = zip(getattr(before.face, layer.name), getattr(after.face, layer.name), strict=True)
            assert all(one.box.mirrored(width) == two.box for one, two in pairs), f"{after.id} {layer.name}"
        assert [run.block for run in after.face.runs] == [run.block for run in before.face.runs]
    assert [shape.box for shape in turned.under] == [shape.box.mirrored(width) for shape in plain.under]
    again = mirrored(turned)
    assert [one.box for one in again.elements] == [one.box for one in plain.elements]


def test_the_toolbar_and_the_ways_back_begin_at_the_right() -> None:
    found = sheet("prompt-card")
    home, back = element(found, "choice.home"), element(found, "choice.back")
    lang, help_ = element(found, "choice.tool.lang"), element(found, "choice.tool.help")
    assert home.box.x > back.box.x and lang.box.x > help_.box.x
    assert element(found, "title").box.right > PORTRAIT.width_px * 0.9
    assert found.at(back.box.x + 5, back.box.y + 5) is back


def test_what_points_points_the_other_way_and_nothing_else_is_turned() -> None:
    found = sheet("prompt-card")
    marks = [mark for one in found.elements for mark in one.face.marks]
    assert {mark.name for mark in marks if mark.mirrored} <= POINTING
    [arrow] = [mark for mark in marks if mark.name == "back"]
    there, here = icons.mask("back", 40, arrow.tone, arrow.mirrored), icons.mask("back", 40, arrow.tone)
    assert there.tobytes() != here.tobytes()
    assert not any(mark.mirrored for one in sheet("prompt-card", tongue="bo").elements for mark in one.face.marks)


def test_one_types_as_on_a_telephone() -> None:
    keys, plain = sheet("number-keys-full"), sheet("number-keys-full", tongue="en")
    for found in (keys, plain):
        one, two, zero = (element(found, f"choice.digit.{digit}").box for digit in (1, 2, 0))
        assert one.x < two.x and one.y < zero.y and zero.x == two.x
        assert element(found, "choice.erase").box.x < zero.x < element(found, "choice.enter").box.x
    typed = next(one for one in keys.elements for run in one.face.runs if run.block.text.startswith("4 8"))
    assert typed.face.runs[0].block.lines == ("4 8 2 9 1 3",)


def test_the_keypad_walks_as_one_reads() -> None:
    found = sheet("prompt-card")
    first, second = (target.id for target in found.targets[:2])
    assert Focus(first).walked(found, "left") == Focus(first).walked(found, "down") == Focus(second)
    assert Focus(second).walked(found, "right") == Focus(second).walked(found, "up") == Focus(first)
    plain = replace(found, mirrored=False)
    assert Focus(first).walked(plain, "right") == Focus(second)


def test_the_tree_tells_the_direction_and_words_without_marks() -> None:
    given = shown(ON["portrait"]["helper-queued"], UG)
    told = tree(given, sheet("helper-queued"), None, PORTRAIT, catalog("ug"))
    assert told["direction"] == "rtl"
    words = next(one["label"]["ug"] for one in told["elements"] if one["id"] == "body.0")
    assert "0477-3980000" in words and not any("\u2066" <= char <= "\u2069" for char in words)


@pytest.mark.parametrize(("order", "upper"), [("resident", "zh"), ("chinese", "zh"), ("second", "ug")])
def test_the_region_orders_which_line_stands_above(order: str, upper: str) -> None:
    pairing = Pairing(order=order)  # type: ignore[arg-type]
    [found] = sheets(ON["portrait"]["still-there"], PORTRAIT, BY_NAME["zh+ug"], pairing=pairing)
    title = element(found, "title")
    assert min(title.face.runs, key=lambda run: run.box.y).lang == upper
    assert title.label[0][0] == title.face.runs[0].lang == "zh", "the resident's language is read first, wherever it stands"


def test_a_region_may_want_both_equally_large() -> None:
    [found] = sheets(ON["portrait"]["still-there"], PORTRAIT, BY_NAME["zh+bo"], pairing=Pairing(ratio=1.0))
    for id in ("title", "body.0", "choice.still-here"):
        runs = element(found, id).face.runs
        assert {run.lang for run in runs} == {"zh", "bo"} and len({run.block.ink_px for run in runs}) == 1, id
