"""What a synthesiser is to the rest of the voice. A better one needs this class and nothing else changed."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from devices.voice.sound import Pcm


class Silence(Enum):
    """Why a sentence stayed silent. The sentences after it are spoken all the same."""

    NO_VOICE = "no_voice"  # the engine has no voice for the language, and there is no clip (Mongolian)
    NO_SOUND = "no_sound"  # nothing in the text can be said (punctuation alone)
    ENGINE_REFUSED = "engine_refused"  # it answered with an error
    ENGINE_SLOW = "engine_slow"  # no answer in time; it was ended and begins anew with the next sentence
    ENGINE_LOST = "engine_lost"  # it cannot be started, or died twice over the same sentence

    @property
    def expected(self) -> bool:
        """Nothing went wrong: the speech counts as complete without this sentence."""
        return self in (Silence.NO_VOICE, Silence.NO_SOUND)


class Engine(Protocol):
    """Text to samples. Used by one thread at a time; ``close`` may come from any other, and ends a synthesis under way."""

    @property
    def identity(self) -> str:
        """Name and versions of all that shapes the sound: the same identity and text give the same sentence."""
        ...

    def warm(self) -> None:
        """Get ready, if that takes time; never raises."""
        ...

    def synthesise(self, text: str, lang: str, rate: float) -> Pcm | Silence:
        """One sentence, levelled (:func:`devices.voice.sound.level`). ``rate``: 0.5 to 2.0, pitch unchanged. Never raises."""
        ...

    def rest(self) -> None:
        """Nothing is to be said for a while: give back what ``warm`` takes. Never raises."""
        ...

    def close(self) -> None: ...
