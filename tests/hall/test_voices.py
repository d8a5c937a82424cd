"""A terminal and the central service: sentences are spoken there and kept here, and none that names a person leaves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from devices.ports import Utterance
from devices.voice.cache import SentenceCache
from devices.voice.clips import Clips
from devices.voice.shelf import Shelf
from devices.voice.studio import Studio
from kiosk.hall.link import Answer, Link
from kiosk.hall.voices import Voices
from script.sound import until
from tests.kit.central import running_central
from tests.kit.speaking import SpeakingProgram
from tests.voice.conftest import Tones

pytestmark = pytest.mark.skipif(shutil.which("sox") is None, reason="sox is not installed")

CHOICE = Utterance("社保卡申领", "zh")
NAMED = Utterance("张三丰您好", "zh", private=True)
MONGOLIAN = Utterance("ᠪᠤᠴᠠᠬᠤ", "mn")


@pytest.fixture
def program(tmp_path: Path) -> SpeakingProgram:
    return SpeakingProgram(tmp_path)


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(Clips(tmp_path / "clips"), Shelf(tmp_path / "sent"), SentenceCache(tmp_path / "cache"), Tones())


def test_what_can_be_said_to_anybody_is_fetched_and_nothing_else_is_told(
    tmp_path: Path, studio: Studio, program: SpeakingProgram
) -> None:
    (tmp_path / "central").mkdir()
    with running_central(tmp_path / "central", voice=program.path) as central:
        voices = Voices(Link(central.url, central.enrol("T1")), studio)
        voices.ask([CHOICE, CHOICE, NAMED, MONGOLIAN])
        until(voices.fetch, "everything is here", 30)
        assert studio.at_hand(CHOICE, 1.0) and studio.at_hand(CHOICE, 0.8)
        assert set(program.told) == {"?", "社保卡申领"}
        state = tmp_path / "central" / "state"
        assert not any("张三丰".encode() in path.read_bytes() for path in state.rglob("*") if path.is_file())
        assert not studio.wants(NAMED, None) and not studio.at_hand(NAMED, 1.0)


def test_without_a_service_or_without_a_voice_there_is_nothing_to_wait_for(tmp_path: Path, studio: Studio) -> None:
    with running_central(tmp_path) as central:
        voices = Voices(Link(central.url, central.enrol("T1")), studio)
        voices.ask([CHOICE])
        assert voices.fetch() and studio.wants(CHOICE, None), "a service without a voice: the machine speaks by itself"
    assert not voices.fetch(), "asked again when the service is back"


def test_it_goes_on_by_itself_when_the_service_comes_back(tmp_path: Path, studio: Studio, program: SpeakingProgram) -> None:
    (tmp_path / "central").mkdir()
    with running_central(tmp_path / "central", voice=program.path) as central:
        voices = Voices(Link(central.url, central.enrol("T1")), studio, soon_s=0.05)
        voices.start()
        try:
            voices.ask([CHOICE])

            def here() -> bool:
                voices.nudge()  # as every news of the hall does
                return not studio.wants(CHOICE, None)

            until(here, "the recording has come", 30)
        finally:
            voices.stop()


def test_many_sentences_are_all_asked_for_once_and_then_looked_after_in_their_order(studio: Studio) -> None:
    asked: list[int] = []

    class Waiting:
        def ask(self, method: str, path: str, body: dict[str, list[object]]) -> Answer:
            asked.append(len(body["sentences"]))
            return Answer(None, {"sentences": [{"hash": "0a", "state": "waiting"} for _ in body["sentences"]]})

    voices = Voices(Waiting(), studio)  # type: ignore[arg-type]
    voices.ask(Utterance(f"第{number}句", "zh") for number in range(200))
    assert not voices.fetch() and asked == [40] * 5
    assert not voices.fetch() and asked == [40] * 7, "the first eighty again"
