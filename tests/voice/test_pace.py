"""Seven paces and one pitch (accessibility.md row 28): measured on a vowel, by autocorrelation."""

from __future__ import annotations

import math
from array import array
from operator import mul
from pathlib import Path

import pytest

from devices.voice.clips import decode
from devices.voice.sound import RATE_HZ, seconds
from kiosk.visit import RATES
from script.sound import write_wav

F0_HZ = 163.0  # a woman's voice, and no whole number of samples
FORMANTS = ((730.0, 90.0), (1090.0, 110.0), (2440.0, 170.0))  # Hz and bandwidth of "a" (Peterson and Barney 1952)
LENGTH_S = 1.5


def vowel() -> array[int]:
    """Harmonics of one pitch, as loud as the formants of "a" make them."""
    harmonics = []
    for number in range(1, 20):
        hz = number * F0_HZ
        gain = sum(1 / (1 + ((hz - centre) / width) ** 2) for centre, width in FORMANTS) / number**0.5 + 0.02
        harmonics.append((2 * math.pi * hz / RATE_HZ, gain))
    loudest = 14000 / sum(gain for _, gain in harmonics)
    count = round(LENGTH_S * RATE_HZ)
    return array("h", (round(loudest * sum(gain * math.sin(turn * i) for turn, gain in harmonics)) for i in range(count)))


def pitch(samples: array[int]) -> float:
    """Of a piece from the middle, in Hz."""
    size, middle = 2500, len(samples) // 2
    piece = samples[middle:middle + size]
    lags = range(RATE_HZ // 260, RATE_HZ // 100)
    likeness = {lag: sum(map(mul, piece, samples[middle + lag:middle + lag + size])) for lag in lags}
    best = max(list(lags)[1:-1], key=lambda lag: likeness[lag])
    before, here, after = (likeness[best + step] for step in (-1, 0, 1))
    return RATE_HZ / (best + (before - after) / (2 * (before - 2 * here + after)))


def test_the_pace_changes_and_the_pitch_does_not(tmp_path: Path) -> None:
    path = tmp_path / "vowel.wav"
    write_wav(path, vowel())
    assert len(RATES) == 7 and (RATES[0], RATES[-1]) == (0.5, 2.0)
    for rate in RATES:
        spoken = decode(path, rate)
        assert spoken is not None
        assert pitch(array("h", spoken)) == pytest.approx(F0_HZ, rel=0.02), rate
        assert seconds(spoken) == pytest.approx(LENGTH_S / rate, rel=0.05), rate
