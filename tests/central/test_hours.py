"""Times of day as they are written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.halls.hours import DAY, clock_face, minutes


@pytest.mark.parametrize("text", ["8:30", "08.30", "24:01", "08:60", "-1:00", "08:30:00", "", "ab:cd", "٠٨:٣٠x"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError):
        minutes(text)


@given(st.integers(0, DAY))
def test_a_time_is_read_as_it_is_written(total: int) -> None:
    assert minutes(clock_face(total)) == total
