"""Everything a resident can do, step by step: what is chosen by its id for a finger, and by its words for an ear."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Choose:
    """Choose what has the id ``id``, or the first whose id begins so if it ends with "."; ``words``: how it is said."""

    id: str
    words: str


@dataclass(frozen=True)
class Tool:
    """A key of the tactile keypad, or the key of the toolbar."""

    id: str
    key: str


@dataclass(frozen=True)
class Type:
    """Digits. ``what``: "code" of an appointment that somebody booked by telephone, or "phone"."""

    what: str


@dataclass(frozen=True)
class Lay:
    card: str


@dataclass(frozen=True)
class Lift:
    pass


@dataclass(frozen=True)
class Sees:
    """The view ``view`` comes; ``words`` are said of it."""

    view: str
    words: str


Step = Choose | Tool | Type | Lay | Lift | Sees
TICKET = Sees("ticketshown", "您的号")
DONE = Choose("done", "好了")
NO_CARD = Choose("card-none", "没带卡")
PHONE = "13800000000"

TASKS: dict[str, tuple[Step, ...]] = {
    "a number without a card": (Choose("line.general", "综合业务"), NO_CARD, TICKET, DONE),
    "a number with the card": (Lay("elder"), Sees("confirm", "综合业务"), Choose("line.general", "综合业务"), TICKET, Lift(), DONE),
    "priority": (
        Choose("line.general", "综合业务"),
        Choose("card-priority", "优先照顾"),
        Choose("class.", "孕妇"),
        TICKET,
        DONE,
    ),
    "an appointment's code": (
        Choose("line.medical", "医保"),
        Choose("card-booked", "预约过"),
        Type("code"),
        Choose("enter", "确定"),
        TICKET,
        DONE,
    ),
    "a helper": (Tool("tool.help", "help"), Sees("helpercoming", "工作人员"), Choose("help-return", "回到刚才")),
    "settings": (
        Choose("tool.settings", "看清听清"),
        Choose("set.size.up", "字大一点"),
        Choose("set.hearing", "调声音"),
        Choose("set.rate.down", "说慢一点"),
        Choose("set.reset", "恢复原样"),
    ),
    "find by kind": (
        Choose("find", "找要办的事"),
        Choose("find-domains", "一类一类"),
        Choose("domain.", "按"),
        Choose("item.", "按"),
        NO_CARD,
        TICKET,
        DONE,
    ),
    "find by letters": (
        Choose("find", "找要办的事"),
        Choose("find-letters", "拼音字母"),
        Choose("letter.Y", "Y"),
        Choose("letter.B", "B"),
        Choose("item.", "医保"),
        NO_CARD,
        TICKET,
        DONE,
    ),
    "book a time": (
        Choose("book", "预约"),
        Choose("book.new", "约个时间"),
        Choose("book-line.medical", "医保"),
        Choose("day.", "月|今天|明天"),
        Choose("time.", "点"),
        Choose("who-phone", "手机号"),
        Type("phone"),
        Choose("enter", "确定"),
        Choose("book-yes", "就约这个"),
        Sees("ticketshown|slip|booked|menu|codeshown", "约好了"),
        DONE,
    ),
}
RATING: tuple[Step, ...] = (Choose("rate.4", "满意"),)


def fits(step: Choose, id: str) -> bool:
    """Whether a choice of this id is meant."""
    return id.startswith(step.id) if step.id.endswith(".") else id == step.id


def is_said(words: str, sentence: str) -> bool:
    return re.search(words, sentence) is not None
