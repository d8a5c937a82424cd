"""Recordings that were sent, and those that people made: which of them is heard."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.ports import Utterance
from devices.voice.cache import SentenceCache
from devices.voice.clips import Clips
from devices.voice.render import Line, Outcome, render
from devices.voice.shelf import Shelf
from devices.voice.studio import Studio
from script.sound import tone, write_wav
from tests.voice.conftest import Tones, record, sing

MARK, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return tmp_path / "sent"


@pytest.fixture
def studio(voices: Path, sent: Path, cache: Path, engine: Tones) -> Studio:
    return Studio(Clips(voices), Shelf(sent), SentenceCache(cache), engine)


@pytest.fixture
def sung(tmp_path: Path) -> Callable[[float], bytes]:
    """A recording of a tone that lasts so many seconds."""

    def make(length_s: float) -> bytes:
        write_wav(tmp_path / "a.wav", tone(440, length_s))
        subprocess.run(["sox", tmp_path / "a.wav", tmp_path / "a.ogg"], check=True)
        return (tmp_path / "a.ogg").read_bytes()

    return make


def test_a_sentence_is_kept_by_what_it_says_and_replaced_by_another_mark(sent: Path) -> None:
    shelf = Shelf(sent)
    assert shelf.path("zh", "社保卡申领") is None
    shelf.keep("zh", "社保卡申领", MARK, b"first")
    shelf.keep("zh", "社保卡申领", OTHER, b"second")
    for each in (shelf, Shelf(sent)):  # and it is found again after a restart
        path = each.path("zh", "社保卡申领")
        assert path and path.read_bytes() == b"second" and each.mark("zh", "社保卡申领") == OTHER
        assert each.path("en", "社保卡申领") is None
    assert len(list(sent.iterdir())) == 1
    with pytest.raises(ValueError):
        shelf.keep("zh", "社保卡申领", "../up", b"")


def test_the_oldest_go_when_there_are_too_many(sent: Path) -> None:
    shelf = Shelf(sent, limit_bytes=1000)
    for number, text in enumerate(("一", "二", "三")):
        shelf.keep("zh", text, MARK, bytes(400))
        path = shelf.path("zh", text)
        assert path
        os.utime(path, (number, number))
    shelf.keep("zh", "四", MARK, bytes(400))
    assert [bool(shelf.path("zh", text)) for text in "一二三四"] == [False, False, True, True]


def test_what_is_wanted_from_elsewhere(studio: Studio, voices: Path) -> None:
    record(voices, "clip", 440)
    write_wav(voices / "zh" / "recorded" / "part.wav", tone(440, 0.2))
    for sentence in (sing("440", clip="clip"), sing("550", parts=("part", "part")), sing("660", private=True)):
        assert not studio.wants(sentence, None)
    assert studio.wants(sing("550", parts=("clip", "part"))), "what is patched of rendered clips may be had better"
    assert studio.wants(sing("770"), None) and studio.wants(sing("770"), MARK)
    studio.keep(sing("770"), MARK, b"a recording")
    assert not studio.wants(sing("770"), None) and not studio.wants(sing("770"), MARK) and studio.wants(sing("770"), OTHER)


def test_a_private_sentence_is_never_kept(studio: Studio, sent: Path) -> None:
    studio.keep(sing("660", private=True), MARK, b"a recording")
    assert not sent.exists()


@pytest.mark.skipif(shutil.which("sox") is None, reason="sox is not installed")
def test_the_order_of_the_layers(studio: Studio, voices: Path, sung: Callable[[float], bytes]) -> None:
    sentence = Utterance("请，到", "zh", "clip", ("part", "part"))

    def lasts() -> float:
        return round(len(studio.at_hand(sentence, 1.0) or b"") / 44100, 2)

    assert lasts() == 0
    record(voices, "part", 440, length_s=0.4)
    assert lasts() == 0.85, "two rendered parts"
    for clause in sentence.clauses:
        studio.keep(Utterance(clause, "zh"), MARK, sung(0.5))
    assert lasts() == pytest.approx(1.2, abs=0.01), "clauses that were sent"
    studio.keep(sentence, MARK, sung(1.0))
    assert lasts() == pytest.approx(1.0, abs=0.01)
    write_wav(voices / "zh" / "recorded" / "part.wav", tone(440, 0.3))
    assert lasts() == 0.65, "parts that a person has recorded"
    record(voices, "clip", 440, length_s=0.2)
    assert lasts() == 0.2
    write_wav(voices / "zh" / "recorded" / "clip.wav", tone(440, 0.6))
    assert lasts() == 0.6, "what a person has recorded goes before what was rendered"


def test_a_recording_of_an_older_text_gives_way_to_the_rendered_clip(voices: Path) -> None:
    record(voices, "go-back", 440)
    write_wav(voices / "zh" / "recorded" / "go-back.wav", tone(440, 0.6))
    clips = Clips(voices)
    assert clips.path("zh", "go-back", "返回") == voices / "zh" / "recorded" / "go-back.wav"
    (voices / "zh" / "recorded" / "clips.json").write_text(json.dumps({"go-back": {"text": "回去"}}), "utf-8")
    assert clips.path("zh", "go-back", "返回") == voices / "zh" / "go-back.wav"


def test_nothing_is_rendered_where_a_person_has_recorded(voices: Path, engine: Tones) -> None:
    write_wav(voices / "zh" / "recorded" / "go-back.wav", tone(440, 0.6))
    line = Line("zh", "go-back", "440")
    assert render([line], voices, engine) == {line: Outcome.RECORDED} and engine.asked == []


def test_mongolian_is_heard_as_far_as_it_is_recorded(studio: Studio, voices: Path) -> None:
    sentence = Utterance("ᠪᠤᠴᠠᠬᠤ", "mn", "go-back")
    assert not studio.has(sentence, 1.0)
    write_wav(voices / "mn" / "recorded" / "go-back.wav", tone(440, 0.6))
    assert studio.at_hand(sentence, 1.0)
