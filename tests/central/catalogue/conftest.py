"""One service for all tests of a module: each publishes for an item, or from a day, of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.central.catalogue.office import ITEMS, Office
from tests.kit.central import HALL, running_central


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    hall = HALL | {"item": [*HALL["item"], *ITEMS]}
    with running_central(tmp_path_factory.mktemp("catalogue"), hall=hall) as central, central.person("admin") as leader:
        with central.machine() as terminal:
            yield Office(central, leader, terminal)
