"""Windows call, call again, finish, and close."""

from __future__ import annotations

from sqlalchemy import select

from central.queue.models import Print
from tests.kit.central import Central

DAY = 24 * 3600.0


def test_a_service_from_ticket_to_finish(central: Central) -> None:
    issued = central.issue()
    called = central.call_next("w1")
    assert called is not None
    assert (called["id"], called["state"], called["window"], called["ahead"]) == (issued["id"], "called", "w1", 0)
    assert central.step(issued["id"], "recall")["state"] == "called"
    assert central.step(issued["id"], "finish")["state"] == "finished"
    assert central.call_next("w1") is None


def test_priority_first_then_the_order_of_issue_across_the_windows_lines(central: Central) -> None:
    for line, priority in (("general", None), ("social", None), ("general", "soldier"), ("social", "elderly"), ("general", None)):
        central.issue(line, priority=priority and {"class": priority, "evidence": "own_word"})
    called = []
    while (ticket := central.call_next("w2")) is not None:
        called.append(ticket["number"])
        central.step(ticket["id"], "finish")
    assert called == ["A002", "B002", "A001", "B001", "A003"]


def test_those_ahead_are_those_who_are_called_before(central: Central) -> None:
    issued = []
    for at in range(12):
        issued.append(central.issue(priority={"class": "soldier", "evidence": "own_word"} if at % 3 else None))
        central.clock.move(1)
    with central.machine() as client:
        ahead = {each["id"]: client.get(f"/api/v1/tickets/{each['id']}").json()["ahead"] for each in issued}
    for place in range(12):
        called = central.call_next("w1")
        assert called is not None and ahead[called["id"]] == place
        central.step(called["id"], "finish")


def test_a_window_calls_only_its_own_lines(central: Central) -> None:
    central.issue("social")
    assert central.call_next("w1") is None
    assert central.call_next("w2")


def test_one_at_a_time(central: Central) -> None:
    central.issue(), central.issue()
    central.call_next("w1")
    with central.person() as client:
        answer = client.post(f"/api/v1/halls/{central.hall}/windows/w1/next")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "wrong_state")


def test_steps_that_make_no_sense_are_refused(central: Central) -> None:
    ticket = central.issue()
    with central.person() as client:

        def step(name: str) -> int:
            return client.post(f"/api/v1/tickets/{ticket['id']}/{name}").status_code

        assert [step(name) for name in ("recall", "finish", "no-show")] == [409] * 3
        central.call_next("w1")
        assert step("no-show") == 200
        assert [step(name) for name in ("recall", "finish", "no-show")] == [409] * 3
        assert client.post("/api/v1/tickets/unheard-of/finish").status_code == 404
        assert client.post(f"/api/v1/halls/{central.hall}/windows/w9/next").status_code == 404


def test_only_the_window_that_called_may_go_on(central: Central) -> None:
    ticket = central.issue()
    central.call_next("w1")
    with central.person("clerk3") as stranger:
        answer = stranger.post(f"/api/v1/tickets/{ticket['id']}/finish")
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")
        assert stranger.post(f"/api/v1/halls/{central.hall}/windows/w1/next").status_code == 403
    assert central.step(ticket["id"], "finish", "manager")["state"] == "finished"


def test_a_window_opens_and_closes(central: Central) -> None:
    def change(window: str, how: str) -> int:
        with central.person("manager") as client:
            return client.post(f"/api/v1/halls/{central.hall}/windows/{window}/{how}").status_code

    def labels(line: str) -> list[str]:
        with central.machine() as client:
            lines = client.get(f"/api/v1/halls/{central.hall}").json()["lines"]
        return next(list(each["windows"]) for each in lines if each["id"] == line)

    assert labels("tidal") == []
    assert change("w4", "open") == 200
    assert labels("tidal") == ["4"]
    central.issue("tidal")
    assert change("w4", "close") == 200
    with central.person("manager") as client:
        assert client.post(f"/api/v1/halls/{central.hall}/windows/w4/next").status_code == 409
    central.issue("general")
    central.call_next("w1")
    assert change("w1", "close") == 409, "somebody stands at the window"
    assert labels("general") == ["1", "2"]


def test_yesterday_is_not_called_today_and_holds_up_no_window(central: Central) -> None:
    forgotten, left = central.issue(), central.issue()
    central.call_next("w1")
    central.clock.move(DAY)
    assert central.call_next("w1") is None
    today = central.issue()
    called = central.call_next("w1")
    assert called is not None and called["id"] == today["id"]
    with central.machine() as client:
        states = [client.get(f"/api/v1/tickets/{each['id']}").json()["state"] for each in (forgotten, left)]
    assert states == ["finished", "cancelled"]


def test_the_paper_of_a_ticket_has_a_history(central: Central) -> None:
    ticket = central.issue()

    def report(**body: object) -> str:
        with central.machine() as client:
            answer = client.put(f"/api/v1/tickets/{ticket['id']}/print", json=body)
        return str(answer.raise_for_status().json()["print_outcome"])

    assert report(outcome="not_printed", fault="paper_out") == "not_printed"
    assert report(outcome="not_printed", fault="paper_out") == "not_printed"  # the same report, sent twice
    assert report(outcome="uncertain", fault="printer_mute", reprint=True) == "uncertain"
    assert report(outcome="printed", reprint=True) == "printed"
    history = central.context.database.read(
        lambda session: [(row.outcome, row.fault, row.reprint) for row in session.scalars(select(Print).order_by(Print.id))]
    )
    assert history == [
        ("not_printed", "paper_out", False),
        ("uncertain", "printer_mute", True),
        ("printed", None, True),
    ]
