"""Stories of the rating of the help: asked once the helper is gone, voluntary, and never submitted by itself."""

from __future__ import annotations

import pytest

from kiosk.effects import EndVisit, RateHelp
from kiosk.events import HelpAnswered, HelpOver, RatingLost, RatingSaved
from kiosk.flows import delays
from kiosk.hall.messages import Helper
from kiosk.views import Rate
from tests.flows.stories import lay, tell, tell_story, touch, wait
from tests.flows.test_helper_on_duty import ID, rung
from tests.kit.visitor import Visitor


def helped() -> Visitor:
    story = [(tell(HelpAnswered(Helper(ID, "东方明", 2))), "help-coming"), (touch("help-return"), "card-title")]
    return tell_story(rung(), [*story, (tell(HelpOver(ID)), "help-rate-title")])


def test_five_equal_levels_and_an_equal_way_to_skip() -> None:
    visitor = helped()
    assert isinstance(visitor.view, Rate) and not [one for one in visitor.view.choices if one.selected]
    assert [one.id for one in visitor.view.choices] == ["rate.5", "rate.4", "rate.3", "rate.2", "rate.1", "skip"]
    assert len({one.weight for one in visitor.view.choices}) == 1
    tell_story(visitor, [(touch("rate.2"), "rate-saving")])
    assert visitor.asked_for(RateHelp) == RateHelp(ID, 2, "zh")
    tell_story(visitor, [(tell(RatingSaved(ID)), "rate-thanks"), (touch("rated"), "card-title")])
    assert not [effect for effect in visitor.asked if isinstance(effect, RateHelp)], "once"


def test_skipping_goes_on_at_once_and_is_only_counted() -> None:
    visitor = tell_story(helped(), [(touch("skip"), "card-title")])
    assert visitor.asked_for(RateHelp) == RateHelp(ID, None, "zh")


def test_nothing_is_submitted_by_a_timer() -> None:
    visitor = tell_story(helped(), [(wait(delays.IDLE), "still-title"), (wait(delays.STILL), "home-title")])
    assert visitor.asked_for(RateHelp).level is None and EndVisit() in visitor.asked
    visitor = tell_story(helped(), [(touch("tool.help"), "help-title"), (touch("home"), "home-title")])
    assert visitor.asked_for(RateHelp).level is None and EndVisit() in visitor.asked


def test_somebody_elses_card_ends_the_question() -> None:
    visitor = tell_story(helped(), [(lay(), "issuing-title")])
    assert visitor.state.visit.rating is None


@pytest.mark.parametrize("lost", [tell(RatingLost(ID)), wait(delays.SAVING)])
def test_a_rating_that_was_not_saved_is_not_thanked_for(lost: object) -> None:
    visitor = tell_story(helped(), [(touch("rate.5"), "rate-saving"), (lost, "rate-lost")])  # type: ignore[list-item]
    tell_story(visitor, [(touch("rated"), "card-title")])


def test_nobody_is_asked_who_was_not_helped() -> None:
    tell_story(rung(), [(tell(HelpOver(ID)), "card-title")])
    visitor = tell_story(rung(), [(tell(HelpAnswered(Helper(ID, "东方明", 2))), "help-coming"), (touch("help-over"), "card-title")])
    tell_story(visitor, [(tell(HelpOver(ID)), "card-title")])
