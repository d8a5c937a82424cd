"""What is shown is said: each new view from top to bottom, and of a view that only changes, what is new on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from devices.ports import Speaker, Utterance
from devices.types import SpeechEnded, SpeechStarted
from kiosk.views import Choice, Menu, View, msg
from kiosk.visit import Settings


class Sentence(Protocol):
    """One sentence of ``kiosk.text.speech.utterances``; ``element`` names what on the glass it belongs to."""

    @property
    def element(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def lang(self) -> str: ...

    @property
    def clip(self) -> str | None: ...

    @property
    def parts(self) -> tuple[str, ...]: ...

    @property
    def private(self) -> bool: ...


Sentences = Callable[[View, tuple[Choice, ...], str], Sequence[Sentence]]


# The keys by which the glass turns its pages; they are in no view.
TURNING = Menu(
    msg("next-page"),
    choices=(Choice("page.next", msg("next-page")), Choice("page.previous", msg("previous-page"))),
)


class Voice:
    """Speaks through ``speaker``; without one it keeps silent. Not thread-safe: belongs to the runner's thread."""

    def __init__(self, speaker: Speaker | None, sentences: Sentences) -> None:
        self._speaker = speaker
        self._sentences = sentences
        self._said: frozenset[str] = frozenset()
        self._later: tuple[Utterance, ...] = ()
        self._settings = Settings()
        self._count = 0
        self._token: str | None = None

    def say(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """All of it, now, in place of what was being said."""
        self._later = ()
        sentences = self._sentences(view, tools, settings.lang)
        self._said = frozenset(one.text for one in sentences)
        self._begin([_utterance(one) for one in sentences], settings)

    def add(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """What is new in it, after what is being said. The counts on the choices change all day and are not told."""
        sentences = self._sentences(view, tools, settings.lang)
        new = [one for one in sentences if one.text not in self._said and not one.element.endswith(".hint")]
        self._said = frozenset(one.text for one in sentences)
        if self._token is None:
            self._begin([_utterance(one) for one in new], settings)
        elif new:
            self._later += tuple(_utterance(one) for one in new)
            self._settings = settings

    def say_one(self, element: str, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """One element of the view, now: where the keypad has come to."""
        self._later = ()
        sentences = [*self._sentences(view, tools, settings.lang), *self._sentences(TURNING, (), settings.lang)]
        here = [_utterance(one) for one in sentences if one.element in (element, f"{element}.hint")]
        self._begin(here, settings)

    def pass_over(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """A view that is not read aloud: silence, and what is on it counts as said."""
        self.hush()
        self._said = frozenset(one.text for one in self._sentences(view, tools, settings.lang))

    def hush(self) -> None:
        self._later = ()
        if self._token is not None and self._speaker is not None:
            self._speaker.hush()

    def told(self, event: SpeechStarted | SpeechEnded) -> bool:
        """Whether this is news: of the speech that is on now, and when it ended, with nothing left to say."""
        if event.token != self._token:
            return False
        if isinstance(event, SpeechStarted):
            return True
        self._token = None
        later, self._later = self._later, ()
        if later and event.completed:
            self._begin(later, self._settings)
            return False
        return True

    def _begin(self, utterances: Sequence[Utterance], settings: Settings) -> None:
        if self._speaker is None or not utterances:
            return
        self._count += 1
        self._token = f"speech-{self._count}"
        self._speaker.say(self._token, utterances, rate=settings.rate, gain_db=settings.gain_db)


def _utterance(sentence: Sentence) -> Utterance:
    return Utterance(sentence.text, sentence.lang, sentence.clip, sentence.parts, sentence.private)
