"""Stories of somebody who has several things done at once, and of whoever looks among what the village does."""

from __future__ import annotations

from dataclasses import replace

from kiosk.effects import AskMandate, IssueTicket, RecordNotice
from kiosk.flows.mandate_state import ConsentAsked
from kiosk.views import GuideShown, NoticeShown
from tests.flows.stories import at_home, tell_story, touch
from tests.kit.bundles import BUNDLE, GUIDES, THINGS
from tests.kit.people import HALL
from tests.kit.visitor import Visitor

OPEN = tuple(replace(line, open=True, windows=("3",)) for line in HALL.lines)
BUNDLED = replace(HALL, lines=OPEN, items=THINGS, guides=GUIDES)


def at_bundle() -> Visitor:
    return at_home(hall=BUNDLED).touch("find", "find-whole", "item.retirement")


def words(visitor: Visitor) -> list[str]:
    """Of the pieces on the glass, by their ids."""
    assert isinstance(visitor.view, GuideShown)
    return [one.id for piece in visitor.view.pieces for one in piece.words]


def test_several_things_are_one_errand_with_one_notice_of_all_their_papers() -> None:
    somebody = at_bundle()
    assert ("count", 2) in [pair for one in somebody.view.body for pair in one.args]
    tell_story(somebody, [(touch("guide.parts"), "guide-parts-title"), (touch("guide.bring"), "guide-bring-title")])
    assert isinstance(somebody.view, GuideShown) and len(somebody.view.pieces) == len(BUNDLE.materials) == 5
    somebody.touch("back", "guide.check", "answer.no", "held.yes", "held.no", "held.yes", "held.no")
    record = somebody.asked_for(RecordNotice)
    assert (record.item, record.parts) == ("retirement", (("allowance", 3), ("elder_card", 1)))
    assert isinstance(somebody.view, NoticeShown) and somebody.view.title.args == (("count", 2),)


def test_one_ticket_or_one_mandate() -> None:
    somebody = at_bundle().touch("guide.take", "card-none")
    assert somebody.asked_for(IssueTicket).line == "social"
    somebody = at_bundle().touch("guide.entrust", "answer.no", *["held.yes"] * 4)
    assert somebody.asked_for(AskMandate) and not any(isinstance(one, RecordNotice) for one in somebody.asked)
    assert not isinstance(somebody.state.stage, ConsentAsked), "the words one agrees to come first"


def test_from_one_of_its_items_to_the_whole_and_what_is_one_of_it_is_told() -> None:
    somebody = at_home(hall=BUNDLED).touch("find", "find-asked", "item.allowance", "whole.retirement")
    assert dict(somebody.view.title.args)["text"] == BUNDLE.name
    ones = ("notice", "form", "papers", "window", "online")
    assert [f"guide-one-{one}" for one in ones] == [one for one in words(somebody.touch("guide.terms")) if "-one-" in one]
    tell_story(somebody, [(touch("back", "back"), "found-title")])
    plain = at_home(hall=BUNDLED).touch("find", "find-asked", "item.elder_card", "guide.terms")
    assert "guide-ones" not in words(plain)


def test_what_the_village_does_in_its_groups() -> None:
    somebody = at_home(hall=BUNDLED).touch("find", "find-village")
    assert [one.id for one in somebody.view.choices] == ["village.relief", "village.documents"]
    tell_story(somebody, [(touch("village.relief"), "found-title")])
    assert [one.id for one in somebody.view.choices] == ["item.allowance"]
    assert "guide-village" in words(somebody.touch("item.allowance", "guide.places"))
    tell_story(somebody, [(touch("back", "back", "back", "back"), "find-title")])
    nothing = at_home(hall=replace(BUNDLED, guides=GUIDES[1:2])).touch("find")
    assert not {"find-whole", "find-village"} & nothing.offered
