"""A clerk's whole day at the window, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.central.pages.at_window import shows, state
from tests.central.pages.conftest import later, settled
from tests.kit.central import Central

SOLDIER = {"class": "soldier", "evidence": "own_word"}


def keys_of(page: Page) -> Callable[..., None]:
    def press(*names: str) -> None:
        """Each on its own, later than what counts as the same strike."""
        for name in names:
            later(page)
            page.keyboard.press(name)

    return press


def sign_in(page: Page, central: Central) -> None:
    page.goto(f"{central.url}/console/")
    settled(page)
    page.keyboard.type("clerk")
    page.keyboard.press("Tab")
    page.keyboard.type(central.staff["clerk"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/windows")
    while page.evaluate("document.activeElement.id") != "window-w1":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/w1")


def test_a_day(central: Central, visitor) -> None:
    with central.person() as clerk:
        clerk.post(f"/api/v1/halls/{central.hall}/windows/w1/close").raise_for_status()
    page = visitor().new_page()
    page.clock.install()
    press, last, said = keys_of(page), page.locator(".turn-last"), page.locator("#said")
    sign_in(page, central)

    state(page, "closed")
    press("F9", "F4", "F8")  # nothing of this is possible yet
    press("F2")
    state(page, "open")
    press("F2")
    expect(said).to_have_text("现在没有人等候")
    first, soldier, third = central.issue(), central.issue(priority=SOLDIER), central.issue()

    # The soldier goes first, has to fetch a paper, and is put aside.
    expect(page.locator("#next-five li b")).to_have_text([soldier["number"], first["number"], third["number"]])
    press("F2")
    shows(page, soldier["number"])
    expect(page.locator(".turn .notice")).to_have_text("军人：是本人说的，请看一看证件")
    press("Shift+F8")
    state(page, "open")
    expect(last).to_contain_text("已挂起")

    # The next came for something else: social insurance, by the letter of its line.
    press("F2")
    shows(page, first["number"])
    press("F6")
    expect(page.locator("#transfer-dialog")).to_be_visible()
    press("b")
    state(page, "open")
    expect(last).to_contain_text("已转办")

    # The soldier is back: found by the number, served, finished too early, taken back, finished.
    press("F3")
    page.keyboard.type("2")
    press("Enter")
    shows(page, soldier["number"])
    press("F9")
    state(page, "open")
    press("Control+z")
    shows(page, soldier["number"])
    press("F9")
    state(page, "open")

    # Nobody comes for the third: called three times, passed over; then they stand there after all and queue again.
    press("F2")
    shows(page, third["number"])
    for calls in (2, 3):
        press("F4")
        expect(page.locator(".turn-facts")).to_contain_text(f"已叫 {calls} 次")
    press("F8")
    state(page, "open")
    press("F3")
    page.keyboard.type("3")
    expect(page.locator("#found li:visible")).to_have_count(1)
    press("Tab", "Enter")
    expect(page.locator('[data-line="general"]')).to_have_text("1")

    # A meeting, then the last one of the day.
    press("F10", "2")
    state(page, "paused")
    press("F2")
    state(page, "open")
    press("F2")
    shows(page, third["number"])
    press("Shift+F9")
    state(page, "closed")

    with central.machine() as terminal:
        states = [terminal.get(f"/api/v1/tickets/{each['id']}").json()["state"] for each in (first, soldier, third)]
    assert states == ["waiting", "finished", "finished"]
    transferred = central.call_next("w2")
    assert transferred is not None and transferred["number"] == first["number"] and transferred["line"] == "social"


def test_every_button_shows_its_key(central: Central, desk) -> None:
    central.issue()
    page = desk("w1")
    page.click("#act-next")
    shows(page, "A001")
    both = "all => all.map(e => [e.dataset.key.toLowerCase(), e.querySelector('kbd')?.textContent ?? ''])"
    keys = page.eval_on_selector_all("[data-key]:not(:disabled)", both)
    assert len(keys) >= 8
    assert [(key, shown) for key, shown in keys if shown.replace("Ctrl", "Control").replace(" ", "+").lower() != key] == []
    assert len({key for key, _ in keys}) == len(keys), "a key has one meaning at a time"
