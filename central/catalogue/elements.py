"""What a guide is written in: its texts, and the closed lists of its elements.

The elements are those of the national catalogue (GB/T 39554.2-2020, as far as the policy documents and the guides that provinces
publish name them); what a hall's catalogue calls them is theirs, the slugs are ours. Codes are opaque: every source has its own
pattern.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from central.setup.fields import Id, Language, mistake

LONGEST = 600
"""Characters of one text: a page of a guide on the glass holds fewer; an answer of the knowledge base may need several."""

Type = Literal["permit", "benefit", "confirmation", "award", "ruling", "filing", "other", "service"]
"""许可, 给付, 确认, 奖励, 裁决, 备案, 其他行政权力, 公共服务 (F2)."""

Audience = Literal["person", "enterprise"]
"""服务对象: 自然人, 法人和其他组织."""

Level = Literal["village", "street", "district", "city", "province", "state"]
"""行使层级."""

Commissioned = Literal["accepted", "authorised", "assisted", "collected"]
"""How an item reaches the base level (F15): 委托受理, 授权办理, 帮办代办, 委托收件. None: it is the hall's own."""

Picture = Literal["card", "book", "photo", "paper", "form", "seal", "bank", "medical"]
"""The drawing that stands for a material on the glass."""

Delivery = Literal["counter", "post", "home"]
"""送达方式: 窗口领取, 邮寄, 送上门."""

Event = Literal[
    "birth", "schooling", "work", "business", "illness", "housing", "marriage", "retirement", "old_age", "disability", "hardship",
    "service", "moving", "death",
]  # fmt: skip
"""Life events (人生大事) by which a resident finds an item: 生育, 上学, 就业, 创业, 看病, 住房, 婚姻, 退休, 养老, 残疾, 困难, 服役退役,
搬迁落户, 身后."""

People = Literal["elder", "parent", "disabled", "veteran", "jobseeker", "student", "farmer", "business"]
"""Who a resident is, by which they find an item: 老年人, 父母, 残疾人, 退役军人, 求职者, 学生, 农牧民, 个体户和企业."""

One = Literal["notice", "form", "papers", "window", "online"]
"""What of it is one (F12): 一次告知, 一表申请, 一套材料, 一窗受理, 一网办理."""

Village = Literal["certificates", "payments", "relief", "documents", "farming", "affairs", "employment"]
"""Groups of what villages handle (F24): 证明出具, 代缴收费, 社会救助, 证件代办, 农业服务, 社会事务, 劳动就业."""


def _printable(text: str) -> str:
    if not text.isprintable():
        raise mistake("form", "control characters are not taken")
    return text


def _with_chinese(names: dict[str, str]) -> dict[str, str]:
    if "zh" not in names:
        raise mistake("needs_chinese", "zh is needed")
    return names


def _chinese(text: Any) -> Any:
    return {"zh": text} if isinstance(text, str) else text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST), AfterValidator(_printable)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=64), AfterValidator(_printable)]
"""May be empty: nothing is known."""

Told = Annotated[
    dict[Language, Text], Field(min_length=1, max_length=20), AfterValidator(_with_chinese), BeforeValidator(_chinese)
]
"""What is told, by language tag; Chinese is always there, and a text alone is the Chinese one."""

Days = Annotated[int, Field(ge=0, le=3650)]
"""A limit in working days (工作日), as laws on procedure count (行政许可法 82)."""

Codes = Annotated[dict[Id, Annotated[str, StringConstraints(min_length=1, max_length=64)]], Field(max_length=8)]
"""Codes of the item by their source: ``basic`` 基本编码, ``local`` 实施编码, or any other."""
