"""A window's page looks again at what concerns it, and draws nothing again that is still the same."""

from __future__ import annotations

from playwright.sync_api import Page, Request, expect

from tests.central.pages.at_window import shows, waiting
from tests.kit.central import Central
from tests.kit.waiting import until


def looks_of(page: Page, window: str) -> list[dict[str, str]]:
    """The headers of each look at the page from now on."""
    seen: list[dict[str, str]] = []

    def note(request: Request) -> None:
        if request.url.endswith(f"/console/windows/{window}"):
            seen.append(request.headers)

    page.on("request", note)
    return seen


def test_a_ticket_of_another_line_concerns_other_windows(central: Central, desk) -> None:
    general, both = desk("w1"), desk("w2")
    looks = looks_of(general, "w1")
    first = central.issue("social")
    waiting(both, "social", 1)
    both.click("#act-next")
    shows(both, first["number"])
    assert looks == []
    central.issue("general")
    waiting(general, "general", 1)
    assert len(looks) == 1


def test_an_idle_look_draws_nothing_until_something_happened(central: Central, desk) -> None:
    page = desk("w1")
    looks = looks_of(page, "w1")
    mark = page.request.get(page.url).headers["etag"]
    answers: list[int] = []
    page.on("response", lambda answer: answers.append(answer.status))

    def idle() -> bool:
        """The first look knows no mark yet."""
        page.clock.fast_forward(65_000)
        return 304 in answers

    until(idle)
    assert looks[-1]["if-none-match"] == mark
    expect(page.locator("#connection")).to_be_hidden()
    central.issue("general")
    waiting(page, "general", 1)
    assert page.request.get(page.url, headers={"If-None-Match": mark}).status == 200


def test_the_clock_alone_changes_a_page_on_which_somebody_waits(central: Central, desk) -> None:
    page = desk("w1")

    def mark() -> str:
        return str(page.request.get(page.url).headers["etag"])

    quiet = mark()
    central.clock.move(60)
    assert mark() == quiet
    central.issue("general")
    waits = mark()
    central.clock.move(60)
    assert mark() != waits != quiet
    morning = mark()
    central.clock.move(3 * 3600)  # the hall closes for lunch
    assert mark() != morning


def test_a_page_that_was_not_put_in_whole_is_not_taken_for_the_same(central: Central, desk) -> None:
    page = desk("w1")
    looks = looks_of(page, "w1")

    def idle_look() -> dict[str, str]:
        before = len(looks)

        def looked() -> bool:
            page.clock.fast_forward(65_000)
            return len(looks) > before

        until(looked)
        return looks[-1]

    until(lambda: "if-none-match" in idle_look())
    page.keyboard.press("F3")
    page.keyboard.type("0")
    central.issue("general")
    waiting(page, "general", 1)
    expect(page.locator("#found li")).to_have_count(0)  # somebody types there: that panel waits
    assert "if-none-match" not in idle_look()
    page.keyboard.press("Escape")
    expect(page.locator("#found li")).to_have_count(1)
    until(lambda: "if-none-match" in idle_look())
