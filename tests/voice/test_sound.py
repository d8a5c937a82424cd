from __future__ import annotations

import math
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice import sound
from script.sound import tone, write_wav

SAMPLES = st.lists(st.integers(-32768, 32767), max_size=4000).map(lambda samples: array("h", samples).tobytes())


@given(SAMPLES)
def test_what_is_levelled_never_clips_and_is_no_longer_than_before(pcm: bytes) -> None:
    levelled = sound.level(pcm)
    assert len(levelled) <= len(pcm)
    assert sound.peak(levelled) <= sound.FULL_SCALE * 10 ** (sound.PEAK_DB / 20)


@given(st.integers(200, 32000), st.integers(100, 4000))
def test_tones_of_any_strength_come_out_equally_loud(peak: int, hz: int) -> None:
    levelled = sound.level(tone(hz, 0.3, peak).tobytes())
    assert sound.loudness(levelled) == pytest.approx(sound.LEVEL_DB, abs=0.5)


def test_a_pause_in_a_sentence_does_not_make_it_louder() -> None:
    word = tone(440, 0.5).tobytes()
    broken, whole = sound.join([word, word], gap_s=2.0), sound.join([word, word], gap_s=0.0)
    assert sound.peak(sound.level(broken)) == pytest.approx(sound.peak(sound.level(whole)), rel=0.05)


def test_silence_at_both_ends_is_cut_and_a_margin_left() -> None:
    padded = sound.silence(1.0) + tone(440, 0.5).tobytes() + sound.silence(2.0)
    assert sound.seconds(sound.level(padded)) == pytest.approx(0.5 + 2 * 0.04, abs=0.03)


@pytest.mark.parametrize("pcm", [b"", sound.silence(1.0), array("h", [3, -3] * 22050).tobytes()])
def test_nothing_to_hear_is_nothing(pcm: bytes) -> None:
    assert sound.level(pcm) == b"" and sound.loudness(pcm) is None


@given(SAMPLES, st.floats(-60, 20))
def test_a_gain_is_never_above_zero(pcm: bytes, gain_db: float) -> None:
    assert len(sound.amplify(pcm, gain_db)) == len(pcm)
    assert sound.peak(sound.amplify(pcm, gain_db)) <= sound.peak(pcm)


def test_six_decibels_are_half() -> None:
    halved = sound.amplify(tone(440, 0.1, 10000).tobytes(), 20 * math.log10(0.5))
    assert sound.peak(halved) == pytest.approx(5000, abs=2)


@given(SAMPLES.filter(bool))
def test_a_wav_comes_back_as_it_was(pcm: bytes) -> None:
    assert sound.read_wav(sound.wav(pcm)) == pcm


@given(SAMPLES.filter(bool), st.data())
def test_half_a_wav_is_none(pcm: bytes, data: st.DataObject) -> None:
    whole = sound.wav(pcm)
    assert sound.read_wav(whole[: data.draw(st.integers(0, len(whole) - 1))]) is None


def test_a_wav_of_another_format_is_none(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", tone(440, 0.1), rate_hz=44100)
    assert sound.read_wav(tmp_path / "a.wav") is None
    with pytest.raises(OSError):
        sound.read_wav(tmp_path / "b.wav")
