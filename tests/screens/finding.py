"""Specimens of looking for what one came to do, as the flow shows them. Items of the sample hall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from central.seed import sample_hall
from kiosk.clock import CHINA
from kiosk.events import HallKnown
from kiosk.flows import find
from kiosk.flows.find_state import ByDomain, ByLetters, ByWriting, Looking, Shut, Ways
from kiosk.flows.state import Terminal
from kiosk.flows.step import Fittings, Now
from kiosk.flows.visiting import Visit
from kiosk.flows.world import World, learn
from kiosk.flows.writing import Ink
from kiosk.hall.messages import Hall, HallName, Item, Line, Spelled
from kiosk.views import View

NOW = Now(datetime(2026, 11, 20, 15, 5, tzinfo=CHINA))
READINGS = {"高": "gao", "龄": "ling", "津": "jin", "贴": "tie", "公": "gong", "租": "zu", "共": "gong"}
STROKES = (
    ((180, 330), (820, 310)),
    ((500, 120), (500, 880)),
    ((500, 330), (330, 620), (160, 800)),
    ((500, 330), (700, 640), (860, 780)),
)


def _item(one: dict[str, object]) -> Item:
    names = one["name"]
    assert isinstance(names, dict)
    words = Spelled(names["zh"], tuple((READINGS.get(char, char),) for char in names["zh"]))
    return Item(str(one["id"]), HallName(tuple(names.items())), str(one["domain"]), str(one["line"]), (words,))


def _line(one: dict[str, object]) -> Line:
    names = one["name"]
    assert isinstance(names, dict)
    name = HallName(tuple(names.items()))
    return Line(str(one["id"]), str(one["letter"]), name, name, True, 2, ("1",))


SAMPLE = sample_hall()
LINES = tuple(_line(one) for one in SAMPLE["line"])
CLOSED = tuple(
    replace(line, open=False, books=line.id == "civil", opens_next=(date(2026, 11, 23), "08:30")) if line.id == "civil" else line
    for line in LINES
)
HALL = Hall(
    id="heelun",
    name=HallName((("zh", "诃额伦街道便民服务中心"),)),
    phone="0477-0000000",
    zone="Asia/Shanghai",
    hours_today="08:30–12:00",
    lines=LINES,
    priorities=(),
    items=tuple(_item(one) for one in SAMPLE["item"]),
)


def _view(stage: Looking, lines: tuple[Line, ...] = LINES) -> View:
    world = learn(World(Fittings(recogniser="writing")), HallKnown(replace(HALL, lines=lines)))
    return find.view(Terminal(world, Visit("visit-1"), stage), stage, NOW)


SQUARE = _view(ByWriting())
FINDING: dict[str, View] = {
    "find": _view(Ways()),
    "letters": _view(ByLetters("G")),
    "letters-closed": _view(ByLetters("GAOLINGJINT"), CLOSED),
    "writing": _view(ByWriting(Ink(STROKES, ("木", "本", "术", "不", "大", "太")), "老")),
    "domains": _view(ByDomain()),
    "item-closed": _view(Shut("age_allowance", ByLetters("GL")), CLOSED),
}
