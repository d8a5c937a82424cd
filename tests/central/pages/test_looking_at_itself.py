"""A leader's day in a real browser: the eight, a training, the knowledge base, a proposal; and a guide for the whole region."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from central import seed
from central.selfcheck.points import POINTS
from tests.central.catalogue.office import GUIDE
from tests.central.pages.conftest import later, settled, sits_down
from tests.central.pages.test_layout import CONTRASTS
from tests.central.pages.test_manage_layout import CUT
from tests.kit.asking import told
from tests.kit.central import HALL, Central, running_central
from tests.kit.opinions import post, staff_id
from tests.kit.opinions import told as opinion_told

Open = Callable[..., Page]
FAQ = [{"question": "忘带身份证能办吗", "answer": "可以用电子身份证"}]
SECOND = "second-manager"


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """Two halls of one region: the second has a leader of its own."""
    with running_central(tmp_path_factory.mktemp("standing")) as running:
        other = copy.deepcopy(HALL)
        other["hall"] |= {"id": "second", "name": {"zh": "交通街道便民服务中心"}, "region": "150602006"}
        leader = {"user": SECOND, "name": "主任己", "role": "manager"}
        first = seed.load(running.context, other | {"staff": [leader], "terminal": []}).passwords[SECOND]
        with running.client() as stranger:
            login = {"user": SECOND, "password": first}
            token = stranger.post("/api/v1/session", json=login).raise_for_status().json()["token"]
        with running.client(token) as new:
            own = running.staff["manager"]
            new.post("/api/v1/session/password", json={"old": first, "new": own}).raise_for_status()
        running.staff[SECOND] = own
        yield running


@pytest.fixture
def office(central: Central, visitor: Callable[..., BrowserContext]) -> Open:
    def sit_down(path: str, user: str = "manager", lang: str = "zh") -> Page:
        return sits_down(central, visitor(), user, f"/console/{path}", lang)

    return sit_down


def sent(page: Page, dialog: str, words: str) -> None:
    page.click(f"dialog#{dialog} [type=submit]")
    expect(page.locator(f"dialog#{dialog}")).to_be_hidden()
    expect(page.locator("#said")).to_have_text(words)


def test_the_hall_looks_at_itself(central: Central, office: Open) -> None:
    page = office("setup/selfcheck?new=1")
    expect(page.locator("#due")).to_have_text("本季度还没有查，2025-03-31 前要查")
    expect(page.locator('[name="points.window.holds"][value=false]')).to_be_checked()  # the service sees that there is none
    for point in POINTS:
        page.locator(f'[name="points.{point}.holds"][value=true]').check()
    page.locator('[name="points.window.holds"][value=false]').check()
    page.click("#save")
    expect(page.locator("#note-window")).to_be_focused()
    expect(page.locator("fieldset.point", has=page.locator("#note-window"))).to_contain_text("要写缺什么")
    for point in POINTS:
        page.fill(f"#note-{point}", "四月底前设好" if point == "window" else "现场看过")
    later(page)
    page.click("#save")
    expect(page.locator(".eight li")).to_have_count(8)
    expect(page.locator("#list tbody")).to_contain_text("有帮办代办窗口")
    expect(page.locator("#due")).to_contain_text("本季度已查")
    page.click("#print")
    expect(page.locator(".sheet-eight tbody tr")).to_have_count(8)
    expect(page.locator(".sheet")).to_contain_text("四月底前设好")

    page = office("setup/training?new=1")
    page.fill("#f-topic", "高龄津贴怎么办")
    page.locator("[name=people]").first.check()
    page.click("#save")
    expect(page.locator("#list tbody").first).to_contain_text("高龄津贴怎么办")
    expect(page.locator("#people .there")).to_have_count(1)
    page = office(f"setup/roster?of={staff_id(central, 'helper')}")
    expect(page.locator("#strength")).to_contain_text("还差 2 名")
    page.select_option("#f-agent", "full_time")
    page.click("#save")
    expect(page.locator("#strength")).to_contain_text("还差 1 名")

    page = office("setup/selfcheck/region", "admin")
    page.fill("[name=region]", "150602007")
    page.keyboard.press("Enter")
    expect(page.locator("#list tbody tr")).to_have_count(1)
    expect(page.locator("#list tbody tr")).to_contain_text("有帮办代办窗口")
    page.goto(f"{central.url}/console/setup/selfcheck/region")
    expect(page.locator("#list tbody tr")).to_have_count(2)
    expect(page.locator("#list tbody tr").first).to_contain_text("有帮办代办窗口")


def test_an_answer_is_kept_and_a_proposal_comes_true(central: Central, office: Open) -> None:
    enquiry = opinion_told(central, "clerk", kind="enquiry", topics=[], words="周六能来取吗")
    for step, body in (("answer", {"result": "explained", "words": "能，到值班窗口"}), ("close", {"reply": "in_person"})):
        post(central, "clerk", f"/opinions/{enquiry}/{step}", body).raise_for_status()
    page = office("opinions")
    page.click(f"#take-{enquiry}")
    settled(page)
    page.click("#fetch")
    expect(page.locator("#edit-answer")).to_have_value("能，到值班窗口")
    page.fill("#edit-question", "周六能取证吗")
    sent(page, "edit", "已保存")
    expect(page.locator("#take")).to_have_count(0)
    clerk = office("knowledge", "clerk")
    expect(clerk.locator("#new")).to_have_count(0)
    expect(clerk.locator("#q")).to_be_focused()
    clerk.keyboard.type("周六取证")
    clerk.keyboard.press("Enter")
    expect(clerk.locator("#answers h2")).to_have_text(["周六能取证吗"])

    clerk.click("#tab-proposals")
    settled(clerk)
    clerk.keyboard.press("F2")
    clerk.locator("#make-words").fill("老年证不用再交照片")
    sent(clerk, "make", "已记下")
    page = office("knowledge/proposals")
    page.click("[id^=answer-]")
    page.locator("#answer-words").fill("采纳")
    sent(page, "answer", "已记下")
    later(page)
    page.click("[id^=came-]")
    page.locator("#came-words").fill("指南已经改了")
    sent(page, "came", "已记下")
    expect(page.locator(".proposal")).to_contain_text("已落实")


def test_a_guide_for_the_region_is_in_the_second_halls_list(central: Central, office: Open) -> None:
    told(central, "admin", "PUT", "/halls/{hall}/items/elder_card/guide", {"guide": GUIDE | {"faq": FAQ}})
    page = office("setup/guides", SECOND)
    expect(page.locator("#of-elder_card + small")).to_have_text("还没有办事指南")
    form = office("setup/guides?of=elder_card", "admin")
    form.click("#edit")
    settled(form)
    form.select_option("#where", "150602")  # the district: both halls
    later(form)
    form.get_by_role("button", name="发布", exact=True).click()
    expect(form.locator("#said")).to_contain_text("发布了")
    expect(page.locator("#of-elder_card + small")).to_have_count(0)  # by the news of the hall alone
    page.click("#of-elder_card")
    expect(page.locator("#item")).to_contain_text("现行")
    page = office("knowledge?q=没带身份证怎么办", SECOND)
    expect(page.locator("#answers h2")).to_have_text(["忘带身份证能办吗"])


PATHS = ("setup/selfcheck?new=1", "setup/training?new=1", "setup/selfcheck/region", "knowledge", "knowledge/proposals")


def test_every_page_fits_and_can_be_read(central: Central, office: Open) -> None:
    """In the longer words."""
    page: Any = office(PATHS[0], "admin", "en")
    for path in PATHS:
        page.goto(f"{central.url}/console/{path}")
        for width in (1366, 1920):
            page.set_viewport_size({"width": width, "height": 768})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            assert page.evaluate(CUT) == [], (path, width)
        assert [words for words, ratio in page.evaluate(CONTRASTS) if ratio < 7] == [], path
