"""The example beside the rules is played by the real order function."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from central.halls.rules import Rules
from central.pages.manage.example import MORNING, example
from central.pages.manage.ruling import bounds, example_of
from central.pages.words import WORDS

RULES = st.builds(
    Rules, priority_per_normal=st.integers(1, 10), longest_wait_min=st.integers(5, 240), appointment_early_min=st.integers(0, 240)
)


@given(RULES)
def test_everybody_is_called_once_and_the_figures_hold(rules: Rules) -> None:
    turns = example(rules).turns
    assert sorted(turn.number for turn in turns) == sorted(each.number for each in MORNING)
    in_a_row = 0
    mixed = next((at for at, each in enumerate(turns) if each.reason == "waited_long"), len(turns))
    for at, turn in enumerate(turns[:mixed]):
        in_a_row = 0 if turn.who == "normal" else in_a_row + 1
        if any(later.who == "normal" for later in turns[at:]):
            assert in_a_row <= rules.priority_per_normal
    for turn in turns:
        assert (turn.reason == "waited_long") <= (turn.waited_min >= rules.longest_wait_min)


def test_what_is_tried_out() -> None:
    assert example_of(Rules(), {"priority_per_normal": "1"}).turns[1].who == "normal"
    assert example_of(Rules(), {"something": "else"}) == example(Rules())
    out_of_bounds = example_of(Rules(), {"longest_wait_min": "1"})
    assert (out_of_bounds.fits, out_of_bounds.turns) == (False, example(Rules()).turns)


def test_every_figure_has_its_bounds_and_its_words() -> None:
    """A rule that the form left out would be put back to its usual value with every change of another."""
    assert set(bounds()) == {name for name, field in Rules.model_fields.items() if field.annotation is int}
    assert (bounds()["longest_wait_min"].least, bounds()["longest_wait_min"].usual) == (5, 45)
    for words in WORDS.values():
        for name in bounds():
            assert words(f"manage.rule.{name}") and words(f"manage.rule_hint.{name}") and words(f"manage.rule_unit.{name}")
