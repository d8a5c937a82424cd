"""Told once what is missing, back with it; then it is done for them by three people over two levels, and signed for on the glass.
Another one comes by post."""

from __future__ import annotations

import csv
import time
from typing import Any
from uuid import uuid4

import httpx
import pytest

from devices.sim.stands import ID_CARDS
from script.hand import Tree, find
from script.pointer import Pointer
from tests.journeys.resident import PACE_S, Resident
from tests.journeys.staff import steps
from tests.journeys.test_booking import strike

pytestmark = pytest.mark.usefixtures("plain_hall")
ITEM = "age_allowance"
DISTRICT = {"act": "relay", "hall": "district"}
DEPARTMENT = {"act": "relay", "office": "东胜区民政局", "level": "department", "lead": True}
LEDGER = {"代办员": "公孙乐", "转办部门": "东胜区政务服务中心、东胜区民政局", "进度": "已归档", "结果": "已办成", "送达": "当面递交", "跑动次数": "3", "回访": "满意"}
NAME = (((150, 300), (250, 700), (350, 300)), ((500, 200), (500, 800)), ((620, 500), (900, 480)))


def looks_for_it(resident: Resident) -> None:
    resident.touch("find")
    resident.touch("find-asked")
    resident.touch(f"item.{ITEM}")
    resident.sees("guideshown")
    resident.touch("guide.entrust")
    resident.touch("answer.no")


def signs(resident: Resident) -> None:
    """And is done."""
    tree = resident.glass.see("a frame that takes ink", lambda tree: tree["view"] == "signing" and tree["ready"])
    x, y, w, h = find(tree, "sign.frame")["box_px"]
    with Pointer(resident.glass.display) as finger:
        for stroke in NAME:
            for place, (across, down) in enumerate(stroke):
                finger.move(x + across * w / 1000, y + down * h / 1000)
                time.sleep(PACE_S)
                if place == 0:
                    finger.down()
                    time.sleep(PACE_S)
            finger.up()
            resident.finds("sign-clear")
    resident.touch("sign-done")


def looks(resident: Resident, *words: str) -> Tree:
    """How far it is by now, for who stands there with the card still known."""
    asks_again(resident)
    return resident.reads(*words)


def asks_again(resident: Resident) -> None:
    resident.touch("back")
    resident.sees("menu")
    resident.touch("mandates")


def gives_it(resident: Resident) -> str:
    """By the card, with everything handed over and a signature; the mandate's id."""
    looks_for_it(resident)
    for _ in range(3):
        resident.touch("held.yes")
    resident.reads("请人代办", "不收费")
    resident.touch("entrust-yes")
    resident.sees("prompt")
    resident.lay("elder")
    resident.reads("哪些材料")
    resident.touch("hand-all")
    resident.sees("numberkeys")
    resident.touch("enter")
    resident.reads("15 个工作日", "3 样材料")
    resident.touch("entrust-sign")
    signs(resident)
    resident.reads("委托好了", "打印好了", "户口簿", limit_s=30)
    [(mandate, state, source, signed)] = resident.ask(
        "SELECT id, state, source, length(signature) FROM mandates ORDER BY rowid DESC LIMIT 1"
    )
    assert (state, source) == ("accepted", "terminal") and signed > 300
    resident.touch("done")
    resident.lift()
    return str(mandate)


def takes_over(other: httpx.Client, mandate: str) -> int:
    """Somebody of the other hall, who sees the relay and not the mandate; the relay's number."""
    assert other.get(f"/api/v1/mandates/{mandate}").status_code == 403
    [row] = other.get(f"/api/v1/halls/{other.headers['x-hall']}/relays").raise_for_status().json()["relays"]
    other.post(f"/api/v1/relays/{row['id']}/take").raise_for_status()
    return int(row["id"])


def row_of(staff: httpx.Client, number: str) -> dict[str, str]:
    """Of the hall's ledger."""
    table = staff.get(f"/api/v1/halls/{staff.headers['x-hall']}/mandates.csv").raise_for_status().content.decode("utf-8-sig")
    return next(row for row in csv.DictReader(table.splitlines()) if row["编号"] == number)


def test_two_things_missing_then_by_three_people_over_two_levels_to_the_hand(
    resident: Resident, staff: httpx.Client, colleagues: dict[str, httpx.Client]
) -> None:
    papers, before = resident.papers(), resident.ask("SELECT count(*) FROM mandates")
    looks_for_it(resident)
    for held in ("held.yes", "held.no", "held.no"):
        resident.touch(held)
    resident.reads("还缺 2 样", "户口簿", "告知单")
    assert resident.ask("SELECT count(*) FROM mandates") == before, "what is missing leads to no mandate"
    resident.touch("home")
    resident.sees("home")
    mandate = gives_it(resident)
    assert resident.papers() == papers + 2, "the receipt and the form"

    first, second, third = (colleagues[user] for user in ("bangban", "minzheng", "doudi"))
    setup = staff.get(f"/api/v1/halls/{staff.headers['x-hall']}/setup").raise_for_status().json()
    member = {each["user"]: each["id"] for each in setup["staff"]}
    told = steps(first, mandate, {"act": "take", "deputy": member["minzheng"]})
    promised = told["due_on"]
    resident.touch("book")
    resident.touch("mandates")
    resident.sees("prompt")
    resident.lay("elder")
    resident.reads("东方明 正在替您办", "最晚", "下一步")
    steps(first, mandate, DISTRICT)
    looks(resident, "已经送到东胜区政务服务中心，等那边接手")
    relay = takes_over(colleagues["district"], mandate)
    looks(resident, "现在在东胜区政务服务中心，闻人静 正在办", "代办员 东方明")
    colleagues["district"].post(f"/api/v1/relays/{relay}/back", json={"outcome": "done"}).raise_for_status()
    told = steps(second, mandate, DEPARTMENT)
    looks(resident, "现在在东胜区民政局办", "代办员 东方明")
    steps(second, mandate, {"act": "ask", "wanted": ["近期照片"]})
    again = second.post(f"/api/v1/mandates/{mandate}/steps", json={"act": "ask", "wanted": ["存折"]})
    assert again.json()["error"]["code"] == "supplement_asked"
    looks(resident, "还缺材料，请您补来", "近期照片")
    steps(first, mandate, {"act": "supply", "papers": [{"name": {"zh": "近期照片"}}], "came": True})
    out = next(relay["id"] for relay in told["relays"] if relay["office"] == DEPARTMENT["office"])
    steps(second, mandate, {"act": "back", "relay": out})
    steps(first, mandate, {"act": "finish", "outcome": "granted"}, {"act": "hand_over", "agent": member["doudi"]})
    looks(resident, "办好了", "交给 公孙乐 办", "代办员 公孙乐")

    steps(third, mandate, {"act": "return"}, {"act": "offer"})
    looks(resident, "结果拿到了吗", "原件已全部退还", "代办没有收费")
    resident.touch("closing-sign")
    signs(resident)
    resident.reads("办好了，已经交给您", "在窗口交给您")
    told = steps(third, mandate, {"act": "call_back", "content": "yes"}, {"act": "file"})
    assert (told["state"], told["gaps"], told["due_on"]) == ("filed", [], promised)
    assert [each["who"] for each in told["steps"] if each["act"] in ("take", "ask", "hand_over", "offer", "file")] == (
        ["东方明", "南宫燕", "东方明", "公孙乐", "公孙乐"]
    )
    assert [each["who"] for each in told["steps"] if each["act"] in ("accept", "deliver")] == ["入口自助终端"] * 2
    row = row_of(staff, told["number"])
    assert {name: row[name] for name in LEDGER} == LEDGER and row["承诺期限"] == promised
    assert row["委托日期"] == row["办结日期"], "made and done on one day"
    assert resident.has_no_ticket()


def test_another_by_post(resident: Resident, staff: httpx.Client, colleagues: dict[str, httpx.Client]) -> None:
    agent, holder = colleagues["bangban"], ID_CARDS["young"].holder
    phone = "04770003344"
    receipt = _at_home(agent, {"name": holder.name, "id_number": holder.id_number, "phone": phone})
    code, mandate, tracking = receipt["code"], receipt["id"], "EX400123456CN"
    resident.says(code, tracking, phone)
    steps(agent, mandate, {"act": "take"}, {"act": "finish", "outcome": "granted"})
    resident.touch("book")
    resident.touch("mandates")
    resident.touch("receipt-code")
    resident.sees("numberkeys")
    strike(resident, code)
    resident.touch("enter")
    resident.reads("后四位")
    strike(resident, phone[-4:])
    resident.touch("enter")
    resident.reads("办好了", "来窗口拿、寄给您")

    steps(agent, mandate, {"act": "post", "carrier": "邮政快递", "tracking": tracking})
    asks_again(resident)
    resident.sees("prompt")
    resident.lay("young")
    resident.reads("办好了，已经寄出", "邮政快递寄出", tracking, "等邮递员")
    early = agent.post(f"/api/v1/mandates/{mandate}/steps", json={"act": "file"})
    assert early.json()["error"]["code"] == "wrong_state", "not before it has come"
    steps(agent, mandate, {"act": "confirm"})
    looks(resident, "已经交给您", "您收到了")
    told = steps(agent, mandate, {"act": "call_back", "content": "yes"}, {"act": "file"})
    assert (told["state"], told["delivery"]["way"]) == ("filed", "post") and told["delivery"]["received_at"] is not None
    row = row_of(staff, told["number"])
    assert (row["送达"], row["跑动次数"], row["进度"]) == ("邮寄", "0", "已归档")


def _at_home(agent: httpx.Client, principal: dict[str, str]) -> dict[str, Any]:
    """The agent came for it: nobody had to go anywhere."""
    body = {"item": ITEM, "principal": principal, "consent": True, "signature": "paper", "source": "visit"}
    path = f"/api/v1/halls/{agent.headers['x-hall']}/mandates"
    told: dict[str, Any] = agent.post(path, json=body, headers={"Idempotency-Key": str(uuid4())}).raise_for_status().json()
    return told
