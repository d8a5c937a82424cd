"""What of a visit is heard: which event lets the voice read what, answers a hand, or sends it to the headphones.

A view is read when it comes; each touch silences it. Then a listener may have it go on, hear a sentence again, skip, or touch
the words to hear them from there. With headphones in, all of it is theirs alone; once they are out the loudspeaker is silent
until somebody touches something, for what was being told was meant for one person.
"""

from __future__ import annotations

from dataclasses import replace

from devices.ports import Cue
from devices.types import JackChanged
from kiosk.aloud import Voice
from kiosk.events import Event, Focused, Hand, PageTurned, Pointed, Touched
from kiosk.glance import Change, Glance
from kiosk.views import NumberKeys, View
from kiosk.visit import Settings, Shown

SAYS_ALL = ("tool.lang", "tool.voice", "tool.repeat")
GOES_ON = ("tool.speed", "tool.volume")  # with another pace or level


class Hearing:
    """Belongs to the runner's thread."""

    def __init__(self, voice: Voice, glance: Glance) -> None:
        self._voice = voice
        self._glance = glance
        self._private = False
        self._loud_before = True  # whether the voice was on before the headphones went in
        self._discreet = False  # the headphones were pulled out, and nothing was touched since

    # ---- a hand ----

    def struck(self, event: Hand, counts: bool, settings: Settings) -> None:
        """Silence first; then the hand is answered."""
        self._voice.hush()
        self._discreet = False
        if settings.voice:
            self._voice.cue(self._answer(event, counts), settings)

    def _answer(self, event: Event, counts: bool) -> Cue:
        if not counts or isinstance(event, Pointed) and not _is_words(event.element):
            return Cue.REFUSED
        return Cue.MASKED if isinstance(event, Touched) and self._masks(event.choice) else Cue.ACCEPTED

    def _masks(self, choice: str) -> bool:
        shown = self._glance.shown
        view = shown.view if shown is not None else None
        return isinstance(view, NumberKeys) and view.masked and choice.startswith("digit.")

    # ---- headphones ----

    def plugged(self, event: JackChanged, settings: Settings) -> Settings:
        """The visit's settings after it: with headphones in, the voice is on."""
        if event.plugged == self._private:
            return settings
        self._private = event.plugged
        self._discreet = not event.plugged
        self._voice.listen(event.plugged)
        if event.plugged:
            self._loud_before = settings.voice
        return replace(settings, voice=event.plugged or self._loud_before)

    def begins(self, usual: Settings) -> Settings:
        """The settings of a new visit."""
        self._voice.hush()
        self._discreet = False
        self._loud_before = usual.voice
        return replace(usual, voice=True) if self._private else usual

    # ---- the glass was looked at again ----

    def follow(self, event: Event | None, change: Change | None, again: bool) -> None:
        """``again``: all of it is to be heard, whatever changed."""
        shown = self._glance.shown
        if shown is None:
            return
        speaks = (shown.view, shown.tools, shown.settings)
        again = again or _asks_for_all(event)
        new_question = change is not None and change.new_question
        if not shown.settings.voice or self._discreet:
            if change is not None:
                self._voice.pass_over(*speaks)
        elif again or new_question and shown.view.spoken:
            self._voice.say(*speaks)
        elif new_question:
            self._voice.pass_over(*speaks)
        elif not self._asked_for(event, shown) and change is not None and shown.view.spoken:
            self._voice.add(*speaks)

    def _asked_for(self, event: Event | None, shown: Shown) -> bool:
        """Whether the event asks for something of the view that stands, which is then said."""
        speaks = (shown.view, shown.tools, shown.settings)
        match event:
            case Touched(choice=choice):
                return self._controlled(choice, shown.settings)
            case Focused(element=element):
                self._voice.say_one(element, *speaks)
            case Pointed(element=element) if _is_words(element):
                self._voice.say_from(element, *speaks)
            case Pointed(element=element):
                self._voice.say_one(element, *speaks)
            case PageTurned(elements=elements) if shown.view.spoken:
                self._voice.say_these(elements, *speaks)
            case _:
                return False
        return True

    def _controlled(self, choice: str, settings: Settings) -> bool:
        match choice:
            case "speech.pause":
                self._voice.pause(settings)
            case "speech.repeat":
                self._voice.repeat(settings)
            case "speech.skip":
                self._voice.skip(1, settings)
            case "speech.back":
                self._voice.skip(-1, settings)
            case _ if choice in GOES_ON:
                self._voice.go_on(settings)
            case _:
                return False
        return True

    def announce(self, view: View, settings: Settings) -> None:
        """Other words than those on the glass; then what they interrupted goes on, where the view is one that is read."""
        shown = self._glance.shown
        if settings.voice and not self._discreet:
            self._voice.announce(view, settings, go_on=shown is not None and shown.view.spoken)


def _asks_for_all(event: Event | None) -> bool:
    return isinstance(event, Touched) and event.choice in SAYS_ALL or isinstance(event, JackChanged) and event.plugged


def _is_words(element: str) -> bool:
    """Not a choice, and not nothing."""
    return bool(element) and (not element.startswith("choice.") or element.endswith(".heading"))
