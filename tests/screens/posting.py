"""Specimens of what the hall's display shows between calls, as the flow shows them. Names and numbers are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.clock import CHINA
from kiosk.events import HallKnown
from kiosk.flows.posters import posters
from kiosk.flows.step import Fittings, Now, Turns
from kiosk.flows.world import World, learn
from kiosk.hall.messages import Hall
from kiosk.hall.people import OnShowHere
from kiosk.views import Poster, View
from tests.kit.bundles import GUIDES, THINGS
from tests.kit.people import HALL
from tests.screens.helping import NOBODY, ON_DUTY, PEOPLE

TURNS = Turns(guides=6, staff=True)
NOW = Now(datetime(2026, 11, 20, 15, 5, tzinfo=CHINA))
LINES = tuple(replace(line, windows=("3", "4")) for line in HALL.lines)
POSTED = replace(
    HALL, lines=LINES, items=THINGS, guides=GUIDES, on_show=OnShowHere(PEOPLE, "0477-0000009"), duty=ON_DUTY
)


def shown_between(hall: Hall, turns: Turns = TURNS) -> tuple[Poster, ...]:
    return posters(learn(World(Fittings(turns=turns)), HallKnown(hall)), turns, NOW)


POSTING: dict[str, View] = dict(
    zip(
        ("poster-guide", "poster-guide-nothing", "poster-bundle", "poster-person", "poster-person-no-picture"),
        shown_between(POSTED),
        strict=True,
    )
) | {"poster-nobody": shown_between(replace(POSTED, duty=NOBODY))[-1]}
