"""Parts on pages: whatever they are, none lies beyond its page as long as it has room on one, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screens.geometry import Box
from screens.paging import Part, ahead, height, split
from screens.sheet import Element, Face, Role
from screens.theme import WHITE

ROOM = 1000


def words(high: int, first: bool) -> Part:
    return Part(high, (), gap=20, first=first)


def choice(high: int) -> Part:
    return Part(high, (Element("choice.a", Role.BUTTON, Box(0, 0, 100, high), Face(), WHITE.plain, act="a"),), gap=20)


HEIGHTS = st.integers(1, ROOM)
LEAD = st.lists(st.builds(words, HEIGHTS, st.booleans()), max_size=5)
ROWS = st.lists(HEIGHTS.map(choice), min_size=1, max_size=5)


@given(LEAD, ROWS, st.lists(st.builds(words, HEIGHTS, st.just(False)), max_size=2), st.booleans())
def test_ways_on_first_keep_to_the_page(lead: list[Part], rows: list[Part], after: list[Part], again: bool) -> None:
    found = ahead(lead, rows, after, ROOM, again)
    assert all(height(page) <= ROOM for page in found)
    assert {id(part) for page in found for part in page} == {id(part) for part in (*lead, *rows, *after)}
    kept, _ = split(lead, 0)
    if height([*kept, rows[0]]) <= ROOM:
        assert set(map(id, kept)) <= set(map(id, found[0]))
        assert any(part.touched for part in found[0]), "a way on is on the first page, below what must be first"
