"""Guides as the service gives them, of things that the invented hall does. Written for the tests."""

from __future__ import annotations

from typing import Any

from kiosk.hall.guide_wire import guide_of


def names(zh: str, en: str = "") -> dict[str, str]:
    return {"zh": zh} | ({"en": en} if en else {})


def material(id: str, zh: str, **more: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "original": True,
        "copies": 0,
        "source": None,
        "how": None,
        "needed_if": None,
        "on_the_spot": None,
        "promise": False,
        "deadline_days": None,
        "picture": "paper",
    }
    return {"id": id, "name": names(zh)} | plain | more


ALLOWANCE: dict[str, Any] = {
    "item": "allowance",
    "name": names("高龄津贴", "Old-age allowance"),
    "version": 3,
    "effective_from": "2026-07-01",
    "sample": True,
    "codes": {},
    "type": "benefit",
    "audience": ["person"],
    "basis": [],
    "level": "street",
    "authority": names("民政局"),
    "immediate": False,
    "regional": False,
    "commissioned": "accepted",
    "online": {
        "address": "https://gjzwfw.www.gov.cn",
        "name": names("国家政务服务平台", "National government service platform"),
        "text": names("先用手机号登录。搜“高龄津贴”，照着填，拍照传材料。", "Log in with your number, search for the allowance, fill it in."),
    },
    "summary": names("80 岁以上的老人，每个月有一笔钱。自己不方便来，家里人可以代办。", "A monthly allowance from the age of 80 on."),
    "conditions": [names("年满 80 岁"), names("户口在本地")],
    "questions": [
        {"id": "by_other", "text": names("您是替家里人来办吗？", "Are you here for somebody else?")},
        {"id": "abroad", "text": names("这个问题不决定什么？")},
    ],
    "materials": [
        material("id_card", "老人的身份证", copies=1, picture="card", on_phone=True, on_the_spot=names("窗口免费复印")),
        material(
            "household",
            "户口本",
            copies=1,
            picture="book",
            source=names("派出所"),
            how=names("丢了到派出所补，当天能拿到"),
            promise=True,
            deadline_days=10,
        ),
        material("bank", "老人自己的银行卡", picture="bank", source=names("银行"), how=names("到银行办一张，带身份证")),
        material(
            "entrust",
            "委托书",
            picture="form",
            needed_if={"question": "by_other", "answer": True},
            on_the_spot=names("窗口有表，当场写"),
            deadline_days=5,
        ),
    ],
    "steps": [
        {"name": names("到窗口申请"), "place": names("民政窗口"), "days": None},
        {"name": names("街道审核"), "place": None, "days": 5},
        {"name": names("张榜公示"), "place": names("社区公示栏"), "days": 7},
        {"name": names("每月发到卡上"), "place": None, "days": None},
    ],
    "statutory_days": 30,
    "promised_days": 15,
    "fee": {"free": True, "text": names("不收费", "Free"), "basis": None},
    "procedures": [names("公示 7 天")],
    "renewal": None,
    "result": names("从批准的下个月起发钱"),
    "delivery": ["counter"],
    "visits": 1,
    "places": [{"name": names("诃额伦街道便民服务中心"), "hours": names("周一到周五 8:30–12:00 14:30–17:30"), "phone": "0477-0000000"}],
    "enquiry": "0477-0000000",
    "complaints": "12345",
    "faq": [{"question": names("以前的能补发吗？"), "answer": names("不能。从申请的下个月起算，所以早来早得。")}],
    "entrust": {"allowed": True, "text": None},
    "bundle": [],
    "events": ["old_age"],
    "people": ["elder"],
    "asked": 1,
}
CARD: dict[str, Any] = ALLOWANCE | {
    "item": "elder_card",
    "name": names("老年证", "Senior citizen's card"),
    "version": 1,
    "sample": False,
    "immediate": True,
    "summary": names("60 岁以上的老人都能办。坐公交、进公园不要钱。"),
    "questions": [],
    "materials": [],
    "events": ["old_age", "retirement"],
    "asked": 2,
}
GUIDES = (guide_of(ALLOWANCE), guide_of(CARD))
