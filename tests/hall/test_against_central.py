"""The hall client and the central service itself, over a loopback port: they agree on every question and answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kiosk.hall.client import HallClient, Person, help_body, print_body, print_path, rating_body, rating_path
from kiosk.hall.courier import Courier
from kiosk.hall.enrol import Credential, EnrolFailed, enrol
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, Refusal, Spelled, Ticket
from kiosk.hall.news import Called, Finished, HallIs, HelperIs, News, ServiceAway
from kiosk.hall.outbox import Kind, Outbox
from kiosk.hall.people import Rung
from kiosk.hall.presence import Presence
from kiosk.hall.stream import Stream
from tests.kit.central import Central, running_central
from tests.kit.waiting import until

PERSON = Person("resident", "张三丰", "152601195001020019", "1950-01-02")


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("central")) as running:
        yield running


@pytest.fixture(scope="module")
def credentials(central: Central) -> dict[str, Credential]:
    return {name: enrol(central.url, central.codes[name]) for name in ("T1", "D1", "P1")}


def client_of(central: Central, credential: Credential) -> HallClient:
    return HallClient(Link(central.url, credential.token), credential.hall)


@pytest.fixture
def client(central: Central, credentials: dict[str, Credential]) -> HallClient:
    client = client_of(central, credentials["T1"])
    assert isinstance(client.hall(), Hall)
    return client


def issued(client: HallClient, key: str, **more: Any) -> Ticket:
    ticket = client.issue(key, "general", "zh", **more)
    assert isinstance(ticket, Ticket), ticket
    return ticket


def test_machines_are_enrolled_once(central: Central, credentials: dict[str, Credential]) -> None:
    assert [(one.role, one.hall, one.window) for one in credentials.values()] == [
        ("terminal", "heelun", ""),
        ("display", "heelun", ""),
        ("pad", "heelun", "w1"),
    ]
    with pytest.raises(EnrolFailed, match="take a new one"):
        enrol(central.url, central.codes["T1"])


def test_the_hall_as_a_terminal_sees_it(client: HallClient) -> None:
    hall = client.known
    assert hall is not None and hall.name.zh == "诃额伦街道便民服务中心"
    assert {line.id: (line.letter, line.open) for line in hall.lines} == {
        "general": ("A", True),
        "social": ("B", True),
        "civil": ("C", False),
        "tidal": ("D", True),
    }
    assert hall.lines[3].windows == ()
    assert [(one.id, one.min_age) for one in hall.priorities] == [("elderly", 65), ("soldier", None)]


def test_tickets_replays_and_refusals(client: HallClient) -> None:
    first = issued(client, "visit-1.1", person=PERSON, priority="elderly", evidence="card_birth_date")
    again = issued(client, "visit-1.1", person=PERSON, priority="elderly", evidence="card_birth_date")
    assert first.number == again.number and first.priority == "elderly" and first.qr.startswith("http")
    assert first.line.name.zh == "综合业务"
    assert client.issue("visit-1.1", "social", "zh") is Refusal.NOT_UNDERSTOOD, "one key, two requests"
    assert client.issue("visit-1.2", "civil", "zh") is Refusal.LINE_CLOSED
    assert client.issue("visit-1.3", "tidal", "zh") in (Refusal.WINDOW_CLOSED, Refusal.LINE_CLOSED)
    assert client.issue("visit-1.4", "nothing", "zh") is Refusal.LINE_UNKNOWN


def test_a_display_takes_no_tickets(central: Central, credentials: dict[str, Credential]) -> None:
    assert client_of(central, credentials["D1"]).issue("visit-2.1", "general", "zh") is Refusal.NOT_ENROLLED


def test_a_day_of_a_ticket(central: Central, credentials: dict[str, Credential], client: HallClient, tmp_path: Path) -> None:
    """Issued, printed, called, recalled, finished, rated: each is heard where it must be."""
    heard: list[News] = []
    link = Link(central.url, credentials["P1"].token)
    stream = Stream(link, HallClient(link, "heelun"), heard.append, between_looks_s=0.05)
    of = lambda kind: [news for news in heard if isinstance(news, kind)]
    stream.start()
    until(lambda: of(HallIs))

    outbox = Outbox(tmp_path / "outbox.sqlite")
    ticket = issued(client, "visit-3.1")
    outbox.put(Kind.PRINT, "PUT", print_path(ticket.id), print_body("printed", None, False))
    assert Courier(outbox, Link(central.url, credentials["T1"].token)).deliver_one() is True

    called = central.call_next("w1")
    while called is not None and called["id"] != ticket.id:  # of the tests before
        central.step(called["id"], "finish")
        called = central.call_next("w1")
    central.step(ticket.id, "recall")
    until(lambda: [one.call.recall for one in of(Called) if one.call.ticket_id == ticket.id] == [0, 1])
    assert (of(Called)[-1].call.number, of(Called)[-1].call.window) == (ticket.number, "1")

    outbox.put(Kind.RATING, "PUT", rating_path(ticket.id), rating_body(4, "pad"))
    central.step(ticket.id, "finish")
    until(lambda: any(one.ticket_id == ticket.id and one.window_id == "w1" for one in of(Finished)))
    assert Courier(outbox, link).deliver_one() is True
    outbox.put(Kind.RATING, "PUT", rating_path(ticket.id), rating_body(1, "pad"))
    assert Courier(outbox, link).deliver_one() is True, "the service has one already"
    assert len(outbox) == 0
    assert not of(ServiceAway)
    stream.stop()


def test_a_helper_is_rung_and_answers(central: Central, credentials: dict[str, Credential], client: HallClient) -> None:
    heard: list[News] = []
    link = Link(central.url, credentials["T1"].token)
    stream = Stream(link, HallClient(link, "heelun"), heard.append)
    stream.start()
    until(lambda: heard)
    rung = client.ring("visit-4.1", help_body("menu"))
    assert isinstance(rung, Rung) and client.ring("visit-4.1", help_body("menu")) == rung
    call = rung.id
    with central.person("helper") as person:
        person.post(f"/api/v1/help/{call}/answer", json={"minutes": 2}).raise_for_status()
    until(lambda: [one for one in heard if isinstance(one, HelperIs)])
    (answer,) = [one.helper for one in heard if isinstance(one, HelperIs)]
    assert (answer.request_id, answer.name, answer.minutes) == (call, "帮办戊", 2)
    stream.stop()


def test_what_the_hall_does_is_asked_for_once(central: Central, credentials: dict[str, Credential]) -> None:
    asked: list[Sequence[str]] = []

    def spell(texts: Sequence[str]) -> tuple[Spelled, ...]:
        asked.append(texts)
        return tuple(Spelled(text, tuple((char,) for char in text)) for text in texts)

    credential = credentials["T1"]
    client = HallClient(Link(central.url, credential.token), credential.hall, spell)
    first, again = client.hall(), client.hall()
    assert isinstance(first, Hall) and isinstance(again, Hall)
    card = next(one for one in first.items if one.id == "social_card")
    assert (card.name.zh, card.domain, card.line) == ("社保卡申领", "social_insurance", "social")
    assert [word.text for word in card.words] == ["社保卡申领", "补社保卡"] and card.words[1].readings[0] == ("补",)
    assert again.items is first.items and len(asked) == 1


def test_the_hall_is_told_how_its_machines_are(central: Central, credentials: dict[str, Credential]) -> None:
    down = {"reader": "reader_down"}
    health = {"version": "0.1.0", "down": down, "paper": {"printer": "near_end"}, "view": "menu"}
    presence = Presence(Link(central.url, credentials["T1"].token), lambda: health, every_s=0.05)

    def told() -> dict[str, Any]:
        with central.person("manager") as client:
            machines = client.get(f"/api/v1/halls/{central.hall}/setup").raise_for_status().json()["machines"]
        return next(dict(each) for each in machines if each["id"] == credentials["T1"].terminal)

    presence.start()
    try:
        until(lambda: told()["there"])
        assert (told()["version"], told()["troubles"]) == ("0.1.0", {"reader": "reader_down", "printer": "paper_near_end"})
        down.clear()
        until(lambda: told()["troubles"] == {"printer": "paper_near_end"})
    finally:
        presence.stop()
