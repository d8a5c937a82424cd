"""How the suite is shared out between processes: a file stays together, for its fixtures' sake; and what there is one of on a
machine, the card service, is used by one process. The journeys share a hall.
"""

from __future__ import annotations

import pytest

GROUPS = {"pcscd": "card service", "hall": "card service", "plain_hall": "plain hall"}  # by fixture


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    grouped = {
        item.path: GROUPS[name] for item in items for name in getattr(item, "fixturenames", ()) if name in GROUPS
    }
    for item in items:
        item.add_marker(pytest.mark.xdist_group(grouped.get(item.path, str(item.path))))
