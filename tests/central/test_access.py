"""Every endpoint against every caller: the table (``who_may.py``) says who may, and the service must agree."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from central import seed
from central.app import api_routes
from tests.central.who_may import CALLERS, NOBODY, STAFF, TABLE, Row
from tests.kit.central import HALL, Central, running_central

UNHEARD_OF = {name: "unheard-of" for name in ("call", "appointment", "visit", "line", "priority", "hash", "item")}
UNHEARD_OF |= {name: "unheard-of" for name in ("opinion", "mandate", "proposal", "training", "answer")} | {"form": "ledger"}
UNHEARD_OF |= {"person": NOBODY, "machine": NOBODY, "day": "999", "version": "999", "relay": "999"}
OWN_CREDENTIAL = {"/session"}  # these judge the password or token in the request themselves


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("access")) as running:
        yield running


@pytest.fixture(scope="module")
def ticket(central: Central) -> str:
    return str(central.issue()["id"])


class Asking:
    """Every caller with a connection of its own, kept open: most of the time of a request would go into making one."""

    def __init__(self, central: Central, ticket: str) -> None:
        self._central = central
        self._ticket = ticket
        self._clients: dict[str, httpx.Client] = {}

    def ask(self, caller: str, row: Row, hall: str) -> tuple[int, str | None]:
        """Status, and the code of a refusal."""
        path = "/api/v1" + row.path.format(hall=hall, ticket=self._ticket, window="w1", **UNHEARD_OF)
        headers = {"Idempotency-Key": f"{caller}-request"}
        with self._client(caller).stream(row.method, path, json=row.body, headers=headers) as answer:
            if answer.is_success:
                return answer.status_code, None
            answer.read()
            return answer.status_code, str(answer.json()["error"]["code"])

    def _client(self, caller: str) -> httpx.Client:
        if caller not in self._clients:
            name = CALLERS[caller]
            token = None if name is None else self._central.log_in(name) if name in STAFF else self._central.enrol(name)
            self._clients[caller] = self._central.client(token)
        return self._clients[caller]

    def forget(self, caller: str) -> None:
        """The session is over, or its cookie would go along with the next request."""
        self._central._until.pop(caller, None)
        self._clients.pop(caller).close()

    def close(self) -> None:
        for client in self._clients.values():
            client.close()


@pytest.fixture(scope="module")
def asking(central: Central, ticket: str) -> Iterator[Asking]:
    with closing(Asking(central, ticket)) as somebody:
        yield somebody


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.method} {row.path}")
def test_who_may(central: Central, asking: Asking, row: Row) -> None:
    for caller in CALLERS:
        status, code = asking.ask(caller, row, central.hall)
        if row.path in OWN_CREDENTIAL:
            asking.forget(caller)
            assert code in (None, "login_refused"), caller
        elif caller in row.who:
            assert code not in ("not_enrolled", "forbidden"), (caller, status, code)
        elif caller == "nobody":
            assert (status, code) == (401, "not_enrolled")
        else:
            assert code in ("forbidden", "not_enrolled"), (caller, status, code)


def test_the_table_is_whole() -> None:
    """No endpoint is added without saying here who may call it."""
    declared = {(method, route.path.removeprefix("/api/v1")) for route in api_routes() for method in route.methods or ()}
    assert declared == {(row.method, row.path.partition("?")[0]) for row in TABLE}


def test_every_endpoint_has_an_edge() -> None:
    bare = {route.path for route in api_routes() if not hasattr(route.endpoint, "who")}
    assert bare == {"/api/v1/session", "/api/v1/session/password"}


@pytest.mark.parametrize("row", [row for row in TABLE if "{hall}" in row.path], ids=lambda row: f"{row.method} {row.path}")
def test_another_hall_is_closed_to_everybody(asking: Asking, row: Row) -> None:
    for caller in row.who:
        assert asking.ask(caller, row, "elsewhere") == (403, "forbidden"), caller


def test_things_of_another_hall_are_closed_too(central: Central) -> None:
    other = copy.deepcopy(HALL)
    other["hall"]["id"] = "second"
    other["staff"] = [{"user": "second-manager", "name": "主任己", "role": "manager"}]
    other["terminal"] = [{"name": "T1", "role": "terminal"}]
    made = seed.load(central.context, other)
    with central.client() as client:
        stranger = client.post("/api/v1/enrol", json={"code": made.codes["T1"]}).json()["token"]
    ticket = central.issue()["id"]
    with central.machine() as own:
        key = {"Idempotency-Key": "ring-0001"}
        call = own.post(f"/api/v1/halls/{central.hall}/help", json={"doing": "menu"}, headers=key).json()["id"]
    with central.client(stranger) as client:
        for method, path, body in (
            ("GET", f"/tickets/{ticket}", None),
            ("PUT", f"/tickets/{ticket}/print", {"outcome": "printed"}),
            ("PUT", f"/tickets/{ticket}/rating", {"level": 1, "channel": "touch"}),
            ("POST", f"/help/{call}/close", None),
        ):
            assert client.request(method, f"/api/v1{path}", json=body).status_code == 403, path


@pytest.mark.parametrize("token", ["x", "staff_unknown", "machine_unknown", "Basic abc"])
def test_a_token_that_is_none(central: Central, token: str) -> None:
    with central.client(token) as client:
        answer = client.get(f"/api/v1/halls/{central.hall}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not_enrolled")


def test_there_is_nothing_else(central: Central) -> None:
    with central.client() as client:
        assert client.get("/api/v1/nothing").json()["error"]["code"] == "not_found"
        assert client.post("/api/v1/health").json()["error"]["code"] == "method_not_allowed"
        assert client.get("/docs").status_code == client.get("/redoc").status_code == 404
