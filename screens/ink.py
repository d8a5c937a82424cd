"""The writing square under the finger: what it draws is seen at once, before anybody else knows of it.

Three kinds of strokes lie in it: those of the view, those that were told and are not in a view yet, and the one under the finger.
A stroke is one line of the graphics card; no point of it has a texture.
"""

from __future__ import annotations

from collections.abc import Sequence

from kivy.graphics import Color, InstructionGroup, Line

from kiosk.views import Stroke
from screens.geometry import Box
from screens.sheet import Element

THICK = 0.011  # of the square's side, or of the lower one of a frame: half the width of a line
NEAR_PX = 2.0  # a finger that rests draws nothing
WHOLE = 1000  # the square's side, for whoever is told


class Ink:
    """Belongs to Kivy's thread. ``height``: of the glass in pixels, since Kivy counts from the foot."""

    def __init__(self, height: int) -> None:
        self.group = InstructionGroup()
        self._height = height
        self._square: Element | None = None
        self._told: list[Stroke] = []
        self._finger: object | None = None
        self._points: list[float] = []
        self._line: Line | None = None

    def put(self, elements: Sequence[Element], *, same: bool) -> None:
        """The square of a sheet. ``same``: it is the view that stood there; a finger that writes goes on writing."""
        before, self._square = self._square, next((one for one in elements if one.ink is not None), None)
        shown = self._square.ink or () if self._square is not None else ()
        grown = before is not None and shown[: len(before.ink or ())] == before.ink
        self._told = [stroke for stroke in self._told if stroke not in shown] if same and grown else []
        if not same or self._square is None:
            self._finger, self._points = None, []
        self._paint(shown)

    def down(self, finger: object, x: float, y: float) -> bool:
        """Whether a finger began to write."""
        if self._finger is not None or self._square is None or not self._square.box.contains(x, y):
            return False
        self._finger, self._points = finger, [x, y]
        self._line = self._draw(self._points)
        return True

    def move(self, finger: object, x: float, y: float) -> bool:
        if finger is not self._finger or self._square is None:
            return False
        box = self._square.box
        x, y = min(max(x, box.x), box.right - 1), min(max(y, box.y), box.bottom - 1)
        if abs(x - self._points[-2]) + abs(y - self._points[-1]) >= NEAR_PX:
            self._points += [x, y]
            if self._line is not None:
                self._line.points = self._turned(self._points)
        return True

    def up(self, finger: object) -> Stroke | None:
        """The stroke that a finger has finished."""
        if finger is not self._finger or self._square is None:
            return None
        stroke = _within(self._points, self._square.box)
        self._finger, self._points = None, []
        self._told.append(stroke)
        return stroke

    def _paint(self, shown: Sequence[Stroke]) -> None:
        self.group.clear()
        if self._square is None:
            return
        red, green, blue = (value / 255 for value in self._square.paint.ink)
        self.group.add(Color(red, green, blue, 1))
        for stroke in (*shown, *self._told):
            self._draw(_on_glass(stroke, self._square.box))
        if self._finger is not None:
            self._line = self._draw(self._points)

    def _draw(self, points: list[float]) -> Line:
        assert self._square is not None
        dot = points * 2 if len(points) == 2 else points
        thick = max(1.5, min(self._square.box.w, self._square.box.h) * THICK)
        line = Line(points=self._turned(dot), width=thick, cap="round", joint="round")
        self.group.add(line)
        return line

    def _turned(self, points: list[float]) -> list[float]:
        return [self._height - value if place % 2 else value for place, value in enumerate(points)]


def _within(points: list[float], box: Box) -> Stroke:
    pairs = zip(points[::2], points[1::2])
    return tuple((round((x - box.x) * WHOLE / box.w), round((y - box.y) * WHOLE / box.h)) for x, y in pairs)


def _on_glass(stroke: Stroke, box: Box) -> list[float]:
    return [value for x, y in stroke for value in (box.x + x * box.w / WHOLE, box.y + y * box.h / WHOLE)]
