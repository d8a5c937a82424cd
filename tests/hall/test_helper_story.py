"""A helper is called, is late, goes on to others and comes: the terminal's flow, its client and the central service itself."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue

import pytest

from central.help import listening
from kiosk.effects import CallHelper, CloseHelp
from kiosk.events import HallKnown
from kiosk.flows import FLOWS, Fittings
from kiosk.hall.client import HallClient
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, Spelled
from kiosk.hall.news import News
from kiosk.hall.outbox import Outbox
from kiosk.hall.stream import Stream
from kiosk.incoming import event_of
from kiosk.perform import Performer
from kiosk.views import HelperComing
from tests.kit.central import Central, running_central
from tests.kit.visitor import Visitor
from tests.screens.helping import drawn_portrait

PATIENCE_S = 15.0


class Terminal:
    """The flow with its hands and ears, and nothing to look at."""

    def __init__(self, central: Central, folder: Path) -> None:
        link = Link(central.url, central.enrol("T1"))
        spell = lambda texts: tuple(Spelled(text, ()) for text in texts)
        self.client = HallClient(link, central.hall, spell)
        outbox = Outbox(folder / "outbox.sqlite")
        self.performer = Performer(link, self.client, outbox, Courier(outbox, link))
        self.news: Queue[News] = Queue()
        self.stream = Stream(link, self.client, self.news.put, between_looks_s=0.0)
        self.visitor = Visitor(FLOWS["terminal"](Fittings()))
        self.visitor.state = self.visitor.flow.begin(f"visit-{folder.name}")

    def do(self, kind: type) -> None:
        answer = self.performer.table[kind](self.visitor.asked_for(kind))
        if answer is not None:
            self.visitor.tell(answer)

    def until(self, title: str) -> None:
        """Hears news until this is on the glass."""
        while self.visitor.view.title.id != title:
            try:
                self.visitor.tell(event_of(self.news.get(timeout=PATIENCE_S)))
            except Empty:
                raise AssertionError(f"{title} was not shown: {self.visitor.view.title.id} is") from None


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("helper")) as running:
        yield running


@pytest.fixture
def terminal(central: Central, tmp_path: Path) -> Iterator[Terminal]:
    here = Terminal(central, tmp_path)
    here.stream.start()
    yield here
    here.stream.stop()


def on_roster(central: Central, user: str, **body: object) -> str:
    with central.person("manager") as manager:
        staff = manager.get(f"/api/v1/halls/{central.hall}/setup").json()["staff"]
        person = str(next(each["id"] for each in staff if each["user"] == user))
        path = f"/api/v1/halls/{central.hall}/setup/roster/{person}"
        manager.put(path, json=body).raise_for_status()
        picture = base64.b64encode(drawn_portrait()).decode()
        manager.put(f"{path}/picture", json={"picture": picture}).raise_for_status()
    return person


def step(central: Central, user: str, call: str, what: str, **body: object) -> None:
    with central.person(user) as person:
        person.post(f"/api/v1/help/{call}/{what}", json=body).raise_for_status()


def test_called_late_further_seen_and_come(central: Central, terminal: Terminal) -> None:
    on_roster(central, "helper", rung="first", shown=True, post={"zh": "帮办员"}, phone="0477-0000009")
    on_roster(central, "clerk3", rung="deputy")
    hall = terminal.client.hall()
    assert isinstance(hall, Hall)
    visitor = terminal.visitor.tell(HallKnown(hall)).touch("line.social", "tool.help")
    terminal.do(CallHelper)
    assert [dict(line.args).get("names") for line in visitor.view.body] == ["帮办戊", None]
    standing = visitor.state.visit.help
    assert standing is not None and standing.request_id

    central.clock.move(61)
    listening.listen(central.context)
    while not visitor.state.visit.help.further:  # type: ignore[union-attr]
        visitor.tell(event_of(terminal.news.get(timeout=PATIENCE_S)))
    step(central, "clerk3", standing.request_id, "acknowledge")
    terminal.until("help-seen")
    step(central, "helper", standing.request_id, "answer", minutes=2)
    terminal.until("help-coming")
    assert isinstance(visitor.view, HelperComing)
    assert visitor.view.portrait.startswith(b"\xff\xd8"), "their face, from the roster"

    visitor.touch("help-over")
    terminal.do(CloseHelp)
    assert visitor.view.title.id == "card-line"
    with central.person("manager") as manager:
        told = manager.get(f"/api/v1/halls/{central.hall}/help-statistics").json()["total"]
    assert (told["calls"], told["answered"], told["escalated"], told["missed"]) == (1, 1, 1, 0)


def test_nobody_is_on_duty_and_the_staff_close_it(central: Central, terminal: Terminal) -> None:
    tuesday = [{"weekday": 2, "opens": "08:30", "closes": "11:00"}]
    on_roster(central, "clerk3")
    on_roster(central, "helper", rung="first", shown=True, phone="0477-0000009", spans=tuesday)
    hall = terminal.client.hall()
    assert isinstance(hall, Hall) and hall.duty is not None and hall.duty.nobody
    visitor = terminal.visitor.tell(HallKnown(replace(hall, duty=None))).touch("line.social", "tool.help")
    terminal.do(CallHelper)
    assert visitor.view.title.id == "help-nobody"
    said = [dict(line.args) for line in visitor.view.body]
    assert (said[0]["name"], said[0]["clock"], said[1]["phone"]) == ("帮办戊", "8:30", "0477-0000009")
    standing = visitor.state.visit.help
    assert standing is not None
    step(central, "clerk", standing.request_id, "close")
    terminal.until("card-line")
