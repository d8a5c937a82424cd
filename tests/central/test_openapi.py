"""The OpenAPI file is valid and tells of every answer that the service gives."""

from __future__ import annotations

import re
from typing import Any

import pytest

from central.errors import Refusal
from tests.kit.central import Central

METHODS = {"get", "post", "put", "delete"}


@pytest.fixture
def document(central: Central) -> dict[str, Any]:
    with central.client() as client:
        return dict(client.get("/api/v1/openapi.json").raise_for_status().json())


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    paths = document["paths"].items()
    found = {f"{method} {path}": each for path, item in paths for method, each in item.items() if method in METHODS}
    return {name: each for name, each in found.items() if "/api/v1/" in name}


def references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if "$ref" in node else set()
        return own.union(*(references(each) for each in node.values()))
    return set().union(*(references(each) for each in node)) if isinstance(node, list) else set()


def test_the_document_is_whole(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert references(document) <= schemas
    for name, operation in operations(document).items():
        in_path = set(re.findall(r"{(\w+)}", name))
        assert in_path == {each["name"] for each in operation.get("parameters", []) if each["in"] == "path"}, name
        assert operation["operationId"] and operation["description"], name
    ids = [operation["operationId"] for operation in operations(document).values()]
    assert len(ids) == len(set(ids))


def test_every_refusal_has_the_one_schema(document: dict[str, Any]) -> None:
    for name, operation in operations(document).items():
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                schema = answer["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
                error = document["components"]["schemas"][schema]["properties"]["error"]  # some say more beside it
                assert error == {"$ref": "#/components/schemas/ErrorBody"}, (name, status)
        if "requestBody" in operation or "{" in name:
            assert {"401", "403", "413", "422"} <= set(operation["responses"]), name


ISSUE_CODES = {"key_missing", "key_reused", "line_unknown", "line_closed", "window_closed", "quota_spent", "ticket_open"}
WINDOW_CODES = {
    "next": {"window_unknown", "window_closed", "window_paused", "wrong_state"},
    "call": {"window_unknown", "window_closed", "window_paused", "wrong_state", "ticket_unknown", "ticket_open"},
    "open": {"window_unknown"},
    "close": {"window_unknown", "wrong_state"},
    "pause": {"window_unknown", "window_closed"},
    "resume": {"window_unknown"},
}
STEP = {"ticket_unknown", "window_unknown", "wrong_state"}
STEP_CODES: dict[str, set[str]] = {
    "recall": set(),
    "no-show": set(),
    "finish": set(),
    "finish-and-close": set(),
    "park": set(),
    "holder": {"holder_unknown"},
    "transfer": {"line_unknown", "window_closed", "ticket_open"},
    "reenter": {"ticket_open"},
    "undo": {"too_late", "window_closed", "ticket_open"},
}
GUIDE_CODES = {"get": "guide", "put": "item"}
SLOT_CODES = {"line_unknown", "slot_unknown", "slot_full", "appointment_open"}
CHECK_IN_CODES = {"key_missing", "key_reused", "wrong_state", "line_unknown", "ticket_open"} | {
    "appointment_unknown",
    "too_many_codes",
    "appointment_early",
    "appointment_other_day",
}
MANDATE_CODES = {"mandate_unknown", "not_the_agent", "wrong_state", "supplement_asked", "mandate_incomplete"}
OPINION_CODES = {"opinion_unknown", "not_the_owner", "wrong_state"}
PROPOSAL = {"proposal_unknown", "wrong_state"}
KEEPING_CODES: dict[str, set[str]] = {
    **{f"get /api/v1/halls/{{hall}}/{each}": set() for each in ("knowledge", "proposals", "proposals.xlsx", "agents.xlsx")},
    **{f"get /api/v1/halls/{{hall}}/{each}{file}": set() for each in ("self-checks", "trainings") for file in ("", ".xlsx")},
    **{f"get /api/v1/{each}": set() for each in ("self-checks", "self-checks.xlsx")},
    **{f"post /api/v1/halls/{{hall}}/{each}": set() for each in ("proposals", "self-checks", "trainings")},
    **{f"post /api/v1/proposals/{{proposal}}/{each}": PROPOSAL for each in ("answer", "came")},
    **{f"{each} /api/v1/trainings/{{training}}": {"training_unknown"} for each in ("put", "delete")},
    **{f"{each} /api/v1/knowledge/{{answer}}": {"answer_unknown"} for each in ("put", "delete")},
    "post /api/v1/halls/{hall}/knowledge": {"already_taken", "wrong_state"},
}
SETUP = "/api/v1/halls/{hall}/setup"
SETUP_CODES: dict[str, set[str]] = {
    "put /hall": set(),
    "put /rules": set(),
    "put /lines/{line}": {"in_use"},
    "delete /lines/{line}": {"line_unknown", "in_use"},
    "put /windows/{window}": {"in_use"},
    "delete /windows/{window}": {"window_unknown", "in_use"},
    "put /priorities/{priority}": set(),
    "delete /priorities/{priority}": {"priority_unknown"},
    "put /hours": set(),
    "post /special-days": set(),
    "put /special-days/{day}": {"special_day_unknown"},
    "delete /special-days/{day}": {"special_day_unknown"},
    "post /staff": set(),
    "put /staff/{person}": {"staff_unknown", "in_use", "last_leader"},
    "post /staff/{person}/password": {"staff_unknown"},
    "post /staff/{person}/unlock": {"staff_unknown"},
    "post /machines": set(),
    "put /machines/{machine}": {"machine_unknown"},
    "post /machines/{machine}/code": {"machine_unknown"},
    "delete /machines/{machine}": {"machine_unknown"},
}


def codes(document: dict[str, Any], operation: str) -> set[str]:
    answers = operations(document)[operation]["responses"].items()
    return {code for status, each in answers if int(status) >= 400 for code in each["description"].split(" or ")}


def test_the_codes_of_each_endpoint(document: dict[str, Any]) -> None:
    anywhere = {"not_enrolled", "forbidden", "content_too_long", "invalid"}
    said = {name: codes(document, name) - anywhere for name in operations(document)}
    assert said == {
        "get /api/v1/health": set(),
        "post /api/v1/enrol": {"code_unknown"},
        "get /api/v1/halls/{hall}": set(),
        "get /api/v1/halls/{hall}/items": set(),
        "get /api/v1/halls/{hall}/guides": set(),
        **{f"{each} /api/v1/halls/{{hall}}/items/{{item}}/guide": {f"{what}_unknown"} for each, what in GUIDE_CODES.items()},
        "get /api/v1/halls/{hall}/items/{item}/guide/versions": {"item_unknown"},
        "get /api/v1/halls/{hall}/items/{item}/guide/versions/{version}": {"guide_unknown"},
        "delete /api/v1/halls/{hall}/items/{item}/guide/versions/{version}": {"guide_unknown"},
        "get /api/v1/halls/{hall}/catalogue.json": set(),
        "get /api/v1/halls/{hall}/catalogue.xlsx": set(),
        "post /api/v1/halls/{hall}/catalogue": {"catalogue_refused"},
        "get /api/v1/halls/{hall}/catalogue/lint": set(),
        "delete /api/v1/halls/{hall}/items/{item}": {"item_unknown", "item_in_use"},
        "post /api/v1/items/{item}/guide": {"item_unknown"},
        "get /api/v1/halls/{hall}/ratings": set(),
        "get /api/v1/halls/{hall}/audit": set(),
        "get /api/v1/halls/{hall}/statistics": set(),
        "get /api/v1/halls/{hall}/statistics.csv": set(),
        "get /api/v1/halls/{hall}/statistics.xlsx": set(),
        "post /api/v1/halls/{hall}/mandates": {"key_missing", "key_reused"},
        **{f"get /api/v1/halls/{{hall}}/mandates{each}": set() for each in ("", ".csv", ".xlsx")},
        "post /api/v1/halls/{hall}/mandates/find": {"mandate_unknown", "too_many_codes"},
        "post /api/v1/halls/{hall}/mandates/on-file": set(),
        "post /api/v1/halls/{hall}/mandates/{mandate}/received": {"mandate_unknown", "not_offered", "too_many_codes"},
        "get /api/v1/mandates/{mandate}": {"mandate_unknown"},
        "get /api/v1/mandates/{mandate}/others": {"mandate_unknown"},
        "post /api/v1/mandates/{mandate}/holder": {"mandate_unknown", "not_the_agent"},
        "post /api/v1/mandates/{mandate}/steps": MANDATE_CODES,
        "get /api/v1/halls/{hall}/relays": set(),
        "get /api/v1/relays/{relay}": {"relay_unknown"},
        "post /api/v1/relays/{relay}/take": {"relay_unknown", "not_the_agent", "wrong_state"},
        "post /api/v1/relays/{relay}/holder": {"relay_unknown", "not_the_agent", "wrong_state"},
        "post /api/v1/relays/{relay}/back": {"relay_unknown", "not_the_agent", "wrong_state", "supplement_asked"},
        "post /api/v1/relays/{relay}/onward": {"relay_unknown", "not_the_agent", "wrong_state"},
        "get /api/v1/halls/{hall}/mandate-forms": set(),
        "put /api/v1/halls/{hall}/mandate-forms/{form}": set(),
        "delete /api/v1/halls/{hall}/mandate-forms/{form}": set(),
        "post /api/v1/halls/{hall}/opinions": {"key_missing", "key_reused", "not_the_owner"},
        **{f"get /api/v1/halls/{{hall}}/opinion{each}": set() for each in ("s", "s.csv", "s.xlsx", "-statistics")},
        "post /api/v1/opinions/{opinion}/holder": {"opinion_unknown", "not_the_owner"},
        **{f"post /api/v1/opinions/{{opinion}}/{each}": OPINION_CODES for each in ("assign", "answer", "close")},
        **KEEPING_CODES,
        "get /api/v1/halls/{hall}/history": {"ticket_unknown", "window_unknown"},
        "get /api/v1/permissions": set(),
        "put /api/v1/presence": set(),
        f"get {SETUP}": set(),
        **{each.replace(" ", f" {SETUP}"): refused | {"setup_changed"} for each, refused in SETUP_CODES.items()},
        "get /api/v1/halls/{hall}/events": set(),
        **{f"post /api/v1/halls/{{hall}}/windows/{{window}}/{each}": refused for each, refused in WINDOW_CODES.items()},
        "get /api/v1/halls/{hall}/windows/{window}/queue": {"window_unknown"},
        "post /api/v1/halls/{hall}/tickets": ISSUE_CODES,
        "post /api/v1/halls/{hall}/help": {"key_missing", "key_reused"},
        "post /api/v1/halls/{hall}/notices": {"key_missing", "key_reused", "guide_unknown"},
        "get /api/v1/halls/{hall}/notices": set(),
        "get /api/v1/halls/{hall}/notices.csv": set(),
        "get /api/v1/halls/{hall}/notices.xlsx": set(),
        "get /api/v1/tickets/{ticket}": {"ticket_unknown"},
        "put /api/v1/tickets/{ticket}/print": {"ticket_unknown"},
        "put /api/v1/tickets/{ticket}/rating": {"ticket_unknown", "wrong_state", "already_rated"},
        **{f"post /api/v1/tickets/{{ticket}}/{step}": STEP | more for step, more in STEP_CODES.items()},
        "post /api/v1/tickets/{ticket}/cancel": {"ticket_unknown", "wrong_state"},
        "get /api/v1/halls/{hall}/roster": set(),
        "get /api/v1/halls/{hall}/roster/{person}/picture": {"picture_unknown"},
        "put /api/v1/halls/{hall}/setup/roster/{person}": {"staff_unknown", "setup_changed"},
        "put /api/v1/halls/{hall}/setup/roster/{person}/picture": {"staff_unknown", "setup_changed"},
        "delete /api/v1/halls/{hall}/setup/roster/{person}/picture": {"staff_unknown", "setup_changed"},
        "get /api/v1/halls/{hall}/help-statistics": set(),
        "get /api/v1/halls/{hall}/help-statistics.csv": set(),
        "post /api/v1/help/{call}/acknowledge": {"help_unknown", "wrong_state"},
        "post /api/v1/help/{call}/answer": {"help_unknown", "wrong_state"},
        "post /api/v1/help/{call}/close": {"help_unknown"},
        "put /api/v1/help/{call}/rating": {"help_unknown", "wrong_state", "already_rated"},
        "get /api/v1/halls/{hall}/help-ratings": set(),
        "get /api/v1/halls/{hall}/slots": {"line_unknown"},
        "get /api/v1/halls/{hall}/appointments": set(),
        "post /api/v1/halls/{hall}/appointments": {"key_missing", "key_reused"} | SLOT_CODES,
        "post /api/v1/halls/{hall}/appointments/find": {"appointment_unknown", "too_many_codes"},
        "post /api/v1/appointments/{appointment}/holder": {"appointment_unknown"},
        "post /api/v1/appointments/{appointment}/cancel": {"appointment_unknown", "too_many_codes", "wrong_state"},
        "post /api/v1/appointments/{appointment}/move": {"appointment_unknown", "too_many_codes", "wrong_state"} | SLOT_CODES,
        "post /api/v1/halls/{hall}/appointments/check-in": CHECK_IN_CODES,
        "get /api/v1/halls/{hall}/home-visits": set(),
        "post /api/v1/halls/{hall}/home-visits": {"key_missing", "key_reused", "line_unknown"},
        "post /api/v1/home-visits/{visit}/holder": {"visit_unknown"},
        "post /api/v1/home-visits/{visit}/plan": {"visit_unknown", "wrong_state"},
        "post /api/v1/home-visits/{visit}/done": {"visit_unknown", "wrong_state"},
        "post /api/v1/home-visits/{visit}/decline": {"visit_unknown", "wrong_state"},
        "post /api/v1/home-visits/{visit}/cancel": {"visit_unknown", "wrong_state"},
        "post /api/v1/voices": {"too_many"},
        "get /api/v1/voices/{hash}": {"voice_unknown"},
        "post /api/v1/session": {"login_refused"},
        "delete /api/v1/session": set(),
        "post /api/v1/session/password": {"login_refused"},
    }


def test_every_refusal_is_declared_somewhere(document: dict[str, Any]) -> None:
    everywhere = set().union(*(codes(document, name) for name in operations(document)))
    assert {refusal.code for refusal in Refusal.__subclasses__()} == everywhere


def test_success_has_a_schema(document: dict[str, Any]) -> None:
    for name, operation in operations(document).items():
        successes = {status: each for status, each in operation["responses"].items() if status.startswith("2")}
        assert successes, name
        assert all("content" in each or status == "204" for status, each in successes.items()), name
