"""Appointments and visits at home over a loopback port: the terminal's client and the service itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kiosk.hall.client import HallClient
from kiosk.hall.enrol import enrol
from kiosk.hall.link import Link
from kiosk.hall.messages import Appointment, BookedAlready, Hall, Refusal, VisitReceipt
from kiosk.hall.person import Person
from tests.kit.appointments import set_up
from tests.kit.central import Central, running_central

PERSON = Person("resident", "张三丰", "152601195001020019", "1950-01-02")
TUESDAY, WEDNESDAY = date(2025, 3, 4), date(2025, 3, 5)


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("central")) as running:
        set_up(running)
        yield running


@pytest.fixture(scope="module")
def client(central: Central) -> HallClient:
    credential = enrol(central.url, central.codes["T1"])
    client = HallClient(Link(central.url, credential.token), credential.hall)
    assert isinstance(client.hall(), Hall)
    return client


def test_a_day_is_read_with_its_room_and_its_name(client: HallClient) -> None:
    days = client.bookings.slots("general")
    assert isinstance(days, tuple) and days[0].day == date(2025, 3, 3)
    assert days[1].free[:2] == ("08:30", "09:00") and days[5].free == ()
    assert days[3].special is not None and days[3].special.zh == "集中办理日"
    assert client.bookings.slots("nothing") is Refusal.LINE_UNKNOWN


def test_booked_once_found_moved_and_cancelled(client: HallClient) -> None:
    book = client.bookings.book
    first = book("visit-1.1", "general", TUESDAY, "09:00", "zh", PERSON, "")
    assert isinstance(first, Appointment) and first.line.name.zh == "综合业务"
    assert book("visit-1.1", "general", TUESDAY, "09:00", "zh", PERSON, "") == first, "the same key, the same appointment"
    other = book("visit-1.2", "general", TUESDAY, "10:00", "zh", PERSON, "")
    assert other == BookedAlready(TUESDAY, "09:00", first.code)
    assert isinstance(book("visit-2.1", "general", TUESDAY, "09:00", "zh", None, "13900000000"), Appointment)
    assert book("visit-3.1", "general", TUESDAY, "09:00", "zh", None, "13900000001") is Refusal.SLOT_FULL
    assert book("visit-3.2", "general", TUESDAY, "09:05", "zh", None, "13900000001") is Refusal.SLOT_GONE
    nameless = book("visit-3.3", "general", TUESDAY, "11:00", "zh", None, "139 0000 0000")
    assert nameless == BookedAlready(TUESDAY, "09:00"), "without the code of who has that number"

    assert client.bookings.find("", PERSON) == client.bookings.find(first.code, None) == (first,)
    moved = client.bookings.move(first, WEDNESDAY, "10:30")
    assert isinstance(moved, Appointment) and (moved.day, moved.at, moved.code) == (WEDNESDAY, "10:30", first.code)
    assert client.bookings.cancel(moved) == moved == client.bookings.cancel(moved)
    assert client.bookings.find("", PERSON) is Refusal.BOOKING_UNKNOWN
    assert client.bookings.move(moved, TUESDAY, "10:00") is Refusal.BOOKING_SPENT


def test_a_visit_is_asked_for_once(client: HallClient) -> None:
    ask = client.bookings.ask_visit
    receipt = ask("visit-4.1", "04770001234", "general", True, "frail", None)
    assert receipt == ask("visit-4.1", "04770001234", "general", True, "frail", None) == VisitReceipt(receipt.id, "001")
    second = ask("visit-4.2", "04770001234", None, False, None, PERSON)
    assert isinstance(second, VisitReceipt) and second.number == "002"
