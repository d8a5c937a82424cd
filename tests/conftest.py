"""How the suite is shared out between processes: a file stays together, for its fixtures' sake; what there is one of on a
machine, the card service, is used by one process, and so are sheets that two files look at, and a hall that journeys go to.
What takes longest begins first, so that at the end no process waits for another.
"""

from __future__ import annotations

import os

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from script.card_service import NAMED_BY
from tests.kit.pcscd import SOCKET

os.environ[NAMED_BY] = str(SOCKET)  # the card service's library asks once in the life of a process, whichever test comes first

TOGETHER = {
    "tests/drivers/test_pcsc_card.py": "card service",
    "tests/drivers/test_card_readers.py": "card service",
    "tests/drivers/test_bench.py": "card service",
    "tests/screens/test_fit.py": "sheets",
    "tests/screens/test_first_page.py": "sheets",
    "tests/journeys/test_cards.py": "a hall with a card service",
    "tests/journeys/test_guides.py": "another hall",
    "tests/journeys/test_reader_faults.py": "a hall with a card service",
}


APART = {"tests/journeys/test_robots.py"}  # has a hall of its own
LONGEST = (
    "a hall",
    "sheets",
    "card service",
    "tests/central/test_workers.py",
    "tests/central/pages/",
    "tests/bench/",
    "tests/drivers/",
)


class ByFile(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        return _scope(nodeid)


def _scope(nodeid: str) -> str:
    file = nodeid.partition("::")[0]
    return TOGETHER.get(file, "a hall" if file.startswith("tests/journeys/") and file not in APART else file)


def _rank(item: pytest.Item) -> int:
    scope = _scope(item.nodeid)
    return next((at for at, each in enumerate(LONGEST) if scope.startswith(each)), len(LONGEST))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_rank)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return ByFile(config, log)
