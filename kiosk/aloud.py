"""What is shown is said: each new view from top to bottom, and of a view that only changes, what is new on it.

What is read keeps its place, sentence by sentence, as it is heard: so it can be paused, said again and skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from devices.ports import Cue, Speaker, Utterance
from devices.types import SentenceStarted, SpeechEnded, SpeechStarted
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
Speech = SpeechStarted | SentenceStarted | SpeechEnded


# The keys by which the glass turns its pages; they are in no view.
TURNING = Menu(
    msg("next-page"),
    choices=(Choice("page.next", msg("next-page")), Choice("page.previous", msg("previous-page"))),
)


class Voice:
    """Speaks through ``speaker``; without one it keeps silent. ``mark`` is told of the element whose sentence is heard now, and
    None when none is. ``clicks``: whether touches and keys are answered by a cue. Not thread-safe: belongs to the runner's
    thread."""

    def __init__(
        self,
        speaker: Speaker | None,
        sentences: Sentences,
        mark: Callable[[str | None], None] = lambda element: None,
        *,
        clicks: bool = True,
    ) -> None:
        self._speaker = speaker
        self._sentences = sentences
        self._mark = mark
        self._clicks = clicks
        self._reading: tuple[Sentence, ...] = ()  # all of the view, in order
        self._at = -1  # the sentence of it that is heard, or was last
        self._done = True  # it was heard to its end
        self._said: frozenset[str] = frozenset()
        self._now: tuple[Sentence, ...] = ()  # what the speaker was given last
        self._later: tuple[Sentence, ...] = ()
        self._settings = Settings()
        self._marked: str | None = None
        self._count = 0
        self._token: str | None = None
        self._speaking = False
        self._cut = False  # the last hush ended a speech

    # ---- the view ----

    def say(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """All of it, now, in place of what was being said."""
        self._take(view, tools, settings)
        self._at, self._done = -1, True
        self._utter(self._reading, settings)

    def pass_over(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """A view that is not read aloud: silence, and what is on it counts as said. It can be asked for."""
        self.hush()
        self._take(view, tools, settings)
        self._at, self._done = -1, True

    def add(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """What is new in it, after what is being said. The counts on the choices change all day and are not told."""
        said, here = self._said, self._here
        self._take(view, tools, settings)
        self._at = next((i for i, one in enumerate(self._reading) if here and one.element == here), self._at)
        new = [one for one in self._reading if one.text not in said and not one.element.endswith(".hint")]
        if not self._speaking:
            self._utter(new, settings)
        else:
            self._later += tuple(new)
            self._settings = settings

    def say_one(self, element: str, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """One element of the view, now: where the keypad has come to. What is asked for next goes on from there."""
        self.say_these((element,), view, tools, settings)

    def say_these(self, elements: Collection[str], view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """What belongs to these elements of the view, in the order of reading."""
        self._take(view, tools, settings)
        sentences = [*self._reading, *self._sentences(TURNING, (), settings.lang)]
        self._utter([one for one in sentences if one.element in elements or _owner(one) in elements], settings)

    def say_from(self, element: str, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        """From this element of the view on, now."""
        self._take(view, tools, settings)
        start = next((i for i, one in enumerate(self._reading) if element in (one.element, _owner(one))), None)
        if start is not None:
            self._utter(self._reading[start:], settings)

    def announce(self, view: View, settings: Settings, *, go_on: bool) -> None:
        """Words that stand elsewhere, or nowhere, on the glass. ``go_on``: then with what they interrupted."""
        rest = self._reading[max(self._at, 0):] if go_on and self._cut else ()
        self._utter([_Unplaced(one) for one in self._sentences(view, (), settings.lang)], settings)
        self._later = rest

    # ---- what a listener asks for ----

    def pause(self, settings: Settings) -> None:
        """Right after a touch that silenced a speech: leave it so. Else go on."""
        if not self._cut:
            self.go_on(settings)

    def go_on(self, settings: Settings) -> None:
        """With the sentence that was cut; after the last one, from the top."""
        start = self._at + 1 if self._done else self._at
        self._utter(self._reading[start:] or self._reading, settings)

    def repeat(self, settings: Settings) -> None:
        """The sentence that is heard, or was last, and on."""
        self._utter(self._reading[max(self._at, 0):], settings)

    def skip(self, by: int, settings: Settings) -> None:
        """``by`` 1 to the next sentence, -1 to the one before, and on; after the last one there is silence."""
        self._utter(self._reading[max(self._at + by, 0):], settings)

    # ---- sound ----

    def hush(self) -> None:
        self._later = ()
        self._cut = self._speaking
        self._speaking = False
        self._point(None)
        if self._token is not None and self._speaker is not None:
            self._speaker.hush()

    def cue(self, cue: Cue, settings: Settings) -> None:
        if self._speaker is not None and self._clicks:
            self._speaker.cue(cue, gain_db=settings.gain_db)

    def listen(self, private: bool) -> None:
        """Through the headphones alone, or through the loudspeaker."""
        self.hush()
        if self._speaker is not None:
            self._speaker.listen(private)

    def told(self, event: Speech) -> bool:
        """Whether this is news: of the speech that is on now, and when it ended, with nothing left to say."""
        if event.token != self._token:
            return False
        if isinstance(event, SentenceStarted):
            self._heard(event.index)
        if not isinstance(event, SpeechEnded):
            return True
        self._token = None
        self._done = self._done or event.completed
        self._speaking = False
        self._point(None)
        later, self._later = self._later, ()
        if later and event.completed:
            self._utter(later, self._settings)
            return False
        return True

    # ---- inside ----

    @property
    def _here(self) -> str | None:
        return self._reading[self._at].element if 0 <= self._at < len(self._reading) else None

    def _take(self, view: View, tools: tuple[Choice, ...], settings: Settings) -> None:
        self._reading = tuple(self._sentences(view, tools, settings.lang))
        self._said = frozenset(one.text for one in self._reading)

    def _heard(self, index: int) -> None:
        if self._speaking:
            self._place(self._now[index])
            self._point(self._now[index].element.removesuffix(".hint") or None)

    def _place(self, sentence: Sentence) -> None:
        """It is the one that is heard now."""
        place = next((i for i, one in enumerate(self._reading) if one.element == sentence.element), None)
        if place is not None:
            self._at, self._done = place, False

    def _point(self, element: str | None) -> None:
        if element != self._marked:
            self._marked = element
            self._mark(element)

    def _utter(self, sentences: Sequence[Sentence], settings: Settings) -> None:
        self._later = ()
        if self._speaker is None or not sentences:
            return
        self._point(None)
        self._place(sentences[0])
        self._count += 1
        self._token, self._now, self._settings = f"speech-{self._count}", tuple(sentences), settings
        self._speaking, self._cut = True, False
        utterances = [Utterance(one.text, one.lang, one.clip, one.parts, one.private) for one in sentences]
        self._speaker.say(self._token, utterances, rate=settings.rate, gain_db=settings.gain_db)


class _Unplaced:
    """A sentence that belongs to nothing on the glass."""

    element = ""

    def __init__(self, sentence: Sentence) -> None:
        self.text, self.lang, self.clip = sentence.text, sentence.lang, sentence.clip
        self.parts, self.private = sentence.parts, sentence.private


def _owner(sentence: Sentence) -> str:
    """What is chosen with it, or itself: a choice's hint and heading are said with the choice."""
    return sentence.element.removesuffix(".hint").removesuffix(".heading")
