"""A hall's manager at work, while the hall is open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.central.pages.conftest import settled
from tests.kit.central import Central

SETUP = "/console/setup"


@pytest.fixture
def manager(central: Central, desk):
    """Opens a section of the set-up in a browser of its own."""

    def sit(section: str, user: str = "manager") -> Page:
        page: Page = desk(user=user)
        page.goto(f"{central.url}{SETUP}/{section}")
        settled(page)
        return page

    return sit


def saved(page: Page, words: str = "已保存") -> None:
    expect(page.locator("#said")).to_have_text(words)


def setup(central: Central) -> dict:
    with central.person("manager") as client:
        return dict(client.get(f"/api/v1/halls/{central.hall}/setup").raise_for_status().json())


def test_changing_hours_while_the_hall_is_open(central: Central, manager, desk) -> None:
    """The clerk at the window and the terminal see it without a reload; what is typed in few digits is a time."""
    clerk, page = desk("w1"), manager("hours")
    clerk.evaluate("window.sameDocument = true")
    monday = page.locator("#spans-1")
    monday.get_by_label("从").first.fill("1000")
    page.keyboard.press("Tab")
    expect(monday.get_by_label("从").first).to_have_value("10:00")
    page.click("#save")
    saved(page)
    expect(page.locator("#list")).to_contain_text("周一 10:00–12:00 14:30–17:30")
    expect(clerk.locator("#waiting")).to_contain_text("10:00 开始")
    with central.machine() as terminal:
        lines = {line["id"]: line for line in terminal.get(f"/api/v1/halls/{central.hall}").json()["lines"]}
        refused = terminal.post(
            f"/api/v1/halls/{central.hall}/tickets", json={"line": "general"}, headers={"Idempotency-Key": "too-early-1"}
        )
    assert (lines["general"]["open"], lines["general"]["opens_at"]) == (False, "10:00")
    assert refused.json()["error"]["code"] == "line_closed"
    assert clerk.evaluate("window.sameDocument")


def test_a_week_of_holidays_in_a_few_keys(central: Central, manager) -> None:
    page = manager("days?month=2025-04")
    page.locator("#day-2025-04-29").focus()
    page.keyboard.press("ArrowDown")  # stays within the weeks that are shown
    page.keyboard.press("ArrowUp")
    page.locator("#day-2025-04-24").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#day-2025-05-01")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**day=2025-05-01")
    page.locator("#f-name-zh").fill("劳动节")
    page.locator("#f-until").fill("2025-05-05")
    page.keyboard.press("Enter")
    saved(page)
    expect(page.locator(".coming-days li")).to_have_count(5)
    expect(page.locator("#day-2025-05-03")).to_contain_text("劳动节")
    assert [day["day"] for day in setup(central)["special_days"]] == [f"2025-05-0{n}" for n in range(1, 6)]
    assert setup(central)["special_days"][0]["spans"] == []


def test_a_new_line_and_a_window_for_it(central: Central, manager, desk) -> None:
    terminal = desk("w1", user="manager")
    page = manager("lines?new=1")
    expect(page.locator("#f-letter")).to_have_value("E")  # the first that is free
    page.locator("#f-name-zh").fill("不动产")
    page.locator("#f-summary-zh").fill("房产过户")
    page.click('[data-add="bands"]')
    page.keyboard.type("830")
    page.keyboard.press("Tab")
    page.keyboard.type("1130")
    page.keyboard.press("Tab")
    page.keyboard.type("20")
    page.click("#save")
    saved(page)
    expect(page.locator(".warned")).to_contain_text("没有窗口办这项业务")
    expect(page.locator("#list tr", has_text="不动产")).to_contain_text("没有窗口办")
    page.goto(f"{central.url}{SETUP}/windows?new=1")
    settled(page)
    page.locator("#f-label").fill("5")
    page.locator("#f-name-zh").fill("不动产窗口")
    row = page.locator(".served-lines .row", has_text="不动产")
    row.get_by_role("checkbox").check()
    row.get_by_role("textbox").fill("3")
    page.click("#save")
    saved(page)
    made = setup(central)
    line = next(each for each in made["lines"] if each["letter"] == "E")
    window = next(each for each in made["windows"] if each["label"] == "5")
    assert line["bands"] == [{"opens": "08:30", "closes": "11:30", "quota": 20}]
    assert window["lines"] == [{"id": line["id"], "weight": 3}]
    terminal.goto(f"{central.url}/console/windows")
    expect(terminal.locator(".windows a b")).to_have_text(["1", "2", "3", "4", "5"])


def test_mistakes_stand_beside_their_fields_and_nothing_typed_is_lost(central: Central, manager) -> None:
    page = manager("lines?of=general")
    page.locator("#f-letter").fill("b")  # another line has it
    page.locator("#f-name-zh").fill("")
    page.locator("#f-daily_quota").fill("lots")
    page.click('[data-add="bands"]')
    page.keyboard.type("1100")
    page.keyboard.press("Tab")
    page.keyboard.type("900")
    page.click("#save")
    expect(page.locator("[aria-invalid=true]").first).to_be_focused()
    wrong = page.locator(".field-error")
    expect(wrong.first).to_be_visible()
    assert page.locator("#f-daily_quota").get_attribute("aria-invalid") == "true"
    assert page.locator("#f-daily_quota").input_value() == "lots"
    expect(page.locator("#bands .row")).to_contain_text("结束要比开始晚")
    page.locator("#f-name-zh").fill("综合业务")
    page.locator("#f-daily_quota").fill("")
    page.click("#bands [data-remove]")
    expect(page.locator('[data-add="bands"]')).to_be_focused()
    page.click("#save")
    expect(page.locator(".field", has=page.locator("#f-letter"))).to_contain_text("已经有一样的了")
    assert page.locator("#f-letter").input_value() == "b"


def test_two_managers_at_one_thing(central: Central, manager) -> None:
    """What only one of them touches is taken over in silence; what both change is told, and both versions can be seen."""
    first, second = manager("lines?of=social"), manager("lines?of=social", user="admin")
    first.locator("#f-name-zh").fill("社会保险")
    second.locator("#f-daily_quota").fill("60")
    second.click("#save")
    saved(second)
    expect(first.locator("#changed")).to_be_visible()
    expect(first.locator("#f-name-zh")).to_have_value("社会保险")
    first.click('[data-turn="theirs"]')
    expect(first.locator("#f-daily_quota")).to_have_value("60")
    expect(first.locator("#f-name-zh")).to_have_value("社保")
    first.keyboard.press("Enter")  # the keyboard stands on the way back
    expect(first.locator("#f-name-zh")).to_have_value("社会保险")
    first.locator("#f-daily_quota").fill("50")
    first.click("#save")
    saved(first)
    expect(first.locator("#changed")).to_be_hidden()
    expect(second.locator("#f-name-zh")).to_have_value("社会保险")  # untouched, so it follows
    expect(second.locator("#f-daily_quota")).to_have_value("50")


def test_a_clerk_opening_a_window_hinders_no_manager(central: Central, manager, desk) -> None:
    page = manager("priorities?of=soldier")
    page.locator("#f-name-zh").fill("军人和军属")
    with central.person("clerk") as clerk:
        clerk.post(f"/api/v1/halls/{central.hall}/windows/w1/close").raise_for_status()
    page.click("#save")
    saved(page)
    expect(page.locator("#changed")).to_be_hidden()
    assert page.locator("#save").evaluate("save => save === document.activeElement")


def test_a_rule_and_what_it_would_do(central: Central, manager) -> None:
    page = manager("rules")
    rows = page.locator("#example tbody tr")
    before = rows.all_inner_texts()
    page.locator("#f-priority_per_normal").fill("1")
    page.clock.run_for(500)
    expect(rows.nth(1)).to_contain_text("普通")
    assert rows.all_inner_texts() != before
    assert setup(central)["rules"]["priority_per_normal"] == 3, "tried out, not stored"
    page.locator("#f-longest_wait_min").fill("1")
    page.clock.run_for(500)
    expect(page.locator("#example .notice")).to_be_visible()
    page.locator("#f-longest_wait_min").fill("30")
    page.click("#save")
    saved(page)
    rules = setup(central)["rules"]
    assert (rules["priority_per_normal"], rules["longest_wait_min"]) == (1, 30)


def test_a_password_is_shown_once(central: Central, manager) -> None:
    page = manager("staff?new=1")
    page.locator("#f-user").fill("newcomer")
    page.locator("#f-name").fill("东方新")
    page.locator('[name="windows"][value="w3"]').check()
    page.click("#save")
    shown = page.locator("#once .once-value")
    expect(shown).to_be_visible()
    password = shown.inner_text().replace(" ", "").replace("\n", "")
    page.keyboard.press("Enter")
    expect(page.locator("#once")).to_be_hidden()
    assert password not in page.content()
    with central.client() as client:
        opened = client.post("/api/v1/session", json={"user": "newcomer", "password": password})
    assert (opened.status_code, opened.json()["must_change"]) == (200, True)
    expect(page.locator("#list tr", has_text="东方新")).to_contain_text("3")
    page.click("#reset")
    expect(page.locator("#said")).to_contain_text("再按一次")
    page.clock.run_for(600)
    page.click("#reset")
    expect(shown).to_be_visible()
    with central.client() as client:
        old = client.post("/api/v1/session", json={"user": "newcomer", "password": password})
    assert old.status_code == 401


def test_a_machine_is_enrolled_and_revoked(central: Central, manager) -> None:
    page = manager("machines?new=1")
    page.locator("#f-name").fill("二楼自助机")
    page.click("#save")
    shown = page.locator("#once .once-value")
    expect(shown).to_be_visible()
    code = re.sub(r"\s", "", shown.inner_text())
    page.keyboard.press("Escape")
    row = page.locator("#list tr", has_text="二楼自助机")
    expect(row).to_contain_text("等接入")
    with central.client() as client:
        enrolled = client.post("/api/v1/enrol", json={"code": code})
        token = enrolled.raise_for_status().json()["token"]
    page.reload()
    expect(row).to_contain_text("已接入")
    page.click("#revoke")
    page.clock.run_for(600)
    page.click("#revoke")
    expect(row).to_contain_text("没有接入")
    with central.client(token) as machine:
        assert machine.get(f"/api/v1/halls/{central.hall}").status_code == 401


def test_the_history_tells_it_in_words(central: Central, manager) -> None:
    ticket = central.issue()
    central.call_next()
    central.step(ticket["id"], "finish")
    page = manager("history")
    expect(page.locator("#list")).to_contain_text(f"叫号 {ticket['number']} 到 1 号窗口")
    expect(page.locator("#list")).to_contain_text("先到先办")
    page.locator('[name="ticket"]').fill("a001")
    page.keyboard.press("Enter")
    page.wait_for_url("**ticket=a001**")
    expect(page.locator("#list")).to_contain_text("A001 办结（1 号窗口）")
    expect(page.locator("#list")).not_to_contain_text("登录")
    page.goto(f"{central.url}{SETUP}/history?ticket=A999")
    settled(page)
    expect(page.locator("#list .notice")).to_have_text("这一天没有这个号。")


def test_nobody_else_is_shown_or_served_these_pages(central: Central, manager, desk) -> None:
    page = desk()
    expect(page.locator("#nav-setup")).to_have_count(0)
    for section in ("lines", "windows", "hours", "days", "priorities", "rules", "staff", "machines", "hall", "history"):
        page.goto(f"{central.url}{SETUP}/{section}")
        assert page.url.endswith("/console/windows"), section
