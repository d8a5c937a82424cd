"""A scripted visitor: drives one flow by hand and keeps what it asked for, what it shows, and which timers run."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kiosk.clock import CHINA
from kiosk.effects import Effect, EndVisit, StartTimer, StopTimer
from kiosk.events import Crashed, Event, TimerFired, Touched
from kiosk.flows.step import Flow, Now
from kiosk.views import View
from kiosk.visit import Settings, adjust
from tests.kit.clock import START

CHINA_TIME = START.astimezone(CHINA)


class Visitor:
    def __init__(self, flow: Flow[Any]) -> None:
        self.flow = flow
        self.visits = 1
        self.settings = Settings()
        self.state = flow.begin("visit-1")
        self.asked: list[Effect] = []
        self.timers: dict[str, float] = {}
        self.passed = 0.0

    @property
    def now(self) -> Now:
        return Now(CHINA_TIME + timedelta(seconds=self.passed), self.settings, f"visit-{self.visits + 1}")

    @property
    def view(self) -> View:
        return self.flow.view_of(self.state, self.now)

    def tell(self, *events: Event) -> "Visitor":
        for event in events:
            self.asked = []
            if isinstance(event, Touched):
                self.settings = adjust(self.settings, event.choice, ("zh", "en"))
            self.state, effects = self.flow.step(self.state, event, self.now)
            self.visits += isinstance(event, Crashed)  # which begins a new one; the runner has wiped the old
            for effect in effects:
                self._note(effect)
        return self

    def touch(self, *choices: str) -> "Visitor":
        """As a resident would: only what the glass offers, or the toolbar."""
        for choice in choices:
            assert choice.startswith("tool.") or choice in self.offered, f"{choice} is not on {self.view}"
            self.tell(Touched(0, choice))
        return self

    def wait(self, seconds: float) -> "Visitor":
        """Let time pass and the timers fire that fall due, in their order; keeps what all of them asked for."""
        end = self.passed + seconds
        asked: list[Effect] = []
        while self.timers and min(self.timers.values()) <= end:
            name = min(self.timers, key=lambda one: self.timers[one])
            self.passed = self.timers.pop(name)
            self.tell(TimerFired(name))
            asked += self.asked
        self.passed, self.asked = end, asked
        return self

    @property
    def offered(self) -> set[str]:
        view = self.view
        ways = {way for way, there in (("back", view.back), ("home", view.home)) if there}
        return {choice.id for choice in view.choices if choice.enabled} | ways

    def asked_for(self, kind: type) -> Any:
        """The one effect of this kind in the last step."""
        found = [effect for effect in self.asked if isinstance(effect, kind)]
        assert len(found) == 1, f"{kind.__name__} among {self.asked}"
        return found[0]

    def _note(self, effect: Effect) -> None:
        self.asked.append(effect)
        match effect:
            case StartTimer(name, seconds):
                self.timers[name] = self.passed + seconds
            case StopTimer(name):
                self.timers.pop(name, None)
            case EndVisit():
                self.settings = Settings()
                self.timers.clear()
                self.visits += 1
