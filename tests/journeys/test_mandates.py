"""Told once what is missing, back with it, and then it is done for them: signed on the glass, printed, taken on, and followed."""

from __future__ import annotations

import time

import httpx
import pytest

from script.hand import Tree, find
from script.pointer import Pointer
from tests.journeys.resident import Resident

pytestmark = pytest.mark.usefixtures("plain_hall")
ITEM = "age_allowance"
PACE_S = 0.05  # from point to point of a stroke: what comes at once is one point to the window
NAME = (((150, 300), (250, 700), (350, 300)), ((500, 200), (500, 800)), ((620, 500), (900, 480)))


def looks_for_it(resident: Resident) -> None:
    resident.touch("find")
    resident.touch("find-asked")
    resident.touch(f"item.{ITEM}")
    resident.sees("guideshown")
    resident.touch("guide.entrust")
    resident.touch("answer.no")


def signs(resident: Resident, tree: Tree) -> None:
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


def test_two_things_missing_then_a_mandate_that_somebody_takes_on(resident: Resident, staff: httpx.Client) -> None:
    papers = resident.papers()
    looks_for_it(resident)
    for held in ("held.yes", "held.no", "held.no"):
        resident.touch(held)
    resident.reads("还缺 2 样", "户口簿", "告知单")
    assert resident.ask("SELECT count(*) FROM mandates") == [(0,)], "what is missing leads to no mandate"
    resident.touch("home")
    resident.sees("home")

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
    signs(resident, resident.glass.see("a frame that takes ink", lambda tree: tree["view"] == "signing" and tree["ready"]))
    resident.touch("sign-done")
    resident.reads("委托好了", "打印好了", "户口簿", limit_s=30)
    assert resident.papers() == papers + 2, "the receipt and the form"
    [(mandate, state, source, signed)] = resident.ask("SELECT id, state, source, length(signature) FROM mandates")
    assert (state, source) == ("accepted", "terminal") and signed > 300
    assert resident.has_no_ticket()
    resident.touch("done")
    resident.sees("home")
    resident.lift()

    staff.post(f"/api/v1/mandates/{mandate}/steps", json={"act": "take"}).raise_for_status()
    resident.touch("book")
    resident.touch("mandates")
    resident.sees("prompt")
    resident.lay("elder")
    resident.reads("正在替您办", "最晚", "下一步", "接手")
    resident.touch("done")
