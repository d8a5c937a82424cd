"""Who does not know which line is theirs writes a character with a finger, and leaves with the right number."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from devices.writing.zinnia import CHINESE
from script.hand import Tree, find
from script.pointer import Pointer
from tests.journeys.resident import PACE_S, Resident

pytestmark = [
    pytest.mark.usefixtures("plain_hall"),
    pytest.mark.skipif(not Path(CHINESE).exists(), reason="the model is not installed"),
]
Strokes = tuple[tuple[tuple[int, int], ...], ...]
UP = (((500, 150), (505, 500), (500, 850)), ((510, 450), (650, 445), (800, 440)), ((120, 860), (500, 855), (890, 850)))  # 上


def write(resident: Resident, tree: Tree, strokes: Strokes = UP) -> None:
    x, y, w, h = find(tree, "ink.square")["box_px"]
    with Pointer(resident.glass.display) as finger:
        for number, stroke in enumerate(strokes, 1):
            for place, (across, down) in enumerate(stroke):
                finger.move(x + across * w / 1000, y + down * h / 1000)
                time.sleep(PACE_S)
                if place == 0:
                    finger.down()
                    time.sleep(PACE_S)
            finger.up()
            resident.glass.see(f"stroke {number}", lambda tree: "ink.undo" in enabled(tree))


def enabled(tree: Tree) -> set[str]:
    return {entry["id"].removeprefix("choice.") for entry in tree["elements"] if entry.get("enabled")}


def test_written_found_and_taken(resident: Resident) -> None:
    resident.touch("find")
    resident.touch("find-writing")
    tree = resident.glass.see("a square that takes ink", lambda tree: tree["view"] == "writing" and tree["ready"])
    write(resident, tree)
    resident.finds("char.上")
    resident.touch("char.上")
    resident.reads("您写的是：上")
    resident.touch("item.medical_join")
    resident.reads_on()
    resident.reads("城乡居民医保参保登记")
    resident.touch("card-none")
    assert resident.ticket("printed").number.startswith("B")
