"""The switch between languages changes the words and nothing else."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.central.pages.conftest import later
from tests.kit.central import Central


def test_what_is_typed_stays_and_the_page_too(central: Central, desk) -> None:
    page = desk(user="manager")
    page.goto(f"{central.url}/console/setup/lines?of=general")
    page.evaluate("window.sameDocument = true")
    name, quota = page.locator('[name="name.zh"]'), page.locator('[name="daily_quota"]')
    name.fill("新的业务")
    quota.fill("12")
    page.click("#language")
    expect(page.locator("#save")).to_have_text("Save")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#list")).to_contain_text("General")
    expect(name).to_have_value("新的业务")
    expect(quota).to_have_value("12")
    expect(page.locator("#changed")).to_be_hidden()
    later(page)
    page.click("#save")
    expect(page.locator("#said")).to_have_text("Saved")
    expect(page.locator("#list")).to_contain_text("General")
    assert page.evaluate("window.sameDocument")
    with central.person("manager") as client:
        lines = client.get(f"/api/v1/halls/{central.hall}/setup").json()["lines"]
    assert [(each["name"]["zh"], each["daily_quota"]) for each in lines if each["id"] == "general"] == [("新的业务", 12)]


def test_somebody_who_signs_in_need_not_type_again(central: Central, visitor) -> None:
    page = visitor().new_page()
    page.goto(f"{central.url}/console/login")
    user = page.locator("input").first
    user.fill("clerk")
    page.click("#language")
    expect(page.locator("#language")).to_have_text("中文")
    expect(user).to_have_value("clerk")
