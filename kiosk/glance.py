"""What is on the glass just now, and which touches it can be answered to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.events import Touched
from kiosk.faults import CRASH
from kiosk.views import Choice, Confirm, Trouble, View
from kiosk.visit import Settings, Shown, toolbar

# What every view takes besides its choices: what a listener asks for, and the keys for speed and volume.
LISTENING = frozenset({"speech.pause", "speech.repeat", "speech.skip", "speech.back", "tool.repeat"})
LEVELS = frozenset({"tool.speed", "set.rate.up", "set.rate.down", "tool.volume", "set.gain.up", "set.gain.down"})
ALWAYS = LISTENING | LEVELS


@dataclass(frozen=True)
class Change:
    """``new_question``: another view, not the same with other counts or words."""

    new_question: bool


class Glance:
    """``languages`` is empty where nobody touches the glass: then there is no toolbar."""

    def __init__(self, show: Callable[[Shown], None], languages: tuple[str, ...]) -> None:
        self._show = show
        self._languages = languages
        self._seq = 0
        self._visit = 0
        self._asked_at = 0
        self.shown: Shown | None = None

    @property
    def name(self) -> str:
        return self.shown.view.name if self.shown is not None else ""

    @property
    def tools(self) -> tuple[Choice, ...]:
        return self.shown.tools if self.shown is not None else ()

    def at(self, view: View, settings: Settings) -> Change | None:
        """Show it; None when it is on the glass already."""
        tools = toolbar(settings, self._languages) if self._languages else ()
        before = self.shown
        if before == Shown(self._seq, view, settings, tools, self._visit):
            return None
        self._seq += 1
        new_question = before is None or before.visit != self._visit or _question(before.view) != _question(view)
        if new_question:
            self._asked_at = self._seq
        self.shown = Shown(self._seq, view, settings, tools, self._visit)
        self._show(self.shown)
        return Change(new_question)

    def forget(self) -> None:
        """The visit is over: what comes next is shown as a new one, and no touch on this one counts any more."""
        self._visit += 1

    def offers(self, touch: Touched) -> bool:
        """Whether the touch is on the question that stands, and on something that can be chosen there. A question that was
        only redrawn (a count, the clock) is still the one that was touched."""
        if self.shown is None or not self.is_on(touch.seq):
            return False
        view = self.shown.view
        choices = {choice.id for choice in view.choices + self.shown.tools if choice.enabled}
        ways = {way for way, there in (("back", view.back), ("home", view.home)) if there}
        return touch.choice in choices | ways | ALWAYS

    def is_on(self, seq: int) -> bool:
        """Whether the question of that ``seq`` is the one that stands."""
        return self.shown is not None and seq >= self._asked_at and self.shown.visit == self._visit

    def last_resort(self, settings: Settings) -> None:
        """Words for when no flow can say any."""
        self.at(Trouble(CRASH.title, body=(CRASH.do,), home=True, staff=CRASH.staff, code=CRASH.code), settings)


def _question(view: View) -> tuple[object, ...]:
    return type(view), view.title, view.who if isinstance(view, Confirm) else None
