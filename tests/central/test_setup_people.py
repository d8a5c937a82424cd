"""Staff and machines: entered with a secret that is shown once, changed, locked out and let in again, sent away at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from central import seed
from central.staff import repository as staff
from central.staff.service import FAILURES_ALLOWED
from central.terminals import repository as terminals
from tests.kit.central import HALL, PASSWORD, Central, running_central


class Office:
    """A member of the staff at the set-up."""

    def __init__(self, central: Central, client: httpx.Client) -> None:
        self.central, self.client = central, client

    def send(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return self.client.request(method, f"/api/v1/halls/{self.central.hall}/setup{path}", json=body)

    def person(self, user: str) -> dict[str, Any]:
        return dict(next(each for each in self.send("GET", "").json()["staff"] if each["user"] == user))

    def machine(self, name: str) -> dict[str, Any]:
        return dict(next(each for each in self.send("GET", "").json()["machines"] if each["name"] == name))

    def change(self, user: str, **fields: Any) -> httpx.Response:
        person = self.person(user)
        body = {key: person[key] for key in ("name", "role", "windows", "lines", "active")} | fields
        return self.send("PUT", f"/staff/{person['id']}", body)


@pytest.fixture
def manager(central: Central) -> Iterator[Office]:
    with central.person("manager") as client:
        yield Office(central, client)


@pytest.fixture
def admin(central: Central) -> Iterator[Office]:
    with central.person("admin") as client:
        yield Office(central, client)


def log_in(central: Central, user: str, password: str) -> httpx.Response:
    with central.client() as client:
        return client.post("/api/v1/session", json={"user": user, "password": password})


def hall_status(central: Central, token: str) -> int:
    with central.client(token) as client:
        return client.get(f"/api/v1/halls/{central.hall}").status_code


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.both
def test_a_clerk_comes_moves_and_goes(central: Central, manager: Office) -> None:
    body = {"user": "newcomer", "name": "窗口新", "role": "clerk", "windows": ["w2"], "lines": ["social"]}
    made = manager.send("POST", "/staff", body)
    assert made.status_code == 201
    initial = made.json()["password"]
    assert manager.person("newcomer")["must_change"] and initial not in manager.send("GET", "").text
    opened = log_in(central, "newcomer", initial).json()
    assert opened["must_change"] and hall_status(central, opened["token"]) == 403
    with central.client(opened["token"]) as client:
        assert client.post("/api/v1/session/password", json={"old": initial, "new": PASSWORD}).status_code == 204
    token = log_in(central, "newcomer", PASSWORD).json()["token"]
    central.issue("general")
    social = central.issue("social")
    with central.client(token) as client:
        called = client.post(f"/api/v1/halls/{central.hall}/windows/w2/next").json()
    assert called["number"] == social["number"], "a clerk is given what they can do"
    assert manager.change("newcomer", lines=[]).is_success and hall_status(central, token) == 200, "skills end no session"
    assert manager.change("newcomer", role="helper").is_success and hall_status(central, token) == 401
    token = log_in(central, "newcomer", PASSWORD).json()["token"]
    assert manager.change("newcomer", active=False).is_success and hall_status(central, token) == 401
    assert log_in(central, "newcomer", PASSWORD).status_code == 401
    assert manager.change("newcomer", active=True).is_success
    token = log_in(central, "newcomer", PASSWORD).json()["token"]
    again = manager.send("POST", f"/staff/{manager.person('newcomer')['id']}/password").json()["password"]
    assert hall_status(central, token) == 401 and log_in(central, "newcomer", PASSWORD).status_code == 401
    assert log_in(central, "newcomer", again).json()["must_change"]


def test_a_lockout_is_seen_and_lifted(central: Central, manager: Office) -> None:
    assert manager.person("clerk")["locked_until"] is None
    for _ in range(FAILURES_ALLOWED):
        log_in(central, "clerk", "wrong")
    assert log_in(central, "clerk", PASSWORD).status_code == 401
    assert manager.person("clerk")["locked_until"] is not None
    assert manager.send("POST", f"/staff/{manager.person('clerk')['id']}/unlock").is_success
    assert manager.person("clerk")["locked_until"] is None
    assert log_in(central, "clerk", PASSWORD).status_code == 200


def test_an_admin_is_an_admins_affair(manager: Office, admin: Office) -> None:
    other = {"user": "second", "name": "管理员乙", "role": "admin"}
    assert refusal(manager.send("POST", "/staff", other)) == (403, "forbidden")
    assert refusal(manager.change("clerk", role="admin")) == (403, "forbidden")
    assert refusal(manager.change("admin", name="某人")) == (403, "forbidden")
    assert refusal(manager.send("POST", f"/staff/{manager.person('admin')['id']}/password")) == (403, "forbidden")
    assert refusal(admin.change("admin", role="manager")) == (409, "last_leader")
    assert refusal(admin.change("admin", active=False)) == (409, "last_leader")
    assert admin.send("POST", "/staff", other).status_code == 201
    assert admin.change("admin", role="manager").is_success


def test_the_last_one_who_can_change_the_hall_stays(tmp_path: Path) -> None:
    """In a hall without an admin that is the manager."""
    hall = HALL | {"staff": [each for each in HALL["staff"] if each["role"] != "admin"]}
    with running_central(tmp_path, hall=hall) as central, central.person("manager") as client:
        manager = Office(central, client)
        assert refusal(manager.change("manager", role="clerk")) == (409, "last_leader")
        assert refusal(manager.change("manager", active=False)) == (409, "last_leader")
        assert manager.change("helper", role="manager").is_success
        assert manager.change("manager", role="clerk").is_success
        assert refusal(manager.send("GET", "")) == (401, "not_enrolled"), "no longer a manager, from this moment on"


def test_who_works_at_a_window_is_not_sent_away(central: Central, manager: Office) -> None:
    with central.person("clerk") as clerk:
        for step in ("close", "open"):
            assert clerk.post(f"/api/v1/halls/{central.hall}/windows/w1/{step}").is_success
    assert refusal(manager.change("clerk", active=False)) == (409, "in_use")
    assert refusal(manager.change("clerk", role="helper")) == (409, "in_use")
    assert manager.client.post(f"/api/v1/halls/{central.hall}/windows/w1/close").is_success
    assert manager.change("clerk", active=False).is_success


@pytest.mark.both
def test_a_machine_comes_moves_and_goes(central: Central, manager: Office) -> None:
    made = manager.send("POST", "/machines", {"name": "P2", "role": "pad", "window": "w2"}).json()
    assert manager.machine("P2")["state"] == "code_given" and made["code"] not in manager.send("GET", "").text
    with central.client() as client:
        token = client.post("/api/v1/enrol", json={"code": made["code"]}).json()["token"]
    assert manager.machine("P2")["state"] == "enrolled" and hall_status(central, token) == 200
    path = f"/machines/{made['id']}"
    assert refusal(manager.send("PUT", path, {"name": "P2", "window": None})) == (422, "invalid")
    assert manager.send("PUT", path, {"name": "2号评价器", "window": "w1"}).is_success
    assert manager.machine("2号评价器")["window"] == "w1"
    code = manager.send("POST", f"{path}/code").json()["code"]
    assert hall_status(central, token) == 200, "until the new code is used"
    assert manager.send("DELETE", path).is_success
    assert hall_status(central, token) == 401
    with central.client() as client:
        assert client.post("/api/v1/enrol", json={"code": code}).status_code == 410
    assert manager.machine("2号评价器")["state"] == "not_enrolled"
    assert refusal(manager.send("DELETE", "/machines/00000000-0000-0000-0000-000000000000")) == (404, "machine_unknown")


def test_another_halls_people_and_machines_are_not_there(central: Central, manager: Office) -> None:
    other = HALL | {"hall": HALL["hall"] | {"id": "second"}, "staff": [{"user": "stranger", "name": "窗口癸", "role": "clerk"}]}
    seed.load(central.context, other)
    stranger, machine = central.context.database.read(
        lambda session: (next(iter(staff.names(session, "second"))), next(iter(terminals.names(session, "second"))))
    )
    body = {"name": "某人", "role": "helper"}
    assert refusal(manager.send("PUT", f"/staff/{stranger}", body)) == (404, "staff_unknown")
    assert refusal(manager.send("POST", f"/staff/{stranger}/password")) == (404, "staff_unknown")
    assert refusal(manager.send("DELETE", f"/machines/{machine}")) == (404, "machine_unknown")
    assert refusal(manager.send("POST", f"/machines/{machine}/code")) == (404, "machine_unknown")
