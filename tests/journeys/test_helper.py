"""A helper is called and is late; the call goes on to the deputy, who says when they come, and comes."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import httpx
import pytest

from tests.journeys.resident import Resident

pytestmark = pytest.mark.usefixtures("plain_hall")
PATIENCE_S = 10  # the least that a hall can set
NEWEST = "SELECT id, level, state FROM help_calls ORDER BY rowid DESC LIMIT 1"


@pytest.fixture
def impatient(staff: httpx.Client) -> Iterator[None]:
    """The hall lets a call go on to others as soon as it can."""
    setup = f"/api/v1/halls/{staff.headers['x-hall']}/setup"
    rules = staff.get(setup).raise_for_status().json()["rules"]
    staff.put(f"{setup}/rules", json=rules | {"help_deputy_s": PATIENCE_S}).raise_for_status()
    yield
    staff.put(f"{setup}/rules", json=rules).raise_for_status()


@pytest.mark.usefixtures("impatient")
def test_called_late_further_and_come(resident: Resident, staff: httpx.Client, colleagues: dict[str, httpx.Client]) -> None:
    deputy, figures = colleagues["doudi"], f"/api/v1/halls/{staff.headers['x-hall']}/help-statistics"
    before = staff.get(figures).raise_for_status().json()["total"]
    resident.touch("find")
    resident.touch("tool.help")
    resident.reads("正在为您叫工作人员", "正在叫 东方明", limit_s=10)
    resident.reads("还没有人应，正在叫别的人", limit_s=PATIENCE_S + 10)
    [(call, level, state)] = resident.ask(NEWEST)
    assert (level, state) == (1, "ringing")

    deputy.post(f"/api/v1/help/{call}/acknowledge").raise_for_status()
    resident.reads("公孙乐 看到了")
    deputy.post(f"/api/v1/help/{call}/answer", json={"minutes": 3}).raise_for_status()
    resident.reads("公孙乐 马上就来", "大约 3 分钟")
    resident.touch("help-over")
    resident.finds("find-asked")
    assert resident.ask(NEWEST) == [(call, 1, "closed")]

    told = staff.get(figures).raise_for_status().json()["total"]
    counted = {name: told[name] - before[name] for name in ("calls", "answered", "escalated", "missed")}
    assert counted == {"calls": 1, "answered": 1, "escalated": 1, "missed": 0}
    assert told["answer_max_s"] >= PATIENCE_S
    table = staff.get(f"{figures}.csv", params={"by": "place"}).raise_for_status().content.decode("utf-8-sig")
    [row] = [row for row in csv.DictReader(table.splitlines()) if row["地点"] == "入口自助终端"]
    assert int(row["升级"]) >= 1 and int(row["最慢应答（秒）"]) >= PATIENCE_S
