"""The database can be brought up, down and up again, and it is what the models say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import DBAPIError

from central.db import Database, store_at
from central.halls.models import Window
from central.migrations import changing, config_for, upgrade
from central.models import metadata
from central.transaction import UnsupportedDatabase
from tests.kit.central import HALL, running_central
from tests.kit.levels import STREET, three_levels
from tests.kit.mandates import given, walk
from tests.kit.postgresql import Server


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, database_url: str) -> str:
    """A database without tables."""
    if database_url.startswith("sqlite"):
        return database_url
    server: Server = request.getfixturevalue("postgresql")
    return server.fresh("template1")


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    store = store_at(empty_url)
    made = store.migrating()
    yield made
    made.dispose()
    store.close()


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


@pytest.mark.both
def test_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.begin() as connection:
        upgrade(connection)
        assert differences(connection) == []


def test_a_difference_would_be_seen(engine: Engine) -> None:
    with engine.begin() as connection:
        upgrade(connection)
        connection.execute(text("ALTER TABLE tickets ADD COLUMN surprise TEXT"))
        connection.execute(text("DROP INDEX uq_calls_open_window"))
        assert len(differences(connection)) == 2


@pytest.mark.both
def test_every_step_goes_down_and_up_again(engine: Engine) -> None:
    with engine.connect() as connection:
        steps = [step.revision for step in ScriptDirectory.from_config(config_for(connection)).walk_revisions("base", "heads")]
    for step in reversed(steps):
        with engine.begin() as connection:
            command.upgrade(config_for(connection), step)
            command.downgrade(config_for(connection), "-1")
            command.upgrade(config_for(connection), step)
    with engine.begin() as connection:
        assert differences(connection) == []


@pytest.mark.both
def test_down_and_up_with_data(tmp_path: Path, database_url: str) -> None:
    """What a step doesn't concern stays; a stored rating still cannot be removed."""
    with running_central(tmp_path, database_url=database_url) as central:
        ticket = central.issue()["id"]
        central.call_next()
        central.step(ticket, "finish")
        with central.person("manager") as manager:
            body, key = {"doing": "staff", "window": "w1"}, {"Idempotency-Key": "rung-by-the-staff"}
            manager.post(f"/api/v1/halls/{central.hall}/help", json=body, headers=key).raise_for_status()
        with central.machine() as client:
            client.put(f"/api/v1/tickets/{ticket}/rating", json={"level": 5, "channel": "touch"}).raise_for_status()
            told, key = {"kind": "praise", "topics": ["kind"]}, {"Idempotency-Key": "told-at-terminal"}
            client.post(f"/api/v1/halls/{central.hall}/opinions", json=told, headers=key).raise_for_status()
            call = client.post(f"/api/v1/halls/{central.hall}/help", json={"doing": "menu"}, headers=key).json()["id"]
            with central.person("helper") as helper:
                helper.post(f"/api/v1/help/{call}/answer", json={}).raise_for_status()
                helper.post(f"/api/v1/help/{call}/close").raise_for_status()
            client.put(f"/api/v1/help/{call}/rating", json={"level": 4, "channel": "touch"}).raise_for_status()
    store = store_at(database_url)
    engine = store.migrating()
    with changing(engine) as connection:
        command.downgrade(config_for(connection), "0002")
        assert connection.execute(text("SELECT id FROM tickets")).scalar_one() == ticket
        upgrade(connection)
        assert differences(connection) == []
        refusal = "INSERT INTO rating_refusals (receipt, hall_id, day, channel) SELECT 'r', id, '2026-01-01', 'touch' FROM halls"
        connection.execute(text(refusal))
    with engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text("DELETE FROM rating_refusals"))
    engine.dispose()
    store.close()
    with running_central(tmp_path, before=central) as central:
        assert central.issue()["number"] == "A002"


@pytest.mark.both
def test_a_call_zone_keeps_its_chinese_name_down_and_up(tmp_path: Path, database_url: str) -> None:
    windows = [each | {"area": {"zh": "东区", "en": "East"}} if each["id"] == "w1" else each for each in HALL["window"]]
    with running_central(tmp_path, hall=HALL | {"window": windows}, database_url=database_url):
        pass
    store = store_at(database_url)
    engine = store.migrating()
    of_two = text("SELECT area FROM windows WHERE id IN ('w1', 'w2') ORDER BY id")
    with changing(engine) as connection:
        command.downgrade(config_for(connection), "0017")
        assert list(connection.scalars(of_two)) == ["东区", None]
        upgrade(connection)
        assert differences(connection) == []
        assert [connection.scalar(select(Window.area).where(Window.id == each)) for each in ("w1", "w2")] == [{"zh": "东区"}, None]
    engine.dispose()
    store.close()


@pytest.mark.both
def test_what_lies_with_another_hall_lies_there_by_name_when_it_goes_down(tmp_path: Path, database_url: str) -> None:
    with three_levels(tmp_path, database_url=database_url) as central:
        walk(central, "helper", given(central), "take", ("relay", {"hall": "street", "until": "2025-03-05"}))
    store = store_at(database_url)
    engine = store.migrating()
    with changing(engine) as connection:
        command.downgrade(config_for(connection), "0020")
        left = connection.execute(text("SELECT office, level, until, back_at FROM mandate_relays")).one()
        assert (left[0], left[1], str(left[2]), left[3]) == (STREET["hall"]["name"]["zh"], "street", "2025-03-05", None)
        upgrade(connection)
        assert differences(connection) == []
        assert connection.execute(text("SELECT hall_id, outcome FROM mandate_relays")).one() == (None, None)
    engine.dispose()
    store.close()


def test_the_database_is_durable_and_has_one_writer(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'central.sqlite'}")
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    settings = database.write(lambda session: [session.execute(text(f"PRAGMA {name}")).scalar_one() for name in pragmas])
    assert settings == ["wal", 2, 1]  # synchronous: FULL
    database.close()


NOT_SERVED = ["mysql://localhost/x", "rubbish", "postgresql+asyncpg://localhost/x", "sqlite://", "sqlite:///:memory:"]


@pytest.mark.parametrize("url", NOT_SERVED)
def test_a_database_that_cannot_be_served_is_named(url: str) -> None:
    with pytest.raises(UnsupportedDatabase):
        Database(url)
