"""Halls for the journeys, set up as for a resident who just walked up before each of them. They have no loudspeaker: making ready
thousands of sentences, as a hall does, takes half a core for minutes. What sounds is heard in ``tests/voice`` and on the tour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from script.hall import Hall, Wishes
from tests.journeys.resident import Resident
from tests.journeys.staff import signed_in

DISTRICT = Path(__file__).parent / "district.toml"


@pytest.fixture(scope="package")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    yield from _opened(Wishes(tmp_path_factory.mktemp("hall"), virtual=True, silent=True))


@pytest.fixture(scope="package")
def plain_hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """Without a reader for chip cards. Its display shows, between calls, what is asked for
    most and nothing else: so a journey need not wait for its turn. The district's hall is served with it."""
    wishes = Wishes(tmp_path_factory.mktemp("hall"), virtual=True, card_service=False, silent=True, neighbour=DISTRICT)
    yield from _opened(replace(wishes, between={"guides": 1, "staff": False, "turn_s": 5}))


def _opened(wishes: Wishes) -> Iterator[Hall]:
    hall = Hall(wishes)
    try:
        hall.start()
        yield hall
    finally:
        hall.stop()


@pytest.fixture
def resident(request: pytest.FixtureRequest) -> Iterator[Resident]:
    """Somebody in front of the terminal of the hall that the module uses. When they have gone, nothing of them is left in any
    file."""
    name = next(name for name in ("hall", "plain_hall") if name in request.fixturenames)
    somebody = Resident(request.getfixturevalue(name))
    somebody.walk_up()
    yield somebody
    somebody.walk_away()
    assert not somebody.left_behind()


@pytest.fixture(scope="package")
def staff(plain_hall: Hall) -> Iterator[httpx.Client]:
    """The hall's manager, by the API; the hall's id is in its headers."""
    client = signed_in(plain_hall, "director")
    yield client
    client.close()


@pytest.fixture(scope="package")
def colleagues(plain_hall: Hall) -> Iterator[dict[str, httpx.Client]]:
    """The helper who is rung first, the helper's deputy, and the clerk of civil affairs; and who helps in the district's hall."""
    clients = {user: signed_in(plain_hall, user) for user in ("bangban", "doudi", "minzheng", "district")}
    yield clients
    for client in clients.values():
        client.close()
