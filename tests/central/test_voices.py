"""Sentences of the catalogue: asked for, spoken once by a program, fetched by hash."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from central.clock import system_clock
from central.errors import TooMany, VoiceUnknown
from central.voices import renderer, service
from central.voices.program import ProgramBroken, VoiceProgram
from central.voices.schemas import AT_ONCE, LONGEST, SentenceIn
from central.voices.service import Voices
from central.voices.store import Store, hash_of
from script.sound import until
from tests.kit.central import Central, running_central
from tests.kit.speaking import SpeakingProgram

NOW = system_clock()
needs_sox = pytest.mark.skipif(shutil.which("sox") is None, reason="sox is not installed")


def says(*texts: str) -> list[SentenceIn]:
    return [SentenceIn(lang="zh", text=text) for text in texts]


@pytest.fixture
def program(tmp_path: Path) -> SpeakingProgram:
    return SpeakingProgram(tmp_path)


@pytest.fixture
def voices(tmp_path: Path, program: SpeakingProgram) -> Iterator[Voices]:
    voices = Voices(tmp_path / "voices", program.path)
    voices.start()
    yield voices
    voices.close()


def ready(voices: Voices, *texts: str) -> bool:
    return all(each.state != "waiting" for each in voices.ask("T1", NOW, says(*texts)))


@needs_sox
def test_a_sentence_is_spoken_once_and_fetched_for_ever(tmp_path: Path, program: SpeakingProgram) -> None:
    (tmp_path / "central").mkdir()
    with running_central(tmp_path / "central", voice=program.path) as central, central.machine() as terminal:
        asked = {"sentences": [{"lang": "zh", "text": "社保卡申领"}, {"lang": "zh", "text": "。"}]}

        def states() -> list[dict[str, Any]]:
            return list(terminal.post("/api/v1/voices", json=asked).raise_for_status().json()["sentences"])

        first = states()
        waiting = terminal.get(f"/api/v1/voices/{first[0]['hash']}")
        assert first[0]["state"] == "waiting" and waiting.status_code in (200, 202)
        until(lambda: "waiting" not in {each["state"] for each in states()}, "both are spoken", 30)
        assert [each["state"] for each in states()] == ["ready", "silent"]
        assert [each["hash"] for each in states()] == [each["hash"] for each in first]
        answer = terminal.get(f"/api/v1/voices/{first[0]['hash']}")
        assert answer.headers["content-type"] == "audio/ogg" and "immutable" in answer.headers["cache-control"]
        assert answer.content.startswith(b"OggS")
        for hash in (first[1]["hash"], "0" * 64, "..%2Fvault.key"):
            missing = terminal.get(f"/api/v1/voices/{hash}")
            assert missing.status_code == 404, hash
    assert program.told.count("社保卡申领") == 1


def test_without_a_voice_there_is_nothing(central: Central) -> None:
    with central.machine() as terminal:
        asked = {"sentences": [{"lang": "zh", "text": "社保卡申领"}]}
        assert terminal.post("/api/v1/voices", json=asked).raise_for_status().json() == {"sentences": []}
    assert not (central.context.settings.state_dir / "voices").exists()


@pytest.mark.parametrize(
    "sentences",
    [
        [],
        [{"lang": "zh", "text": ""}],
        [{"lang": "zh", "text": "长" * (LONGEST + 1)}],
        [{"lang": "mn", "text": "ᠮᠣᠩᠭᠣᠯ"}],
        [{"lang": "zh", "text": "请稍等", "private": True}],
        [{"lang": "zh", "text": "请稍等"}] * (AT_ONCE + 1),
    ],
)
def test_questions_out_of_bounds(central: Central, sentences: list[Any]) -> None:
    with central.machine() as terminal:
        assert terminal.post("/api/v1/voices", json={"sentences": sentences}).status_code == 422


@needs_sox
def test_a_sentence_that_breaks_the_program_holds_up_no_other(voices: Voices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "PAUSE_S", 0.0)
    voices.ask("T1", NOW, says("死", "请稍等"))
    until(lambda: ready(voices, "请稍等"), "the other one is spoken", 30)
    assert not ready(voices, "死")


def test_what_waits_is_bounded_for_all_and_for_each(
    tmp_path: Path, program: SpeakingProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices = Voices(tmp_path / "voices", program.path)  # not started: everything waits
    Store(tmp_path / "voices").open()
    monkeypatch.setattr(service, "NEW_AN_HOUR", 2)
    voices.ask("T1", NOW, says("一", "二"))
    voices.ask("T1", NOW, says("一", "二"))
    with pytest.raises(TooMany):
        voices.ask("T1", NOW, says("三"))
    voices.ask("T2", NOW, says("三"))
    full = Store(tmp_path / "voices", waiting_limit=3)
    assert not full.want("f" * 64, says("四")[0])
    assert [each.text for _, each in full.wanted()] == ["一", "二", "三"]


def test_the_disk_is_bounded_and_what_was_wanted_last_stays(tmp_path: Path) -> None:
    store = Store(tmp_path, limit_bytes=1000)
    store.open()
    names = [hash_of("sine 1", each) for each in says("一", "二", "三")]
    for name in names[:2]:
        store.keep(name, bytes(400))
        os.utime(tmp_path / "made" / f"{name}.ogg", (1, 1))
    assert store.read(names[0])
    store.keep(names[2], bytes(400))
    assert [store.state(name) for name in names] == ["ready", None, "ready"]


def test_another_voice_makes_other_recordings() -> None:
    one = says("请稍等")[0]
    assert hash_of("sine 1", one) != hash_of("sine 2", one) != hash_of("sine 2", SentenceIn(lang="en", text=one.text))


def test_a_program_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ProgramBroken):
        VoiceProgram(tmp_path / "nothing").identity()
    voices = Voices(tmp_path / "voices", tmp_path / "nothing")
    assert voices.ask("T1", NOW, says("请稍等")) == []
    with pytest.raises(VoiceUnknown):
        voices.fetch("0" * 64)
