"""The drawings of what a resident brings along, on a grid of 48 x 48, and of a way. Words beside them say the same."""

from __future__ import annotations

from screens.drawings import Arc, Disc, Drawing, Line, Ring, Slab, Stroke, Tone


def _paper(*strokes: Stroke) -> Drawing:
    return Drawing(strokes, width=48, height=48, pen=3.2)


def _sheet(x: float, y: float, w: float, h: float, r: float) -> tuple[Stroke, ...]:
    return Slab(x, y, w, h, r, hollow=False, tone=Tone.FILL), Slab(x, y, w, h, r)


def _lines(left: float, *ends: tuple[float, float]) -> tuple[Stroke, ...]:
    return tuple(Line(((left, y), (right, y))) for right, y in ends)


PAPERS: dict[str, Drawing] = {
    "paper-card": _paper(
        *_sheet(4, 10, 40, 28, 4),
        Disc(15, 20, 4),
        Arc(15, 34, 7.5, 190, 350),
        *_lines(27, (38, 19), (38, 25.5), (34, 32)),
    ),
    "paper-book": _paper(*_sheet(9, 4, 30, 40, 3), Line(((16, 4), (16, 44))), Slab(22, 12, 11, 8, 1.5)),
    "paper-photo": _paper(*_sheet(10, 4, 28, 40, 2.5), Ring(24, 18, 5.6), Arc(24, 40, 10.5, 197, 343)),
    "paper-paper": _paper(
        Slab(10, 12, 28, 32, 1, hollow=False, tone=Tone.FILL),
        Line(((10, 4), (29, 4), (38, 13), (38, 44), (10, 44), (10, 4))),
        Line(((29, 4), (29, 13), (38, 13))),
        *_lines(17, (31, 21), (31, 28.5), (26, 36)),
    ),
    "paper-form": _paper(
        *_sheet(8, 4, 32, 40, 2.5),
        *(Slab(14, y, 5, 5, 0.6) for y in (11, 21.5, 32)),
        *_lines(25, (34, 13.5), (34, 24), (34, 34.5)),
    ),
    "paper-seal": _paper(
        Line(((20, 22), (18, 13), (19.5, 6.5), (24, 4), (28.5, 6.5), (30, 13), (28, 22))),
        *_sheet(9, 23, 30, 10, 2.5),
        Line(((11, 43), (37, 43))),
    ),
    "paper-bank": _paper(*_sheet(4, 10, 40, 28, 4), Slab(4, 16, 40, 6, 0, hollow=False), *_lines(11, (21, 30.5))),
    "paper-medical": _paper(*_sheet(7, 7, 34, 34, 6), Line(((24, 15), (24, 33))), Line(((15, 24), (33, 24)))),
    # from one place to another
    "path": Drawing(
        (
            Ring(5, 19, 2.8),
            Ring(19, 5, 2.8),
            Line(((8.6, 19), (15.4, 19), (18, 16.4), (15.4, 13), (8.6, 11), (6, 8), (8.6, 5), (15.4, 5))),
        ),
    ),
}
