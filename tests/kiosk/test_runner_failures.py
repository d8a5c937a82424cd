"""The runner: what fails becomes words and a note, and what it knows of the machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from devices.types import CardPresented, DeviceDown, DeviceUp, Fault, Paper, PrinterChanged, PrinterStatus
from kiosk.effects import IssueTicket, PrintTicket
from kiosk.events import Event, HallKnown, HallLost, Touched
from kiosk.flows import FLOWS, delays
from kiosk.flows.step import Flow
from kiosk.views import Trouble
from tests.kiosk.rig import FITTINGS, GOOD, Rig, issues, terminal
from tests.kit.people import ELDER, HALL


def test_a_performer_that_raises_becomes_words_and_a_note(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def broken(request: IssueTicket) -> Event:
        raise ValueError(f"no such person: {request.holder.name if request.holder else ''}")

    rig = terminal(tmp_path, {IssueTicket: broken}).touch("line.general").tell(CardPresented("reader", ELDER)).work()
    rig.wait(delays.RETRY).work()
    assert rig.title == "refusal-unreachable" and isinstance(rig.glass.view, Trouble)
    assert rig.journal.count("CRASHED") == 2
    for text in (caplog.text, rig.journal_file.read_text(), repr(rig.runner.health())):
        assert ELDER.name not in text and ELDER.id_number not in text
    assert "ValueError in broken" in rig.journal_file.read_text()


def test_a_printer_that_raises_leaves_the_truth(tmp_path: Path) -> None:
    def broken(request: PrintTicket) -> Event:
        raise OSError

    rig = terminal(tmp_path, {IssueTicket: issues, PrintTicket: broken}).touch("line.general", "card-none").work().work()
    assert rig.glass.view.outcome.id == "ticket-uncertain"  # type: ignore[attr-defined]


def breaking(flow: Flow[Any], choice: str) -> Flow[Any]:
    """A flow with a mistake in one place."""

    def step(state: Any, event: Event, now: Any) -> Any:
        if isinstance(event, Touched) and event.choice == choice:
            raise RuntimeError(f"secret of {state.visit.holder.name}")
        return flow.step(state, event, now)

    return replace(flow, step=step)


def test_a_flow_that_raises_loses_the_visit_and_nothing_else(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    rig = Rig(tmp_path, breaking(FLOWS["terminal"](FITTINGS), "line.social"), GOOD)
    rig.tell(HallKnown(HALL), DeviceDown("printer", Fault.PAPER_OUT), CardPresented("reader", ELDER)).touch("tool.size")
    rig.touch("line.social")
    assert rig.title == "crash" and rig.glass.settings.size == 0
    assert rig.journal[-3:] == ["CRASHED", "VISIT_ENDED", "VISIT_BEGAN"]
    assert ELDER.name not in caplog.text + rig.journal_file.read_text()
    rig.touch("home")
    assert rig.title == "home-title" and {"line.general", "line.social"} <= {choice.id for choice in rig.glass.view.choices}
    assert rig.runner.health()["down"] == {"printer": "paper_out"}
    rig.touch("line.general", "card-none").work()
    assert rig.title == "ticket-title"


def test_when_no_flow_can_say_anything_there_are_still_words(tmp_path: Path) -> None:
    good = FLOWS["terminal"](FITTINGS)
    sick = [True]

    def view_of(state: Any, now: Any) -> Any:
        if sick[0]:
            raise RuntimeError
        return good.view_of(state, now)

    rig = Rig(tmp_path, replace(good, view_of=view_of), GOOD)
    assert rig.title == "crash"
    crashes = rig.journal.count("CRASHED")
    rig.wait(60).wait(60)
    assert rig.journal.count("CRASHED") == crashes, "the last resort is left alone"
    sick[0] = False
    assert rig.tell(HallKnown(HALL)).title == "home-title"


def test_the_journal_hears_of_devices_and_the_service_once_a_change(tmp_path: Path) -> None:
    rig = terminal(tmp_path).tell(HallKnown(HALL), HallLost(), HallLost(), HallKnown(HALL))
    rig.tell(DeviceDown("reader", Fault.READER_DOWN), DeviceUp("reader"))
    assert rig.journal == ["SERVICE_UP", "SERVICE_DOWN", "SERVICE_UP", "DEVICE_DOWN", "DEVICE_UP"]


def test_the_state_of_the_paper_is_known_to_the_operator(tmp_path: Path) -> None:
    def status(paper: Paper) -> PrinterChanged:
        return PrinterChanged("printer", PrinterStatus(answered=True, online=paper is not Paper.OUT, paper=paper))

    rig = terminal(tmp_path).tell(status(Paper.OK), status(Paper.NEAR_END))
    assert rig.runner.health()["paper"] == {"printer": "near_end"} and rig.runner.health()["down"] == {}
    rig.tell(status(Paper.OUT), status(Paper.OUT))
    assert rig.runner.health()["down"] == {"printer": "paper_out"}
    rig.tell(status(Paper.OK))
    assert rig.runner.health()["down"] == {}
    assert rig.journal == ["SERVICE_UP", "DEVICE_DOWN", "DEVICE_UP"]


def test_health_names_no_person(tmp_path: Path) -> None:
    rig = terminal(tmp_path).tell(CardPresented("reader", ELDER))
    assert rig.runner.health() == {"role": "terminal", "view": "confirm", "service": True, "down": {}, "paper": {}}
