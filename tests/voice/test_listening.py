"""Which sentence is heard now, what answers a hand, and who hears it: recorded on the sinks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from devices.ports import Cue, Utterance
from devices.types import DeviceEvent, DeviceUp, SentenceStarted
from devices.voice.cues import tone
from devices.voice.sound import LEVEL_DB, loudness, seconds
from devices.voice.speaker import VoiceSpeaker
from kiosk.visit import GAINS_DB
from script.sound import RATE_HZ, SOUND_AT, Ear, SoundDaemon, until
from tests.voice.conftest import Told, Tones, sing

PRIVATE = "headphones"


@pytest.fixture(scope="module")
def at_the_ears(daemon: SoundDaemon) -> Iterator[Ear]:
    daemon.add_sink(PRIVATE)
    ear = Ear(daemon, PRIVATE)
    yield ear
    ear.close()


def test_a_sentence_is_told_when_it_is_heard_and_not_when_it_is_fed(ear: Ear, voices: Path, cache: Path) -> None:
    told: list[tuple[int, int]] = []  # sentence, place in the recording

    def tell(event: DeviceEvent) -> None:
        if isinstance(event, SentenceStarted):
            told.append((event.index, ear.now()))

    speaker = VoiceSpeaker("voice", voices=voices, cache=cache, player="pacat", engine=Tones())
    speaker.start(tell)
    try:
        speaker.say("list", [sing("440 0.6"), Utterance("ᠮᠣᠩᠭᠣᠯ", "mn"), sing("880 0.6"), sing("660 0.6")])
        ear.wait_for_silence(lasting=1.0)
    finally:
        speaker.stop()
    samples = ear.heard()
    loud = [i for i, sample in enumerate(samples) if abs(sample) >= SOUND_AT]
    edges = [loud[0], *(at for pair in pairwise(loud) if pair[1] - pair[0] > RATE_HZ // 10 for at in pair), loud[-1]]
    heard = list(zip(edges[::2], edges[1::2]))
    assert [index for index, _ in told] == [0, 2, 3], "what nothing can say is not told"
    for (_, at), (begin, end) in zip(told, heard):
        assert begin - RATE_HZ // 5 < at < end


def test_each_cue_is_heard_before_the_speech_that_follows_in_one_stream(speaker: VoiceSpeaker, ear: Ear, told: Told) -> None:
    speaker.cue(Cue.ACCEPTED)
    speaker.say("next", [sing("440")])
    assert told.wait_ended("next")
    ear.wait_for_silence()
    speaker.cue(Cue.REFUSED)
    speaker.cue(Cue.MASKED)
    ear.wait_for_sound(since=ear.now())
    ear.wait_for_silence()
    heard = [(end - begin) for begin, end in ear.spans(gap_s=0.015)]
    assert len(heard) == 4 and all(length < 0.1 for length in (heard[0], *heard[2:]))
    spans = ear.tones(988, 440, 330, 659)
    assert [hz for hz in spans if hz != 988] == [440, 330, 659]


def test_a_cue_does_not_wait_for_the_end_of_a_speech(speaker: VoiceSpeaker, ear: Ear, told: Told) -> None:
    speaker.say("long", [sing("440 1")])
    ear.wait_for_sound(lasting=0.1)
    speaker.cue(Cue.REFUSED)
    assert told.wait_ended("long")
    ear.wait_for_silence(lasting=0.5)
    assert ear.tones(440, 330) == [440]


def test_cues_are_as_loud_as_speech_and_told_apart() -> None:
    for cue in Cue:
        level = loudness(tone(cue))
        assert level is not None and abs(level - LEVEL_DB) < 3 and seconds(tone(cue)) < 0.1


def test_every_step_of_the_volume_is_heard_in_decibels(ear: Ear, build: Callable[..., VoiceSpeaker], told: Told) -> None:
    """Row 27: steps of at most 10 dB, on what left the player; the loudest step is the loudest there is."""
    speaker = build(engine=Tones(), calibration_db=-max(GAINS_DB))
    until(lambda: told.states() == [DeviceUp("voice")], "the voice is up")
    heard = []
    for gain in sorted(GAINS_DB):
        since = ear.now()
        speaker.say(f"{gain}", [sing("440")], gain_db=gain)
        assert told.wait_ended(f"{gain}")
        ear.wait_for_silence(since)
        heard.append(max(map(abs, ear.heard(since))))
    steps = [(loud / quiet) for quiet, loud in pairwise(heard)]
    assert heard[-1] == pytest.approx(9000, rel=0.02)
    assert all(10 ** (5.9 / 20) < step < 10 ** (10 / 20) for step in steps)


def test_with_headphones_in_nothing_leaves_the_loudspeaker(
    ear: Ear, at_the_ears: Ear, build: Callable[..., VoiceSpeaker], told: Told
) -> None:
    speaker = build(engine=Tones(), sink="hall", headphone_sink=PRIVATE)
    until(lambda: told.states() == [DeviceUp("voice")], "the voice is up")
    speaker.say("loud", [sing("440 5")])
    ear.wait_for_sound()
    speaker.listen(True)
    ear.wait_for_silence()
    alone = ear.now()
    speaker.cue(Cue.ACCEPTED)
    speaker.say("private", [sing("880")])
    assert told.wait_ended("private")
    at_the_ears.wait_for_silence()
    assert at_the_ears.tones(440, 880)[-1] == 880 and not any(ear.heard(alone))
    speaker.listen(False)
    since = at_the_ears.now()
    speaker.say("again", [sing("660")])
    assert told.wait_ended("again")
    ear.wait_for_silence(alone)
    assert ear.tones(660, 880, since=alone) == [660] and not any(at_the_ears.heard(since))
