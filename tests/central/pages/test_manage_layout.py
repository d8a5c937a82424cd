"""The manager's pages fit the screens of an office, can be read, and can be worked by keys alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from central.credentials import COOKIE
from tests.central.pages.test_layout import CONTRASTS, SCREENS
from tests.kit.central import HALL, Central, running_central

LONG = "内蒙古自治区鄂尔多斯市东胜区诃额伦街道便民服务中心帮办代办综合业务受理"
SECTIONS = {
    "lines": "of=wide",
    "windows": "of=w4",
    "hours": "of=hall",
    "days": "day=2025-03-05",
    "priorities": "of=elderly",
    "rules": "",
    "staff": "new=1",
    "machines": "new=1",
    "hall": "",
    "guides": "view=import",
    "history": "",
}
CROWD = 30

# What Tab must come to: everything visible that can be done, one of a group of radio buttons.
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.type !== "hidden")
  .filter((e) => e.type !== "radio" || e.checked).length"""
CUT = """() => [...document.querySelectorAll(".shelf, .editing, .pane")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body || e.tagName === "MAIN") return null;
  e.dataset.seen = "";
  const style = getComputedStyle(e);
  return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
}"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """Long names, a special day, a crowd: what pages must bear. These tests change nothing."""
    with running_central(Path(tmp_path_factory.mktemp("manage")), hall=HALL) as central:
        with central.person("manager") as manager:
            setup = f"/api/v1/halls/{central.hall}/setup"
            wide = {"letter": "ZZ", "name": {"zh": LONG, "en": "Assistance with anything at all"}, "summary": {"zh": LONG}}
            manager.put(f"{setup}/lines/wide", json=wide).raise_for_status()
            window = {"label": "二楼A厅12", "name": {"zh": LONG}, "type": "fallback", "lines": ["wide"], "area": "二楼东侧等候区"}
            manager.put(f"{setup}/windows/far", json=window).raise_for_status()
            day = {"day": "2025-03-05", "kind": "holiday", "name": {"zh": LONG[:20]}}
            manager.post(f"{setup}/special-days", json=day).raise_for_status()
        for n in range(CROWD):
            priority = {"class": "soldier", "evidence": "own_word"} if n % 5 == 0 else None
            central.issue(("general", "social")[n % 2], priority=priority)
            central.clock.move(40)
        central.call_next()
        yield central


@pytest.fixture
def look(crowded: Central, visitor):
    def at(path: str, lang: str = "zh") -> Page:
        context = visitor()
        context.add_cookies([{"name": COOKIE, "value": crowded.log_in("manager"), "url": crowded.url}])
        context.add_cookies([{"name": "bangban_lang", "value": lang, "url": crowded.url}])
        page: Page = context.new_page()
        page.goto(f"{crowded.url}/console/{path}")
        return page

    return at


def paths() -> list[str]:
    return ["queue", *(f"setup/{section}?{query}" for section, query in SECTIONS.items())]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_fits_and_can_be_read(look, chromium: Browser, crowded: Central, lang: str) -> None:
    page = look(paths()[0], lang)
    for path in paths():
        page.goto(f"{crowded.url}/console/{path}")
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            widest, highest = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert (widest <= width, highest <= height) == (True, True), (path, width)
            assert page.evaluate(CUT) == [], (path, width)
        poor = [(words, round(ratio, 1)) for words, ratio in page.evaluate(CONTRASTS) if ratio < 7]
        assert poor == [], path


@pytest.mark.parametrize("path", ["queue", "setup/lines?of=general", "setup/hours", "setup/days?day=2025-03-04", "setup/rules"])
def test_tab_comes_to_everything_and_shows_where_it_is(look, path: str) -> None:
    page = look(path)
    everything = page.evaluate(REACHABLE)
    for _ in range(everything + 20):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUSED)
        if seen is None:
            break
        assert seen, page.evaluate("document.activeElement.outerHTML")
    assert page.evaluate("document.querySelectorAll('[data-seen]').length") >= everything
