"""Specimens of a mandate: signed, and followed, as the flow shows them."""

from __future__ import annotations

from dataclasses import replace

from kiosk.events import HallKnown
from kiosk.flows import mandates
from kiosk.flows.mandate_state import ClosingRead, MandateSeen, PapersOffered, PhoneOffered, Signed, Stage
from kiosk.flows.state import Terminal
from kiosk.flows.step import Fittings
from kiosk.flows.visiting import Visit
from kiosk.flows.world import World, learn
from kiosk.hall.mandate import Found
from kiosk.mandating import FindMandates
from kiosk.views import View
from tests.kit.errands import ASKED, ERRAND, FORMS, OFFERED, ON_FILE, SIGNATURE
from tests.screens.guiding import GUIDED, NOW


def _view(stage: Stage) -> View:
    world = learn(World(Fittings(readers=frozenset({"reader"}), printer=True)), HallKnown(GUIDED))
    return mandates.view(Terminal(world, Visit("visit-1"), stage), stage, NOW)


ENTRUSTING: dict[str, View] = {
    "signing": _view(Signed(ERRAND, SIGNATURE)),
    "papers-kept": _view(PapersOffered(replace(ERRAND, on_file=ON_FILE))),
    "phone-kept": _view(PhoneOffered(replace(ERRAND, on_file=ON_FILE))),
    "closing": _view(ClosingRead(OFFERED, Found((OFFERED,), FORMS), FindMandates("48290317", "0019"))),
    "progress": _view(MandateSeen(ASKED, Found((ASKED,), FORMS))),
}
