"""What is on the glass, as plain values: a sheet of elements, each with its box, its words and its colours.

Screens make sheets, ``screens.surface`` paints them with Kivy, ``screens.tree`` tells them to tests and to diagnostics. So what
is drawn, what is touched and what is told are one thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.text.shape import Block
from kiosk.views import Stroke
from screens.drawings import Tone
from screens.geometry import Box
from screens.theme import WHITE, Colour, Paint, Theme


class Role(Enum):
    TITLE = "title"
    TEXT = "text"
    BUTTON = "button"
    SWITCH = "switch"
    NUMBER = "number"
    IMAGE = "image"


@dataclass(frozen=True)
class Shape:
    """A filled rectangle with rounded corners and an edge (0: none), undermost in a face. ``broken``: a dashed edge."""

    box: Box
    fill: Colour
    edge: Colour
    thick: int = 0
    radius: int = 0
    broken: bool = False

    def moved(self, dx: int, dy: int) -> Shape:
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True)
class Mark:
    """One layer of an icon or a picture. ``decor``: carries no meaning of its own, so no contrast is asked of it. ``beat``:
    its turn among marks that darken one after the other. ``mirrored``: drawn with right and left exchanged."""

    name: str
    tone: Tone
    box: Box
    colour: Colour
    ground: Colour
    decor: bool = False
    beat: int | None = None
    mirrored: bool = False

    def moved(self, dx: int, dy: int) -> Mark:
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True)
class Run:
    """One block of words in its place, in the colour it has on its ground."""

    block: Block
    box: Box
    lang: str
    colour: Colour
    ground: Colour

    def moved(self, dx: int, dy: int) -> Run:
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True)
class Dots:
    """A small bitmap drawn square by square: the QR code. ``rows`` from the top, 1 is dark."""

    rows: tuple[tuple[int, ...], ...]
    box: Box
    dark: Colour
    light: Colour

    def moved(self, dx: int, dy: int) -> Dots:
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True)
class Photo:
    """A photograph, as JPEG, that fills its box."""

    jpeg: bytes = field(repr=False)
    box: Box

    def moved(self, dx: int, dy: int) -> Photo:
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True)
class Face:
    """What is painted for an element, in this order, the photographs upon the shapes."""

    shapes: tuple[Shape, ...] = ()
    dots: tuple[Dots, ...] = ()
    marks: tuple[Mark, ...] = ()
    runs: tuple[Run, ...] = ()
    photos: tuple[Photo, ...] = ()

    def moved(self, dx: int, dy: int) -> Face:
        return Face(
            tuple(shape.moved(dx, dy) for shape in self.shapes),
            tuple(dots.moved(dx, dy) for dots in self.dots),
            tuple(mark.moved(dx, dy) for mark in self.marks),
            tuple(run.moved(dx, dy) for run in self.runs),
            tuple(photo.moved(dx, dy) for photo in self.photos),
        )


@dataclass(frozen=True)
class Element:
    """``act``: what a touch on it means (a choice's id, "back", "page.next" ...); None for what cannot be touched.

    ``label`` and ``hint``: its words by the language they are in, the first language first. ``down``: its face under a finger.
    ``typing``: as of ``kiosk.views.Choice``. ``ink``: strokes that a finger drew within its box, in thousandths of it; None where
    nobody writes.
    """

    id: str
    role: Role
    box: Box
    face: Face
    paint: Paint
    label: tuple[tuple[str, str], ...] = ()
    hint: tuple[tuple[str, str], ...] = ()
    act: str | None = None
    down: Face | None = None
    enabled: bool = True
    selected: bool | None = None
    typing: bool = False
    ink: tuple[Stroke, ...] | None = None

    def moved(self, dx: int, dy: int) -> Element:
        return replace(
            self,
            box=self.box.moved(dx, dy),
            face=self.face.moved(dx, dy),
            down=self.down.moved(dx, dy) if self.down else None,
        )

    @property
    def touchable(self) -> bool:
        return self.act is not None and self.enabled


@dataclass(frozen=True)
class Sheet:
    """A whole glass. ``page`` counts from 0. ``under``: grounds and frames that belong to no element. ``mirrored``: it begins at
    the right (``screens.mirror``)."""

    seq: int
    view: str
    size: tuple[int, int]
    ground: Colour
    page: int
    pages: int
    under: tuple[Shape, ...]
    elements: tuple[Element, ...]
    lang: str
    step: int
    theme: Theme = WHITE
    mirrored: bool = False

    def placed(self, box: Box, size: tuple[int, int]) -> Sheet:
        """The same laid within ``box`` of a glass of this size. Grounds that reach an edge of the box reach that of the glass."""
        return replace(
            self,
            size=size,
            under=tuple(_spread(shape, box, size) for shape in self.under),
            elements=tuple(element.moved(box.x, box.y) for element in self.elements),
        )

    def at(self, x: float, y: float) -> Element | None:
        """What a finger on this pixel would act on."""
        return next((e for e in self.elements if e.touchable and e.box.contains(x, y)), None)

    def words_at(self, x: float, y: float) -> Element | None:
        """What a finger on this pixel would hear of: words, or a button that cannot be used now."""
        found = (e for e in self.elements if e.label and not e.touchable and e.ink is None)
        return next((e for e in found if e.box.contains(x, y)), None)

    def element(self, id: str) -> Element | None:
        return next((e for e in self.elements if e.id == id), None)

    @property
    def targets(self) -> tuple[Element, ...]:
        """All that can be chosen now, in the order of reading."""
        return tuple(e for e in self.elements if e.touchable)


def _spread(shape: Shape, box: Box, size: tuple[int, int]) -> Shape:
    mine = shape.box
    left = 0 if mine.x <= 0 else mine.x + box.x
    top = 0 if mine.y <= 0 else mine.y + box.y
    right = size[0] if mine.right >= box.w else mine.right + box.x
    bottom = size[1] if mine.bottom >= box.h else mine.bottom + box.y
    return replace(shape, box=Box(left, top, right - left, bottom - top))
