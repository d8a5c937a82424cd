"""What is missing is recorded once, by the guide's rule; a second notice for one person counts against the hall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from central.catalogue.guide import GuideIn
from central.keeper import tidy
from central.notices.rule import verdict
from tests.kit.central import Central, running_central
from tests.kit.guides import ALLOWANCE
from tests.kit.notices import EXAMPLES, Example

TOLD = ("item", "name", "version", "effective_from")
GUIDE = {key: value for key, value in ALLOWANCE.items() if key not in TOLD}
ELDER = {"kind": "resident", "name": "张三丰", "id_number": "152601195001020019"}
ITEM = "elder_card"


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    with running_central(tmp_path_factory.mktemp("notices")) as running:
        with running.person("manager") as client:
            path = f"/api/v1/halls/{running.hall}/items/{ITEM}/guide"
            client.put(path, json={"guide": GUIDE}).raise_for_status()
        yield running


def tell(central: Central, key: str | None = None, by: str = "T1", **body: Any) -> httpx.Response:
    told = {"item": ITEM, "version": 1, "visit": str(uuid4()), "answers": {"by_other": False}, "held": ["id_card"]} | body
    with central.machine(by) as client:
        headers = {"Idempotency-Key": key or str(uuid4())}
        return client.post(f"/api/v1/halls/{central.hall}/notices", json=told, headers=headers)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_that_the_terminal_finds_too(example: Example) -> None:
    found = verdict(GuideIn.model_validate(GUIDE), example.answers, example.held)
    assert found == (
        list(example.missing), list(example.on_the_spot), list(example.promises), example.deadline_days
    )  # fmt: skip


def test_sent_again_it_is_one_notice_also_without_the_person(central: Central) -> None:
    visit, key = "visit-1", "notice-0001"
    first = tell(central, key, visit=visit, holder=ELDER | {"id_number": "152601195001020027"})
    again = tell(central, key, visit=visit)
    assert (first.status_code, again.status_code) == (201, 200) and first.json() == again.json()
    assert first.json()["missing"] == ["household", "bank"] and first.json()["promises"] == ["household"]
    assert tell(central, key, visit=visit, held=[]).json()["error"]["code"] == "key_reused"
    assert tell(central, version=99).json()["error"]["code"] == "guide_unknown"


def test_a_second_notice_of_one_person_is_the_halls_failure(central: Central) -> None:
    assert tell(central, visit="first", holder=ELDER).json()["second"] is False
    assert tell(central, visit="first", holder=ELDER, held=[]).json()["second"] is False, "an answer was taken back"
    assert tell(central, holder=ELDER | {"id_number": "152601195001020035"}).json()["second"] is False, "somebody else"
    assert tell(central).json()["second"] is False, "without a card nobody knows"
    everything = ["id_card", "household", "bank"]
    assert tell(central, by="T2", holder=ELDER, held=everything).json()["second"] is False
    assert tell(central, by="T2", holder=ELDER).json()["second"] is True
    with central.person("manager") as client:
        listed = client.get(f"/api/v1/halls/{central.hall}/notices").raise_for_status()
    assert listed.json()["second"] == 1 and listed.json()["notices"][0]["second"] is True
    assert [one["number"] for one in listed.json()["notices"]] == list(range(listed.json()["given"], 0, -1))
    assert ELDER["id_number"] not in listed.text


def test_after_ninety_days_nobody_is_known_any_more(tmp_path: Path) -> None:
    with running_central(tmp_path) as central:
        with central.person("manager") as client:
            client.put(f"/api/v1/halls/{central.hall}/items/{ITEM}/guide", json={"guide": GUIDE}).raise_for_status()
        tell(central, holder=ELDER)
        assert ELDER["id_number"].encode() not in (tmp_path / "central.sqlite").read_bytes()
        central.clock.move(timedelta(days=91).total_seconds())
        tidy(central.context)
        marks = central.context.database.read(lambda session: session.connection().exec_driver_sql(
            "SELECT person_mark FROM notices").scalars().all())  # fmt: skip
        assert marks == [None]
        assert tell(central, holder=ELDER).json()["second"] is False
