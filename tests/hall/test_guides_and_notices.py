"""Guides that a terminal keeps, and notices that it records, with the central service itself over a loopback port."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.effects import RecordNotice
from kiosk.events import Event, NoticeLost, NoticeRecorded
from kiosk.flows import FLOWS
from kiosk.flows.step import Fittings, Turns
from kiosk.hall.client import HallClient
from kiosk.hall.courier import Courier
from kiosk.hall.guides import Guides
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, Refusal, Spelled
from kiosk.hall.outbox import Outbox
from kiosk.hall.stream import Stream
from kiosk.incoming import event_of
from kiosk.perform import Performer
from kiosk.spelling import SPELL
from tests.kit.central import Central, running_central
from tests.kit.fake_hall import dead_port
from tests.kit.guides import ALLOWANCE, GUIDES
from tests.kit.people import ELDER, HALL
from tests.kit.visitor import Visitor
from tests.kit.waiting import until

ITEM = "elder_card"
GUIDE = {key: value for key, value in ALLOWANCE.items() if key not in ("item", "name", "version", "effective_from")}
TOLD = RecordNotice("visit-1.1", "visit-1", ITEM, 1, (("by_other", False),), ("id_card",), ELDER)


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("central")) as running:
        publish(running, 1)
        yield running


def publish(central: Central, visits: int = 1, **changed: object) -> None:
    with central.person("manager") as client:
        path = f"/api/v1/halls/{central.hall}/items/{ITEM}/guide"
        client.put(path, json={"guide": GUIDE | {"visits": visits} | changed}).raise_for_status()


def spell(texts: Sequence[str]) -> tuple[Spelled, ...]:
    return tuple(Spelled(text, ()) for text in texts)


def client_of(central: Central, url: str = "") -> HallClient:
    return HallClient(Link(url or central.url, central.enrol("T1")), central.hall, spell, central.clock)


def notices(central: Central) -> int:
    with central.person("manager") as client:
        return int(client.get(f"/api/v1/halls/{central.hall}/notices").raise_for_status().json()["given"])


def test_a_guide_is_read_kept_and_changed_with_the_next_look(central: Central) -> None:
    client = client_of(central)
    hall = client.hall()
    assert isinstance(hall, Hall)
    [guide] = hall.guides
    same = replace(GUIDES[0], item=ITEM, name=guide.name, version=guide.version, effective_from=guide.effective_from)
    assert guide == same, "every word of it"
    again = client.hall()
    assert isinstance(again, Hall) and again.guides is hall.guides, "it is asked for once"
    publish(central, 2)
    quick = client.lines()
    assert isinstance(quick, Hall) and quick.guides == hall.guides, "until it came the one from before is there"
    changed = client.whole(quick).guides
    assert [(one.version, one.visits) for one in changed] == [(guide.version + 1, 2)]


def test_a_display_shows_it_between_calls_as_soon_as_it_is_published(central: Central) -> None:
    link = Link(central.url, central.enrol("D1"))
    told: list[Event] = []
    stream = Stream(link, HallClient(link, central.hall, SPELL["display"]), lambda news: told.append(event_of(news)))
    display = Visitor(FLOWS["display"](Fittings(turns=Turns(guides=3))))
    stream.start()
    try:
        for days in (7, 8):
            publish(central, promised_days=days)
            until(lambda: any(f"{days}" in str(dict(words.args)) for words in display.tell(*told).view.body), 20)
    finally:
        stream.stop()


def test_those_from_before_are_there_when_the_network_is_down_and_a_new_day_is_asked_about() -> None:
    answers: list[tuple[object, ...]] = []
    day = [date(2026, 11, 20)]

    def ask() -> Refusal | tuple[object, ...]:
        return answers.pop() if answers else Refusal.UNREACHABLE

    guides = Guides(ask, lambda zone: day[0])  # type: ignore[arg-type]
    assert guides.of(HALL).guides == ()
    answers.append(GUIDES)
    assert guides.of(HALL).guides == GUIDES, "asked again, since nothing came"
    assert guides.of(replace(HALL, version=2)).guides == GUIDES, "changed, and the network is down"
    answers.append(GUIDES[:1])
    assert guides.of(replace(HALL, version=2)).guides == GUIDES[:1], "it is back"
    answers.append(GUIDES[1:])
    assert guides.of(replace(HALL, version=2)).guides == GUIDES[:1], "nothing changed, nothing is asked"
    day[0] = date(2026, 11, 21)
    assert guides.of(replace(HALL, version=2)).guides == GUIDES[1:]


def performer(central: Central, folder: Path, url: str = "") -> tuple[Performer, Courier]:
    outbox = Outbox(folder / "outbox.sqlite")
    link = Link(central.url, central.enrol("T1"))
    client = client_of(central, url)
    courier = Courier(outbox, link)
    return Performer(link, client, outbox, courier), courier


def test_a_notice_is_recorded_with_the_person_and_a_second_visit_counts(central: Central, tmp_path: Path) -> None:
    told, _ = performer(central, tmp_path)
    first = told.record_notice(TOLD)
    assert isinstance(first, NoticeRecorded) and first.number and not first.second
    assert told.record_notice(TOLD) == first, "sent again it is one"
    later = told.record_notice(replace(TOLD, key="visit-2.1", visit="visit-2"))
    assert isinstance(later, NoticeRecorded) and later.second
    assert told.record_notice(replace(TOLD, key="visit-3.1", item="gone")) == NoticeLost("visit-3.1")


def test_a_notice_waits_for_a_service_that_is_away_and_nobody_is_named_on_the_disk(central: Central, tmp_path: Path) -> None:
    away, courier = performer(central, tmp_path, f"http://127.0.0.1:{dead_port()}")
    before = notices(central)
    asked = replace(TOLD, key="visit-4.1", visit="visit-4")
    assert away.record_notice(asked) == NoticeRecorded("visit-4.1")
    written = (tmp_path / "outbox.sqlite").read_bytes()
    assert b"id_card" in written and ELDER.name.encode() not in written and ELDER.id_number.encode() not in written
    there, _ = performer(central, tmp_path / "another")
    there.record_notice(asked)  # what had arrived after all
    while courier.deliver_one():
        pass
    assert notices(central) == before + 1
