"""Composition root: the one place that knows every part, builds them from the configuration, and stops them in order."""

from __future__ import annotations

import gc
import logging
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import Any, cast

from devices import tables
from devices.ports import Utterance
from devices.types import DeviceEvent, KeyPressed
from kiosk import config as configuration
from kiosk.afterwards import Afterwards, Prepare
from kiosk.aloud import Voice
from kiosk.arguments import PROGRAMS, Arguments, arguments, start_log
from kiosk.clock import SystemClock
from kiosk.config import Config, ConfigBroken
from kiosk.equipment import Equipment, check_device, surplus
from kiosk.flows import FLOWS
from kiosk.flows.step import Now
from kiosk.hall.client import HallClient
from kiosk.hall.courier import Courier
from kiosk.hall.enrol import Credential, EnrolFailed, enrol, load, store
from kiosk.hall.kept import Kept
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall
from kiosk.hall.news import HallIs, News
from kiosk.hall.outbox import Outbox, Waiting
from kiosk.hall.presence import Presence
from kiosk.hall.stream import Stream
from kiosk.hall.voices import Voices
from kiosk.incoming import event_of, event_of_delivery
from kiosk.journal import Journal
from kiosk.paper import TicketPaper
from kiosk.perform import Performer, Workers
from kiosk.rehearsal import Rehearsal, calls, clauses, views
from kiosk.runner import Runner
from kiosk.spelling import SPELL
from kiosk.text.catalog import Catalog
from kiosk.text.fonts import Fonts, FontsMissing, ShapingMissing, assert_shaping
from kiosk.text.raster import Side
from kiosk.text.search import finder_of
from kiosk.text.shape import Shaper
from kiosk.text.speech import utterances
from kiosk.views import Choice, View
from kiosk.visit import Settings, Shown, toolbar

STRINGS = Path(__file__).parents[1] / "assets" / "strings"
STOP_WITHIN_S = 5.0
FORESEEN = 8  # of the views of a visit, besides one for each line

log = logging.getLogger("bangban")


class NotReady(Exception):
    """The machine cannot begin its work; says what the technician has to do."""


def main(role: str, given: list[str] | None = None) -> int:
    """Exit status: 0 done, 2 for what the technician has to put right (each line on stderr says what)."""
    chosen = arguments(role, given)
    start_log(chosen.log)
    languages = [path.stem for path in STRINGS.glob("*.ftl")]
    try:
        config = configuration.read(chosen.config, role, languages=languages, check_device=check_device)
        if mistakes := surplus(config.devices):
            raise ConfigBroken(mistakes)
        if chosen.enrol:
            _enrol(config, chosen.enrol)
        else:
            Machine(config, _credential(config), chosen).run()
    except ConfigBroken as broken:
        return _refuse(*broken.mistakes)
    except (NotReady, EnrolFailed, FontsMissing, ShapingMissing) as error:
        return _refuse(str(error))
    return 0


class Machine:
    """A terminal, a display or a pad. Building it touches no device and asks nothing of the service."""

    def __init__(self, config: Config, credential: Credential, chosen: Arguments) -> None:
        fonts = Fonts.find()
        assert_shaping(fonts)
        side: Side = "right" if config.language.side == "right" else "left"
        self._inspect = chosen.inspect or config.inspect.address
        self._catalog = Catalog(
            STRINGS, second=config.language.second or None, show_unreviewed=config.language.show_unreviewed
        )
        languages = _in_order(self._catalog.languages, config.language.second)
        tables.keep_in(config.state)  # before a driver is imported
        fitted = self._fitted = Equipment(
            config.devices,
            folder=config.folder,
            window=config.window.id or credential.window,
            area=config.display.area,
            turns=config.turns,
        )
        flow = FLOWS[config.role](fitted.fittings)

        link = Link(config.service.url, credential.token, ca=config.service.ca or None)
        kept = Kept(config.state, credential.hall) if config.role == "terminal" else None
        client = HallClient(link, credential.hall, SPELL.get(config.role), kept=kept)
        self._outbox = Outbox(config.state / "outbox.sqlite")
        self._courier = Courier(self._outbox, link, self._delivered)
        self._stream = Stream(link, client, self._heard_of_hall)
        self._presence = Presence(link, self.health)
        self._workers = Workers()
        paper = None
        if fitted.printer is not None:
            width = fitted.printer.width_dots
            paper = TicketPaper(self._catalog, Shaper(Fonts.find()), lambda: client.known, width_dots=width, side=side)
        performer = Performer(
            link, client, self._outbox, self._courier,
            printer=fitted.printer, paper=paper, pads=fitted.pads, recogniser=fitted.recogniser,
        )  # fmt: skip

        self._rehearsals: list[Rehearsal] = []
        self._voices = Voices(link, fitted.speaker) if fitted.speaker is not None and config.voice.on else None
        if self._voices is not None and config.role != "pad":
            fittings, sentences = fitted.fittings, self._sentences
            if config.role == "terminal":
                self._rehearsals.append(
                    Rehearsal(
                        fittings,
                        lambda lang: toolbar(Settings(lang=lang), languages),
                        sentences,
                        languages,
                        self._be_ready_to_say,
                    )
                )
            self._rehearsals.append(
                Rehearsal(fittings, lambda lang: (), sentences, ("zh",), self._be_ready_to_call, seen=calls)
            )
        self._glass = self._window(config, chosen, Shaper(fonts), side)
        preparations: list[Prepare] = [partial(self._rehearsed, one) for one in self._rehearsals]
        if config.role == "terminal":
            preparations.append(lambda hall: finder_of(hall.items, hall.guides))
            preparations.append(lambda hall: self._foresee(hall, languages))
        self._afterwards = Afterwards(preparations)
        self._runner = Runner(
            flow,
            performer.table,
            workers=self._workers,
            show=self._show,
            voice=Voice(fitted.speaker, self._sentences, self._glass.speaking, clicks=config.voice.clicks),
            journal=Journal(config.state / "journal.jsonl"),
            clock=SystemClock(),
            languages=languages,
            defaults=Settings(voice=config.voice.on, low=config.panel.posture == "seated"),
        )

    def run(self) -> None:
        """Blocks the main thread, which the window needs, until the window is closed or the process is told to end."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._glass.stop())
        gc.freeze()  # what is there stays to the end
        gc.enable()
        thread = threading.Thread(target=self._runner.run, name="runner")
        with ExitStack() as running:
            running.callback(self._outbox.close)
            thread.start()
            running.callback(thread.join, STOP_WITHIN_S)
            running.callback(self._runner.stop)
            running.callback(self._workers.stop)
            self._courier.start()
            running.callback(self._courier.stop)
            if self._voices is not None:
                self._voices.start()
                running.callback(self._voices.stop)
            self._afterwards.start()
            running.callback(self._afterwards.stop)
            self._stream.start()
            running.callback(self._stream.stop)
            self._presence.start()
            running.callback(self._presence.stop)
            self._fitted.start(self._heard)
            running.callback(self._fitted.stop)
            if self._inspect:
                running.callback(self._inspection().stop)
            self._glass.run()

    def health(self) -> dict[str, Any]:
        """For GET /health and the service: what the runner knows, what still waits to be sent, the version, what is to be said of
        the panel and where it hangs. No person."""
        from importlib.metadata import version  # takes long to import, and the glass comes first

        machine = {"waiting_to_be_sent": len(self._outbox), "version": version("bangban"), "panel": self._notes}
        return self._runner.health() | machine

    # ---- between the parts ----

    def _heard(self, event: DeviceEvent) -> None:
        if isinstance(event, KeyPressed):
            self._glass.key(event.key.value)
        self._runner.post(event)

    def _heard_of_hall(self, news: News) -> None:
        self._runner.post(event_of(news))
        if isinstance(news, HallIs):
            self._courier.nudge()
            if self._voices is not None:
                self._voices.nudge()
            self._afterwards.hall(news.hall)

    def _rehearsed(self, rehearsal: Rehearsal, hall: Hall) -> None:
        rehearsal(hall, datetime.now(timezone.utc))

    def _foresee(self, hall: Hall, languages: tuple[str, ...]) -> None:
        """The first views of a visit, so that their words are drawn when they come."""
        settings = Settings()
        seen = views(hall, self._fitted.fittings, Now(datetime.now(timezone.utc), settings))
        tools = toolbar(settings, languages)
        self._glass.expect([Shown(0, view, settings, tools) for view in seen[: len(hall.lines) + FORESEEN]])

    def _be_ready_to_say(self, sentences: Sequence[Utterance]) -> None:
        """The service's recordings where it has them; until they come, and where it hasn't, the machine's own voice."""
        if self._fitted.speaker is not None and self._voices is not None:
            self._fitted.speaker.prepare(sentences)
            self._voices.ask(sentences)

    def _be_ready_to_call(self, calls: Sequence[Utterance]) -> None:
        if self._voices is not None:
            self._voices.ask(clauses(calls))

    def _delivered(self, waiting: Waiting, data: Any) -> None:
        event = event_of_delivery(waiting, data)
        if event is not None:
            self._runner.post(event)

    def _sentences(self, view: View, tools: tuple[Choice, ...], lang: str) -> Any:
        return utterances(view, tools, self._catalog, lang)

    def _show(self, shown: Shown) -> None:
        self._glass.show(shown)

    def _window(self, config: Config, chosen: Arguments, shaper: Shaper, side: Side) -> Any:
        from screens import site
        from screens.glass import Glass  # with it comes Kivy, which --enrol does without
        from screens.widgets.text_block import Order, Pairing

        panel = replace(config.glass, fullscreen=False) if chosen.windowed else config.glass
        self._notes = site.notes(panel, config.role, self._catalog, shaper)
        for note in self._notes:
            log.warning("%s", note)
        return Glass(
            panel,
            self._catalog,
            shaper,
            lambda event: self._runner.post(event),
            role=config.role,
            title=PROGRAMS[config.role],
            pairing=Pairing(side, config.language.size_ratio, cast(Order, config.language.order)),
        )

    def _inspection(self) -> Any:
        from screens.inspect import serve

        inspection = serve(self._inspect, self._glass, self.health)
        log.info("inspection on port %d", inspection.port)
        return inspection


def _enrol(config: Config, code: str) -> None:
    credential = enrol(config.service.url, code, ca=config.service.ca or None)
    if credential.role != config.role:
        raise NotReady(f"the code was for a {credential.role}, and this is a {config.role}; take a new one")
    store(credential, config.state)
    print(f"enrolled as {credential.role} of hall {credential.hall}")


def _credential(config: Config) -> Credential:
    credential = load(config.state, config.service.url)
    if credential is None or credential.role != config.role:
        program = PROGRAMS[config.role]
        raise NotReady(f"this machine is not enrolled with {config.service.url} as a {config.role}: "
                       f"take a code from the manager's page and run {program} --config FILE --enrol CODE")  # fmt: skip
    return credential


def _in_order(languages: tuple[str, ...], second: str) -> tuple[str, ...]:
    """Chinese, then the hall's second language, then the others: the order in which the language button goes round."""
    return tuple(sorted(languages, key=lambda lang: (lang != "zh", lang != second, lang)))


def _refuse(*mistakes: str) -> int:
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    return 2
