"""The hall client against a small service that misbehaves on request."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hall.client import HallClient, Person, help_body
from kiosk.hall.fields import Misread
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, Refusal, Ticket
from kiosk.hall.people import Rung
from kiosk.hall.wire import call_of, hall_of, helper_of, ticket_of
from tests.kit.fake_hall import HALL, FakeHall, dead_port, fake_hall

PERSON = Person("resident", "张三丰", "152601195001020019", "1950-01-02")


@pytest.fixture
def service() -> Iterator[FakeHall]:
    with fake_hall() as hall:
        yield hall


@pytest.fixture
def client(service: FakeHall) -> HallClient:
    return HallClient(Link(service.url, service.token, whole_s=0.5), "heelun")


def test_the_hall(client: HallClient) -> None:
    hall = client.hall()
    assert isinstance(hall, Hall) and client.known == hall
    assert (hall.phone, hall.zone, hall.hours_today) == ("0477-0000000", "Asia/Shanghai", "08:30–12:00")
    general, civil = hall.lines
    assert (general.letter, general.name.in_language("en"), general.waiting, general.windows) == ("A", "General", 3, ("1",))
    assert (civil.open, civil.opens_at) == (False, "14:30")
    assert [(one.id, one.min_age) for one in hall.priorities] == [("elderly", 65), ("soldier", None)]


def test_a_ticket_and_its_line(client: HallClient, service: FakeHall) -> None:
    client.hall()
    ticket = client.issue("visit-1.1", "general", "zh", PERSON, "elderly", "card_birth_date")
    assert isinstance(ticket, Ticket)
    assert (ticket.number, ticket.line.name.zh, ticket.priority, ticket.issued_at.tzinfo is not None) == (
        "A001",
        "综合",
        "elderly",
        True,
    )
    assert service.asked[-1][2:] == (
        {
            "line": "general",
            "lang": "zh",
            "holder": {"kind": "resident", "name": "张三丰", "id_number": "152601195001020019", "birth": "1950-01-02"},
            "priority": {"class": "elderly", "evidence": "card_birth_date"},
        },
        "visit-1.1",
    )


def test_a_repeated_request_gives_the_same_ticket(client: HallClient, service: FakeHall) -> None:
    service.mischief = ["after"]
    assert client.issue("visit-1.1", "general", "zh") is Refusal.UNREACHABLE
    again = client.issue("visit-1.1", "general", "zh")
    assert isinstance(again, Ticket) and again.number == "A001"
    assert len(service.tickets) == 1


def test_who_holds_a_number_is_given_that_one(client: HallClient, service: FakeHall) -> None:
    first = client.issue("visit-1.1", "general", "zh")
    service.held = {**next(iter(service.tickets.values())), "state": "called", "wait_range_s": [300, 1500]}
    again = client.issue("visit-2.1", "general", "zh", PERSON)
    assert isinstance(first, Ticket) and isinstance(again, Ticket)
    assert (again.id, again.earlier, again.called, again.wait_minutes) == (first.id, True, True, (5, 25))
    assert (first.earlier, first.called, first.wait_minutes) == (False, False, (7, 7))


def test_an_appointment_is_checked_in_by_its_code(client: HallClient, service: FakeHall) -> None:
    service.booked = {"482913": "general", "111111": "appointment_early", "222222": "appointment_other_day"}
    ticket = client.check_in("visit-1.1", "482913", "zh")
    assert isinstance(ticket, Ticket) and ticket.appointment
    assert service.asked[-1] == (
        "POST",
        "/api/v1/halls/heelun/appointments/check-in",
        {"code": "482913", "lang": "zh"},
        "visit-1.1",
    )
    refused = [client.check_in(f"visit-1.{code}", code, "zh") for code in ("111111", "222222", "999999")]
    assert refused == [Refusal.BOOKING_EARLY, Refusal.BOOKING_OTHER_DAY, Refusal.BOOKING_UNKNOWN]


def test_a_line_that_came_since_is_shown_by_its_id(client: HallClient) -> None:
    ticket = client.issue("visit-1.1", "brand-new", "zh")
    assert isinstance(ticket, Ticket) and ticket.line.name.zh == "brand-new" and ticket.line.letter == "A"


@pytest.mark.parametrize(
    ("mischief", "refusal"),
    [
        ("500", Refusal.BUSY),
        ("503", Refusal.BUSY),
        ("429", Refusal.BUSY),
        ("401", Refusal.NOT_ENROLLED),
        ("403", Refusal.NOT_ENROLLED),
        ("404", Refusal.NOT_UNDERSTOOD),
        ("422", Refusal.NOT_UNDERSTOOD),
        ("line_closed", Refusal.LINE_CLOSED),
        ("window_closed", Refusal.WINDOW_CLOSED),
        ("line_unknown", Refusal.LINE_UNKNOWN),
        ("quota_spent", Refusal.QUOTA_SPENT),
        ("too_many_codes", Refusal.CODES_TRIED),
        ("key_reused", Refusal.NOT_UNDERSTOOD),
        ("close", Refusal.UNREACHABLE),
        ("cut", Refusal.UNREACHABLE),
        ("garbage", Refusal.UNREACHABLE),
        ("redirect", Refusal.UNREACHABLE),
        ("trickle", Refusal.UNREACHABLE),
        ("html", Refusal.NOT_UNDERSTOOD),
    ],
)
def test_every_mischief_is_a_refusal(client: HallClient, service: FakeHall, mischief: str, refusal: Refusal) -> None:
    service.mischief = [mischief]
    assert client.issue("visit-1.1", "general", "zh") is refusal
    assert isinstance(client.issue("visit-1.1", "general", "zh"), Ticket), "and then it goes on"


def test_a_service_that_hangs_is_given_up(service: FakeHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.hall.link.READ_S", 0.2)
    service.mischief = ["hang"]
    assert HallClient(Link(service.url, service.token), "heelun").hall() is Refusal.UNREACHABLE


def test_nobody_there() -> None:
    assert HallClient(Link(f"http://127.0.0.1:{dead_port()}"), "heelun").hall() is Refusal.UNREACHABLE
    assert HallClient(Link("http://name.invalid"), "heelun").hall() is Refusal.UNREACHABLE


def test_a_wrong_token(service: FakeHall) -> None:
    assert HallClient(Link(service.url, "another"), "heelun").hall() is Refusal.NOT_ENROLLED


def test_the_machines_environment_has_no_say(client: HallClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{dead_port()}")
    assert isinstance(client.hall(), Hall)


def test_a_helper_is_rung_once_a_key(client: HallClient, service: FakeHall) -> None:
    assert client.ring("visit-1.2", help_body("menu")) == client.ring("visit-1.2", help_body("menu")) == Rung("help-1")
    assert service.asked[-1][2] == {"doing": "menu"}


def test_many_threads_may_ask(client: HallClient, service: FakeHall) -> None:
    found: list[Any] = []
    threads = [Thread(target=lambda n=n: found.append(client.issue(f"visit-{n}.1", "general", "zh"))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(ticket.number for ticket in found) == [f"A{n:03}" for n in range(1, 9)]


def test_no_person_in_a_log_or_a_repr(client: HallClient, service: FakeHall, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for mischief in ("500", "close", "garbage", "422", "html", "line_closed"):
        service.mischief = [mischief]
        client.issue("visit-1.1", "general", "zh", PERSON)
    assert len(caplog.records) >= 6
    for text in (caplog.text, repr(PERSON), repr(client)):
        assert PERSON.name not in text and PERSON.id_number not in text


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "zh", "lines", "at"]), inner),
)


@given(json, st.sampled_from(sorted(HALL)))
def test_whatever_is_answered_is_read_or_misread(value: Any, field: str) -> None:
    for read in (hall_of, lambda data: ticket_of(data, {}), call_of, helper_of):
        for data in (value, {**HALL, field: value}, {**HALL, "lines": [{**HALL["lines"][0], "name": value}]}):
            try:
                read(data)
            except Misread as error:
                assert len(str(error)) < 20, "it names the field, not the value"
