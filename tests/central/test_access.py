"""Every endpoint against every caller: the table below says who may, and the service must agree."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

import httpx
import pytest
from fastapi.routing import APIRoute

from central import seed
from central.app import api
from tests.kit.central import HALL, PASSWORD, Central, running_central

CALLERS = {"nobody": None, "terminal": "T1", "display": "D1", "pad": "P1"} | {
    user: user for user in ("admin", "manager", "clerk", "helper")
}
ANYBODY = set(CALLERS)
ENROLLED = ANYBODY - {"nobody"}
STAFF = {"admin", "manager", "clerk", "helper"}
WINDOW_STAFF = STAFF - {"helper"}
LEADERS = {"admin", "manager"}

WINDOW = {"label": "1", "name": {"zh": "综合窗口"}, "type": "comprehensive", "lines": ["general"]}
SPECIAL_DAY = {"day": "2030-01-01", "kind": "holiday", "name": {"zh": "元旦"}}
GUIDE = {"type": "benefit", "authority": "街道办事处", "summary": "一句话。", "result": "补贴"}
FORM = {"title": {"zh": "台账"}, "rows": [{"fact": "number", "name": {"zh": "编号"}}]}
NOBODY = "00000000-0000-0000-0000-000000000000"


class Row(NamedTuple):
    method: str
    path: str
    who: set[str]
    body: Any = None


TABLE = [
    Row("GET", "/health", ANYBODY),
    Row("POST", "/enrol", ANYBODY, {"code": "NO-SUCH-CODE"}),
    Row("PUT", "/presence", ENROLLED - STAFF, {"version": "0.1.0"}),
    Row("GET", "/halls/{hall}", ENROLLED),
    Row("GET", "/halls/{hall}/items", ENROLLED),
    Row("GET", "/halls/{hall}/roster", ENROLLED),
    Row("GET", "/halls/{hall}/roster/{person}/picture", ENROLLED),
    Row("GET", "/halls/{hall}/guides", ENROLLED),
    Row("GET", "/halls/{hall}/items/{item}/guide", ENROLLED),
    Row("PUT", "/halls/{hall}/items/{item}/guide", LEADERS, {"guide": GUIDE}),
    Row("GET", "/halls/{hall}/items/{item}/guide/versions", LEADERS),
    Row("GET", "/halls/{hall}/items/{item}/guide/versions/{version}", LEADERS),
    Row("DELETE", "/halls/{hall}/items/{item}/guide/versions/{version}", LEADERS),
    Row("GET", "/halls/{hall}/catalogue.json", LEADERS),
    Row("GET", "/halls/{hall}/catalogue.xlsx", LEADERS),
    Row("POST", "/halls/{hall}/catalogue", LEADERS, {"items": []}),
    Row("GET", "/halls/{hall}/catalogue/lint", LEADERS),
    Row("DELETE", "/halls/{hall}/items/{item}", LEADERS),
    Row("POST", "/items/{item}/guide", {"admin"}, {"guide": GUIDE}),
    Row("POST", "/halls/{hall}/tickets", STAFF | {"terminal"}, {"line": "general"}),
    Row("GET", "/tickets/{ticket}", ENROLLED),
    Row("PUT", "/tickets/{ticket}/print", {"terminal"}, {"outcome": "printed"}),
    Row("POST", "/halls/{hall}/windows/{window}/next", WINDOW_STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/call", WINDOW_STAFF, {"ticket": "unheard-of"}),
    Row("GET", "/halls/{hall}/windows/{window}/queue", STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/open", WINDOW_STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/close", WINDOW_STAFF),
    Row("POST", "/halls/{hall}/windows/{window}/pause", WINDOW_STAFF, {"reason": "break"}),
    Row("POST", "/halls/{hall}/windows/{window}/resume", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/recall", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/holder", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/no-show", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/finish", WINDOW_STAFF),
    Row("PUT", "/tickets/{ticket}/rating", {"terminal", "pad"}, {"level": 5, "channel": "pad"}),
    Row("POST", "/tickets/{ticket}/finish-and-close", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/park", WINDOW_STAFF, {}),
    Row("POST", "/tickets/{ticket}/transfer", WINDOW_STAFF, {"line": "social"}),
    Row("POST", "/tickets/{ticket}/reenter", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/undo", WINDOW_STAFF),
    Row("POST", "/tickets/{ticket}/cancel", STAFF | {"terminal"}, {"by": "staff"}),
    Row("POST", "/halls/{hall}/help", STAFF | {"terminal", "pad"}, {"doing": "menu", "window": "w1"}),
    Row("POST", "/help/{call}/acknowledge", STAFF),
    Row("POST", "/halls/{hall}/notices", STAFF | {"terminal"}, {"item": "elder_card", "version": 1}),
    Row("GET", "/halls/{hall}/notices", LEADERS),
    Row("GET", "/halls/{hall}/notices.csv", LEADERS),
    Row("GET", "/halls/{hall}/notices.xlsx", LEADERS),
    Row("POST", "/help/{call}/answer", STAFF, {"minutes": 1}),
    Row("POST", "/help/{call}/close", STAFF | {"terminal", "pad"}),
    Row("PUT", "/help/{call}/rating", {"terminal"}, {"level": 5, "channel": "touch"}),
    Row("GET", "/halls/{hall}/help-ratings", LEADERS),
    Row("GET", "/halls/{hall}/slots?line=general", ENROLLED),
    Row("POST", "/halls/{hall}/appointments", STAFF | {"terminal"}, {"line": "general", "day": "2025-03-03", "at": "09:00"}),
    Row("GET", "/halls/{hall}/appointments", STAFF),
    Row("POST", "/appointments/{appointment}/holder", STAFF),
    Row("POST", "/halls/{hall}/appointments/find", STAFF | {"terminal"}, {"code": "000000"}),
    Row("POST", "/appointments/{appointment}/cancel", STAFF | {"terminal"}),
    Row("POST", "/appointments/{appointment}/move", STAFF | {"terminal"}, {"day": "2025-03-03", "at": "09:00"}),
    Row("POST", "/halls/{hall}/appointments/check-in", STAFF | {"terminal"}, {"code": "000000"}),
    Row("POST", "/halls/{hall}/home-visits", STAFF | {"terminal"}, {"name": "测试甲", "phone": "0477-0000000", "place": "测试路"}),
    Row("GET", "/halls/{hall}/home-visits", STAFF),
    Row("POST", "/home-visits/{visit}/holder", STAFF),
    Row("POST", "/home-visits/{visit}/plan", STAFF, {"staff": "nobody", "at": "2025-03-04T10:00"}),
    Row("POST", "/home-visits/{visit}/done", STAFF, {}),
    Row("POST", "/home-visits/{visit}/decline", STAFF, {"note": "too far"}),
    Row("POST", "/home-visits/{visit}/cancel", STAFF),
    Row("POST", "/halls/{hall}/mandates", STAFF | {"terminal"}, {"item_name": {"zh": "事"}, "principal": {"name": "测试甲"}}),
    Row("GET", "/halls/{hall}/mandates", STAFF),
    Row("POST", "/halls/{hall}/mandates/find", STAFF | {"terminal"}, {"code": "00000000", "last_four": "0000"}),
    Row("GET", "/halls/{hall}/mandates.csv", STAFF),
    Row("GET", "/halls/{hall}/mandates.xlsx", STAFF),
    Row("GET", "/mandates/{mandate}", STAFF),
    Row("GET", "/mandates/{mandate}/others", STAFF),
    Row("POST", "/mandates/{mandate}/holder", STAFF),
    Row("POST", "/mandates/{mandate}/steps", STAFF, {"act": "take"}),
    Row("GET", "/halls/{hall}/mandate-forms", STAFF | {"terminal"}),
    Row("PUT", "/halls/{hall}/mandate-forms/{form}", LEADERS, FORM),
    Row("DELETE", "/halls/{hall}/mandate-forms/{form}", LEADERS),
    Row("POST", "/halls/{hall}/opinions", STAFF | {"terminal"}, {"kind": "praise", "topics": ["kind"]}),
    Row("GET", "/halls/{hall}/opinions", STAFF),
    *(Row("GET", f"/halls/{{hall}}/opinion{each}", LEADERS) for each in ("s.csv", "s.xlsx", "-statistics")),
    Row("POST", "/opinions/{opinion}/holder", STAFF),
    Row("POST", "/opinions/{opinion}/assign", STAFF, {"staff": "nobody"}),
    Row("POST", "/opinions/{opinion}/answer", STAFF, {"result": "explained", "words": "x"}),
    Row("POST", "/opinions/{opinion}/close", STAFF, {"reply": "phone"}),
    Row("GET", "/halls/{hall}/events", ENROLLED),
    Row("GET", "/halls/{hall}/ratings", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/audit", LEADERS),
    Row("GET", "/halls/{hall}/history", LEADERS),
    Row("GET", "/permissions", STAFF),
    Row("GET", "/halls/{hall}/setup", LEADERS),
    Row("PUT", "/halls/{hall}/setup/hall", LEADERS, {"name": {"zh": "大厅"}, "phone": "0477-0000000"}),
    Row("PUT", "/halls/{hall}/setup/rules", LEADERS, {}),
    Row("PUT", "/halls/{hall}/setup/lines/{line}", LEADERS, {"letter": "Z", "name": {"zh": "新"}, "summary": {"zh": "新"}}),
    Row("DELETE", "/halls/{hall}/setup/lines/{line}", LEADERS),
    Row("PUT", "/halls/{hall}/setup/windows/{window}", LEADERS, WINDOW),
    Row("DELETE", "/halls/{hall}/setup/windows/{window}", LEADERS),
    Row("PUT", "/halls/{hall}/setup/priorities/{priority}", LEADERS, {"name": {"zh": "新"}}),
    Row("DELETE", "/halls/{hall}/setup/priorities/{priority}", LEADERS),
    Row("PUT", "/halls/{hall}/setup/hours", LEADERS, {"line": "tidal", "spans": []}),
    Row("POST", "/halls/{hall}/setup/special-days", LEADERS, SPECIAL_DAY),
    Row("PUT", "/halls/{hall}/setup/special-days/{day}", LEADERS, SPECIAL_DAY),
    Row("DELETE", "/halls/{hall}/setup/special-days/{day}", LEADERS),
    Row("POST", "/halls/{hall}/setup/staff", LEADERS, {"user": "another", "name": "帮办己", "role": "helper"}),
    Row("PUT", "/halls/{hall}/setup/staff/{person}", LEADERS, {"name": "帮办己", "role": "helper"}),
    Row("POST", "/halls/{hall}/setup/staff/{person}/password", LEADERS),
    Row("POST", "/halls/{hall}/setup/staff/{person}/unlock", LEADERS),
    Row("PUT", "/halls/{hall}/setup/roster/{person}", LEADERS, {}),
    Row("PUT", "/halls/{hall}/setup/roster/{person}/picture", LEADERS, {"picture": ""}),
    Row("DELETE", "/halls/{hall}/setup/roster/{person}/picture", LEADERS),
    Row("POST", "/halls/{hall}/setup/machines", LEADERS, {"name": "T9", "role": "terminal"}),
    Row("PUT", "/halls/{hall}/setup/machines/{machine}", LEADERS, {"name": "T9"}),
    Row("POST", "/halls/{hall}/setup/machines/{machine}/code", LEADERS),
    Row("DELETE", "/halls/{hall}/setup/machines/{machine}", LEADERS),
    Row("GET", "/halls/{hall}/statistics", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/statistics.csv", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/statistics.xlsx", {"admin", "manager"}),
    Row("GET", "/halls/{hall}/help-statistics", LEADERS),
    Row("GET", "/halls/{hall}/help-statistics.csv", LEADERS),
    Row("POST", "/voices", {"terminal", "display"}, {"sentences": [{"lang": "zh", "text": "请稍等"}]}),
    Row("GET", "/voices/{hash}", {"terminal", "display"}),
    Row("POST", "/session/password", STAFF, {"old": PASSWORD, "new": "x"}),
    Row("DELETE", "/session", ANYBODY),
    Row("POST", "/session", ANYBODY, {"user": "nobody", "password": "nothing"}),
]
UNHEARD_OF = {name: "unheard-of" for name in ("call", "appointment", "visit", "line", "priority", "hash", "item")}
UNHEARD_OF |= {"opinion": "unheard-of", "mandate": "unheard-of", "form": "ledger"}
UNHEARD_OF |= {"person": NOBODY, "machine": NOBODY, "day": "999", "version": "999"}
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
    declared = {(method, route.path.removeprefix("/api/v1")) for route in routes() for method in route.methods or ()}
    assert declared == {(row.method, row.path.partition("?")[0]) for row in TABLE}


def test_every_endpoint_has_an_edge() -> None:
    bare = {route.path for route in routes() if not hasattr(route.endpoint, "who")}
    assert bare == {"/session", "/session/password"}


def routes() -> list[APIRoute]:
    found: list[APIRoute] = []

    def collect(router: Any) -> None:
        for route in router.routes:
            if isinstance(route, APIRoute):
                found.append(route)
            else:
                collect(route.original_router)

    collect(api())
    return found


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
