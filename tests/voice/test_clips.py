from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from devices.voice.clips import Clips, decode
from devices.voice.sound import seconds
from script.sound import tone, write_wav
from tests.voice.conftest import record

needs_sox = pytest.mark.skipif(shutil.which("sox") is None, reason="sox is not installed")


def test_found_by_language_and_id(voices: Path) -> None:
    record(voices, "go-back", 440)
    clips = Clips(voices)
    assert clips.path("zh", "go-back") == voices / "zh" / "go-back.wav"
    assert clips.path("mn", "go-back") is None and clips.path("zh", "go-home") is None and clips.path("zh", None) is None


@pytest.mark.parametrize("lang, clip", [("zh", "../zh/a"), ("..", "a"), ("zh", "/a"), ("zh", ""), ("", "a"), ("zh", ".a")])
def test_a_name_leads_nowhere_else(voices: Path, lang: str, clip: str) -> None:
    record(voices, "a", 440)
    assert Clips(voices).path(lang, clip) is None


def test_a_clip_of_another_text_is_passed_over(voices: Path) -> None:
    record(voices, "go-back", 440)
    clips = Clips(voices)
    assert clips.path("zh", "go-back", "返回")  # not listed: trusted
    listing = voices / "zh" / "clips.json"
    listing.write_text(json.dumps({"go-back": {"text": "返回"}}), "utf-8")
    assert clips.path("zh", "go-back", "返回") and not clips.path("zh", "go-back", "回到上一页")
    listing.write_text(json.dumps({"go-back": {"text": "回到上一页", "engine": "new"}}), "utf-8")
    assert clips.path("zh", "go-back", "回到上一页") and not clips.path("zh", "go-back", "返回")


@pytest.mark.parametrize("listing", ["", "{", "[]", '{"go-back": 3}', '{"go-back": {}}'])
def test_a_listing_that_makes_no_sense_lists_nothing(voices: Path, listing: str) -> None:
    record(voices, "go-back", 440)
    (voices / "zh" / "clips.json").write_text(listing, "utf-8")
    assert Clips(voices).path("zh", "go-back", "返回")


def test_parts_are_all_there_or_none(voices: Path) -> None:
    for clip in ("call-please", "letter-A", "digit-0"):
        record(voices, clip, 440, length_s=0.2)
    clips = Clips(voices)
    assert clips.paths("zh", ("call-please", "letter-A", "digit-1")) == [] == clips.paths("zh", ())
    found = clips.sound(clips.paths("zh", ("call-please", "letter-A", "digit-0", "digit-0")), 1.0)
    assert found and seconds(found) == pytest.approx(4 * 0.2 + 3 * 0.05, abs=0.01)


def test_a_clip_replaced_while_running_is_read_anew(voices: Path) -> None:
    record(voices, "a", 440, length_s=0.2)
    clips = Clips(voices)
    path = voices / "zh" / "a.wav"
    assert seconds(clips.sound([path], 1.0) or b"") == pytest.approx(0.2)
    record(voices, "a", 440, length_s=0.4)
    assert seconds(clips.sound([path], 1.0) or b"") == pytest.approx(0.4)
    path.unlink()
    assert clips.sound([path], 1.0) is None


def test_a_damaged_part_spoils_the_whole(voices: Path) -> None:
    record(voices, "a", 440)
    (voices / "zh" / "b.wav").write_bytes(b"RIFF")
    assert Clips(voices).sound([voices / "zh" / "a.wav", voices / "zh" / "b.wav"], 1.0) is None


@needs_sox
def test_another_format_is_brought_to_the_houses(voices: Path) -> None:
    write_wav(voices / "zh" / "a.wav", tone(440, 0.5), rate_hz=44100)
    assert seconds(decode(voices / "zh" / "a.wav") or b"") == pytest.approx(0.25, abs=0.01)
    subprocess.run(["sox", "-n", "-r", "48000", "-c", "2", voices / "zh" / "b.ogg", "synth", "1", "sine", "440"], check=True)
    assert seconds(decode(voices / "zh" / "b.ogg") or b"") == pytest.approx(1.0, abs=0.01)


@needs_sox
@pytest.mark.parametrize("rate", [0.5, 0.8, 1.25, 2.0])
def test_the_pace_of_a_recording(voices: Path, rate: float) -> None:
    record(voices, "a", 440, length_s=2.0)
    assert seconds(decode(voices / "zh" / "a.wav", rate) or b"") == pytest.approx(2.0 / rate, rel=0.1)


def test_without_sox_only_what_is_ready_is_there(voices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(voices, "a", 440)
    monkeypatch.setenv("PATH", "")
    assert decode(voices / "zh" / "a.wav")
    assert decode(voices / "zh" / "a.wav", 0.8) is None
