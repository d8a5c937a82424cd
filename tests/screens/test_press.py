"""One finger, as a pure story: what it presses and what it chooses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screens.press import SEEN_S, STRIKE_S, Press
from screens.sheet import Element, Sheet
from tests.screens.languages import TONGUES
from tests.screens.showing import PORTRAIT, sheets
from tests.screens.specimens import TERMINAL

[SHEET] = sheets(TERMINAL["home-closed-line"], PORTRAIT, TONGUES[0])


def middle(id: str, sheet: Sheet = SHEET) -> tuple[int, int]:
    element = sheet.element(f"choice.{id}")
    assert element is not None
    return element.box.x + element.box.w // 2, element.box.y + element.box.h // 2


def tap(press: Press, id: str, now: float, sheet: Sheet = SHEET) -> Element | None:
    press.down("finger", sheet, *middle(id, sheet), now)
    return press.up("finger", *middle(id, sheet), now)


def test_a_tap_chooses_on_release() -> None:
    press = Press()
    press.down("finger", SHEET, *middle("line.general"), 1.0)
    assert press.held == "choice.line.general"
    chosen = press.up("finger", *middle("line.general"), 1.1)
    assert chosen is not None and chosen.act == "line.general" and press.held is None


def test_sliding_off_chooses_nothing_and_sliding_back_does() -> None:
    press = Press()
    press.down("finger", SHEET, *middle("line.general"), 1.0)
    press.move("finger", *middle("line.help"))
    assert press.held is None
    assert press.up("finger", *middle("line.help"), 1.2) is None

    press.down("finger", SHEET, *middle("line.general"), 2.0)
    press.move("finger", 0, 0)
    press.move("finger", *middle("line.general"))
    assert press.held == "choice.line.general"
    assert press.up("finger", *middle("line.general"), 2.2) is not None


def test_a_double_strike_counts_once() -> None:
    press = Press()
    assert tap(press, "line.general", 1.0) is not None
    assert tap(press, "line.general", 1.0 + STRIKE_S * 0.9) is None
    assert tap(press, "line.general", 1.0 + STRIKE_S * 1.1) is not None


def test_where_one_types_only_the_same_key_is_a_double_strike() -> None:
    [keys] = sheets(TERMINAL["number-keys"], PORTRAIT, TONGUES[0])
    press = Press()

    def strike(id: str, now: float) -> bool:
        press.down("finger", keys, *middle(id, keys), now)
        return press.up("finger", *middle(id, keys), now) is not None

    assert strike("digit.1", 1.0) and strike("digit.2", 1.2) and strike("digit.1", 1.4)
    assert not strike("digit.1", 1.6)
    assert strike("digit.1", 1.4 + STRIKE_S)


def test_the_second_strike_on_what_opened_the_keys_types_nothing() -> None:
    [keys] = sheets(TERMINAL["number-keys"], PORTRAIT, TONGUES[0])
    press = Press()
    assert tap(press, "line.general", 1.0) is not None
    for now, typed in ((1.2, False), (1.0 + STRIKE_S, True)):
        press.down("finger", keys, *middle("digit.8", keys), now)
        assert (press.up("finger", *middle("digit.8", keys), now) is not None) is typed


def test_a_view_drawn_again_leaves_the_finger_where_it_is() -> None:
    [shut] = sheets(TERMINAL["home-lost"], PORTRAIT, TONGUES[0])
    press = Press()
    press.down("finger", SHEET, *middle("line.general"), 1.0)
    press.put(SHEET, 1.05, same=True)
    assert press.held == "choice.line.general"
    assert press.up("finger", *middle("line.general"), 1.1) is not None
    press.down("finger", SHEET, *middle("line.general"), 2.0)
    press.put(shut, 2.05, same=True)  # in the meantime nothing can be chosen
    assert press.held is None and press.up("finger", *middle("line.general"), 2.1) is None


def test_a_second_finger_is_not_there() -> None:
    press = Press()
    press.down("first", SHEET, *middle("line.general"), 1.0)
    press.down("second", SHEET, *middle("line.help"), 1.0)
    assert press.up("second", *middle("line.help"), 1.1) is None
    chosen = press.up("first", *middle("line.general"), 1.1)
    assert chosen is not None and chosen.act == "line.general"


def test_what_is_not_offered_cannot_be_pressed() -> None:
    press = Press()
    assert tap(press, "line.civil", 1.0) is None and press.held is None


def test_a_new_view_under_the_finger_drops_it() -> None:
    press = Press()
    press.down("finger", SHEET, *middle("line.general"), 1.0)
    press.put(SHEET, 1.05, same=False)
    assert press.held is None and press.up("finger", *middle("line.general"), 1.1) is None


def test_a_finger_that_was_on_its_way_chooses_nothing_of_a_view_that_came_by_itself() -> None:
    press, soon = Press(), 10.0 + SEEN_S * 0.9
    press.put(SHEET, 10.0, same=False)
    assert not press.settled(soon) and tap(press, "line.general", soon) is None
    assert tap(press, "line.general", soon + STRIKE_S * 0.9) is None, "it bounces"
    assert press.settled(soon + STRIKE_S) and tap(press, "line.general", soon + STRIKE_S) is not None
    press.put(SHEET, 20.0, same=False)
    assert press.settled(20.0 + SEEN_S) and tap(press, "line.general", 20.0 + SEEN_S) is not None


@pytest.mark.parametrize(("id", "stayed"), [("line.general", False), ("line.social", True)])
def test_what_moved_is_not_what_the_finger_aimed_at_and_what_stayed_is(id: str, stayed: bool) -> None:
    general = SHEET.element("choice.line.general")
    assert general is not None
    others = tuple(element for element in SHEET.elements if element is not general)
    moved = replace(SHEET, elements=(*others, general.moved(0, 4)))
    press = Press()
    press.put(SHEET, 1.0, same=False)
    press.put(moved, 10.0, same=True)
    press.put(moved, 10.2, same=True)  # the clock: it stands where it stood since 10.0
    assert (tap(press, id, 10.0 + SEEN_S * 0.9, moved) is not None) is stayed
    assert tap(press, id, 20.0, moved) is not None
