"""Settings through the runner: heard when they open, told as they change, gone when the visit ends."""

from __future__ import annotations

from pathlib import Path

from kiosk.events import HallKnown
from kiosk.visit import Settings
from tests.kiosk.rig import Rig
from tests.kit.people import HALL


def opened(folder: Path) -> Rig:
    return Rig(folder).tell(HallKnown(HALL)).touch("line.general", "tool.settings")


def test_the_view_is_read_when_it_opens_and_one_sentence_is_said_of_a_change(tmp_path: Path) -> None:
    rig = opened(tmp_path)
    assert rig.title == "sight-title" and rig.speaker.last.startswith("怎样看得清")
    assert "字的大小：第一档，共四档" in rig.speaker.last and "现在是白底黑字" in rig.speaker.last
    rig.touch("set.size.up")
    assert rig.speaker.last == "字的大小：第二档，共四档" and rig.glass.settings.size == 1
    rig.touch("set.theme.black-cyan")
    assert rig.speaker.last == "黑底青字" and rig.glass.settings.theme == "black-cyan"
    rig.touch("back")
    assert rig.title == "card-title" and rig.speaker.last.startswith("请放身份证")


def test_a_voice_that_comes_back_reads_all_of_it(tmp_path: Path) -> None:
    rig = opened(tmp_path).touch("set-hearing", "set.voice")
    said = len(rig.speaker.said)
    rig.touch("set.gain.up", "set.rate.up")
    assert len(rig.speaker.said) == said and (rig.glass.settings.gain_db, rig.glass.settings.rate) == (6.0, 1.25)
    rig.touch("set.voice")
    assert rig.speaker.last.startswith("怎样听得清")


def test_usual_settings_keep_the_language_and_what_was_entered(tmp_path: Path) -> None:
    rig = opened(tmp_path).touch("tool.lang", "tool.size", "set.low", "set.theme.black-white", "set.reset")
    assert rig.glass.settings == Settings(lang="en")
    assert rig.touch("back").title == "card-title"


def test_nothing_that_was_set_outlives_the_visit(tmp_path: Path) -> None:
    rig = opened(tmp_path)
    for sense in ("set-hearing", "set-sight"):
        rig.touch(*(choice.id for choice in rig.glass.view.choices if choice.id.startswith("set.") and choice.id != "set.reset"))
        rig.touch(sense)
    changed = rig.glass.settings
    assert changed != Settings() and changed.theme == "low-contrast" and changed.low
    assert rig.touch("back").glass.settings == changed
    rig.touch("home")
    assert rig.glass.settings == Settings() and rig.title == "home-title"
    assert "low-contrast" not in rig.journal_file.read_text()
