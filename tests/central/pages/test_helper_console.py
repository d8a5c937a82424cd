"""A helper's console and a manager's: for whom a call rings, how it goes on by itself, and how a helper is sent for."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

from PIL import Image
from playwright.sync_api import expect

from tests.central.pages.conftest import later
from tests.kit.central import Central


def on_roster(central: Central, user: str, **body: object) -> str:
    with central.person("manager") as manager:
        staff = manager.get(f"/api/v1/halls/{central.hall}/setup").json()["staff"]
        person = next(each["id"] for each in staff if each["user"] == user)
        manager.put(f"/api/v1/halls/{central.hall}/setup/roster/{person}", json=body).raise_for_status()
    return str(person)


def test_a_call_rings_for_who_is_on_duty_then_goes_on_by_the_clock(central: Central, desk) -> None:
    person = on_roster(central, "helper", rung="first")
    on_roster(central, "clerk", rung="deputy")
    helper, deputy, manager = desk(user="helper"), desk("w1"), desk(user="manager")
    manager.goto(f"{central.url}/console/setup/lines")
    with central.machine() as terminal:
        key, body = {"Idempotency-Key": str(uuid4())}, {"doing": "prompt", "line": "social", "item": "social_card"}
        terminal.post(f"/api/v1/halls/{central.hall}/help", json=body, headers=key).raise_for_status()
    for page in (helper, deputy, manager):
        expect(page.locator(".call")).to_contain_text("T1 有人要帮忙（放卡：社保卡申领），已等")
    expect(helper.locator(".call.ringing")).to_have_count(1)
    expect(deputy.locator(".call.waits")).to_have_count(1)
    expect(manager.locator(".call.waits")).to_have_count(1)

    central.clock.move(61)
    later(deputy, 61_000)
    expect(deputy.locator(".call.ringing")).to_contain_text("没人应，已叫副岗")
    deputy.get_by_role("button", name="收到").click()
    expect(helper.locator(".call.waits")).to_contain_text("窗口丙 看到了")
    later(helper)
    helper.get_by_role("button", name="2 分钟到", exact=True).click()
    expect(manager.locator(".call.answered")).to_contain_text("帮办戊 去帮忙，约 2 分钟到")
    later(helper)
    helper.get_by_role("button", name="已帮好").click()
    expect(manager.locator(".call")).to_have_count(0)

    manager.goto(f"{central.url}/console/setup/roster?of={person}")
    manager.locator('[name="post.zh"]').fill("帮办员")
    manager.get_by_label("联系电话").fill("0477-0000009")
    manager.get_by_label("在自助机上公示").check()
    manager.locator("#save").click()
    expect(manager.locator("#list")).to_contain_text("帮办员")
    later(manager)
    photograph = BytesIO()
    Image.new("RGB", (3000, 2000), "#446688").save(photograph, "PNG")
    manager.set_input_files("#picture-file", {"name": "a.png", "mimeType": "image/png", "buffer": photograph.getvalue()})
    expect(manager.locator("#editor .portrait img")).to_be_visible()
    with central.machine() as terminal:
        [shown] = terminal.get(f"/api/v1/halls/{central.hall}/roster").json()["people"]
    assert (shown["post"], shown["phone"]) == ({"zh": "帮办员"}, "0477-0000009") and shown["picture"]

    manager.get_by_role("button", name="叫帮办").click()
    expect(manager.locator("#ring-where")).to_contain_text("现在当班：帮办戊、窗口丙")
    manager.get_by_role("button", name="2号窗口").click()
    expect(helper.locator(".call.ringing")).to_contain_text("2号窗口")
