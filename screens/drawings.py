"""The drawings as data: strokes on a small grid, y downwards. An icon is 24 x 24; a picture has a grid of its own.

A drawing never stands alone: words beside it say the same (accessibility.md row 10), so an unknown name is simply not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

Point = tuple[float, float]


class Tone(Enum):
    """Layers, undermost first, each with a colour of its own."""

    FILL = "fill"  # soft ground within a picture
    LINE = "line"
    MARK = "mark"  # the part that matters: the arrow, the card


@dataclass(frozen=True)
class Line:
    points: tuple[Point, ...]
    tone: Tone = Tone.LINE
    covers: bool = False


@dataclass(frozen=True)
class Arc:
    """Degrees clockwise from three o'clock."""

    x: float
    y: float
    r: float
    start: float
    end: float
    tone: Tone = Tone.LINE
    covers: bool = False


@dataclass(frozen=True)
class Ring:
    x: float
    y: float
    r: float
    tone: Tone = Tone.LINE
    covers: bool = False


@dataclass(frozen=True)
class Disc:
    x: float
    y: float
    r: float
    tone: Tone = Tone.LINE
    covers: bool = False


@dataclass(frozen=True)
class Slab:
    """A rectangle with rounded corners, solid or only its edge. ``covers``: hides what other layers have beneath it."""

    x: float
    y: float
    w: float
    h: float
    r: float = 0.0
    hollow: bool = True
    tone: Tone = Tone.LINE
    covers: bool = False


Stroke = Line | Arc | Ring | Disc | Slab


@dataclass(frozen=True)
class Drawing:
    strokes: tuple[Stroke, ...]
    width: float = 24.0
    height: float = 24.0
    pen: float = 2.0


def _icon(*strokes: Stroke) -> Drawing:
    return Drawing(strokes)


def _face(*mouth: Stroke) -> Drawing:
    return _icon(Ring(12, 12, 9.5), Disc(8.6, 9.6, 1.3), Disc(15.4, 9.6, 1.3), *mouth)


def _person(x: float, y: float, tone: Tone = Tone.LINE) -> tuple[Stroke, ...]:
    return (Ring(x, y, 3.6, tone), Arc(x, y + 13.4, 7.2, 180, 360, tone))


ICONS: dict[str, Drawing] = {
    "back": _icon(Line(((20, 12), (4, 12))), Line(((10.5, 5.5), (4, 12), (10.5, 18.5)))),
    "home": _icon(Line(((3, 12), (12, 4), (21, 12))), Line(((5.8, 11), (5.8, 20), (18.2, 20), (18.2, 11)))),
    "village": _icon(
        Line(((2, 12.5), (8, 6.5), (14, 12.5))),
        Line(((4, 11.5), (4, 20), (12, 20), (12, 11.5))),
        Ring(18.5, 9, 3.5),
        Line(((18.5, 12.5), (18.5, 20))),
    ),
    "next": _icon(Line(((9, 4.5), (16.5, 12), (9, 19.5)))),
    "previous": _icon(Line(((15, 4.5), (7.5, 12), (15, 19.5)))),
    "language": _icon(
        Ring(12, 12, 9),
        Line(((3, 12), (21, 12))),
        Line(((12, 3), (9.2, 5.6), (7.8, 9), (7.8, 15), (9.2, 18.4), (12, 21))),
        Line(((12, 3), (14.8, 5.6), (16.2, 9), (16.2, 15), (14.8, 18.4), (12, 21))),
    ),
    "size": _icon(
        Line(((1.8, 19.5), (8.4, 4.5), (15, 19.5))),
        Line(((4.2, 14.4), (12.6, 14.4))),
        Line(((15.6, 19.5), (19, 11.6), (22.4, 19.5))),
        Line(((16.8, 17), (21.2, 17))),
    ),
    "voice": _icon(
        Line(((3, 9.5), (3, 14.5), (6.5, 14.5), (11.5, 19), (11.5, 5), (6.5, 9.5), (3, 9.5))),
        Arc(12.5, 12, 4, 310, 50),
        Arc(12.5, 12, 8, 310, 50),
    ),
    "eye": _icon(
        Line(((1.6, 12), (5, 7.8), (8.6, 5.7), (12, 5.2), (15.4, 5.7), (19, 7.8), (22.4, 12))),
        Line(((1.6, 12), (5, 16.2), (8.6, 18.3), (12, 18.8), (15.4, 18.3), (19, 16.2), (22.4, 12))),
        Ring(12, 12, 3.2),
    ),
    "ear": _icon(
        Arc(12, 9.5, 6, 180, 35),
        Line(((6, 9.5), (6.6, 17.4))),
        Line(((16.9, 13), (14.6, 15.4), (13.8, 18), (12.2, 20.4), (9.6, 21), (7.4, 19.8), (6.6, 17.4))),
        Arc(12, 9.8, 2.6, 180, 80),
    ),
    "find": _icon(Ring(10.2, 10.2, 7), Line(((15.4, 15.4), (21.6, 21.6)))),
    "pencil": _icon(
        Line(((3.4, 20.6), (4.8, 15.4), (16.6, 3.6), (20.4, 7.4), (8.6, 19.2), (3.4, 20.6))),
        Line(((13.8, 6.4), (17.6, 10.2))),
    ),
    # letter keys
    "keys": _icon(
        Slab(2.5, 5.5, 19, 13, 2.2),
        *(Disc(x, y, 1.15) for y in (9.8, 14.2) for x in (7, 12, 17)),
    ),
    "less": _icon(Line(((4, 12), (20, 12)))),
    "more": _icon(Line(((4, 12), (20, 12))), Line(((12, 4), (12, 20)))),
    # the character 大, on which a choice of colours is tried
    "sample": _icon(
        Line(((3.4, 8.8), (20.6, 8.8))),
        Line(((12, 3), (12, 8.8), (9.6, 14.4), (3.8, 20.6))),
        Line(((12.2, 9.2), (14.6, 14.6), (20.4, 20.6))),
    ),
    # the bell on a counter
    "help": _icon(
        Arc(12, 17.6, 8, 180, 360),
        Line(((2.4, 20.6), (21.6, 20.6))),
        Line(((12, 7.4), (12, 9))),
        Line(((9.8, 6.6), (14.2, 6.6))),
        Line(((4.6, 4.6), (6, 6.4))),
        Line(((19.4, 4.6), (18, 6.4))),
    ),
    "speech": _icon(Line(((3, 4.5), (21, 4.5), (21, 16), (12.5, 16), (7.5, 20.5), (7.5, 16), (3, 16), (3, 4.5)))),
    "person": _icon(*_person(12, 7)),
    "people": _icon(*_person(8.4, 8), Arc(15.5, 8, 3.4, 250, 110), Arc(15.8, 20.4, 6, 285, 360)),
    "check": _icon(Line(((4, 12.8), (9.8, 18.4), (20, 6.2)))),
    "cross": _icon(Line(((5, 5), (19, 19))), Line(((19, 5), (5, 19)))),
    "done": _icon(Ring(12, 12, 9.5), Line(((7.4, 12.6), (10.8, 15.8), (16.8, 8.8)))),
    "warning": _icon(Line(((12, 3), (22, 20.5), (2, 20.5), (12, 3))), Line(((12, 9.6), (12, 14))), Disc(12, 17.3, 1.3)),
    "stop": _icon(
        Line(((8, 2.4), (16, 2.4), (21.6, 8), (21.6, 16), (16, 21.6), (8, 21.6), (2.4, 16), (2.4, 8), (8, 2.4))),
        Line(((8, 8), (16, 16))),
        Line(((16, 8), (8, 16))),
    ),
    "info": _icon(Ring(12, 12, 9.5), Disc(12, 7.6, 1.4), Line(((12, 11.4), (12, 17)))),
    "clock": _icon(Ring(12, 12, 9.5), Line(((12, 6.2), (12, 12), (16, 14.4)))),
    "card": _icon(
        Slab(2.5, 5, 19, 14, 2),
        Disc(8, 10.6, 1.9),
        Arc(8, 16.4, 3, 185, 355),
        Line(((13.6, 10), (18, 10))),
        Line(((13.6, 14), (18, 14))),
    ),
    "ticket": _icon(
        Line(((4, 4), (4, 20), (6.7, 18.4), (9.3, 20), (12, 18.4), (14.7, 20), (17.3, 18.4), (20, 20), (20, 4), (4, 4))),
        Line(((8, 9), (16, 9))),
        Line(((8, 13.4), (13, 13.4))),
    ),
    "printer": _icon(Slab(3, 9, 18, 8, 1.6), Line(((7, 9), (7, 3.5), (17, 3.5), (17, 9))), Slab(7, 14, 10, 7, 0.6, covers=True)),
    "again": _icon(Arc(12, 12.5, 8, 300, 225), Line(((15.6, 1.8), (16.2, 6), (12, 7.2)))),
    "arrow": _icon(Line(((3, 12), (20, 12))), Line(((13.5, 5.5), (20, 12), (13.5, 18.5)))),
    "list": _icon(*(stroke for y in (6, 12, 18) for stroke in (Disc(4.6, y, 1.4), Line(((9, y), (20.5, y)))))),
    "wrench": _icon(Line(((4.6, 19.4), (12.6, 11.4))), Arc(16, 8, 5, 330, 250), Line(((20.4, 5.6), (16.6, 8.6), (14.4, 3.4)))),
    "phone": _icon(Slab(6.5, 2.5, 11, 19, 2), Line(((10.6, 18), (13.4, 18)))),
    "call": _icon(
        Line(((4, 9.6), (4, 14.4), (8, 14.4), (17, 19), (17, 5), (8, 9.6), (4, 9.6))),
        Line(((7.6, 14.6), (9.4, 20), (12, 20))),
        Arc(16.4, 12, 4.4, 310, 50),
    ),
    "priority": _icon(
        Line(((12, 20.4), (4.2, 12.4), (3.4, 9), (5, 5.8), (8, 4.8), (10.6, 6), (12, 8))),
        Line(((12, 20.4), (19.8, 12.4), (20.6, 9), (19, 5.8), (16, 4.8), (13.4, 6), (12, 8))),
    ),
    "skip": _icon(Ring(12, 12, 9.5), Line(((7.6, 12), (16.4, 12)))),
    "window": _icon(Slab(3, 3.5, 18, 17, 1.6), Line(((3, 14), (21, 14))), Ring(12, 8.6, 2)),
    "level-5": _face(Arc(12, 12.4, 5, 15, 165), Line(((7.2, 13.8), (16.8, 13.8)))),
    "level-4": _face(Arc(12, 11.4, 5.2, 30, 150)),
    "level-3": _face(Line(((8, 15.8), (16, 15.8)))),
    "level-2": _face(Arc(12, 20.2, 5.2, 215, 325)),
    "level-1": _face(Arc(12, 19.8, 5.4, 200, 340), Line(((7.4, 17.9), (6.6, 18.9))), Line(((16.6, 17.9), (17.4, 18.9)))),
}

_READER: tuple[Stroke, ...] = (
    Slab(10, 40, 76, 16, 5, hollow=False, tone=Tone.FILL),
    Slab(10, 40, 76, 16, 5),
    Slab(26, 46, 44, 0.2, 0),
)
_CARD: tuple[Stroke, ...] = (
    Slab(24, 12, 48, 30, 3.5, hollow=False, tone=Tone.FILL, covers=True),
    Slab(24, 12, 48, 30, 3.5, tone=Tone.MARK),
    Disc(36.5, 23.4, 4.4, tone=Tone.MARK),
    Arc(36.5, 37, 7, 195, 345, tone=Tone.MARK),
    Line(((50, 22), (65, 22)), tone=Tone.MARK),
    Line(((50, 29), (65, 29)), tone=Tone.MARK),
    Line(((50, 36), (59, 36)), tone=Tone.MARK),
)
_WAVES: tuple[Stroke, ...] = (
    Arc(48, 24, 33, 158, 200),
    Arc(48, 24, 33, 340, 22),
    Arc(48, 24, 41, 158, 200),
    Arc(48, 24, 41, 340, 22),
)

PICTURES: dict[str, Drawing] = {
    # a card above the reader, and the way it goes
    "picture-card": Drawing(
        (
            *_READER,
            Slab(24, 2, 48, 30, 3.5, hollow=False, tone=Tone.FILL, covers=True),
            Slab(24, 2, 48, 30, 3.5, tone=Tone.MARK),
            Disc(36.5, 13.4, 4.4, tone=Tone.MARK),
            Arc(36.5, 27, 7, 195, 345, tone=Tone.MARK),
            Line(((50, 12), (65, 12)), tone=Tone.MARK),
            Line(((50, 19), (65, 19)), tone=Tone.MARK),
            Line(((50, 26), (59, 26)), tone=Tone.MARK),
            Line(((14, 16), (14, 32)), tone=Tone.LINE),
            Line(((9, 27), (14, 32.4), (19, 27)), tone=Tone.LINE),
            Line(((82, 16), (82, 32)), tone=Tone.LINE),
            Line(((77, 27), (82, 32.4), (87, 27)), tone=Tone.LINE),
        ),
        width=96,
        height=58,
        pen=2.6,
    ),
    # the card lies on the reader and is being read
    "picture-reading": Drawing((*_READER, *_CARD, *_WAVES), width=96, height=58, pen=2.6),
    # a helper beside the resident
    "picture-helper": Drawing(
        (
            Disc(34, 15, 9, Tone.FILL),
            Ring(34, 15, 9),
            Arc(34, 52, 20, 180, 360),
            Ring(64, 18, 8, Tone.MARK),
            Arc(64, 52, 17, 200, 360, Tone.MARK),
            Line(((10, 52), (86, 52))),
        ),
        width=96,
        height=56,
        pen=2.8,
    ),
    "picture-rate": Drawing(
        (
            Ring(14, 24, 11), Disc(10.2, 21, 1.5), Disc(17.8, 21, 1.5), Arc(14, 23.4, 5.6, 25, 155),
            Ring(48, 24, 11), Disc(44.2, 21, 1.5), Disc(51.8, 21, 1.5), Line(((43.6, 28.6), (52.4, 28.6))),
            Ring(82, 24, 11), Disc(78.2, 21, 1.5), Disc(85.8, 21, 1.5), Arc(82, 33.4, 5.6, 205, 335),
        ),
        width=96, height=48, pen=2.4,
    ),  # fmt: skip
    # at the help desk
    "picture-desk": Drawing(
        (
            Disc(48, 12, 8.5, Tone.FILL),
            Ring(48, 12, 8.5, Tone.MARK),
            Arc(48, 45, 19, 193, 347, Tone.MARK),
            Slab(12, 40, 72, 16, 3, hollow=False, tone=Tone.FILL, covers=True),
            Slab(12, 40, 72, 16, 3),
            Line(((20, 48), (34, 48))),
        ),
        width=96, height=58, pen=2.6,
    ),  # fmt: skip
    "picture-clock": Drawing((Ring(24, 24, 20), Line(((24, 11), (24, 24), (33, 29)), Tone.MARK)), width=48, height=48, pen=3),
    "dot": Drawing((Disc(12, 12, 12),)),
    "picture-thanks": Drawing(
        (Ring(24, 24, 20), Line(((14, 25), (21.5, 32), (34.5, 17)), Tone.MARK)), width=48, height=48, pen=3
    ),
}

DRAWINGS: dict[str, Drawing] = ICONS | PICTURES
