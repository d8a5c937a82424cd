"""A manager and the catalogue: what is in force, a file with mistakes, a file without, a version taken back."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.central.catalogue.office import GUIDE
from tests.central.pages.conftest import Desk, hold, later, settled
from tests.kit.central import Central


def written(path: Path, **changed: object) -> Path:
    path.write_text(json.dumps({"items": [{"id": "elder_card", "guide": GUIDE | changed}]}), "utf-8")
    return path


def test_a_guide_is_brought_in_and_taken_back(central: Central, desk: Desk, tmp_path: Path) -> None:
    page = desk(user="manager")
    page.goto(f"{central.url}/console/setup/guides")
    expect(page.locator("#list")).to_contain_text("还没有办事指南")
    page.locator("#bring").click()
    expect(page.locator("#file")).to_be_visible()
    settled(page)
    page.locator("#file").set_input_files(written(tmp_path / "bad.json", type="gift", visits=-1))
    page.get_by_role("button", name="只检查").click()
    expect(page.locator("#came tbody tr")).to_have_count(2)
    expect(page.locator("#came")).to_contain_text("guide.type")
    page.locator("#file").set_input_files(written(tmp_path / "good.json"))
    later(page)
    page.get_by_role("button", name="只检查").click()
    expect(page.locator("#came")).to_contain_text("新版指南 1 份")
    expect(page.locator("#of-elder_card + small")).to_have_count(1)
    later(page)
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.locator("#came")).to_contain_text("发布了")
    expect(page.locator("#of-elder_card + small")).to_have_count(0)
    page.locator("#of-elder_card").click()
    expect(page.locator("#item")).to_contain_text("现行")
    expect(page.locator("#holes")).to_contain_text("没写依据")
    hold(page)
    page.get_by_role("button", name="撤回").click()
    later(page)
    page.get_by_role("button", name="撤回").click()
    expect(page.locator("#item")).to_contain_text("已撤回")
    page.locator("#lint").click()
    expect(page.locator("#findings")).to_contain_text("还没有办事指南")
    page.goto(f"{central.url}/console/setup/history")
    expect(page.locator("#list")).to_contain_text("导入了事项和指南")
