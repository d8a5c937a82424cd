"""The central service down at each step, and a window that closes: the glass says so and goes on by itself."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from script.hall import Hall
from tests.journeys.resident import LINE, Resident
from tests.kit.waiting import until

pytestmark = pytest.mark.usefixtures("plain_hall")

RINGING = "SELECT id FROM help_calls WHERE state = 'ringing' ORDER BY rowid DESC LIMIT 1"


@contextmanager
def no_service(hall: Hall) -> Iterator[None]:
    """Killed without warning; started again at the end."""
    assert hall.central is not None
    hall.central.process.send_signal(signal.SIGKILL)
    hall.central.process.wait(10)
    hall.processes.parts.remove(hall.central)
    try:
        yield
    finally:
        hall.start_central()


def test_down_at_home(resident: Resident) -> None:
    with no_service(resident.hall):
        resident.reads("网络不通，暂时不能取号", limit_s=30)
    resident.finds(f"line.{LINE}", limit_s=40)


def test_down_when_the_number_is_asked_for(resident: Resident) -> None:
    resident.touch(f"line.{LINE}")
    resident.sees("prompt")
    with no_service(resident.hall):
        resident.touch("card-none")
        resident.sees("trouble", limit_s=40)
        assert resident.has_no_ticket()
    resident.touch("retry")
    ticket = resident.ticket("printed")
    resident.reads(ticket.number, "号票已打印", limit_s=40)


def test_the_answer_is_lost_and_the_same_ticket_comes(resident: Resident) -> None:
    """The service takes the request and is frozen before it answers; the retry gives the same number."""
    assert resident.hall.central is not None
    process = resident.hall.central.process
    resident.touch(f"line.{LINE}")
    resident.sees("prompt")
    process.send_signal(signal.SIGSTOP)
    try:
        resident.touch("card-none")
        resident.sees("trouble", limit_s=60)
    finally:
        process.send_signal(signal.SIGCONT)
    resident.glass.see("ticket or the way to it", lambda tree: tree["view"] in ("ticketshown", "trouble"))
    if resident.glass.tree()["view"] == "trouble":
        resident.touch("retry")
    ticket = resident.ticket("printed")
    resident.reads(ticket.number, "号票已打印", limit_s=40)


def test_down_when_the_outcome_is_reported(resident: Resident) -> None:
    """The paper is out and the service does not know: it learns of it when it is back."""
    resident.bench.do("printer", "speed", mm_s=60)
    resident.touch(f"line.{LINE}")
    resident.touch("card-none")
    resident.sees("ticketshown")
    with no_service(resident.hall):
        resident.reads("号票已打印", limit_s=40)
    resident.bench.do("printer", "speed", mm_s=150)
    resident.ticket("printed")


def test_down_when_a_helper_is_called(resident: Resident) -> None:
    with no_service(resident.hall):
        resident.touch("tool.help")
        resident.sees("helpercoming")
        resident.reads("0477-0000000", limit_s=40)
        resident.touch("help-return")
        resident.sees("home")


def test_a_helper_comes(resident: Resident, staff: httpx.Client) -> None:
    resident.touch("tool.help")
    resident.sees("helpercoming")
    until(lambda: resident.ask(RINGING))  # the glass says so before the service has it
    ringing = resident.ask(RINGING)[0][0]
    staff.post(f"/api/v1/help/{ringing}/answer", json={"minutes": 2}).raise_for_status()
    resident.reads("马上就来", "2 分钟")
    resident.touch("help-return")
    resident.sees("home")


@contextmanager
def nobody_serves_veterans(staff: httpx.Client) -> Iterator[None]:
    """Their own window is closed, and the fallback window, which would take what nobody takes."""
    windows = f"/api/v1/halls/{staff.headers['x-hall']}/windows"
    for window in ("w6", "w8"):
        staff.post(f"{windows}/{window}/close").raise_for_status()
    try:
        yield
    finally:
        for window in ("w6", "w8"):
            staff.post(f"{windows}/{window}/open").raise_for_status()


def test_the_window_of_a_line_closes(resident: Resident, staff: httpx.Client) -> None:
    """Nobody serves the line any more: it cannot be chosen, and says why."""
    with nobody_serves_veterans(staff):
        resident.glass.see(
            "line that cannot be chosen",
            lambda tree: any(one["id"] == "choice.line.veterans" and not one["enabled"] for one in tree["elements"]),
        )
        resident.reads("窗口还没有开")
    resident.finds("line.veterans")


def test_the_window_closes_while_the_resident_decides(resident: Resident, staff: httpx.Client) -> None:
    resident.touch("line.veterans")
    resident.sees("prompt")
    with nobody_serves_veterans(staff):
        resident.touch("card-none")
        resident.reads("窗口现在没有开")
        assert resident.has_no_ticket()
