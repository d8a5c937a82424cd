"""Who is not sure what to bring finds it, reads it, takes it home; what is published is what they read, also after a bad day."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from central.catalogue.exporting import HEAD
from devices.writing.zinnia import CHINESE
from script.hall import Hall
from script.hand import Tree, labels
from script.processes import own_program
from tests.journeys.resident import Resident
from tests.journeys.test_find import write
from tests.journeys.test_service_faults import no_service
from tests.kit.waiting import until

pytestmark = pytest.mark.usefixtures("plain_hall")

ITEM = "age_allowance"
EIGHT = (((330, 380), (270, 600), (110, 820)), ((620, 200), (700, 520), (930, 830)))  # 八
PUBLISHED_S = 60.0  # from publishing to every screen, at most


def guide_of(staff: httpx.Client) -> dict[str, Any]:
    """As it is in force, to be published again with other words."""
    told = staff.get(path_of(staff)).raise_for_status().json()
    return {name: value for name, value in told.items() if name not in HEAD}


def path_of(staff: httpx.Client) -> str:
    return f"/api/v1/halls/{staff.headers['x-hall']}/items/{ITEM}/guide"


def publish(staff: httpx.Client, sentence: str) -> int:
    told = staff.put(path_of(staff), json={"guide": guide_of(staff) | {"summary": {"zh": sentence}}})
    return int(told.raise_for_status().json()["version"])


def leaflet(resident: Resident, folder: Path) -> str:
    """What a telephone reads off the paper that came last."""
    picture = folder / "leaflet.png"
    resident.bench.picture(picture)
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", str(picture)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout


def opens(resident: Resident) -> None:
    """By what is asked for most, looking before each touch."""
    resident.touch("find")
    resident.sees("menu")
    resident.touch("find-asked")
    resident.reads("您要办哪一件")
    resident.touch(f"item.{ITEM}")
    resident.sees("guideshown")


def backwards(resident: Resident, *views: str) -> None:
    for view in views:
        resident.touch("back")
        resident.sees(view)


def prints(resident: Resident) -> None:
    papers = resident.papers()
    resident.touch("guide.print")
    resident.reads("打印好了")
    until(lambda: resident.papers() == papers + 1, 20)


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbar-tools is not installed")
def test_found_three_ways_and_a_new_version_on_glass_and_paper(resident: Resident, staff: httpx.Client, tmp_path: Path) -> None:
    resident.touch("find")
    resident.sees("menu")
    resident.touch("find-letters")
    resident.sees("letters")
    for letter in "GLJT":
        resident.touch(f"letter.{letter}")
    resident.touch(f"item.{ITEM}")
    resident.reads("高龄津贴", "八十岁")
    backwards(resident, "letters", "menu")
    resident.touch("find-events")
    resident.reads("养老")
    resident.touch("event.old_age")
    resident.reads("您要办哪一件")
    resident.touch(f"item.{ITEM}")
    resident.reads("高龄津贴", "八十岁")
    backwards(resident, "menu", "menu", "menu")
    if Path(CHINESE).exists():
        resident.touch("find-writing")
        write(resident, resident.glass.see("a square", lambda tree: tree["view"] == "writing" and tree["ready"]), EIGHT)
        resident.touch("char.八")
        resident.reads("您写的是：八")
    else:
        resident.touch("find-asked")
    resident.touch(f"item.{ITEM}")
    resident.reads("高龄津贴", "八十岁")
    prints(resident)
    assert "第 1 版，2025年1月1日起用" in leaflet(resident, tmp_path)
    version = publish(staff, "八十岁以上的老人，每月多了二十元。")
    resident.reads("每月多了二十元", limit_s=PUBLISHED_S)
    on_display(resident.hall, version)
    prints(resident)
    assert f"第 {version} 版" in leaflet(resident, tmp_path) and version > 1


def on_display(hall: Hall, version: int) -> None:
    """What everybody in the hall sees between calls is of this version."""

    def shows(tree: Tree) -> bool:
        return tree["view"] == "poster" and "高龄津贴" in labels(tree) and f"第 {version} 版" in " ".join(labels(tree))

    hall.hands["display"].see(f"poster of version {version}", shows, PUBLISHED_S)


def restart(hall: Hall) -> None:
    """The terminal's power fails, and comes back."""
    terminal = hall.part("terminal")
    terminal.process.send_signal(signal.SIGKILL)
    terminal.process.wait(10)
    hall.processes.parts.remove(terminal)
    hall.processes.start(terminal.name, terminal.argv, terminal.env)
    until(hall.hands["terminal"].ready, 60)


def test_read_after_a_power_cut_without_the_service_which_comes_back_with_a_new_version(
    resident: Resident, staff: httpx.Client, tmp_path: Path
) -> None:
    publish(staff, "停电以前的话。")
    opens(resident)
    resident.reads("停电以前的话", limit_s=PUBLISHED_S)
    file = tmp_path / "catalogue.json"
    new = guide_of(staff) | {"summary": {"zh": "网络断的时候发布的话。"}}
    file.write_text(json.dumps({"items": [{"id": ITEM, "guide": new}]}), "utf-8")
    with no_service(resident.hall):
        restart(resident.hall)
        resident.reads("网络不通，暂时不能取号", limit_s=40)
        opens(resident)
        resident.reads("高龄津贴", "停电以前的话", "网络不通")
        state = resident.hall.home / "central"
        program = [str(own_program("bangban-central")), "guides", "import", str(file), "--hall", staff.headers["x-hall"]]
        subprocess.run([*program, "--state", str(state)], check=True, capture_output=True, timeout=60)
    resident.reads("网络断的时候发布的话", limit_s=PUBLISHED_S)
    on_display(resident.hall, staff.get(path_of(staff)).json()["version"])


def test_two_things_missing_told_once_and_kept_on_paper(resident: Resident) -> None:
    resident.lay("elder")
    resident.sees("confirm")
    opens(resident)
    resident.touch("guide.check")
    resident.reads("是别人替您来办吗")
    resident.touch("answer.no")
    papers = resident.papers()
    for name, there in (("身份证", "yes"), ("户口簿", "no"), ("银行卡", "no")):
        resident.reads(name, "带了吗")
        resident.touch(f"held.{there}")
    resident.reads("还缺 2 样", "告知单")
    resident.touch("guide.print")
    until(lambda: resident.papers() == papers + 1, 20)
    query = "SELECT missing, second, person_mark IS NOT NULL FROM notices ORDER BY rowid DESC LIMIT 1"
    [(told, second, person)] = resident.ask(query)
    assert (json.loads(told), bool(second), bool(person)) == (["household_book", "bank_card"], False, True)
