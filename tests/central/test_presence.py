"""Machines say that they are there; staff see it, and see it again after the service was away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from central.pages.words import WORDS
from central.terminals import repository
from central.terminals.presence import Sighting, write_down
from devices.types import Fault
from tests.kit.central import Central, running_central

OF_CARDS = {Fault.CARD_MOVED, Fault.CARD_UNREADABLE, Fault.CARD_PROTECTED, Fault.CARD_UNKNOWN}  # pass with the card


def say(central: Central, machine: str = "T1", **troubles: str) -> None:
    with central.machine(machine) as client:
        client.put("/api/v1/presence", json={"version": "0.1.0", "troubles": troubles}).raise_for_status()


def seen(central: Central, name: str = "T1") -> dict[str, Any]:
    with central.person("manager") as client:
        machines = client.get(f"/api/v1/halls/{central.hall}/setup").raise_for_status().json()["machines"]
    found = next(each for each in machines if each["name"] == name)
    return {each: found[each] for each in ("there", "seen_at", "version", "troubles")}


def written(central: Central) -> list[Any]:
    query = text("SELECT name FROM terminals WHERE seen_at IS NOT NULL ORDER BY name")
    return central.context.database.read(lambda session: list(session.scalars(query)))


@pytest.mark.both
def test_who_is_there_is_known_at_once_and_after_a_restart(tmp_path: Path, database_url: str) -> None:
    with running_central(tmp_path, database_url=database_url) as central:
        assert seen(central) == {"there": False, "seen_at": None, "version": None, "troubles": {}}
        say(central, printer="paper_out")
        said = {"seen_at": "2025-03-03T01:30:00Z", "version": "0.1.0", "troubles": {"printer": "paper_out"}}
        assert seen(central) == {"there": True, **said}
        assert written(central) == [], "a request waits for no write"
        write_down(central.context)
        assert written(central) == ["T1"]
        central.clock.move(170)
    with running_central(tmp_path, before=central) as central:
        assert seen(central) == {"there": True, **said}, "another process, or this one anew, reads what was written"
        central.clock.move(20)
        assert seen(central) == {"there": False, **said}
        say(central)
        assert (seen(central)["there"], seen(central)["troubles"]) == (True, {})


def test_what_another_process_heard_later_is_kept(central: Central) -> None:
    machine = central.context.database.read(lambda session: repository.by_name(session, central.hall, "T1"))
    assert machine is not None
    now = central.clock.utc()

    def write(session: Session, ahead: int, version: str) -> None:
        repository.write_sightings(session, {machine.id: Sighting(now + timedelta(seconds=ahead), version)})

    central.context.database.write(lambda session: write(session, 60, "2"))
    central.context.database.write(lambda session: write(session, 0, "1"))
    assert seen(central)["version"] == "2"


def test_every_lasting_trouble_has_words_for_the_staff() -> None:
    lasting = {fault.value for fault in Fault if fault not in OF_CARDS} | {"paper_near_end"}
    assert {code for code in lasting if WORDS["zh"].maybe(f"manage.machines.trouble.{code}") is None} == set()
