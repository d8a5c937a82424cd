"""Specimens of a guide and of a notice, as the flow shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from devices.types import Fault, PrintOutcome, PrintResult
from kiosk.clock import CHINA
from kiosk.events import HallKnown
from kiosk.flows import find, groups
from kiosk.flows.find_state import ByEvent, ByLetters, ByVillage, Found, Looking, Ways
from kiosk.flows.guide_state import Checking, GuideRead, Noticed, Paper, Record
from kiosk.flows.state import Terminal
from kiosk.flows.step import Fittings, Now
from kiosk.flows.visiting import Visit
from kiosk.flows.world import World, learn
from kiosk.guide_pieces import Section
from kiosk.hall.messages import Hall
from kiosk.views import View
from tests.kit import bundles
from tests.kit.guides import GUIDES
from tests.kit.items import ITEMS
from tests.kit.people import HALL

NOW = Now(datetime(2026, 11, 20, 15, 5, tzinfo=CHINA))
GUIDED = replace(HALL, items=ITEMS, guides=GUIDES, lines=tuple(replace(line, books=True) for line in HALL.lines))
READ = GuideRead("allowance", ByLetters("GL"))
ASKED = Checking(GUIDES[0], READ)
ANSWERED = replace(ASKED, answers=(("by_other", True),))
LACKING = replace(ANSWERED, held=(("id_card", True), ("household", False), ("bank", False), ("entrust", True)))


BUNDLED = replace(GUIDED, items=bundles.THINGS, guides=bundles.GUIDES)
WHOLE = GuideRead("retirement", Found(Ways(), among=groups.WHOLE))


def _view(stage: Looking, hall: Hall = GUIDED) -> View:
    world = learn(World(Fittings(readers=frozenset({"reader"}), printer=True, recogniser="writing")), HallKnown(hall))
    return find.view(Terminal(world, Visit("visit-1"), stage), stage, NOW)


GUIDING: dict[str, View] = {
    "find-ways": _view(Ways()),
    "events": _view(ByEvent()),
    "find-ways-all": _view(Ways(), BUNDLED),
    "villages": _view(ByVillage(), BUNDLED),
    "guide-bundle": _view(WHOLE, BUNDLED),
    "guide-bundle-parts": _view(replace(WHOLE, section=Section.PARTS), BUNDLED),
    "guide-bundle-terms": _view(replace(WHOLE, section=Section.TERMS), BUNDLED),
    "guide": _view(READ),
    "guide-bring": _view(replace(READ, section=Section.BRING)),
    "guide-bring-nothing": _view(GuideRead("elder_card", ByLetters("L"), Section.BRING)),
    "guide-steps": _view(replace(READ, section=Section.STEPS, paper=Paper("p"))),
    "guide-terms": _view(replace(READ, section=Section.TERMS)),
    "guide-online": _view(replace(READ, section=Section.ONLINE)),
    "guide-places": _view(replace(READ, section=Section.PLACES)),
    "guide-faq": _view(replace(READ, section=Section.FAQ)),
    "check-question": _view(ASKED),
    "check-material": _view(ANSWERED),
    "notice": _view(Noticed(LACKING, Record("visit-1.1", True, "0012", second=True))),
    "notice-paper-out": _view(
        Noticed(LACKING, Record("visit-1.1", True), Paper("p", PrintResult(PrintOutcome.NOT_PRINTED, Fault.PAPER_OUT)))
    ),
    "notice-complete": _view(Noticed(replace(ANSWERED, held=tuple((one.id, True) for one in GUIDES[0].materials)))),
}
