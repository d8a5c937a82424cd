"""Mandates as the service tells them to a terminal, and the hall's forms. Written for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone

from kiosk.flows.find_state import ByLetters
from kiosk.flows.guide_state import Checking, GuideRead, Noticed
from kiosk.flows.mandate_state import (
    CardAsked,
    ClosingRead,
    ClosingSigned,
    ConsentAsked,
    Errand,
    ErrandRead,
    MandateHeld,
    MandateSeen,
    MandateSought,
    NumberEnd,
    PapersAsked,
    PapersOffered,
    PhoneAsked,
    PhoneOffered,
    ReceiptCode,
    SeveralMandates,
    Signed,
    Stage,
)
from kiosk.hall.mandate import Form, Forms, Found, Handed, Mandate, MandateReceipt, OnFile, Row, Took
from kiosk.hall.messages import HallName, Refusal
from kiosk.mandating import FindMandates, MandateQuestion, MandateReply, ReadForms, ReadOnFile, ReceiveResult
from tests.kit.guides import GUIDES


def both(zh: str, en: str) -> HallName:
    return HallName((("en", en), ("zh", zh)))


WORDS = (
    both("代办不收费。", "This service is free of charge."),
    both("委托是自愿的，办结之前随时可以撤回，交来的材料全部退还。", "It is voluntary. Until it is done you may take it back."),
    both("我们替您跑腿，不替您做主：要您本人决定、签字的，先来问您。", "We run the errand, we do not decide for you."),
)


def _rows(*facts: tuple[str, str, str]) -> tuple[Row, ...]:
    return tuple(Row(fact, both(zh, en)) for fact, zh, en in facts)


FORMS = Forms(
    Form(
        both("帮办代办委托单", "Mandate"),
        _rows(
            ("number", "委托单编号", "Number"),
            ("made_on", "委托日期", "Date"),
            ("item", "委托事项", "What is to be done"),
            ("name", "委托人", "Given by"),
            ("id_number", "证件号码", "Document number"),
            ("words", "具体要求", "In their own words"),
            ("due_on", "承诺办结日期", "Promised by"),
        ),
        True,
        WORDS,
    ),
    Form(
        both("帮办代办委托回执", "Receipt of a mandate"),
        _rows(
            ("number", "委托单编号", "Number"),
            ("code", "查询码", "Code for asking"),
            ("item", "委托事项", "What is to be done"),
            ("due_on", "承诺办结日期", "Promised by"),
            ("agent", "代办员", "Agent"),
            ("hall_phone", "咨询电话", "Telephone"),
        ),
        True,
        (both("代办不收费。请保管好这张回执。", "Free of charge. Please keep this receipt."),),
    ),
    Form(
        both("帮办代办服务办结单", "Result of a mandate"),
        _rows(("number", "委托单编号", "Number"), ("outcome", "办理结果", "Result")),
        True,
        (both("本人已收到办理结果，交来的原件已全部退还，代办没有收费。", "I have received the result and all originals, free of charge."),),
    ),
)
MADE = datetime(2026, 11, 20, 7, 5, tzinfo=timezone.utc)
SIGNATURE = (((100, 300), (200, 700), (300, 300)), ((450, 200), (450, 800)), ((600, 500), (900, 480)))
RECEIPT = MandateReceipt(
    "m1",
    "2026-0012",
    "48290317",
    True,
    both("高龄津贴", "Old-age allowance"),
    MADE,
    date(2026, 12, 11),
    (Handed(both("户口本", "Household book"), True, 1), Handed(both("老人自己的银行卡", "Bank card"), True, 0)),
)
DRAFT = replace(RECEIPT, number="2026-0013", signed=False, due_on=None, papers=())
_DAY = MADE.replace(day=23)
RELAYED = Mandate(
    "m1",
    "2026-0012",
    "relayed",
    RECEIPT.item,
    MADE,
    RECEIPT.due_on,
    False,
    "s1",
    "东方明",
    (
        Took(MADE, "draft", "终端"),
        Took(MADE, "accept", "终端"),
        Took(_DAY, "take", "东方明"),
        Took(_DAY, "relay", "东方明", "区民政局"),
    ),
)
ASKED = replace(
    RELAYED,
    id="m2",
    number="2026-0007",
    state="supplementing",
    late=True,
    steps=(*RELAYED.steps, Took(_DAY, "back", "东方明", "区民政局"), Took(_DAY, "ask", "东方明")),
    wanted=("户口本复印件",),
    wanted_until=date(2026, 12, 4),
)
POSTED = replace(
    RELAYED,
    id="m3",
    state="posted",
    outcome="granted",
    way="post",
    carrier="邮政快递",
    tracking="1234567890",
    steps=(*RELAYED.steps, Took(_DAY, "finish", "东方明", "granted"), Took(_DAY, "post", "东方明", "邮政快递")),
)
OFFERED = replace(
    RELAYED,
    id="m4",
    state="done",
    outcome="granted",
    steps=(*RELAYED.steps, Took(_DAY, "back", "东方明", "区民政局"), Took(_DAY, "finish", "东方明", "granted")),
    offered=True,
)
RECEIVED = replace(OFFERED, state="delivered", way="counter", offered=False)
TOLD = (
    RELAYED,
    ASKED,
    POSTED,
    replace(RELAYED, state="drafted", agent="", agent_name="", due_on=None, steps=RELAYED.steps[:1]),
    replace(POSTED, state="delivered", way="home", steps=(*POSTED.steps, Took(_DAY, "confirm", "东方明"))),
    replace(POSTED, state="done", outcome="refused", tracking=""),
    replace(RELAYED, state="withdrawn"),
    replace(RELAYED, state="unheard_of"),
    OFFERED,
)


ON_FILE = OnFile("1234", ("household", "unheard_of"))


def replies(question: MandateQuestion) -> tuple[MandateReply, ...]:
    """What may come back; every refusal too."""
    refused = tuple(Refusal)
    match question:
        case ReadForms():
            return (FORMS, FORMS, *refused[:3])
        case ReadOnFile():
            return (ON_FILE, ON_FILE, OnFile(), *refused[:3])
        case FindMandates():
            unknown = (Refusal.MANDATE_UNKNOWN, Refusal.CODES_TRIED)
            return (Found(TOLD, FORMS), *(Found((one,)) for one in TOLD), *unknown, *refused[:3])
        case ReceiveResult():
            return (RECEIVED, RECEIVED, *refused)
    return (RECEIPT, RECEIPT, DRAFT, *refused)


READ = GuideRead("allowance", ByLetters("GL"))
WHOLE = Checking(GUIDES[0], READ, (("by_other", False),), (("id_card", True), ("household", True), ("bank", True)))
ERRAND = Errand(WHOLE, Noticed(WHOLE), FORMS)
PLACES: tuple[Stage, ...] = (
    ConsentAsked(ERRAND),
    CardAsked(ERRAND),
    PapersAsked(replace(ERRAND, handed=("household",))),
    PapersOffered(replace(ERRAND, on_file=ON_FILE)),
    PapersAsked(replace(ERRAND, on_file=ON_FILE, papers_on_file=("household",))),
    PhoneOffered(replace(ERRAND, on_file=ON_FILE)),
    PhoneAsked(replace(ERRAND, phone="1390000000")),
    ErrandRead(replace(ERRAND, phone="04773980000")),
    Signed(ERRAND, SIGNATURE),
    MandateHeld(RECEIPT, ERRAND, SIGNATURE),
    MandateSought(),
    ReceiptCode("4829031"),
    NumberEnd("48290317", "001"),
    SeveralMandates(Found(TOLD, FORMS)),
    MandateSeen(ASKED, Found(TOLD, FORMS)),
    MandateSeen(POSTED, Found((POSTED,), FORMS)),
    ClosingRead(OFFERED, Found(TOLD, FORMS), FindMandates("48290317", "0019")),
    ClosingSigned(OFFERED, Found(TOLD, FORMS), FindMandates("48290317", "0019"), SIGNATURE),
)
"""Places deep in the flow, for a walk to begin at."""
