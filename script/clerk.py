"""A clerk at a window: a real browser on the console."""

from __future__ import annotations

import secrets
from pathlib import Path
from types import TracebackType

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium-headless-shell"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Clerk:
    """Logs in with a one-time password, sets one of their own, and sits down at a window."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        self.page: Page = self._browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN")

    def __enter__(self) -> Clerk:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._browser.close()
        self._playwright.stop()

    def log_in(self, user: str, one_time: str) -> None:
        own = secrets.token_urlsafe(12)
        self.page.goto(f"{self._url}/console/")
        self._sign_in(user, one_time)
        self.page.wait_for_selector("#old")
        self.page.fill("#old", one_time)
        self.page.fill("#new", own)
        self.page.fill("#again", own)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/login?changed=1")
        self._sign_in(user, own)
        self.page.wait_for_url("**/console/windows**")

    def _sign_in(self, user: str, password: str) -> None:
        self.page.fill("#user", user)
        self.page.fill("#password", password)
        self.page.keyboard.press("Enter")

    def sit_at(self, window: str) -> None:
        """Opens the window if it is closed."""
        self.page.goto(f"{self._url}/console/windows/{window}")
        if self.page.get_attribute("#turn", "data-state") == "closed":
            self.page.click("#open")
        self.page.wait_for_selector("#turn:not([data-state=closed])")

    def call_next(self) -> str:
        """Calls the next ticket, and returns its number."""
        self.page.click("#act-next")
        self.page.wait_for_selector("#turn[data-state=serving]")
        return self.page.inner_text(".turn-number")

    def call_again(self) -> None:
        self.page.click("#act-recall")

    def finish(self) -> None:
        self.page.click("#act-finish")
        self.page.wait_for_selector("#turn[data-state=open]")

    def answer_help(self) -> None:
        """我来了."""
        self.page.keyboard.press("F7")

    def picture(self, path: Path) -> None:
        self.page.screenshot(path=str(path))
