"""What there is to read outlasts a start of the terminal while the service is away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kiosk.events import HallKnown, HallLost, HallRemembered
from kiosk.flows import FLOWS
from kiosk.hall.client import HallClient
from kiosk.hall.kept import Kept
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, Spelled
from kiosk.hall.news import HallWas, News
from kiosk.hall.stream import Stream
from kiosk.incoming import event_of
from kiosk.known import Known
from tests.flows.stories import FULL
from tests.kit import central as kit
from tests.kit.central import Central, running_central
from tests.kit.fake_hall import dead_port
from tests.kit.guides import ALLOWANCE
from tests.kit.visitor import Visitor
from tests.kit.waiting import until

ITEM = "elder_card"
GUIDE = {key: value for key, value in ALLOWANCE.items() if key not in ("item", "name", "version", "effective_from")}


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("central")) as running:
        with running.person("manager") as client:
            client.put(f"/api/v1/halls/{running.hall}/items/{ITEM}/guide", json={"guide": GUIDE}).raise_for_status()
        yield running


@pytest.fixture
def told(central: Central, tmp_path: Path) -> Hall:
    """The hall as a terminal with a folder of its own was told it."""
    hall = client_of(central.url, central.enrol("T1"), Kept(tmp_path, central.hall)).hall()
    assert isinstance(hall, Hall)
    return hall


def spell(texts: Sequence[str]) -> tuple[Spelled, ...]:
    return tuple(Spelled(text, ()) for text in texts)


def client_of(url: str, token: str, kept: Kept) -> HallClient:
    return HallClient(Link(url, token), "heelun", spell, kept=kept)


def away(kept: Kept) -> HallClient:
    return client_of(f"http://127.0.0.1:{dead_port()}", "x", kept)


def test_the_hall_and_its_guides_and_nobody_in_it(told: Hall, tmp_path: Path) -> None:
    files = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.json"))
    assert ITEM in files and not [one for one in kit.HALL["staff"] if one["name"] in files]
    client = away(Kept(tmp_path, told.id))
    was = client.remembered()
    assert was is not None and (was.name, was.guides, was.lines) == (told.name, told.guides, ())
    assert [one.id for one in was.items] == [one.id for one in told.items]
    assert client.remembered() is None, "it is told once"


def test_nothing_of_another_hall_nor_of_a_torn_file(told: Hall, tmp_path: Path) -> None:
    assert away(Kept(tmp_path, "another")).remembered() is None
    for path in tmp_path.rglob("guides.json"):
        path.write_text(path.read_text("utf-8")[:-9], "utf-8")
    was = away(Kept(tmp_path, told.id)).remembered()
    assert was is not None and was.items and not was.guides


def test_it_is_read_on_the_glass_until_the_service_answers(told: Hall, tmp_path: Path) -> None:
    news: list[News] = []
    client = away(Kept(tmp_path, told.id))
    stream = Stream(client._link, client, news.append)
    stream.start()
    until(lambda: any(isinstance(one, HallWas) for one in news))
    stream.stop()
    events = [event_of(one) for one in news]
    known = Known()
    assert [entry.what.name for event in events for entry in known.learn(event)] == ["SERVICE_DOWN"], "it was never up"
    somebody = Visitor(FLOWS["terminal"](FULL)).tell(*events)
    assert somebody.view.body[0].id == "home-lost" and not [one for one in somebody.offered if one.startswith("line.")]
    somebody.touch("find", "find-domains", "domain.elderly_care", f"item.{ITEM}", "guide.bring", "back", "guide.take")
    assert somebody.view.title.id == "shut-title"
    again = Visitor(FLOWS["terminal"](FULL)).tell(*known.events())
    assert "find" in again.offered, "a flow that begins anew has it too"
    again.tell(HallKnown(told), HallRemembered(told), HallLost())
    assert again.state.world.lines == told.lines
