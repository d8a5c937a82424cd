"""A runner with everything about it in the hand: clock, workers that wait to be let go, glass and voice that remember."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from devices.ports import Cue, Tell, Utterance
from devices.types import PrintOutcome, PrintResult, SentenceStarted, SpeechEnded, SpeechStarted
from kiosk.aloud import Voice
from kiosk.effects import Effect, IssueTicket, PrintTicket
from kiosk.events import Event, HallKnown, TicketIssued, TicketPrinted, Touched
from kiosk.flows import FLOWS
from kiosk.flows.step import Fittings, Flow
from kiosk.journal import Journal
from kiosk.runner import Performer, Runner
from kiosk.text.catalog import Catalog
from kiosk.text.speech import utterances
from kiosk.visit import Shown
from tests.kit.clock import HandClock
from tests.kit.people import HALL, ticket

STRINGS = Path(__file__).parents[2] / "assets/strings"
FITTINGS = Fittings(readers=frozenset({"reader"}), printer=True, window="w2")


@cache
def catalog(second: str | None = None) -> Catalog:
    return Catalog(STRINGS, second=second, show_unreviewed=True, strict=True)


class RememberingSpeaker:
    """A speaker whose sentences end when the test says so."""

    name = "voice"

    def __init__(self) -> None:
        self.said: list[tuple[str, tuple[str, ...]]] = []
        self.hushed = 0
        self.cues: list[Cue] = []
        self.private = False

    def start(self, tell: Tell) -> None: ...

    def stop(self) -> None: ...

    def say(self, token: str, utterances: Sequence[Utterance], *, rate: float = 1.0, gain_db: float = 0.0) -> None:
        self.said.append((token, tuple(one.text for one in utterances)))

    def cue(self, cue: Cue, *, gain_db: float = 0.0) -> None:
        self.cues.append(cue)

    def listen(self, private: bool) -> None:
        self.private = private

    def hush(self) -> None:
        self.hushed += 1

    def prepare(self, utterances: Sequence[Utterance]) -> None: ...

    @property
    def last(self) -> str:
        return "".join(self.said[-1][1]) if self.said else ""


class Rig:
    def __init__(self, folder: Path, flow: Flow[Any] | None = None, performers: dict[type, Performer] | None = None) -> None:
        self.clock = HandClock()
        self.shown: list[Shown] = []
        self.speaker = RememberingSpeaker()
        self.marks: list[str | None] = []
        self.jobs: list[Callable[[], None]] = []
        self.journal_file = folder / "journal.jsonl"
        self.runner = Runner(
            flow or FLOWS["terminal"](FITTINGS),
            performers or {},
            workers=self._keep,
            show=self.shown.append,
            voice=Voice(self.speaker, lambda view, tools, lang: utterances(view, tools, catalog(), lang), self.marks.append),
            journal=Journal(self.journal_file),
            clock=self.clock,
            languages=("zh", "en"),
        )
        self.runner.turn()

    @property
    def glass(self) -> Shown:
        return self.shown[-1]

    @property
    def title(self) -> str:
        return self.glass.view.title.id

    def tell(self, *events: Event) -> "Rig":
        for event in events:
            self.runner.post(event)
        while not self.runner.idle:
            self.runner.turn()
        return self

    def touch(self, *choices: str, seq: int | None = None) -> "Rig":
        for choice in choices:
            self.clock.move(1.0)
            self.tell(Touched(self.glass.seq if seq is None else seq, choice))
        return self

    def work(self) -> "Rig":
        """Let the workers do what they were given, and take their answers."""
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()
        return self.tell()

    def wait(self, seconds: float) -> "Rig":
        self.clock.move(seconds)
        self.runner.turn()
        return self.tell()

    def speech_ends(self, completed: bool = True) -> "Rig":
        return self.tell(SpeechEnded("voice", self.speaker.said[-1][0], completed))

    def hears(self, index: int) -> "Rig":
        """The sentence ``index`` of the last speech begins."""
        return self.tell(SentenceStarted("voice", self.speaker.said[-1][0], index))

    def speech_starts(self) -> "Rig":
        return self.tell(SpeechStarted("voice", self.speaker.said[-1][0]))

    @property
    def journal(self) -> list[str]:
        return [json.loads(line)["what"] for line in self.journal_file.read_text().splitlines()]

    def _keep(self, effect: Effect, job: Callable[[], None]) -> None:
        self.jobs.append(job)


def issues(request: IssueTicket) -> Event:
    return TicketIssued(request.key, ticket())


def prints(request: PrintTicket) -> Event:
    return TicketPrinted(request.ticket.id, PrintResult(PrintOutcome.PRINTED))


GOOD: dict[type, Performer] = {IssueTicket: issues, PrintTicket: prints}


def terminal(folder: Path, performers: dict[type, Performer] | None = None) -> Rig:
    return Rig(folder, performers=GOOD if performers is None else performers).tell(HallKnown(HALL))
