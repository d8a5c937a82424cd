"""Whatever is sent, by whomever: the service never breaks, and every answer is one that the OpenAPI file tells of, in its shape.

``FUZZ_EXAMPLES=200 pytest tests/central/test_openapi_fuzz.py`` looks longer than the suite does.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.kit.central import HALL, Central, running_central
from tests.kit.mandates import SIGNED

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))  # of each operation
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
MACHINES, PEOPLE = ("T1", "D1", "P1"), ("clerk", "manager", "admin", "helper")
ENDLESS = {"/api/v1/halls/{hall}/events"}  # a stream: tests/central/test_events.py
ENDS_THE_SESSION = {"/api/v1/session", "/api/v1/session/password"}

HOURS = [{"weekday": day, "opens": "00:00", "closes": "24:00"} for day in range(1, 8)]

Known = dict[str, list[str]]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """A hall that is always open and takes appointments: more than the door is tried."""
    lines = [line | {"slot_min": 30, "slot_places": 3} for line in HALL["line"]]
    with running_central(tmp_path, hall=HALL | {"hours": HOURS, "line": lines}) as running:
        yield running


@pytest.fixture
def known(central: Central) -> Known:
    """Names of things that are there."""
    tickets = [central.issue(line)["id"] for line in ("general", "general", "social", "civil", "general", "social")]
    called = central.call_next("w1")
    assert called is not None
    today = central.clock.utc().date()
    days = [(today + timedelta(days=ahead)).isoformat() for ahead in range(3)]
    visit = {"name": "测试甲", "phone": "13900000000", "place": "测试路1号"}
    mandate = {"item": "social_card", "principal": {"name": "测试甲", "id_number": "152601195001020019"}, **SIGNED}
    people = [{"name": "测试甲", "phone": f"1390000000{n}"} for n in range(3)]
    bookings = [{"line": "general", "day": days[0], "at": f"{21 + n}:00", "contact": each} for n, each in enumerate(people)]
    return {
        "hall": [central.hall],
        "line": ["general", "social", "civil", "tidal"],
        "window": ["w1", "w2", "w3", "w4"],
        "ticket": tickets,
        "appointment": [made(central, "appointments", body) for body in bookings],
        "visit": [made(central, "home-visits", visit) for _ in range(3)],
        "mandate": [made(central, "mandates", mandate) for _ in range(3)],
        "opinion": [made(central, "opinions", {"kind": "enquiry", "words": "什么时候开门"}) for _ in range(3)],
        "form": ["mandate", "ledger"],
        "priority": ["elderly", "soldier"],
        "day": days,
        "from": days,
        "to": days,
        "at": ["09:00", "10:30"],
        "class": ["elderly", "soldier"],
    }


def made(central: Central, what: str, body: dict[str, Any]) -> str:
    """The id of a new one."""
    with central.person("manager") as client:
        path, key = f"/api/v1/halls/{central.hall}/{what}", {"Idempotency-Key": str(uuid4())}
        answer = client.post(path, json=body, headers=key)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def operations(central: Central) -> Iterator[APIOperation[Any, Any, Any, Any]]:
    with central.client() as client:
        document = client.get("/api/v1/openapi.json").raise_for_status().json()
    for found in schemathesis.openapi.from_dict(without_tuples(document)).get_all_operations():
        operation = found.ok()
        if operation.path not in ENDLESS:
            yield operation


def without_tuples(node: Any) -> Any:
    """schemathesis 4.32 makes tuples of draft 4 of ``prefixItems`` and then refuses them; length and kinds are checked anyhow."""
    if isinstance(node, list):
        return [without_tuples(each) for each in node]
    if not isinstance(node, dict):
        return node
    kinds = {"items": {"anyOf": node["prefixItems"]}} if "prefixItems" in node else {}
    return {name: without_tuples(value) for name, value in node.items() if name != "prefixItems"} | kinds


def fitted(values: Any, known: Known, chance: random.Random) -> Any:
    """Most names of things in what is sent are made names of things that are there."""
    if not isinstance(values, dict):
        return values
    return {
        name: chance.choice(known[name]) if name in known and chance.random() < 0.8 else fitted(value, known, chance)
        for name, value in values.items()
    }


def complaint(central: Central, operation: APIOperation[Any, Any, Any, Any], known: Known, session: requests.Session) -> str:
    """What was wrong with the first bad answer of an operation; empty when all were good."""

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), caller=st.sampled_from([*MACHINES, *PEOPLE, None]), seed=st.integers(0, 1 << 30))
    def ask(case: Any, caller: str | None, seed: int) -> None:
        chance = random.Random(seed)
        case.path_parameters = fitted(case.path_parameters, known, chance)
        case.query = fitted(case.query, known, chance)
        case.body = fitted(case.body, known, chance)
        token = None if caller is None else central.enrol(caller) if caller in MACHINES else central.log_in(caller)
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        if chance.random() < 0.9:
            headers["Idempotency-Key"] = f"request-{chance.randrange(1 << 40)}"
        response = case.call(base_url=central.url, session=session, headers=headers, timeout=20)
        if operation.path in ENDS_THE_SESSION and caller is not None:
            central._until.pop(caller, None)
        case.validate_response(response, checks=CHECKS)

    try:
        ask()
    except (FailureGroup, AssertionError) as found:
        return f"{operation.label}: {found!r}\n" + "\n".join(str(each) for each in getattr(found, "exceptions", [found]))
    return ""


def test_every_answer_is_documented(central: Central, known: Known) -> None:
    with requests.Session() as session:
        session.trust_env = False
        told = [complaint(central, operation, known, session) for operation in operations(central)]
    assert len(told) > 20, "the file told of hardly any operation"
    assert not any(told), "\n\n".join(filter(None, told))
