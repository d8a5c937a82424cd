"""A sample of ``python -m bench.robots``: with eyes shut and with a hand that trembles, on a hall of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.robots.standing import Standing


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    with Standing(tmp_path_factory.mktemp("robots"), transcript=True, roles=("terminal",)) as standing:
        yield standing


def test_with_eyes_shut(standing: Standing) -> None:
    assert standing.tried("a number without a card").trouble is None


def test_with_a_finger_that_trembles(standing: Standing) -> None:
    """Right after, at the machine that has just spoken to somebody else."""
    assert standing.tried("a number without a card", "essential-strong").trouble is None
