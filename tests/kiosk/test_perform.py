"""What the flows ask for, carried out against a service that misbehaves on request."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from devices.types import Fault, PrinterStatus, PrintOutcome, PrintResult
from kiosk.effects import CallHelper, ClosePad, IssueTicket, OpenPad, PrintTicket, RefreshHall, SendRating
from kiosk.events import (
    Event,
    HallKnown,
    HallLost,
    HelpPlaced,
    HelpRefused,
    RatingLost,
    RatingSaved,
    TicketIssued,
    TicketPrinted,
    TicketRefused,
)
from kiosk.hall.client import HallClient
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, HallName, Helper, Refusal
from kiosk.hall.news import Called, Finished, HallIs, HelperIs, ServiceAway
from kiosk.hall.outbox import Kind, Outbox, Waiting
from kiosk.incoming import event_of, event_of_delivery
from kiosk.perform import Performer, Workers
from tests.kit.fake_hall import FakeHall, fake_hall
from tests.kit.people import ELDER, call, ticket
from tests.kit.waiting import until


class Printer:
    """A printer that says what it is told to say, and keeps what it was given."""

    name = "printer"
    width_dots = 576

    def __init__(self) -> None:
        self.result = PrintResult(PrintOutcome.PRINTED)
        self.printed: list[Image.Image] = []

    def start(self, tell: Any) -> None: ...

    def stop(self) -> None: ...

    def status(self) -> PrinterStatus:
        return PrinterStatus(answered=True, online=True)

    def print(self, ticket: Image.Image) -> PrintResult:
        self.printed.append(ticket)
        return self.result


class Pad:
    name = "pad"

    def __init__(self) -> None:
        self.sessions: list[str | None] = []

    def start(self, tell: Any) -> None: ...

    def stop(self) -> None: ...

    def open(self, session: str) -> None:
        self.sessions.append(session)

    def close(self) -> None:
        self.sessions.append(None)


class Bench:
    def __init__(self, service: FakeHall, folder: Path) -> None:
        self.service, self.printer, self.pad = service, Printer(), Pad()
        self.outbox = Outbox(folder / "outbox.sqlite")
        self.answers: list[Event] = []
        link = Link(service.url, service.token, whole_s=1.0)
        client = HallClient(link, "heelun")
        self.courier = Courier(self.outbox, link, self._delivered)
        paper = lambda request: Image.new("1", (576, 8), 1)
        self.performer = Performer(
            link, client, self.outbox, self.courier, printer=self.printer, paper=paper, pads=(self.pad,)
        )

    def do(self, effect: Any) -> Event | None:
        return self.performer.table[type(effect)](effect)

    def deliver(self) -> None:
        while self.courier.deliver_one():
            pass

    def _delivered(self, waiting: Waiting, data: Any) -> None:
        event = event_of_delivery(waiting, data)
        if event is not None:
            self.answers.append(event)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with fake_hall() as service:
        yield Bench(service, tmp_path)


def test_a_ticket_for_the_holder_of_a_card(bench: Bench) -> None:
    answer = bench.do(IssueTicket("visit-1.1", "general", "zh", ELDER, "elderly", "card_birth_date"))
    assert isinstance(answer, TicketIssued) and answer.key == "visit-1.1" and answer.ticket.number == "A001"
    holder = bench.service.asked[-1][2]["holder"]
    assert holder == {"kind": "resident", "name": ELDER.name, "id_number": ELDER.id_number, "birth": "1950-01-02"}
    bench.service.mischief = ["window_closed"]
    assert bench.do(IssueTicket("visit-1.2", "general", "zh")) == TicketRefused("visit-1.2", Refusal.WINDOW_CLOSED)


def test_nothing_of_a_person_goes_to_the_disk(bench: Bench, tmp_path: Path) -> None:
    bench.service.mischief = ["close", "close"]
    bench.do(IssueTicket("visit-1.1", "general", "zh", ELDER, "elderly", "card_birth_date"))
    bench.do(PrintTicket(ticket(), "zh"))
    bench.do(CallHelper("visit-1.2", "confirm"))
    for file in tmp_path.rglob("*"):
        content = file.read_bytes()
        assert ELDER.name.encode() not in content and ELDER.id_number.encode() not in content


@pytest.mark.parametrize(
    "result", [PrintResult(PrintOutcome.PRINTED), PrintResult(PrintOutcome.UNCERTAIN, Fault.PAPER_OUT)], ids=["good", "bad"]
)
def test_the_outcome_of_a_print_is_stored_on_the_ticket(bench: Bench, result: PrintResult) -> None:
    bench.printer.result = result
    assert bench.do(PrintTicket(ticket(), "zh", reprint=True)) == TicketPrinted("ticket-A023", result)
    assert len(bench.printer.printed) == 1
    bench.deliver()
    method, path, body, _ = bench.service.asked[-1]
    assert (method, path) == ("PUT", "/api/v1/tickets/ticket-A023/print")
    fault = result.fault.value if result.fault else None
    assert body == {"outcome": result.outcome.value, "fault": fault, "reprint": True}


def test_a_helper_is_called(bench: Bench) -> None:
    assert bench.do(CallHelper("visit-1.1", "menu")) == HelpPlaced("visit-1.1", "help-1", queued=False)
    bench.service.mischief = ["401"]
    assert bench.do(CallHelper("visit-1.2", "menu")) == HelpRefused("visit-1.2", Refusal.NOT_ENROLLED)


def test_a_call_that_could_not_be_sent_waits_and_is_told_when_it_has_gone(bench: Bench) -> None:
    bench.service.mischief = ["close"]
    assert bench.do(CallHelper("visit-1.1", "menu")) == HelpPlaced("visit-1.1", "", queued=True)
    bench.deliver()
    assert bench.answers == [HelpPlaced("visit-1.1", "help-1", queued=False)]


def test_a_call_whose_answer_was_lost_rings_once(bench: Bench) -> None:
    bench.service.mischief = ["after"]
    bench.do(CallHelper("visit-1.1", "menu"))
    bench.deliver()
    assert bench.service.helps == {"visit-1.1": "help-1"}


def test_a_rating_is_safe_before_it_is_thanked_for(bench: Bench) -> None:
    bench.service.mischief = ["close"]
    assert bench.do(SendRating("t1", 4, "pad")) == RatingSaved("t1")
    assert len(bench.outbox) == 1
    bench.deliver()
    bench.deliver()
    assert bench.service.ratings == {"t1": 4}


def test_with_the_disk_full_a_rating_goes_straight_to_the_service(bench: Bench) -> None:
    bench.outbox.close()
    assert bench.do(SendRating("t1", 4, "pad")) == RatingSaved("t1")
    assert bench.service.ratings == {"t1": 4}
    bench.service.mischief = ["close"]
    assert bench.do(SendRating("t2", 4, "pad")) == RatingLost("t2")
    bench.service.mischief = ["close"]
    assert bench.do(CallHelper("visit-1.1", "menu")) == HelpRefused("visit-1.1", Refusal.UNREACHABLE)


def test_the_hall_is_looked_at_again(bench: Bench) -> None:
    answer = bench.do(RefreshHall())
    assert isinstance(answer, HallKnown) and answer.hall.id == "heelun"
    bench.service.mischief = ["500"]
    assert bench.do(RefreshHall()) == HallLost(Refusal.BUSY)


def test_the_pad_is_opened_and_closed_in_order(bench: Bench) -> None:
    workers = Workers()
    for n in range(20):
        for effect in (OpenPad(f"t{n}"), ClosePad()):
            workers(effect, lambda effect=effect: bench.do(effect))
    until(lambda: len(bench.pad.sessions) == 40)
    workers.stop()
    assert bench.pad.sessions == [one for n in range(20) for one in (f"t{n}", None)]


def test_a_slow_printer_does_not_keep_a_call_for_help() -> None:
    workers, gate, called = Workers(), threading.Event(), threading.Event()
    workers(PrintTicket(ticket(), "zh"), lambda: gate.wait(10) and None)
    workers(CallHelper("visit-1.1", "menu"), called.set)
    assert called.wait(10)
    gate.set()
    workers.stop()


def test_the_news_of_the_service_are_events() -> None:
    hall = Hall("h", HallName((("zh", "厅"),)), "", "Asia/Shanghai", "", (), ())
    assert event_of(HallIs(hall)) == HallKnown(hall)
    assert event_of(ServiceAway(Refusal.NOT_ENROLLED)) == HallLost(Refusal.NOT_ENROLLED)
    assert event_of(Called(call("A001"))).call == call("A001")  # type: ignore[union-attr]
    assert event_of(Finished("t1", "A001", "w2")).window_id == "w2"  # type: ignore[union-attr]
    assert event_of(HelperIs(Helper("help-1", "王五", 2))).helper.name == "王五"  # type: ignore[union-attr]


def test_only_deliveries_of_help_are_events() -> None:
    rating = Waiting(1, Kind.RATING, "PUT", "/x", "", {})
    assert event_of_delivery(rating, {"id": "x"}) is None
    assert event_of_delivery(Waiting(1, Kind.HELP, "POST", "/x", "k", {}), "garbage") is None
