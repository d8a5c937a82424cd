"""One queue, one thread: event -> flow -> effects and a view. Knows no window and no driver.

All that comes in, from any thread, is an event on the queue. Performers do what blocks, on workers; what comes of it returns as
an event. The thread that runs this never dies: what fails is noted, the visit is wiped, and the resident gets words.
"""

from __future__ import annotations

import logging
import queue
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from devices.types import JackChanged, SentenceStarted, SpeechEnded, SpeechStarted
from kiosk import failure
from kiosk.aloud import Voice
from kiosk.clock import CHINA, Clock, zone_of
from kiosk.effects import Announce, Effect, EndVisit, Note, StartTimer, StopTimer
from kiosk.events import HAND, Crashed, Event, HallKnown, HallRemembered, TimerFired, Touched
from kiosk.flows.step import Flow, Now
from kiosk.glance import Glance
from kiosk.hearing import Hearing
from kiosk.journal import Entry, Journal, What
from kiosk.known import Known
from kiosk.timers import Timers
from kiosk.views import View
from kiosk.visit import Settings, Shown, adjust

Performer = Callable[[Any], Event | None]
Workers = Callable[[Effect, Callable[[], None]], None]

LONGEST_WAIT_S = 1.0  # the clock on the glass changes with the minute

log = logging.getLogger("bangban.runner")


@dataclass(frozen=True)
class PartFailed:
    """A worker met what nobody expected; the flow gets an answer of its own."""

    place: str


class Runner:
    """``performers``: what carries out each kind of effect; called on ``workers``, may block, returns the answer if there is
    one. ``show`` is called from the runner's thread for each new :class:`Shown` and must not block."""

    def __init__(
        self,
        flow: Flow[Any],
        performers: Mapping[type, Performer],
        *,
        workers: Workers,
        show: Callable[[Shown], None],
        voice: Voice,
        journal: Journal,
        clock: Clock,
        languages: tuple[str, ...] = ("zh",),
        defaults: Settings = Settings(),
    ) -> None:
        self._flow = flow
        self._performers = performers
        self._workers = workers
        self._voice = voice
        self._journal = journal
        self._clock = clock
        self._languages = languages
        self._defaults = defaults
        self._settings = defaults
        self._zone: tzinfo = CHINA
        self._queue: queue.SimpleQueue[Event | PartFailed | None] = queue.SimpleQueue()
        self._timers = Timers()
        self._known = Known()
        self._glance = Glance(show, languages if flow.tools else ())
        self._hearing = Hearing(voice, self._glance)
        self._broken = False
        self._announced: list[View | None] = []
        self._state = flow.begin(_fresh())

    def post(self, event: Event) -> None:
        """From any thread; returns at once."""
        self._queue.put(event)

    def stop(self) -> None:
        """From any thread; ``run`` returns after the event it is at."""
        self._queue.put(None)

    def run(self) -> None:
        self._note(What.STARTED, self._flow.name)
        self._tick()
        while self.turn(LONGEST_WAIT_S):
            pass
        self._voice.hush()
        self._note(What.STOPPED, self._flow.name)

    def turn(self, longest: float = 0.0) -> bool:
        """One event, or the timers that are due, within ``longest`` seconds. False: asked to stop."""
        while (name := self._timers.take(self._clock.monotonic())) is not None:
            self._take(TimerFired(name))
        due = self._timers.next_due()
        wait = longest if due is None else min(longest, due - self._clock.monotonic())
        try:
            event = self._queue.get(timeout=wait) if wait > 0 else self._queue.get_nowait()
        except queue.Empty:
            self._tick()
            return True
        if event is None:
            return False
        if isinstance(event, PartFailed):
            log.error("a worker failed: %s", event.place)
            self._note(What.CRASHED, event.place)
        else:
            self._take(event)
        return True

    @property
    def idle(self) -> bool:
        """Nothing waits on the queue."""
        return self._queue.empty()

    def health(self) -> dict[str, Any]:
        """What an operator asks: the role, the view on the glass, the service, the devices that are down. No person."""
        return {"role": self._flow.name, "view": self._glance.name} | self._known.health()

    # ---- one event ----

    def _take(self, event: Event) -> None:
        try:
            if self._admitted(event):
                self._learn(event)
                self._step(event)
                self._look(event)
                self._broken = False
        except Exception as error:
            self._crashed(error)

    def _tick(self) -> None:
        """The clock on the glass; left alone while the last resort stands there."""
        if self._broken:
            return
        try:
            self._look()
        except Exception as error:
            self._crashed(error)

    def _admitted(self, event: Event) -> bool:
        """Whether it concerns what is now: not a touch on a view that is gone, not the end of a speech before this one."""
        if isinstance(event, (SpeechStarted, SentenceStarted, SpeechEnded)):
            return self._voice.told(event)
        if not isinstance(event, HAND):
            return True
        counts = self._glance.offers(event) if isinstance(event, Touched) else self._glance.is_on(event.seq)
        self._hearing.struck(event, counts, self._settings)
        return counts

    def _learn(self, event: Event) -> None:
        for entry in self._known.learn(event):
            self._note(entry.what, entry.detail)
        match event:
            case HallKnown(hall) | HallRemembered(hall):
                self._zone = zone_of(hall.zone)
            case Touched(choice=choice):
                self._settings = adjust(self._settings, choice, self._languages, self._defaults)
            case JackChanged():
                self._settings = self._hearing.plugged(event, self._settings)

    def _step(self, event: Event) -> None:
        self._state, effects = self._flow.step(self._state, event, self._now())
        for effect in effects:
            self._do(effect)

    def _now(self) -> Now:
        return Now(self._clock.utc().astimezone(self._zone), self._settings, _fresh())

    # ---- what is asked for ----

    def _do(self, effect: Effect) -> None:
        match effect:
            case StartTimer(name, seconds):
                self._timers.start(name, self._clock.monotonic() + seconds)
            case StopTimer(name):
                self._timers.stop(name)
            case Note(entry):
                self._note(entry.what, entry.detail)
            case Announce(view):
                self._announced.append(view)
            case EndVisit():
                self._wipe()
            case _:
                self._workers(effect, lambda: self._perform(effect))

    def _perform(self, effect: Effect) -> None:
        """On a worker."""
        performer = self._performers.get(type(effect))
        try:
            answer = performer(effect) if performer is not None else None
        except Exception as error:
            self._queue.put(PartFailed(failure.place_of(error)))
            answer = failure.answer_for(effect)
        if answer is not None:
            self._queue.put(answer)

    def _wipe(self) -> None:
        self._announced.clear()
        self._timers.clear()
        self._settings = self._hearing.begins(self._defaults)
        self._glance.forget()
        self._note(What.VISIT_ENDED)

    def _crashed(self, error: Exception) -> None:
        place = failure.place_of(error)
        log.error("the flow failed: %s", place)
        self._note(What.CRASHED, place)
        self._wipe()
        self._state = self._flow.begin(_fresh())
        try:
            for event in self._known.events() + (Crashed(),):
                self._step(event)
            self._look()
            self._broken = False
        except Exception as again:
            log.error("the flow failed again: %s", failure.place_of(again))
            self._state = self._flow.begin(_fresh())
            self._timers.clear()
            self._broken = True
            self._glance.last_resort(self._settings)

    # ---- the glass and the voice ----

    def _look(self, event: Event | None = None) -> None:
        """Show the view if it is another one; say of it what ``event`` asks for, and then what the flow announced: what is heard
        was given to the glass before (accessibility.md row 34)."""
        announced, self._announced = self._announced, []
        change = self._glance.at(self._flow.view_of(self._state, self._now()), self._settings)
        self._hearing.follow(event, change, again=None in announced)
        for one in announced:
            if one is not None:
                self._hearing.announce(one, self._settings)

    def _note(self, what: What, detail: str = "") -> None:
        self._journal.write(Entry(what, detail), self._clock.utc())


def _fresh() -> str:
    return secrets.token_hex(8)
