"""A drawing that says what the words beside it say; it gives way when they need the room."""

from __future__ import annotations

from screens import icons
from screens.desk import Desk
from screens.drawings import Tone
from screens.geometry import Box, centred
from screens.sheet import Element, Face, Mark, Role
from screens.theme import Colour

LEAST, MOST = 40.0, 110.0  # units of height
DOTS = "picture-working"  # three dots that take turns
DOT = 16.0  # units


def draw_picture(desk: Desk, name: str, width: int, room: int, id: str = "picture") -> Element:
    """As large as fits into ``width`` x ``room`` at (0, 0), in its middle."""
    if name == DOTS:
        return _dots(desk, width, room, id)
    high = min(room, desk.scale.px(MOST), round(width * 0.9 / icons.aspect(name)))
    box = centred(round(high * icons.aspect(name)), high, Box(0, 0, width, room))
    page = desk.theme.page
    colours: dict[Tone, Colour] = {Tone.FILL: desk.theme.card.fill, Tone.LINE: page.soft, Tone.MARK: page.edge}
    marks = tuple(Mark(name, tone, box, colours[tone], page.fill, decor=tone is Tone.FILL) for tone in icons.tones(name))
    return Element(id, Role.IMAGE, box, Face(marks=marks), page)


def _dots(desk: Desk, width: int, room: int, id: str) -> Element:
    side, page = desk.scale.px(DOT), desk.theme.page
    box = centred(side * 5, side, Box(0, 0, width, room))
    places = [Box(box.x + 2 * side * i, box.y, side, side) for i in range(3)]
    marks = tuple(Mark("dot", Tone.LINE, place, page.edge, page.fill, decor=True, beat=i) for i, place in enumerate(places))
    return Element(id, Role.IMAGE, box, Face(marks=marks), page)
