"""Visits at full speed: the real flow, runner, sheets, textures and window; fingers by Kivy's own input path.

Left out, so that thousands of visits take minutes: X events, drivers and wires, the central service (a hall that answers at once
stands in), the loudspeaker (a transcript), and all waiting (the clock is moved by hand). Whoever walks chooses by lot among what
can be touched, so that views that come to the house are walked too.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any, get_args

from bench.glass.people import BEGAN, HALL, InstantHall, holders
from devices.types import CardPresented, CardRemoved, CardSeen
from devices.voice.transcript import TranscriptSpeaker
from kiosk.aloud import Voice
from kiosk.app import STRINGS
from kiosk.effects import Effect
from kiosk.events import Event, HallKnown
from kiosk.flows import FLOWS
from kiosk.flows.step import Fittings
from kiosk.journal import Journal
from kiosk.panel import Panel
from kiosk.paper import TicketPaper
from kiosk.runner import Runner
from kiosk.text.catalog import Catalog
from kiosk.text.fonts import Fonts
from kiosk.text.shape import Shaper
from kiosk.text.speech import utterances
from screens.glass import Glass
from screens.sheet import Element

READER = "reader"
STEPS = 9  # touches of one visit
LONGEST_VISIT_S = 2000.0  # every patience of the flow is over by then


class HandClock:
    """Moved by hand."""

    def __init__(self) -> None:
        self.passed = 0.0

    def monotonic(self) -> float:
        return self.passed

    def utc(self) -> datetime:
        return BEGAN + timedelta(seconds=self.passed % 3600)


class Walker:
    """``drawn`` is told the seconds that each new view took, from the touch that led to it to the frame that shows it."""

    def __init__(self, panel: Panel, chance: random.Random, drawn: Callable[[str, float], None]) -> None:
        self._chance, self._drawn = chance, drawn
        self._clock = HandClock()
        self._holders = holders()
        self._folder = tempfile.TemporaryDirectory(prefix="bangban-walk-")
        catalog = Catalog(STRINGS, second="en", show_unreviewed=True)
        self.speaker = TranscriptSpeaker("voice")
        paper = TicketPaper(catalog, Shaper(Fonts.find()), lambda: HALL, width_dots=576)
        shaper = Shaper(Fonts.find())
        now = self._clock.monotonic
        self.glass = Glass(panel, catalog, shaper, self._tell, role="terminal", title="walk", now=now)
        self._runner = Runner(
            FLOWS["terminal"](Fittings(readers=frozenset({READER}), printer=True, window="")),
            InstantHall(paper).performers(get_args(Effect)),
            workers=lambda _effect, job: job(),
            show=self.glass.show,
            voice=Voice(self.speaker, lambda view, tools, lang: utterances(view, tools, catalog, lang)),
            journal=Journal(Path(self._folder.name) / "journal.jsonl"),
            clock=self._clock,
            languages=catalog.languages,
        )
        self.speaker.start(self._runner.post)
        self.glass.open()
        from kivy.clock import Clock

        Clock._max_fps = 0  # frames as fast as they are asked for
        self._tell(HallKnown(HALL))

    @property
    def textures(self) -> int:
        return len(self.glass._surface.textures)

    def close(self) -> None:
        self._folder.cleanup()

    def visit(self) -> None:
        """Somebody comes, does this and that, and goes away; then nobody is there for long."""
        if self._chance.random() < 0.4:
            self._tell(CardSeen(READER), CardPresented(READER, next(self._holders)))
        for _ in range(STEPS):
            self._touch()
        self._tell(CardRemoved(READER))
        while self._runner.health()["view"] != "home" or self._clock.passed % LONGEST_VISIT_S:
            self._clock.passed = self._next_hour() if self._runner.health()["view"] == "home" else self._clock.passed + 20.0
            self._tell()

    def _next_hour(self) -> float:
        return self._clock.passed + (-self._clock.passed) % LONGEST_VISIT_S

    def _touch(self) -> None:
        from kivy.tests.common import UnitTestTouch

        sheet = self.glass._sheet
        if sheet is None or not sheet.targets:
            self._clock.passed += 5.0
            return self._tell()
        target: Element = self._chance.choice(sheet.targets)
        self._clock.passed += 1.0
        begun = perf_counter()
        finger: Any = UnitTestTouch(target.box.x + target.box.w / 2, sheet.size[1] - 1 - (target.box.y + target.box.h / 2))
        finger.touch_down()
        finger.touch_up()
        self._tell()
        self._drawn(self._runner.health()["view"], perf_counter() - begun)

    def _tell(self, *events: Event) -> None:
        for event in events:
            self._runner.post(event)
        self._runner.turn()
        while not self._runner.idle:
            self._runner.turn()
        self._frames()

    def _frames(self) -> None:
        """Every view that waits is drawn, each in a frame of its own."""
        from kivy.base import EventLoop

        while not self.glass._bridge._views.empty():
            self.glass._bridge.drain()
            EventLoop.idle()
