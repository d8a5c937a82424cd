"""The short sounds that answer a hand: pure tones where old ears and small loudspeakers still hear well (300 Hz to 1 kHz)."""

from __future__ import annotations

import math
from array import array
from functools import cache

from devices.ports import Cue
from devices.voice.sound import FULL_SCALE, RATE_HZ, Pcm

_TONES = {Cue.ACCEPTED: (988.0, 0.04), Cue.REFUSED: (330.0, 0.09), Cue.MASKED: (659.0, 0.08)}  # Hz, s
_PEAK_DB = -15.0  # as loud as speech at devices.voice.sound.LEVEL_DB, some dB below its peaks
_RAMP_S = 0.005  # without it a tone begins and ends with a click


@cache
def tone(cue: Cue) -> Pcm:
    """At the level of speech."""
    hz, length_s = _TONES[cue]
    peak = FULL_SCALE * 10 ** (_PEAK_DB / 20)
    count, ramp = round(length_s * RATE_HZ), round(_RAMP_S * RATE_HZ)
    edges = (min(1.0, i / ramp, (count - 1 - i) / ramp) for i in range(count))
    return array("h", (round(peak * edge * math.sin(2 * math.pi * hz * i / RATE_HZ)) for i, edge in enumerate(edges))).tobytes()
