"""What the invented hall does for people, spelled by hand."""

from __future__ import annotations

from kiosk.hall.messages import Item, Spelled
from tests.kit.people import name


def item(id: str, text: str, pinyin: str, domain: str, line: str) -> Item:
    return Item(id, name(text), domain, line, (Spelled(text, tuple((one,) for one in pinyin.split())),))


ITEMS = (
    item("elder_card", "老年证", "lao nian zheng", "elderly_care", "general"),
    item("elder_meals", "老年食堂", "lao nian shi tang", "elderly_care", "general"),
    item("elder_home", "老人照顾", "lao ren zhao gu", "elderly_care", "social"),
    item("elder_rent", "老房改造", "lao fang gai zao", "housing", "general"),
    item("allowance", "高龄津贴", "gao ling jin tie", "elderly_care", "civil"),
    item("odd", "杂事", "za shi", "made_up", "social"),
)
