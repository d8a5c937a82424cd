"""What the pages let in, and what they never let out."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from central.credentials import COOKIE
from tests.central.pages.conftest import later, settled
from tests.kit.central import HALL, Central, running_central

EVIL = "<img src=x onerror='window.pwned=1'><script>window.pwned=1</script>\"'"
PAGES = ("/console/login", "/console/password", "/console/windows", "/console/windows/w1", "/t/unknown", "/sign/heelun/w1")


def with_cookie(central: Central, user: str = "clerk") -> httpx.Client:
    return httpx.Client(base_url=central.url, cookies={COOKIE: central.log_in(user)}, trust_env=False, timeout=20)


@pytest.mark.parametrize("signed_in", [True, False])
def test_every_page_carries_the_headers(central: Central, signed_in: bool) -> None:
    with with_cookie(central) if signed_in else central.client() as client:
        for path in PAGES:
            headers = client.get(path).headers
            policy = headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy and "http" not in policy
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cache-Control"] == "no-store"
            assert "Set-Cookie" not in headers


def test_a_request_without_the_pages_token_is_refused(central: Central) -> None:
    central.issue()
    with with_cookie(central) as client:
        for step in ("next", "open", "close"):
            for headers in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "0" * 64}):
                answer = client.post(f"/api/v1/halls/{central.hall}/windows/w1/{step}", headers=headers)
                assert answer.status_code == 403
    with central.machine() as terminal:
        hall = terminal.get(f"/api/v1/halls/{central.hall}").json()
    assert hall["lines"][0]["waiting"] == 1 and hall["windows"][0]["open"]


def test_one_sessions_token_is_no_use_to_another(central: Central, desk) -> None:
    theirs = desk("w1", user="manager").get_attribute('meta[name="csrf-token"]', "content")
    with with_cookie(central) as client:
        path = f"/api/v1/halls/{central.hall}/windows/w1/close"
        assert client.post(path, headers={"X-CSRF-Token": theirs}).status_code == 403


def test_names_are_shown_and_never_run(tmp_path: Path, visitor) -> None:
    hall = deepcopy(HALL)
    hall["hall"]["name"]["zh"] = hall["line"][0]["name"]["zh"] = hall["window"][0]["name"]["zh"] = EVIL
    hall["priority"][0]["name"]["zh"] = hall["line"][0]["name"]["en"] = EVIL
    hall["staff"][2]["name"], hall["terminal"][0]["name"] = EVIL[:64], EVIL[:64]
    with running_central(tmp_path, hall=hall) as central:
        ticket = central.issue(terminal=EVIL[:64], priority={"class": "elderly", "evidence": "own_word"})
        with central.machine(EVIL[:64]) as terminal:
            key = {"Idempotency-Key": "evil-call"}
            terminal.post(f"/api/v1/halls/{central.hall}/help", json={"doing": "menu"}, headers=key).raise_for_status()
        context = visitor()
        context.add_cookies([{"name": COOKIE, "value": central.log_in("clerk"), "url": central.url}])
        page = context.new_page()
        page.clock.install()
        page.goto(f"{central.url}/console/windows")
        expect(page.locator("#window-w1")).to_contain_text("<img src=x")
        page.click("#window-w1")
        expect(page.locator("#act-next")).to_be_visible()
        settled(page)
        page.click("#act-next")
        expect(page.locator(".turn-line")).to_have_text(EVIL)
        page.keyboard.press("F6")
        expect(page.locator("#transfer-dialog")).to_be_visible()
        page.keyboard.press("Escape")
        later(page)
        page.keyboard.press("F7")  # answered: the clerk's name is drawn into the panel by the page's own script
        expect(page.locator(".call.answered")).to_contain_text("<img src=x")
        assert page.evaluate("window.pwned") is None and page.locator("img[src=x]").count() == 0
        page.goto(ticket["qr"])
        expect(page.locator(".line")).to_contain_text(EVIL)
        assert page.evaluate("window.pwned") is None and page.locator("img[src=x]").count() == 0


def test_nothing_comes_from_elsewhere_and_nothing_breaks_the_policy(central: Central, desk) -> None:
    page = desk()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in PAGES[2:4]:
        page.goto(central.url + path)
        expect(page.locator(".topbar-clock")).to_contain_text("09:30")
    assert len(asked) > 10 and all(address.startswith(central.url) for address in asked)
    assert said == []


def test_what_the_pages_do_not_have_is_not_found(central: Central) -> None:
    with central.client() as client:
        assert client.get("/static/../console.py").status_code == 404
        assert client.get("/static/%2e%2e/console.py").status_code == 404
        nothing = client.get("/console/nothing")
        assert (nothing.status_code, "这个页面打不开" in nothing.text) == (404, True)
