"""``central`` is the service on SQLite. A test, or a module, that is marked ``both`` runs on PostgreSQL too.

``TESTS_ON=postgresql pytest tests/central`` runs everything on PostgreSQL that does not say for itself where its data are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.kit import central as kit
from tests.kit.central import Central, running_central
from tests.kit.postgresql import Server, running_postgresql


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames and metafunc.definition.get_closest_marker("both") is not None:
        metafunc.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with running_postgresql() as server:
        yield server


@pytest.fixture(scope="session", autouse=True)
def everything_where_it_was_asked_for(request: pytest.FixtureRequest) -> None:
    if os.environ.get("TESTS_ON") == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        kit.fresh_database = cache(lambda folder: server.fresh())  # one folder, one database


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of this test's own."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return kit.fresh_database(tmp_path)
    server: Server = request.getfixturevalue("postgresql")
    return server.fresh()


@pytest.fixture
def central(tmp_path: Path, database_url: str) -> Iterator[Central]:
    with running_central(tmp_path, database_url=database_url) as running:
        yield running
