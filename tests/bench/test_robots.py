"""The robot with its eyes shut must not get by where a resident could not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.robots import speech
from bench.robots.results import EARS, Outcome, Results
from bench.robots.signing import NAME, written
from bench.robots.speech import Ears, Listener, NotSpoken
from bench.robots.steps import Choose, Sign
from bench.robots.tasks import TASKS
from bench.robots.traces import Trace, traces
from kiosk import signature


class Voice:
    """A terminal of which only the voice is known: each arrow key says what ``order`` has at that place."""

    def __init__(self, path: Path, order: list[str | None], trapped_after: int | None = None) -> None:
        self.path, self.order, self.trapped = path, order, trapped_after
        self.at = -1
        self.selected: list[str | None] = []

    def do(self, device: str, what: str, **details: Any) -> None:
        assert (device, what) == ("keypad", "press")
        if details["key"] == "select":
            self.selected.append(self.order[self.at])
        elif self.trapped is None or self.at < self.trapped:
            self.at = (self.at + (1 if details["key"] == "down" else -1)) % len(self.order)
        said = self.order[self.at]
        if said is not None and details["key"] == "down":
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"text": said}, ensure_ascii=False) + "\n")


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "SPOKEN_WITHIN_S", 0.05)
    monkeypatch.setattr(speech, "AGAIN_S", 0.0)


def chosen(tmp_path: Path, order: list[str | None], words: str, trapped_after: int | None = None) -> list[str | None]:
    voice = Voice(tmp_path / "said.jsonl", order, trapped_after)
    Listener(Ears(voice.path), voice, lambda what: "1", lambda what: None).do(Choose("x", words))  # type: ignore[arg-type]
    return voice.selected


def test_it_walks_to_what_is_said_and_selects_it(tmp_path: Path) -> None:
    assert chosen(tmp_path, ["按 甲", "按 乙", "按 丙"], "丙") == ["按 丙"]


def test_it_fails_when_a_choice_is_not_said(tmp_path: Path) -> None:
    with pytest.raises(NotSpoken, match="nothing was said"):
        chosen(tmp_path, ["按 甲", None, "按 丙"], "丙")
    with pytest.raises(NotSpoken, match="no choice"):
        chosen(tmp_path, ["按 甲", "按 乙"], "丙")


def test_it_fails_when_the_focus_is_trapped(tmp_path: Path) -> None:
    with pytest.raises(NotSpoken, match="come round"):
        chosen(tmp_path, ["按 甲", "按 乙", "按 丙"], "丙", trapped_after=1)


def test_what_cannot_be_pressed_now_is_not_pressed(tmp_path: Path) -> None:
    with pytest.raises(NotSpoken):
        chosen(tmp_path, ["按 甲", "乙，现在不能按"], "乙")


def test_whoever_cannot_see_the_frame_asks_for_a_helper(tmp_path: Path) -> None:
    voice = Voice(tmp_path / "said.jsonl", ["请签上您的名字", "按 不方便签，请帮办员来"])
    Listener(Ears(voice.path), voice, lambda what: "1", lambda what: None).do(Sign("不方便签"))  # type: ignore[arg-type]
    assert voice.selected == ["按 不方便签，请帮办员来"]


@pytest.mark.parametrize("trace", traces().values(), ids=list(traces()))
def test_a_hand_that_trembles_signs(trace: Trace) -> None:
    """Each stroke goes down once and up once, and together they are a signature."""
    wide, high = 180.0, 90.0
    strokes = [written(trace, stroke, wide, high) for stroke in NAME]
    assert all([one.what for one in stroke if one.what != "move"] == ["down", "up"] for stroke in strokes)
    ink = tuple(tuple((round(500 + at.x_mm * 1000 / wide), round(500 + at.y_mm * 1000 / high)) for at in one) for one in strokes)
    assert signature.is_enough(ink)


def test_every_task_ends_in_something() -> None:
    assert len(TASKS) >= 24 and all(len(steps) >= 3 for steps in TASKS.values())


def test_a_run_in_parts_is_one_table_and_a_failure_stays_one(tmp_path: Path) -> None:
    kept = tmp_path / "results.json"
    Results(kept).put("priority", EARS, 5.2, Outcome(again=2))
    later = Results(kept)
    later.put("a helper", "steady", 3.0, Outcome("Sees(...): not there"))
    assert later.done("priority", EARS) and not later.done("priority", "steady") and not later.done("a helper", "steady")
    assert later.failed == ["a helper, steady"]
    rows = later.table().splitlines()
    assert rows[0] == "| task | keys and ears | steady |" and rows[2:] == [
        "| priority | 5 s +2 |  |",
        "| a helper |  | ✗ |",
        "",
        "1 of 2 done",
    ]
