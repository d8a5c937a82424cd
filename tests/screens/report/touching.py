"""Rows 13 to 16, 22 and 36 of the table: what a finger and the keypad meet on every page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from screens.focus import Focus
from screens.press import STRIKE_S, Press
from screens.sheet import Element
from screens.theme import ratio
from tests.screens.report.cases import Seen
from tests.screens.report.rules import Found, Rule, on_every_page


def _middle(element: Element) -> tuple[float, float]:
    return element.box.x + element.box.w / 2, element.box.y + element.box.h / 2


@on_every_page(Rule("13", "触摸区较短的一边", "shorter side of a target", 12.7, "mm", least=True))
def target_side(seen: Seen) -> Iterator[Found]:
    for target in _touchable(seen):
        yield min(seen.panel.mm(target.box.w), seen.panel.mm(target.box.h)), seen.where(target.id)


@on_every_page(Rule("13", "相邻触摸区的间隔", "gap between targets", 2.54, "mm", least=True))
def target_gap(seen: Seen) -> Iterator[Found]:
    for one, other in combinations(_touchable(seen), 2):
        yield seen.panel.mm(one.box.gap(other.box)), seen.where(f"{one.id} and {other.id}")


def _touchable(seen: Seen) -> list[Element]:
    return [element for element in seen.sheet.elements if element.act] if seen.setting.touched else []


@on_every_page(Rule("14", "点一下不够的按键", "keys for which one tap is not enough"))
def one_tap(seen: Seen) -> Iterator[Found]:
    for target in seen.sheet.targets:
        press, at = Press(), _middle(target)
        press.down(1, seen.sheet, *at, 1.0)
        yield float(press.up(1, *at, 1.1) is not target), seen.where(target.id)


@on_every_page(Rule("15", "按下就动作，或滑开仍动作的按键", "keys that act on touch, or after sliding off"))
def slid_off(seen: Seen) -> Iterator[Found]:
    for target in seen.sheet.targets:
        press = Press()
        press.down(1, seen.sheet, *_middle(target), 1.0)
        press.move(1, -1.0, -1.0)
        yield float(press.up(1, -1.0, -1.0, 1.2) is not None), seen.where(target.id)


@on_every_page(Rule("15", "触摸区离屏幕边缘", "from a target to the edge of the glass", 2.54, "mm", least=True))
def edge(seen: Seen) -> Iterator[Found]:
    width, height = seen.sheet.size
    for target in _touchable(seen):
        box = target.box
        yield seen.panel.mm(min(box.x, box.y, width - box.right, height - box.bottom)), seen.where(target.id)


@on_every_page(Rule("16", "半秒内连击仍动作的按键", "keys that act twice within half a second"))
def struck_twice(seen: Seen) -> Iterator[Found]:
    for target in seen.sheet.targets:
        press, at = Press(), _middle(target)
        acted = 0
        for now in (1.0, 1.0 + STRIKE_S * 0.5, 1.0 + STRIKE_S * 0.95):
            press.down(1, seen.sheet, *at, now)
            acted += press.up(1, *at, now) is not None
        yield float(acted != 1), seen.where(target.id)


@on_every_page(Rule("22", "小键盘走不到，或走不出来的按键", "targets that the keypad cannot reach or leave"))
def walked(seen: Seen) -> Iterator[Found]:
    if not seen.setting.touched:
        return
    for key, order in (("down", seen.sheet.targets), ("up", tuple(reversed(seen.sheet.targets)))):
        focus, passed = Focus(), []
        for _ in range(2 * len(order)):
            focus = focus.walked(seen.sheet, key)
            passed.append(focus.id)
        wanted = [target.id for target in order] * 2
        yield float(sum(one != other for one, other in zip(passed, wanted))), seen.where(f"keys {key}")


@on_every_page(Rule("22", "焦点框的对比度", "contrast of the focus's two rings", 3.0, ":1", least=True))
def ring(seen: Seen) -> Iterator[Found]:
    yield ratio(*seen.sheet.theme.focus), seen.where("focus")


@on_every_page(Rule("36", "站立时触摸区上沿离地", "height of a target, standing", 1220.0, "mm"))
def reach_standing(seen: Seen) -> Iterator[Found]:
    yield from _heights(seen, low=False)


@on_every_page(Rule("36", "低位模式（坐轮椅）触摸区上沿离地", "height of a target in low mode, seated", 1120.0, "mm"))
def reach_seated(seen: Seen) -> Iterator[Found]:
    yield from _heights(seen, low=True)


def _heights(seen: Seen, *, low: bool) -> Iterator[Found]:
    for target in _touchable(seen):
        high = seen.panel.height_mm(target.box.y)
        if high is not None and seen.setting.low is low:
            yield high, seen.where(target.id)


@on_every_page(Rule("36", "触摸区下沿离地", "height of a target's lower edge", 380.0, "mm", least=True))
def not_too_low(seen: Seen) -> Iterator[Found]:
    for target in _touchable(seen):
        high = seen.panel.height_mm(target.box.bottom)
        if high is not None:
            yield high, seen.where(target.id)
