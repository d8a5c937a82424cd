from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.voice.cache import SentenceCache
from devices.voice.clips import Clips
from devices.voice.engine import Silence
from devices.voice.shelf import Shelf
from devices.voice.studio import Studio
from script.sound import until
from tests.voice.conftest import Tones, record, sing


@pytest.fixture
def studio(voices: Path, cache: Path, engine: Tones) -> Iterator[Studio]:
    studio = Studio(Clips(voices), Shelf(cache / "sent"), SentenceCache(cache), engine)
    studio.start()
    yield studio
    studio.close(5.0)


def test_what_is_spoken_comes_before_what_is_prepared(studio: Studio, engine: Tones) -> None:
    engine.held = {"440"}
    studio.prepare([sing("440"), sing("550"), sing("660")], 1.0)
    until(lambda: bool(engine.asked), "the engine is at work")
    order = studio.order(sing("880"), 1.0)
    engine.held = set()
    assert order.result(10)
    until(lambda: len(engine.asked) == 4, "all is prepared")
    assert [text for text, _, _ in engine.asked] == ["440", "880", "550", "660"]


def test_an_order_cancelled_before_its_turn_is_never_made(studio: Studio, engine: Tones) -> None:
    engine.held = {"440"}
    first, second, third = (studio.order(sing(text), 1.0) for text in ("440", "550", "660"))
    until(lambda: bool(engine.asked), "the engine is at work")
    assert first.cancel() and second.cancel()  # one under way, one waiting
    engine.held = set()
    assert third.result(10)
    assert [text for text, _, _ in engine.asked] == ["440", "660"]


def test_only_what_is_not_at_hand_is_prepared(studio: Studio, engine: Tones, voices: Path) -> None:
    record(voices, "clip", 440)
    studio.prepare([sing("440", clip="clip"), sing("550"), sing("550"), sing("660", private=True), sing("770")], 0.8)
    until(lambda: ("770", "zh", 0.8) in engine.asked, "the last is prepared")
    assert [text for text, _, _ in engine.asked] == ["550", "770"]


def test_a_sentence_is_cached_for_its_rate(studio: Studio, engine: Tones) -> None:
    assert studio.order(sing("440"), 1.0).result(10)
    assert studio.has(sing("440"), 1.0) and not studio.has(sing("440"), 0.8)
    engine.identity = "tones 2"
    assert not studio.has(sing("440"), 1.0)


def test_an_engine_that_raises_costs_the_sentence_and_no_more(
    studio: Studio, engine: Tones, caplog: pytest.LogCaptureFixture
) -> None:
    assert studio.order(sing("not a number"), 1.0).result(10) is Silence.ENGINE_REFUSED
    assert "not a number" not in caplog.text
    assert studio.order(sing("440"), 1.0).result(10)


def test_an_engine_that_has_nothing_to_say_rests_and_is_ready_again_when_somebody_comes(
    studio: Studio, engine: Tones, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("devices.voice.studio.BEGINS_S", 0.01)
    monkeypatch.setattr("devices.voice.studio.REST_S", 0.01)
    assert studio.order(sing("440"), 1.0).result(10)
    until(lambda: engine.rests > 0, "it rests")
    warmed = engine.warmed
    studio.wake()
    until(lambda: engine.warmed == warmed + 1, "it is ready")


def test_nothing_that_is_prepared_drives_out_another_sentence(voices: Path, cache: Path, engine: Tones) -> None:
    size = len(engine.synthesise("440", "zh", 1.0)) + 44
    engine.asked.clear()
    studio = Studio(Clips(voices), Shelf(cache / "sent"), SentenceCache(cache, limit_bytes=3 * size), engine)
    studio.start()
    try:
        studio.prepare([sing(text) for text in ("550", "660", "770", "880")], 1.0)
        until(studio._tasks.empty, "all is prepared that has room")
        assert studio.order(sing("990"), 1.0).result(10)  # what is spoken is made all the same
    finally:
        studio.close(5.0)
    assert [text for text, _, _ in engine.asked] == ["550", "660", "770", "990"]
