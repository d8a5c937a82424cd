"""Specimens of an opinion on its way, of its slip, and of the rating of the help. Numbers are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from devices.types import PrintOutcome, PrintResult
from kiosk.flows import help_rating, opinion_views, slip
from kiosk.flows.booking_state import How, SlipHeld
from kiosk.flows.opinion_state import KindOfOpinion, MoreToSay, Opinion, OpinionRead, TopicsOfOpinion
from kiosk.flows.state import Terminal
from kiosk.flows.step import Fittings
from kiosk.flows.visiting import HelpRating, Visit
from kiosk.hall.messages import OpinionReceipt
from kiosk.views import View
from tests.screens.booking import NOW
from tests.screens.helping import WORLD

CHOSEN = Opinion("complaint", ("slow", "told_twice"), "04773980000")
PRINTED = PrintResult(PrintOutcome.PRINTED)
_STATE = Terminal(replace(WORLD, fittings=Fittings(printer=True)), Visit("visit", begun=True))
_STAGES = {
    "opinion": KindOfOpinion(),
    "opinion-topics": TopicsOfOpinion(replace(CHOSEN, topics=())),
    "opinion-more": MoreToSay(CHOSEN),
    "opinion-read": OpinionRead(CHOSEN),
}
_RECEIPT = OpinionReceipt("o1", "2025-0003", "complaint", date(2026, 10, 12), reachable=True)

TELLING: dict[str, View] = {
    **{name: opinion_views.view(WORLD, None, stage, NOW) for name, stage in _STAGES.items()},
    "opinion-told": slip.view(_STATE, SlipHeld(_RECEIPT, How.TOLD, printing=False, result=PRINTED)),
    "help-rate": help_rating.view(HelpRating("help-1", "zh")),
}
