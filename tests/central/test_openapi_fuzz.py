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

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "10"))  # of each operation
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
MACHINES, PEOPLE = ("T1", "D1", "P1"), ("clerk", "manager", "admin", "helper")
ENDLESS = {"/api/v1/halls/{hall}/events"}  # a stream: tests/central/test_events.py
ENDS_THE_SESSION = {"/api/v1/session", "/api/v1/session/password"}

HOURS = [{"weekday": day, "opens": "00:00", "closes": "24:00"} for day in range(1, 8)]

Known = dict[str, list[str]]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """A hall that is always open: more than the door is tried."""
    with running_central(tmp_path, hall=HALL | {"hours": HOURS}) as running:
        yield running


@pytest.fixture
def known(central: Central) -> Known:
    """Names of things that are there."""
    tickets = [central.issue(line)["id"] for line in ("general", "general", "social", "civil", "general", "social")]
    called = central.call_next("w1")
    assert called is not None
    today = central.clock.utc().date()
    days = [(today + timedelta(days=ahead)).isoformat() for ahead in range(3)]
    return {
        "hall": [central.hall],
        "line": ["general", "social", "civil", "tidal"],
        "window": ["w1", "w2", "w3", "w4"],
        "ticket": tickets,
        "day": days,
        "from": days,
        "to": days,
        "at": ["09:00", "10:30"],
        "class": ["elderly", "soldier"],
    }


def operations(central: Central) -> Iterator[APIOperation[Any, Any, Any, Any]]:
    with central.client() as client:
        document = client.get("/api/v1/openapi.json").raise_for_status().json()
    for found in schemathesis.openapi.from_dict(document).get_all_operations():
        operation = found.ok()
        if operation.path not in ENDLESS:
            yield operation


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
