"""Signing in, the initial password, signing out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from central.credentials import COOKIE
from tests.kit.central import PASSWORD, Central, running_central


def sign_in(page: Page, user: str, password: str) -> None:
    page.fill("#user", user)
    page.fill("#password", password)
    page.keyboard.press("Enter")


def test_a_stranger_is_shown_the_way_in(central: Central, visitor) -> None:
    page = visitor().new_page()
    for path in ("/console/", "/console/windows", "/console/windows/w1", "/console/password"):
        page.goto(central.url + path)
        assert page.url == f"{central.url}/console/login"
    assert page.get_attribute("#user", "autocomplete") == page.get_attribute("#password", "autocomplete") == "off"


def test_what_was_wrong_is_not_told(central: Central, visitor) -> None:
    page = visitor().new_page()
    page.goto(f"{central.url}/console/login")
    said = []
    for user, password in (("clerk", "not the password"), ("nobody", PASSWORD)):
        sign_in(page, user, password)
        error = page.locator(".form-error")
        expect(error).to_be_visible()
        expect(page.locator("#password")).to_have_value("")
        said.append(error.inner_text())
    assert said[0] == said[1] != ""
    assert page.url == f"{central.url}/console/login"


def test_empty_fields_are_named(central: Central, visitor) -> None:
    page = visitor().new_page()
    page.goto(f"{central.url}/console/login")
    sign_in(page, "clerk", "")
    expect(page.locator(".form-error")).to_have_text("请填密码")
    expect(page.locator("#password")).to_be_focused()


def test_signing_in_and_out(central: Central, visitor) -> None:
    context = visitor()
    page = context.new_page()
    page.goto(f"{central.url}/console/login")
    sign_in(page, "clerk", PASSWORD)
    page.wait_for_url("**/console/windows")
    assert page.evaluate("document.cookie") == "", "no script can read the session"
    [cookie] = [each for each in context.cookies() if each["name"] == COOKIE]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    page.goto(f"{central.url}/console/login")
    assert page.url.endswith("/console/windows"), "who is signed in need not do it again"
    page.click("#me summary")
    page.click("#leave")
    page.wait_for_url("**/console/login")
    context.add_cookies([{"name": COOKIE, "value": cookie["value"], "url": central.url}])
    page.goto(f"{central.url}/console/windows")
    assert page.url.endswith("/console/login"), "the old session is dead, not only forgotten"


def test_the_initial_password_is_changed_before_anything_else(tmp_path: Path, visitor) -> None:
    with running_central(tmp_path, initial_passwords=True) as central:
        page = visitor().new_page()
        page.goto(f"{central.url}/console/login")
        sign_in(page, "clerk", central.staff["clerk"])
        page.wait_for_url("**/console/password")
        for path in ("/console/", "/console/windows", "/console/windows/w1"):
            page.goto(central.url + path)
            assert page.url.endswith("/console/password")

        error = page.locator(".form-error")
        page.fill("#old", central.staff["clerk"])
        page.fill("#new", "short")
        page.fill("#again", "short")
        page.keyboard.press("Enter")
        expect(error).to_have_text("新密码至少 10 个字")
        page.fill("#new", "诃额伦的窗口每天都开着")
        page.fill("#again", "诃额伦的窗口每天都关着")
        page.keyboard.press("Enter")
        expect(error).to_have_text("两遍新密码不一样")
        page.fill("#again", "诃额伦的窗口每天都开着")
        page.fill("#old", "another one-time word")
        page.keyboard.press("Enter")
        expect(error).to_have_text("现在的密码不对")
        page.fill("#old", central.staff["clerk"])
        page.keyboard.press("Enter")

        page.wait_for_url("**/console/login?changed=1")
        expect(page.locator(".notice")).to_contain_text("密码已换好")
        sign_in(page, "clerk", central.staff["clerk"])
        expect(page.locator(".form-error")).to_be_visible()
        sign_in(page, "clerk", "诃额伦的窗口每天都开着")
        page.wait_for_url("**/console/windows")


def test_the_language_is_chosen_once(central: Central, visitor) -> None:
    page = visitor().new_page()
    page.goto(f"{central.url}/console/login")
    page.click("#language")
    expect(page.locator("h1")).to_have_text("Bangban console")
    assert page.get_attribute("html", "lang") == "en"
    page.keyboard.press("Tab")
    sign_in(page, "clerk", "")
    expect(page.locator(".form-error")).to_have_text("Please fill in: Password")
    sign_in(page, "clerk", PASSWORD)
    page.wait_for_url("**/console/windows")
    expect(page.locator("h1")).to_have_text("Which window is yours today?")
    expect(page.locator(".topbar-hall")).to_have_text("Hoelun Subdistrict Service Hall")
    expect(page.locator(".topbar-clock")).to_have_text("Mon 3 Mar 09:30")
    page.click("#language")
    expect(page.locator("h1")).to_have_text("您今天坐几号窗口？")


def test_a_session_that_ends_meanwhile_leads_back_to_the_login(central: Central, desk) -> None:
    page = desk("w1")
    central.clock.move(13 * 3600)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_url("**/console/login")
