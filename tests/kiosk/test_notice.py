"""What a terminal finds missing: the same as the service, and as the sense of it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import notice
from tests.kit.guides import GUIDES
from tests.kit.notices import ALL, EXAMPLES, Example

GUIDE = GUIDES[0]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_that_the_service_finds_too(example: Example) -> None:
    found = notice.verdict(GUIDE, example.answers, example.held)
    named = [tuple(one.id for one in some) for some in (found.missing, found.on_the_spot, found.promises)]
    assert named == [example.missing, example.on_the_spot, example.promises]
    assert found.deadline_days == example.deadline_days
    assert found.today == (not set(example.missing) - set(example.on_the_spot) - set(example.promises))


@given(st.dictionaries(st.sampled_from(["by_other", "abroad", "else"]), st.booleans()), st.sets(st.sampled_from(ALL)))
def test_to_bring_what_is_missing_is_enough_and_nothing_else_was_asked_for(answers: dict[str, bool], held: set[str]) -> None:
    missing = {one.id for one in notice.verdict(GUIDE, answers, held).missing}
    assert not missing & held and missing <= {one.id for one in notice.needed(GUIDE, answers)}
    assert not notice.verdict(GUIDE, answers, held | missing).missing, "told once, completely"


def test_only_questions_that_decide_are_asked() -> None:
    assert [one.id for one in notice.asked(GUIDE)] == ["by_other"]
