"""What is heard in the hall, recorded on the sink; each sentence is a tone of its own, so that the recording names it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from devices.ports import Utterance
from devices.types import DeviceUp, SentenceStarted, SpeechEnded, SpeechStarted
from devices.voice.engine import Silence
from devices.voice.speaker import VoiceSpeaker
from script.sound import Ear, strength, until
from tests.voice.conftest import Told, Tones, record, sing

HUSHED_WITHIN_S = 1.0  # a generous bound for what takes some milliseconds


def test_the_portable_voice_is_heard(ear: Ear, build: Callable[..., VoiceSpeaker], told: Told) -> None:
    speaker = build()
    speaker.say("greeting", [Utterance("请放身份证。", "zh")])
    assert told.wait_ended("greeting")
    ear.wait_for_silence()
    spans = ear.spans(gap_s=1.0)
    assert len(spans) == 1 and 1 < spans[0][1] - spans[0][0] < 4
    assert [type(event) for event in told.events] == [DeviceUp, SpeechStarted, SentenceStarted, SpeechEnded]


def test_sentences_of_a_speech_are_heard_in_order(speaker: VoiceSpeaker, ear: Ear, voices: Path, told: Told) -> None:
    record(voices, "two", 880)
    speaker.say("list", [sing("440"), sing("two", clip="two"), sing("660"), sing("1320")])
    assert told.wait_ended("list")
    ear.wait_for_silence()
    assert ear.tones(440, 660, 880, 1320) == [440, 880, 660, 1320]
    assert len(ear.spans()) == 4  # a pause between sentences


def test_a_clip_comes_before_its_parts_before_the_cache_before_the_synthesiser(
    speaker: VoiceSpeaker, ear: Ear, voices: Path, engine: Tones, told: Told
) -> None:
    sentence = sing("440", clip="whole", parts=("one", "other"))

    def heard() -> list[float]:
        since, token = ear.now(), f"take {ear.now()}"
        speaker.say(token, [sentence])
        assert told.wait_ended(token)
        ear.wait_for_silence(since)
        return ear.tones(440, 660, 880, 1320, since=since)

    assert heard() == [440] and len(engine.asked) == 1
    assert heard() == [440] and len(engine.asked) == 1  # from the cache
    record(voices, "one", 660)
    assert heard() == [440]  # a part is missing
    record(voices, "other", 880)
    assert heard() == [660, 880]
    record(voices, "whole", 1320)
    assert heard() == [1320]
    assert len(engine.asked) == 1


def test_of_two_speeches_at_once_the_second_is_heard(speaker: VoiceSpeaker, ear: Ear, told: Told) -> None:
    speaker.say("a", [sing("440 2")])
    speaker.say("b", [sing("880")])
    assert told.wait_ended("b")
    ear.wait_for_silence()
    assert ear.tones(440, 880)[-1] == 880
    assert sum(end - begin for begin, end in ear.spans()) < 1
    assert told.ended("a") == [False] and told.ended("b") == [True]


def test_the_next_speech_interrupts(speaker: VoiceSpeaker, ear: Ear, told: Told) -> None:
    speaker.say("a", [sing("440 20"), sing("660")])
    ear.wait_for_sound(lasting=0.3)
    speaker.say("b", [sing("880")])
    assert told.wait_ended("b")
    ear.wait_for_silence()
    assert ear.tones(440, 660, 880) == [440, 880]
    assert told.ended("a") == [False] and told.started("a") == 1


def test_hush_silences(speaker: VoiceSpeaker, ear: Ear, told: Told) -> None:
    speaker.say("long", [sing("440 20")])
    ear.wait_for_sound()
    hushed = monotonic()
    speaker.hush()
    assert ear.wait_for_silence() - hushed < HUSHED_WITHIN_S
    assert told.wait_ended("long") is False
    speaker.hush()  # of nothing
    speaker.say("next", [sing("880")])
    assert told.wait_ended("next")
    assert told.ended("long") == [False]


def test_nothing_is_synthesised_in_the_callers_thread(speaker: VoiceSpeaker, engine: Tones, told: Told) -> None:
    engine.held = {"440"}
    speaker.say("a", [sing("440")])  # returns although the engine does not
    speaker.prepare([sing("660")])
    until(lambda: bool(engine.asked), "the engine is at work")
    assert not told.ended("a")
    engine.held = set()
    assert told.wait_ended("a")
    until(lambda: len(engine.asked) == 2, "the rest is prepared")
    assert threading.get_ident() not in engine.threads


def test_a_clip_does_not_wait_for_a_synthesiser_that_hangs(
    speaker: VoiceSpeaker, ear: Ear, voices: Path, engine: Tones, told: Told
) -> None:
    record(voices, "clip", 880)
    engine.held = {"440"}
    speaker.say("stuck", [sing("440")])
    until(lambda: bool(engine.asked), "the engine is at work")
    speaker.say("clip", [sing("clip", clip="clip")])
    assert told.wait_ended("clip") and told.ended("stuck") == [False]
    assert ear.tones(440, 880) == [880]


def test_the_first_sentence_sounds_while_the_second_is_made(
    speaker: VoiceSpeaker, ear: Ear, engine: Tones, told: Told
) -> None:
    engine.held = {"880"}
    speaker.say("two", [sing("440"), sing("880")])
    ear.wait_for_sound()
    until(lambda: len(engine.asked) == 2, "the second is being made")
    assert not told.ended("two")
    engine.held = set()
    assert told.wait_ended("two")
    ear.wait_for_silence()
    assert ear.tones(440, 880) == [440, 880]


def test_mongolian_without_a_clip_is_passed_over_and_chinese_goes_on(
    speaker: VoiceSpeaker, ear: Ear, voices: Path, told: Told
) -> None:
    mongolian = Utterance("ᠮᠣᠩᠭᠣᠯ", "mn", clip="greeting")
    speaker.say("both", [mongolian, sing("440")])
    assert told.wait_ended("both") is True
    assert ear.tones(440, 660) == [440]
    assert speaker.silences == {("mn", Silence.NO_VOICE): 1}
    speaker.say("alone", [mongolian])
    assert told.wait_ended("alone") is False and not told.started("alone")
    record(voices, "greeting", 660, lang="mn")
    since = ear.now()
    speaker.say("recorded", [mongolian])
    assert told.wait_ended("recorded") is True
    ear.wait_for_silence(since)
    assert ear.tones(440, 660, since=since) == [660]


def test_a_sentence_that_fails_does_not_take_the_others_with_it(
    speaker: VoiceSpeaker, ear: Ear, engine: Tones, told: Told
) -> None:
    engine.refused = {"660"}
    speaker.say("three", [sing("440"), sing("660"), sing("880")])
    assert told.wait_ended("three") is False
    ear.wait_for_silence()
    assert ear.tones(440, 660, 880) == [440, 880]
    assert speaker.silences == {("zh", Silence.ENGINE_REFUSED): 1}


def test_a_damaged_clip_gives_way_to_the_synthesiser(speaker: VoiceSpeaker, ear: Ear, voices: Path, told: Told) -> None:
    record(voices, "bad", 880)
    (voices / "zh" / "bad.wav").write_bytes(b"RIFF\0\0\0\0WAVEnothing")
    speaker.say("bad", [sing("440", clip="bad")])
    assert told.wait_ended("bad")
    assert ear.tones(440, 880) == [440]


@pytest.mark.parametrize("gain_db, expected_db", [(0.0, 0.0), (-12.0, -12.0), (+6.0, 0.0)])
def test_gain_lowers_and_never_raises(
    speaker: VoiceSpeaker, ear: Ear, told: Told, gain_db: float, expected_db: float
) -> None:
    speaker.say("tone", [sing("440")], gain_db=gain_db)
    assert told.wait_ended("tone")
    ear.wait_for_silence()
    assert max(map(abs, ear.heard())) == pytest.approx(9000 * 10 ** (expected_db / 20), rel=0.05)


def test_calibration_is_added_to_the_gain(ear: Ear, build: Callable[..., VoiceSpeaker], told: Told) -> None:
    speaker = build(engine=Tones(), calibration_db=-6.0)
    speaker.say("tone", [sing("440")], gain_db=-6.0)
    assert told.wait_ended("tone")
    ear.wait_for_silence()
    assert max(map(abs, ear.heard())) == pytest.approx(9000 * 10 ** (-12 / 20), rel=0.05)


def test_the_pace_of_a_clip_changes_and_its_pitch_does_not(speaker: VoiceSpeaker, ear: Ear, voices: Path, told: Told) -> None:
    record(voices, "clip", 440, length_s=1.0)
    speaker.say("fast", [sing("clip", clip="clip")], rate=2.0)
    assert told.wait_ended("fast")
    ear.wait_for_silence()
    [(begin, end)] = ear.spans()
    assert 0.4 < end - begin < 0.65
    heard = ear.heard()
    assert strength(heard, 440) > 5 * max(strength(heard, hz) for hz in (220, 431, 449, 880))  # 431 to 449: 2 %


def test_the_synthesiser_is_asked_for_the_pace(speaker: VoiceSpeaker, engine: Tones, told: Told) -> None:
    for rate, asked in ((0.8, 0.8), (9.0, 2.0), (0.1, 0.5)):
        speaker.say(f"{rate}", [sing("440")], rate=rate)
        assert told.wait_ended(f"{rate}")
        assert engine.asked[-1] == ("440", "zh", asked)


def test_a_private_sentence_leaves_no_file(
    ear: Ear, build: Callable[..., VoiceSpeaker], told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    speaker = build()  # the portable voice, whose library writes files
    speaker.prepare([Utterance("欧阳先生您好", "zh", private=True)])
    speaker.say("private", [Utterance("欧阳先生您好", "zh", private=True)])
    assert told.wait_ended("private") and ear.spans()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    speaker.say("public", [Utterance("请取号", "zh")])
    assert told.wait_ended("public")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_private_sentence_is_not_shown() -> None:
    assert "欧阳" not in repr(Utterance("欧阳先生您好", "zh", private=True))
    assert "请取号" in repr(Utterance("请取号", "zh"))


def test_prepared_sentences_are_ready_and_were_not_heard(
    speaker: VoiceSpeaker, ear: Ear, engine: Tones, cache: Path, told: Told
) -> None:
    speaker.prepare([sing("440"), sing("880"), sing("440")])
    until(lambda: len(list(cache.rglob("*.wav"))) == 2, "both are cached")
    assert not ear.spans()
    speaker.say("both", [sing("440"), sing("880")])
    assert told.wait_ended("both")
    assert len(engine.asked) == 2


def test_nothing_to_say_ends_at_once(speaker: VoiceSpeaker, told: Told) -> None:
    speaker.say("empty", [])
    assert told.wait_ended("empty") is False


def test_after_stop_it_is_quiet_and_no_thread_is_left(
    ear: Ear, build: Callable[..., VoiceSpeaker], engine: Tones, told: Told
) -> None:
    before = set(threading.enumerate())
    speaker = build(engine=engine)
    speaker.say("long", [sing("440 20")])
    ear.wait_for_sound()
    speaker.stop()
    ear.wait_for_silence()
    until(lambda: set(threading.enumerate()) <= before, "its threads have ended")
    assert engine.closed.is_set()


def test_a_speaker_never_started_can_be_stopped(voices: Path, cache: Path, engine: Tones) -> None:
    VoiceSpeaker("voice", voices=voices, cache=cache, engine=engine).stop()


@pytest.mark.parametrize("wrong", [{"player": "gramophone"}, {"calibration_db": 3.0}, {"calibration_db": -90.0}])
def test_impossible_options_are_refused(voices: Path, cache: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        VoiceSpeaker("voice", voices=voices, cache=cache, **wrong)  # type: ignore[arg-type]
