"""A sheet painted as Kivy instructions. The one place where y turns round: Kivy counts from the foot."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from kivy.graphics import Color, InstructionGroup, Rectangle, SmoothRoundedRectangle
from PIL import Image

from screens import icons
from screens.drawings import Tone
from screens.geometry import Box
from screens.sheet import Dots, Face, Mark, Photo, Shape, Sheet
from screens.textures import Textures
from screens.theme import Colour

WHITE = (255, 255, 255)  # a photograph keeps its own colours
DASH = 4  # a broken edge: dashes this many times as long as the edge is thick


class Painter:
    """Instructions for faces, with textures of its own."""

    def __init__(self, height: int, textures: Textures) -> None:
        self._height = height
        self._textures = textures

    def under(self, sheet: Sheet) -> InstructionGroup:
        """What lies under the elements. The ground is the colour that the whole glass is cleared with."""
        group = InstructionGroup()
        for shape in sheet.under:
            self._shape(group, shape)
        return group

    def face(self, face: Face, beats: list[tuple[int, Color]] | None = None) -> InstructionGroup:
        """``beats`` collects the colours of marks that take turns (a waiting view's dots)."""
        group = InstructionGroup()
        for shape in face.shapes:
            self._shape(group, shape)
        for photo in face.photos:
            self._photo(group, photo)
        for dots in face.dots:
            self._dots(group, dots)
        for mark in face.marks:
            colour = self._mark(group, mark)
            if mark.beat is not None and beats is not None:
                beats.append((mark.beat, colour))
        for run in face.runs:
            self._mask(group, run.box, run.colour, run.block, run.block.mask)
        return group

    def ring(self, box: Box, inner: Colour, outer: Colour, thick: int) -> InstructionGroup:
        """The focus: two rings around ``box``, outside of it."""
        group = InstructionGroup()
        for colour, near in ((outer, thick), (inner, 0)):
            far = near + thick
            wide = Box(box.x - far, box.y - far, box.w + 2 * far, box.h + 2 * far)
            for side in _sides(wide, thick):
                self._box(group, side, colour)
        return group

    def heard(self, box: Box, main: Colour, edge: Colour, thick: int, *, right: bool) -> InstructionGroup:
        """The mark of the sentence that is heard: a bar where its words begin, ``right`` of them or left, and a line below them,
        edged in the other colour so that they are seen on any ground."""
        group = InstructionGroup()
        clear, thin = max(2, thick // 3), max(2, thick * 2 // 3)
        bar = Box(box.right + clear if right else box.x - clear - thick, box.y, thick, box.h + clear + thin)
        line = Box(box.x if right else bar.x, box.bottom + clear, box.w + clear + thick, thin)
        for colour, more in ((edge, max(1, thin // 2)), (main, 0)):
            for stroke in (bar, line):
                self._box(group, stroke.inset(-more), colour)
        return group

    def _shape(self, group: InstructionGroup, shape: Shape) -> None:
        thick, radius = shape.thick, shape.radius
        if thick and not shape.broken:
            self._box(group, shape.box, shape.edge, radius)
            self._box(group, shape.box.inset(thick), shape.fill, max(0, radius - thick))
            return
        self._box(group, shape.box, shape.fill, radius)
        if shape.broken:
            for dash in _dashes(shape.box, thick, radius):
                self._box(group, dash, shape.edge)

    def _box(self, group: InstructionGroup, box: Box, colour: Colour, radius: int = 0) -> None:
        self._colour(group, colour)
        place: dict[str, Any] = {"pos": (box.x, self._height - box.bottom), "size": (box.w, box.h)}
        group.add(SmoothRoundedRectangle(radius=[radius], **place) if radius else Rectangle(**place))

    def _photo(self, group: InstructionGroup, photo: Photo) -> None:
        self._mask(group, photo.box, WHITE, _printed(photo), lambda: _developed(photo))

    def _dots(self, group: InstructionGroup, dots: Dots) -> None:
        self._mask(group, dots.box, dots.dark, dots, lambda: _bitmap(dots), sharp=True)

    def _mark(self, group: InstructionGroup, mark: Mark) -> Color:
        key = _drawn(mark)
        return self._mask(group, mark.box, mark.colour, key, lambda: icons.mask(*key))

    def _mask(self, group: InstructionGroup, box: Box, colour: Colour, key: Any, mask: Any, sharp: bool = False) -> Color:
        tint = self._colour(group, colour)
        texture = self._textures.of(key, mask, sharp=sharp)
        group.add(Rectangle(texture=texture, pos=(box.x, self._height - box.bottom), size=(box.w, box.h)))
        return tint

    def _colour(self, group: InstructionGroup, colour: Colour) -> Color:
        red, green, blue = (value / 255 for value in colour)
        tint = Color(red, green, blue, 1)
        group.add(tint)
        return tint


def texture_keys(sheet: Sheet) -> set[Any]:
    """The keys of every texture that ``sheet`` needs."""
    return {key for element in sheet.elements for face in (element.face, element.down) if face for key in _keys(face)}


def _keys(face: Face) -> list[Any]:
    return [*map(_printed, face.photos), *map(_drawn, face.marks), *face.dots, *(run.block for run in face.runs)]


def _drawn(mark: Mark) -> tuple[str, int, Tone, bool]:
    """What tells a mark's picture from any other, its colour apart."""
    return mark.name, mark.box.h, mark.tone, mark.mirrored


def _printed(photo: Photo) -> tuple[str, bytes, int]:
    """What tells a photograph from any other, its place apart."""
    return "photo", photo.jpeg, photo.box.h


def _developed(photo: Photo) -> Image.Image:
    """At the size at which it is shown."""
    with Image.open(BytesIO(photo.jpeg)) as image:
        return image.convert("RGB").resize((photo.box.w, photo.box.h), Image.Resampling.LANCZOS)


def _bitmap(dots: Dots) -> Image.Image:
    image = Image.new("L", (len(dots.rows[0]), len(dots.rows)))
    image.putdata([255 * bit for row in dots.rows for bit in row])
    return image


def _sides(box: Box, thick: int) -> tuple[Box, Box, Box, Box]:
    return (
        Box(box.x, box.y, box.w, thick),
        Box(box.x, box.bottom - thick, box.w, thick),
        Box(box.x, box.y + thick, thick, box.h - 2 * thick),
        Box(box.right - thick, box.y + thick, thick, box.h - 2 * thick),
    )


def _dashes(box: Box, thick: int, radius: int) -> list[Box]:
    step = thick * DASH
    found: list[Box] = []
    for x in range(box.x + radius, box.right - radius - step, 2 * step):
        found += [Box(x, box.y, step, thick), Box(x, box.bottom - thick, step, thick)]
    for y in range(box.y + radius, box.bottom - radius - step, 2 * step):
        found += [Box(box.x, y, thick, step), Box(box.right - thick, y, thick, step)]
    return found
