from __future__ import annotations

import json
from pathlib import Path

from devices.ports import Speaker, Utterance
from devices.types import DeviceUp, SentenceStarted, SpeechEnded, SpeechStarted
from devices.voice.transcript import TranscriptSpeaker
from tests.voice.conftest import Told, sing


def test_what_would_be_said_is_kept_and_told(told: Told) -> None:
    transcript = TranscriptSpeaker("voice")
    speaker: Speaker = transcript
    speaker.start(told)
    speaker.prepare([sing("请稍等")])
    speaker.say("a", [sing("请放身份证"), sing("没带卡，直接按下面")], rate=0.8, gain_db=-6.0)
    speaker.hush()
    assert transcript.texts() == ["请放身份证", "没带卡，直接按下面"]
    assert (transcript.said[0].token, transcript.said[0].rate, transcript.said[0].gain_db) == ("a", 0.8, -6.0)
    assert transcript.hushes == 1 and list(transcript.prepared) == [sing("请稍等")]
    sentences = [SentenceStarted("voice", "a", 0), SentenceStarted("voice", "a", 1)]
    assert told.events == [DeviceUp("voice"), SpeechStarted("voice", "a"), *sentences, SpeechEnded("voice", "a", True)]
    speaker.stop()
    speaker.say("b", [sing("请稍等")])
    assert len(told.events) == 5


def test_the_file_has_every_sentence_and_no_person(tmp_path: Path) -> None:
    speaker = TranscriptSpeaker("voice", path=tmp_path / "said.jsonl")
    speaker.say("a", [sing("请稍等", clip="wait"), Utterance("欧阳先生您好", "zh", private=True)])
    lines = [json.loads(line) for line in (tmp_path / "said.jsonl").read_text("utf-8").splitlines()]
    assert lines == [
        {"token": "a", "lang": "zh", "clip": "wait", "text": "请稍等"},
        {"token": "a", "lang": "zh", "clip": None, "text": None},
    ]


def test_it_does_not_grow_without_end() -> None:
    speaker = TranscriptSpeaker("voice", keep=3)
    for n in range(9):
        speaker.say(f"{n}", [sing(f"{n}")])
    assert speaker.texts() == ["6", "7", "8"]
