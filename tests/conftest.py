"""How the suite is shared out between processes: a file stays together, for its fixtures' sake; and what there is one of on a
machine, the card service, is used by one process.
"""

from __future__ import annotations

import pytest

ONE_ON_A_MACHINE = {"pcscd", "hall"}  # fixtures that run a pcscd


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    files_of_one = {item.path for item in items if ONE_ON_A_MACHINE & set(getattr(item, "fixturenames", ()))}
    for item in items:
        group = "card service" if item.path in files_of_one else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
