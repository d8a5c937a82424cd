"""What may be told of what, which answers there are, and who may see it. Pure.

The topics of a complaint begin with those of conduct: 不作为、乱作为、吃拿卡要 are what 赤政务字〔2020〕59号 names; the others, and those of
suggestions and praise, are ours.
"""

from __future__ import annotations

from typing import Literal, get_args

from central.callers import ADMIN, MANAGER, Caller
from central.halls.rules import Rules

Kind = Literal["complaint", "suggestion", "praise", "enquiry"]
"""投诉, 建议, 表扬, 咨询."""
Topic = Literal[
    "attitude",  # 态度不好
    "slow",  # 等太久、办太慢
    "told_twice",  # 没有一次说清
    "mistake",  # 办错了
    "inaction",  # 不作为
    "misuse",  # 乱作为: asks for more than the rules, takes fees
    "graft",  # 吃拿卡要
    "hours",  # 办公时间
    "process",  # 办事流程
    "papers",  # 要的材料
    "guide",  # 指引、说明
    "terminal",  # 自助机
    "kind",  # 热情
    "fast",  # 办得快
    "clear",  # 讲得清楚
    "helper",  # 帮办员帮了忙
    "place",  # 大厅的设施
    "other",
]
Source = Literal["terminal", "box", "phone", "desk"]
"""自助终端, 意见箱 (keyed in from paper), 电话, 现场."""
State = Literal["received", "answered", "closed"]
Result = Literal["founded", "partly", "unfounded", "unclear", "adopted", "noted", "explained", "sent_on", "thanked"]
Reply = Literal["phone", "in_person", "unreached", "no_contact"]
"""How the answer came to whoever is owed it. ``no_contact``: they left none, and may ask by the number."""

KINDS: tuple[Kind, ...] = get_args(Kind)
REPLIES: tuple[Reply, ...] = get_args(Reply)
TOPICS: dict[Kind, tuple[Topic, ...]] = {
    "complaint": ("attitude", "slow", "told_twice", "mistake", "inaction", "misuse", "graft", "place", "other"),
    "suggestion": ("hours", "process", "papers", "guide", "terminal", "place", "other"),
    "praise": ("kind", "fast", "clear", "helper", "other"),
    "enquiry": (),
}
RESULTS: dict[Kind, tuple[Result, ...]] = {
    "complaint": ("founded", "partly", "unfounded", "unclear"),
    "suggestion": ("adopted", "partly", "noted"),
    "praise": ("thanked",),
    "enquiry": ("explained", "sent_on"),
}


def days_of(kind: Kind, rules: Rules) -> int | None:
    """Working days until the answer is owed; None: praise waits for none."""
    return {
        "complaint": rules.complaint_days,
        "suggestion": rules.suggestion_days,
        "praise": None,
        "enquiry": rules.enquiry_days,
    }[kind]


def may_see(caller: Caller, kind: Kind, owner: str | None) -> bool:
    """Enquiries are everybody's work. Whatever else was told may be about a colleague: only who leads the hall sees it, and the
    one to whom they gave it."""
    return kind == "enquiry" or caller.role in (ADMIN, MANAGER) or owner == caller.id
