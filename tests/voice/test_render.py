from __future__ import annotations

import json
from pathlib import Path

import pytest

from devices.voice.clips import Clips
from devices.voice.engine import Silence
from devices.voice.render import Line, Outcome, main, read_lines, render
from devices.voice.sound import LEVEL_DB, loudness, peak, read_wav
from tests.voice.conftest import Tones, record

BACK = Line("zh", "go-back", "440")
HOME = Line("zh", "go-home", "660")


def test_a_clip_is_made_once_for_each_text(voices: Path, engine: Tones) -> None:
    assert render([BACK, HOME], voices, engine) == {BACK: Outcome.RENDERED, HOME: Outcome.RENDERED}
    assert render([BACK, HOME], voices, engine) == {BACK: Outcome.UNCHANGED, HOME: Outcome.UNCHANGED}
    changed = Line("zh", "go-back", "880")
    assert render([changed, HOME], voices, engine) == {changed: Outcome.RENDERED, HOME: Outcome.UNCHANGED}
    assert [text for text, _, _ in engine.asked] == ["440", "660", "880"]
    assert Clips(voices).path("zh", "go-back", "880") and not Clips(voices).path("zh", "go-back", "440")


def test_a_new_engine_or_a_clip_that_was_lost_is_made_anew(voices: Path, engine: Tones) -> None:
    render([BACK], voices, engine)
    engine.identity = "tones 2"
    assert render([BACK], voices, engine) == {BACK: Outcome.RENDERED}
    (voices / "zh" / "go-back.wav").unlink()
    assert render([BACK], voices, engine) == {BACK: Outcome.RENDERED}


def test_what_a_person_recorded_is_left_alone(voices: Path, engine: Tones) -> None:
    record(voices, "go-back", 1000)
    before = (voices / "zh" / "go-back.wav").read_bytes()
    assert render([BACK, HOME], voices, engine)[BACK] is Outcome.RECORDED
    assert (voices / "zh" / "go-back.wav").read_bytes() == before
    (voices / "zh" / "go-home.wav").unlink()
    (voices / "zh" / "go-home.ogg").write_bytes(b"a person's")
    (voices / "zh" / "clips.json").write_text(json.dumps({"go-home": {"text": "另一句"}}), "utf-8")
    assert render([HOME], voices, engine) == {HOME: Outcome.RECORDED}


def test_a_language_without_a_voice_has_no_clips(voices: Path, engine: Tones) -> None:
    line = Line("mn", "go-back", "ᠪᠤᠴᠠᠬᠤ")
    assert render([line], voices, engine) == {line: Silence.NO_VOICE}
    assert not (voices / "mn").exists()


def test_the_command_makes_clips_that_are_equally_loud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"call-please": "请", "letter-A": "A", "digit-1": "一", "call-number": "号", "call-window": "号窗口", "wait": "请稍等"}
    lines = [{"lang": "zh", "clip": clip, "text": text} for clip, text in texts.items()]
    (tmp_path / "lines.json").write_text(json.dumps(lines), "utf-8")
    command = ["--strings", str(tmp_path / "lines.json"), "--voices", str(tmp_path / "voices")]
    assert main(command) == 0 and capsys.readouterr().out.split() == ["6", "rendered"]
    clips = [read_wav(path) for path in (tmp_path / "voices" / "zh").glob("*.wav")]
    assert len(clips) == 6 and all(clip and loudness(clip) == pytest.approx(LEVEL_DB, abs=1.0) for clip in clips)
    assert all(clip and peak(clip) < 32767 for clip in clips)
    assert main(command) == 0 and capsys.readouterr().out.split() == ["6", "unchanged"]


@pytest.mark.parametrize(
    "entries",
    [
        "{}",
        "nonsense",
        '["a"]',
        '[{"lang": "zh", "clip": "a"}]',
        '[{"lang": "zh", "clip": "a", "text": ""}]',
        '[{"lang": "zh", "clip": "../a", "text": "b"}]',
    ],
)
def test_a_list_that_makes_no_sense_is_refused_as_a_whole(tmp_path: Path, entries: str) -> None:
    (tmp_path / "lines.json").write_text(entries, "utf-8")
    with pytest.raises(ValueError):
        read_lines(tmp_path / "lines.json")
    assert main(["--strings", str(tmp_path / "lines.json"), "--voices", str(tmp_path / "voices")]) == 2
    assert not (tmp_path / "voices").exists()
