"""The sound card goes and comes back; the voice says so once, stays polite, and is heard again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from devices.types import DeviceDown, DeviceUp, Fault
from devices.voice.speaker import VoiceSpeaker
from script.sound import Ear, SoundDaemon, until
from tests.voice.conftest import Told, Tones, sing

DOWN = DeviceDown("voice", Fault.VOICE_DOWN)
UP = DeviceUp("voice")


@pytest.fixture
def own_daemon(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundDaemon]:
    daemon = SoundDaemon()
    for name, value in daemon.env.items():
        monkeypatch.setenv(name, value)
    yield daemon
    daemon.close()


def test_without_a_card_it_is_silent_and_says_so_once(
    own_daemon: SoundDaemon, build: Callable[..., VoiceSpeaker], told: Told
) -> None:
    speaker = build(engine=Tones())
    for token in ("a", "b", "c"):
        speaker.say(token, [sing("440")])
        assert told.wait_ended(token) is False
    speaker.hush()
    assert told.states() == [DOWN] and not told.started("a")
    own_daemon.start()
    until(lambda: told.states() == [DOWN, UP], "the voice is back", within=20)
    ear = Ear(own_daemon)
    try:
        speaker.say("d", [sing("440")])
        assert told.wait_ended("d") is True
        assert ear.tones(440, 880) == [440]
    finally:
        ear.close()


def test_a_card_lost_in_the_middle_of_a_speech(
    own_daemon: SoundDaemon, build: Callable[..., VoiceSpeaker], told: Told
) -> None:
    own_daemon.start()
    speaker = build(engine=Tones())
    speaker.say("long", [sing("440 20")])
    until(lambda: told.started("long") == 1, "it has begun")
    own_daemon.stop()
    assert told.wait_ended("long") is False
    until(lambda: told.states() == [UP, DOWN], "the loss is told")
    own_daemon.start()
    until(lambda: told.states() == [UP, DOWN, UP], "the return is told", within=20)
    speaker.say("again", [sing("440")])
    assert told.wait_ended("again") is True


def test_an_idle_voice_notices_that_the_card_has_gone(
    own_daemon: SoundDaemon, build: Callable[..., VoiceSpeaker], told: Told
) -> None:
    own_daemon.start()
    build(engine=Tones(), watch_s=0.1)
    until(lambda: told.states() == [UP], "the voice is up")
    own_daemon.stop()
    until(lambda: told.states() == [UP, DOWN], "the loss is told")


def test_trying_the_card_is_not_heard_and_does_not_disturb(
    own_daemon: SoundDaemon, build: Callable[..., VoiceSpeaker], told: Told
) -> None:
    own_daemon.start()
    ear = Ear(own_daemon)
    try:
        speaker = build(engine=Tones(), watch_s=0.01)
        until(lambda: told.states() == [UP], "the voice is up")
        until(lambda: len(ear.heard()) > 22050, "a second has passed", within=20)
        assert not any(ear.heard())
        speaker.say("a", [sing("440 1")])
        assert told.wait_ended("a") is True
        assert ear.tones(440, 880) == [440] and told.states() == [UP]
    finally:
        ear.close()


def test_a_player_that_is_not_installed_is_a_card_that_is_not_there(
    build: Callable[..., VoiceSpeaker], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    build(engine=Tones()).say("a", [sing("440")])
    assert told.wait_ended("a") is False
    assert told.states() == [DOWN]
