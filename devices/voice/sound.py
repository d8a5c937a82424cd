"""Samples: one format for the whole voice, and the few things done to it.

Everything is mono, signed 16 bit, 22 050 Hz: what espeak-ng gives, and the least that reproduces up to 10 kHz (VVSG 2.0, 7.1-L).
"""

from __future__ import annotations

import io
import math
import wave
from array import array
from collections.abc import Iterable
from operator import mul
from pathlib import Path

Pcm = bytes  # whole samples, native little-endian

RATE_HZ = 22050
BYTES_PER_S = 2 * RATE_HZ
FULL_SCALE = 32767

# The level of every clip and sentence. The peaks of espeak-ng are 12 to 18 dB above its RMS (measured), so this is as loud as it
# gets without holding any sentence back for its peaks: one is as loud as the next.
LEVEL_DB = -20.0
PEAK_DB = -1.0

_FRAME = RATE_HZ // 50  # 20 ms, the usual frame of speech
_QUIET_DB = -50.0  # below this nothing is heard in a hall (a hall's noise is 50 dB(A), speech 65)
_GATE_DB = 30.0  # frames this far below the loudest are pauses and don't count for loudness
_MARGIN = 2  # frames kept at both ends, for the onset of a consonant


def seconds(pcm: Pcm) -> float:
    return len(pcm) / BYTES_PER_S


def silence(length_s: float) -> Pcm:
    return bytes(2 * round(length_s * RATE_HZ))


def join(pieces: Iterable[Pcm], gap_s: float) -> Pcm:
    return silence(gap_s).join(pieces)


def amplify(pcm: Pcm, gain_db: float) -> Pcm:
    """``gain_db`` is never above 0, so nothing can clip."""
    if gain_db == 0:
        return pcm
    factor = 10 ** (min(gain_db, 0.0) / 20)
    return array("h", [int(sample * factor) for sample in array("h", pcm)]).tobytes()


def loudness(pcm: Pcm) -> float | None:
    """RMS of the frames in which there is speech, in dB below full scale; None for silence."""
    powers = _speech(_powers(array("h", pcm)))
    return _decibel(sum(powers) / len(powers)) if powers else None


def peak(pcm: Pcm) -> int:
    return max(map(abs, array("h", pcm)), default=0)


def level(pcm: Pcm) -> Pcm:
    """Without silence at both ends, at LEVEL_DB, with no peak above PEAK_DB; empty when there is nothing to hear."""
    powers = _powers(array("h", pcm))
    heard = [i for i, power in enumerate(powers) if _decibel(power) > _QUIET_DB]
    if not heard:
        return b""
    samples = array("h", pcm)[max(0, heard[0] - _MARGIN) * _FRAME:(heard[-1] + 1 + _MARGIN) * _FRAME]
    speech = _speech(powers)
    wanted = 10 ** ((LEVEL_DB - _decibel(sum(speech) / len(speech))) / 20)
    allowed = FULL_SCALE * 10 ** (PEAK_DB / 20) / max(map(abs, samples))
    factor = min(wanted, allowed)
    return array("h", [int(sample * factor) for sample in samples]).tobytes()


def read_wav(source: Path | bytes) -> Pcm | None:
    """The samples of a WAV that is in the house's format already; None for any other, or for a damaged one.

    OSError when the file cannot be read.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        with wave.open(io.BytesIO(data)) as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE_HZ):
                return None
            pcm = file.readframes(file.getnframes())
            return pcm if pcm and len(pcm) == 2 * file.getnframes() else None
    except (wave.Error, EOFError):
        return None


def wav(pcm: Pcm) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(pcm)
    return buffer.getvalue()


def _powers(samples: array[int]) -> list[float]:
    """Mean square of each frame; what is left over at the end counts as one."""
    frames = [samples[i:i + _FRAME] for i in range(0, len(samples), _FRAME)]
    return [sum(map(mul, frame, frame)) / len(frame) for frame in frames]


def _speech(powers: list[float]) -> list[float]:
    gate = max(powers, default=0.0) / 10 ** (_GATE_DB / 10)
    return [power for power in powers if power >= gate and _decibel(power) > _QUIET_DB]


def _decibel(power: float) -> float:
    return 10 * math.log10(power / FULL_SCALE**2) if power > 0 else -math.inf
