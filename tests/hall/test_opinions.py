"""An opinion over a loopback port: the terminal's client and the service itself; and the rating of a helper's help."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from central.ratings.models import HelpRating
from kiosk.effects import AskBooking, RateHelp
from kiosk.events import BookingAnswered, RatingSaved
from kiosk.hall.client import HallClient
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.messages import OpinionReceipt, Refusal
from kiosk.hall.outbox import Outbox
from kiosk.perform import Performer
from kiosk.questions import TellOpinion
from tests.central.test_help import act, ring
from tests.kit.central import Central, running_central
from tests.kit.opinions import listed, post
from tests.kit.people import ELDER

PHONE = "13900005678"


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("central")) as running:
        yield running


@pytest.fixture
def performer(central: Central, tmp_path: Path) -> Iterator[Performer]:
    link, outbox = Link(central.url, central.enrol("T1")), Outbox(tmp_path / "outbox.sqlite")
    courier = Courier(outbox, link)
    yield Performer(link, HallClient(link, central.hall), outbox, courier)
    while courier.deliver_one():
        pass


def test_told_once_with_and_without_a_name(central: Central, performer: Performer) -> None:
    def ask(key: str, question: TellOpinion) -> object:
        answer = performer.ask_booking(AskBooking(key, question))
        assert isinstance(answer, BookingAnswered)
        return answer.reply

    complaint = TellOpinion("complaint", ("slow",), PHONE, "zh", ELDER)
    told = ask("visit-1.1", complaint)
    assert isinstance(told, OpinionReceipt) and (told.kind, told.due, told.reachable) == ("complaint", date(2025, 3, 10), True)
    assert ask("visit-1.1", complaint) == told
    praise = ask("visit-2.1", TellOpinion("praise", ("kind",)))
    assert isinstance(praise, OpinionReceipt) and (praise.due, praise.reachable) == (None, False)
    assert ask("visit-3.1", TellOpinion("praise", ("slow",))) is Refusal.NOT_UNDERSTOOD
    person = post(central, "manager", f"/opinions/{told.id}/holder").json()
    assert (person["name"], person["phone"]) == (ELDER.name, PHONE)
    assert [row["reachable"] for row in listed(central, "manager")] == [True, False]


def test_the_rating_of_the_help_reaches_the_service(central: Central, performer: Performer) -> None:
    call = str(ring(central).json()["id"])
    act(central, "helper", call, "answer", {"minutes": 1})
    act(central, "helper", call, "close")
    assert performer.rate_help(RateHelp(call, 4, "zh")) == RatingSaved(call)
    while performer._courier.deliver_one():
        pass
    count = select(func.count()).select_from(HelpRating)
    assert central.context.database.read(lambda session: session.scalar(count)) == 1
