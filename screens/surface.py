"""The Kivy widget that is the whole glass: paints the sheet, shows what is pressed or focused, tells of fingers."""

from __future__ import annotations

from collections.abc import Callable
from time import time
from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics import Color, InstructionGroup
from kivy.uix.widget import Widget

from kiosk.views import Stroke
from screens.ink import Ink
from screens.painter import Painter, texture_keys
from screens.pointing import Pointing
from screens.press import Press
from screens.sheet import Element, Sheet
from screens.textures import Textures
from screens.theme import Colour, ratio

BEAT_S = 0.6  # between two dots of a waiting view (accessibility.md row 12: at most 2 a second)
RESTING = 0.28  # how much of a dot is seen while it is not its turn
LINGERS_S = 0.15  # how long what was chosen looks pressed: most often the next view is there before, and a frame is saved


class Surface(Widget):
    """``chosen`` is told of every target that a finger chose, ``touched`` of every finger that comes or goes, ``inked`` of every
    stroke in a writing square, ``pointed`` of words that a finger touched; ``now`` gives seconds. Belongs to Kivy's thread."""

    def __init__(
        self,
        height: int,
        chosen: Callable[[Element], None],
        now: Callable[[], float],
        touched: Callable[[], None] = lambda: None,
        inked: Callable[[Stroke], None] = lambda stroke: None,
        pointed: Callable[[Element], None] = lambda words: None,
    ) -> None:
        super().__init__()
        self.textures = Textures()
        self._painter = Painter(height, self.textures)
        self._height = height
        self._chosen = chosen
        self._now = now
        self._touched = touched
        self._inked = inked
        self._pointed = pointed
        self._looked = self._looked_before = float("inf")
        self._press = Press()
        self._pointing = Pointing()
        self._ink = Ink(height)
        self._sheet: Sheet | None = None
        self._groups: dict[str, InstructionGroup] = {}
        self._ring = InstructionGroup()
        self._said = InstructionGroup()
        self._heard: str | None = None
        self._beats: list[tuple[int, Color]] = []
        self._beating = Clock.create_trigger(self._beat, BEAT_S, interval=True)
        self._turn = 0
        self._lingering: str | None = None
        self._letting_go = Clock.create_trigger(self._let_go, LINGERS_S)

    def put(self, sheet: Sheet, focused: Element | None, ring: int, *, forget: bool, same: bool = False) -> None:
        """``ring``: thickness of the focus, pixels. ``forget``: drop every texture that this sheet does not need. ``same``: it is
        the page that stood there, drawn again."""
        self._press.put(sheet, self._now(), same=same)
        self._pointing.drop()
        self._sheet = sheet
        self._letting_go.cancel()
        if forget:
            self.textures.retain(texture_keys(sheet))
        self._beats = []
        Window.clearcolor = _opaque(sheet.ground)
        self.canvas.clear()
        self.canvas.add(self._painter.under(sheet))
        self._groups = {}
        for element in sheet.elements:
            group = self._painter.face(element.face, self._beats)
            self._groups[element.id] = group
            self.canvas.add(group)
        self._ink.put(sheet.elements, same=same)
        self.canvas.add(self._ink.group)
        self._heard, self._said = None, InstructionGroup()
        self.canvas.add(self._said)
        self._ring = InstructionGroup()
        self.canvas.add(self._ring)
        self._repaint(self._press.held)
        self.focus(focused, ring)
        self._keep_time()

    def focus(self, element: Element | None, ring: int) -> None:
        self._ring.clear()
        if element is not None and self._sheet is not None:
            self._ring.add(self._painter.ring(element.box, *self._sheet.theme.focus, ring))

    def speak(self, element: Element | None, thick: int) -> None:
        """Mark whose sentence is heard. A frame is drawn only when it is another one."""
        heard = element.id if element is not None else None
        if heard == self._heard or self._sheet is None:
            return
        self._heard = heard
        self._said.clear()
        if element is not None:
            ground = self._sheet.theme.page.fill
            edge, main = sorted(self._sheet.theme.focus, key=lambda colour: ratio(colour, ground))
            self._said.add(self._painter.heard(element.box, main, edge, thick, right=self._sheet.mirrored))

    @property
    def held(self) -> bool:
        """A finger is on a target."""
        return self._press.held is not None

    def ready(self, target: Element | None = None) -> bool:
        """Whether a key may act, on ``target``: not right after the last act."""
        now = self._now()
        return self._press.ready(now) if target is None else self._press.admits(target, now)

    @property
    def settled(self) -> bool:
        """A touch would count, wherever a target stands. From any thread."""
        return self._press.settled(min(self._now(), self._looked_before))

    def looked(self) -> None:
        """At the beginning of each look at what came."""
        self._looked_before, self._looked = self._looked, self._now()

    def acted(self, target: Element | None = None) -> None:
        self._press.acted(self._now(), target)

    # ---- fingers ----

    def on_touch_down(self, touch: Any) -> bool:
        self._touched()
        if self._sheet is None or touch.is_mouse_scrolling:
            return True
        came, place = self._came(touch), (touch.ox, self._height - 1 - touch.oy)
        if not (self._press.ready(came) and self._ink.down(touch.uid, *place)):
            self._press.down(touch.uid, self._sheet, *place, came)
            self._pointing.down(touch.uid, self._sheet, *place, came)
            self._repaint(self._press.held)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if self._ink.move(touch.uid, *self._at(touch)):
            self._touched()
            return True
        before = self._press.held
        self._press.move(touch.uid, *self._at(touch))
        if self._press.held != before:
            self._repaint(before)
            self._repaint(self._press.held)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        before = self._press.held
        self._touched()
        stroke = self._ink.up(touch.uid)
        if stroke is not None:
            self._inked(stroke)
            return True
        chosen = self._press.up(touch.uid, *self._at(touch), self._now())
        words = self._pointing.up(touch.uid, *self._at(touch), self._now())
        if chosen is None:
            self._repaint(before)
            if words is not None and self._press.ready(self._now()):
                self._pointed(words)
        else:
            self._pointing.drop()
            self._lingering = before
            self._letting_go()
            self._chosen(chosen)
        return True

    def _let_go(self, _elapsed: float) -> None:
        """The view stayed: what was pressed is as before."""
        self._repaint(self._lingering)

    def _came(self, touch: Any) -> float:
        """When the finger came down, at the earliest: after the look before the one that read it. Between two looks of a busy
        machine a view may have been laid; judged by when it is read, the second strike of a trembling hand would count."""
        return min(self._now() - max(0.0, time() - touch.time_start), self._looked_before)

    def _at(self, touch: Any) -> tuple[float, float]:
        return touch.x, self._height - 1 - touch.y

    def _repaint(self, id: str | None) -> None:
        """The element's face as it is now, pressed or not."""
        element = self._sheet.element(id) if self._sheet is not None and id is not None else None
        if element is None:
            return
        pressed = self._press.held == element.id
        group = self._groups[element.id]
        group.clear()
        group.add(self._painter.face(element.down if pressed and element.down else element.face))

    # ---- dots that take turns ----

    def _keep_time(self) -> None:
        self._beating.cancel()
        self._turn = 0
        if self._beats:
            self._show_turn()
            self._beating()

    def _beat(self, _elapsed: float) -> None:
        self._turn = (self._turn + 1) % len(self._beats)
        self._show_turn()

    def _show_turn(self) -> None:
        for beat, colour in self._beats:
            colour.a = 1.0 if beat == self._turn else RESTING


def _opaque(colour: Colour) -> tuple[float, ...]:
    return *(value / 255 for value in colour), 1.0
