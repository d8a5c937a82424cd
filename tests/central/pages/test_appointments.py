"""A day at the telephone and at the desk: appointments and home visits in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.central.pages.conftest import hold, later, sits_down
from tests.central.test_home_visits import DAUGHTER, MOTHER
from tests.kit.appointments import CALLER, CARD, TODAY, TOMORROW, ask, book, refused, set_up
from tests.kit.central import Central, running_central

Open = Callable[..., Page]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running_central(tmp_path) as running:
        set_up(running)
        yield running


@pytest.fixture
def office(central: Central, visitor: Callable[..., BrowserContext]) -> Open:
    """The page of appointments in a browser of somebody's own; ``path`` opens another."""

    def sit_down(user: str = "clerk", path: str = "/console/appointments", lang: str = "zh", **options: Any) -> Page:
        return sits_down(central, visitor(**options), user, path, lang)

    return sit_down


def rows(page: Page) -> Any:
    return page.locator("#board tbody tr")


def dialog(page: Page, name: str) -> Any:
    expect(page.locator(f"dialog#{name}")).to_be_visible()
    return page.locator(f"dialog#{name}")


def ask_visit(central: Central, **more: Any) -> str:
    answer = ask(central, "T1", f"/halls/{central.hall}/home-visits", {**MOTHER, **more})
    return str(answer.raise_for_status().json()["id"])


def test_from_the_telephone_to_the_ticket_by_keys_alone(central: Central, office: Open) -> None:
    page = office()
    page.keyboard.press("F2")
    booking = dialog(page, "book")
    expect(booking.locator("#book-at")).to_have_value("10:00")
    for key in ("Tab", "Tab", "ArrowDown", "Tab", "Tab"):  # the day stays, the next time, by telephone
        page.keyboard.press(key)
    expect(booking.locator("#book-name")).to_be_focused()
    page.keyboard.insert_text(CALLER["name"])
    page.keyboard.press("Tab")
    page.keyboard.insert_text(CALLER["phone"])
    page.keyboard.press("Enter")
    told = dialog(page, "told")
    expect(told.locator("[data-of=when]")).to_have_text("A 综合业务 · 3月3日 周一 10:30")
    code = told.locator("[data-of=code]").inner_text()
    assert len(code) == 7 and code.replace(" ", "").isdecimal()
    page.keyboard.press("Enter")
    expect(told).to_be_hidden()
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(["10:30"])
    expect(rows(page)).to_contain_text(["测＊"])

    page.keyboard.press("F8")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("还没到时间：预约的是 10:30，10:00 起可以签到")
    central.clock.move(30 * 60)
    page.keyboard.press("Enter")
    ticket = dialog(page, "ticket")
    expect(ticket.locator("[data-of=number]")).to_have_text("A001")
    expect(ticket.locator("[data-of=how]")).to_contain_text("按预约时间优先叫号")
    page.keyboard.press("Enter")
    expect(rows(page).locator("td").nth(1)).to_contain_text("A001 已签到")


def test_checking_in_moving_and_cancelling_at_the_desk(central: Central, office: Open) -> None:
    first = book(central, "10:00", contact=CALLER).json()
    second = book(central, "11:00", contact={"name": "司马测试", "phone": "13900000000"}).json()
    page = office(user="helper")
    page.click(f"#come-{first['id']}")
    expect(dialog(page, "ticket").locator("[data-of=number]")).to_have_text("A001")
    later(page)
    page.keyboard.press("Escape")

    page.click(f"#move-{second['id']}")
    moving = dialog(page, "move")
    moving.locator("#move-day").select_option(TOMORROW)
    moving.locator("#move-at").select_option("09:00")
    moving.locator("[type=submit]").click()
    expect(page.locator("#said")).to_have_text("已改期，预约码不变")
    expect(rows(page)).to_have_count(1)
    page.click(f"#day-{TOMORROW}")
    expect(page.locator(f"#day-{TOMORROW} small")).to_have_text("1 人")
    expect(rows(page).locator("th")).to_have_text("09:00")
    hold(page)
    page.click(f"#cancel-{second['id']}")
    expect(page.locator("#said")).to_have_text("再按一次，取消这个预约")
    later(page)
    page.click(f"#cancel-{second['id']}")
    expect(rows(page)).to_have_count(0)
    expect(page.locator("#free-general-09\\:00")).to_contain_text("余 2")


def test_a_person_is_shown_on_demand_and_leaves_the_page_again(central: Central, office: Open) -> None:
    booked = book(central, "10:00", contact=CALLER).json()
    page = office()
    page.click(f"#show-{booked['id']}")
    person = dialog(page, "person")
    expect(person.locator("dd[data-of=name]")).to_have_text(CALLER["name"])
    expect(person.locator("dd[data-of=phone]")).to_have_text(CALLER["phone"])
    expect(person.locator("dd[data-of=code]")).to_have_text(f"{booked['code'][:3]} {booked['code'][3:]}")
    page.keyboard.press("Escape")
    expect(person).to_be_hidden()
    assert not [trace for trace in (*CALLER.values(), booked["code"]) if trace in page.content()]


def test_what_others_book_shows_without_disturbing_who_types(central: Central, office: Open) -> None:
    page = office()
    page.click("#free-general-10\\:30")
    expect(page.locator("#book-at")).to_have_value("10:30")
    page.keyboard.insert_text("打到一半")
    assert book(central, "11:00", who="T1", holder=CARD).status_code == 201
    expect(rows(page)).to_contain_text(["欧阳＊"])
    assert page.input_value("#book-name") == "打到一半"


def test_why_a_booking_is_refused(central: Central, office: Open) -> None:
    book(central, "11:00", contact=CALLER)
    page = office()
    page.click("#free-general-10\\:30")
    expect(page.locator("#book-at")).to_have_value("10:30")
    page.keyboard.press("Enter")
    expect(page.locator("#book .field-error")).to_have_text("请填姓名")
    page.fill("#book-name", CALLER["name"])
    page.fill("#book-phone", "不知道")
    page.keyboard.press("Enter")
    expect(page.locator("#book .field-error")).to_have_text("电话只填数字，5 位以上")
    page.fill("#book-phone", CALLER["phone"])
    page.keyboard.press("Enter")
    expect(page.locator("#book .form-error")).to_have_text("这个人当天 11:00 已经约了这项业务")
    for _ in range(2):
        assert book(central, "10:30").status_code == 201
    page.fill("#book-name", "测试乙")
    page.keyboard.press("Enter")
    expect(page.locator("#book .form-error")).to_have_text("这个时段已经约满")


def test_a_home_visit_from_the_terminal_is_told_planned_and_done(central: Central, office: Open) -> None:
    elsewhere, page = office(path="/console/windows"), office()
    expect(page.locator("#visits .empty")).to_be_visible()
    visit = ask_visit(central, asker=DAUGHTER, group="frail", consent=True)
    expect(elsewhere.locator("#said")).to_have_text("有人申请上门服务，请到“预约”页安排")
    expect(page.locator(".visit.is-asked")).to_contain_text("代别人申请")
    page.click(f"#plan-{visit}")
    page.locator("#plan-staff").select_option(label="帮办戊")
    page.locator("#plan-time").select_option("10:30")
    page.click("#plan [type=submit]")
    expect(page.locator(".visit")).to_contain_text("3月4日 周二 10:30")
    expect(page.locator(".visit")).to_contain_text("帮办戊 去")

    helper = office(user="helper")
    helper.click(f"#show-{visit}")
    shown = {"name": MOTHER["name"], "place": MOTHER["place"], "asker": "测试女儿 女儿 13900000000", "group": "失能"}
    for fact, words in shown.items():
        expect(helper.locator(f"#person dd[data-of={fact}]")).to_have_text(words)
    later(helper)
    helper.keyboard.press("Escape")
    helper.click(f"#done-{visit}")
    helper.fill("#done-note", "已认证")
    helper.click("#done [type=submit]")
    expect(page.locator(".visit.is-closed")).to_contain_text("已上门")


def test_a_home_visit_is_taken_down_and_declined_with_a_reason(central: Central, office: Open) -> None:
    page = office()
    page.keyboard.press("F4")
    dialog(page, "visit")
    for field, words in (("name", MOTHER["name"]), ("phone", MOTHER["phone"]), ("place", MOTHER["place"])):
        page.fill(f"#visit-{field}", words)
    page.select_option("#visit-group", "frail")
    page.keyboard.press("Enter")
    expect(page.locator("#visit .field-error")).to_have_text("已说明用途，本人同意记下")
    page.check("#visit-consent")
    page.click("#visit [type=submit]")
    expect(page.locator("#said")).to_have_text("已登记，等安排")
    page.click(".visit [data-open=decline]")
    page.click("#decline [type=submit]")
    expect(page.locator("#decline .field-error")).to_contain_text("请填原因")
    page.fill("#decline-note", "请家属带证件来窗口")
    page.click("#decline [type=submit]")
    expect(page.locator(".visit.is-closed")).to_contain_text("没有去成")


def test_nothing_sticks_out_in_either_language(central: Central, office: Open) -> None:
    long = {"name": "阿拉坦其其格测试的姓名特别特别长", "phone": "13900000000"}
    booked = book(central, "10:00", contact=long).json()
    ask_visit(central, asker=DAUGHTER)
    assert refused(book(central, "10:00", TOMORROW, contact={**long, "phone": "x"})) == (422, "invalid")
    for lang, heading in (("zh", "预约和上门服务"), ("en", "Appointments and home visits")):
        for width in (1366, 1210, 1024):
            page = office(lang=lang, viewport={"width": width, "height": 768})
            expect(page.locator("h1")).to_have_text(heading)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (lang, width)
            assert page.evaluate("[...document.querySelectorAll('td, .visit')].every((it) => it.scrollWidth <= it.clientWidth)")
            page.click(f"#show-{booked['id']}")
            expect(dialog(page, "person").locator("dd[data-of=name]")).to_have_text(long["name"])


def test_days_that_cannot_be_looked_at_show_today(central: Central, office: Open) -> None:
    for day in ("nonsense", "2030-01-01", "2025-02-01"):
        page = office(path=f"/console/appointments?day={day}")
        expect(page.locator("[aria-current=date]")).to_have_attribute("id", f"day-{TODAY}")
    page = office(path="/console/appointments?day=2025-03-06")
    expect(page.locator("#day-title")).to_contain_text("放假")
