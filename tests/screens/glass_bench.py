"""A glass on SDL's offscreen driver, with a hand for its touches and keys and an eye for its pixels."""

from __future__ import annotations

from typing import Any

from kiosk.events import Focused, Hand
from kiosk.text.fonts import Fonts
from kiosk.text.shape import Shaper
from kiosk.visit import Shown
from screens.glass import Glass
from tests.screens import languages
from tests.screens.photograph import pixels
from tests.screens.showing import PORTRAIT

SHAPER = Shaper(Fonts.find())


class Bench:
    """A glass, the frames it draws, a finger on it, and what it posts."""

    def __init__(self) -> None:
        self.posted: list[Hand] = []
        self._time = 100.0
        self.glass = Glass(
            PORTRAIT,
            languages.catalog(None),
            SHAPER,
            self.posted.append,
            role="terminal",
            title="bench",
            now=lambda: self.time,
        )
        self.window = self.glass.open()
        from kivy.clock import Clock

        Clock._max_fps = 0  # frames as fast as they are asked for
        self._ticking = Clock.schedule_interval(self.glass._drain, 0)

    @property
    def time(self) -> float:
        return self._time

    @time.setter
    def time(self, at: float) -> None:
        """Time passes in looks, as at a glass that has nothing else to do."""
        self._time = at
        for _ in range(2):
            self.glass._surface.looked()

    def busy(self, seconds: float) -> None:
        """Time in which the glass did not look."""
        self._time += seconds
        self.glass._surface.looked()

    @property
    def focused(self) -> list[tuple[int, str]]:
        return [(event.seq, event.element) for event in self.posted if isinstance(event, Focused)]

    def close(self) -> None:
        self._ticking.cancel()
        self.window.remove_widget(self.glass._surface)
        self.window.unbind(on_key_down=self.glass._keyboard)

    def frame(self) -> None:
        from kivy.base import EventLoop

        EventLoop.idle()

    def show(self, given: Shown) -> None:
        self.glass.show(given)
        self.frame()

    def element(self, id: str) -> dict[str, Any]:
        return next(element for element in self.glass.tree()["elements"] if element["id"] == id)

    def middle(self, id: str) -> tuple[int, int]:
        """Of an element, in pixels from the top left corner."""
        x, y, w, h = self.element(id)["box_px"]
        return x + w // 2, y + h // 2

    def touch(self, id: str) -> Any:
        from kivy.tests.common import UnitTestTouch

        x, y = self.middle(id)
        return UnitTestTouch(x, PORTRAIT.height_px - y)

    def tap(self, id: str) -> None:
        self.time += 1.0
        touch = self.touch(id)
        touch.touch_down()
        touch.touch_up()
        self.frame()

    def key(self, key: str) -> None:
        """Without a frame: drawing a whole glass by software for each key would take the test's time."""
        self.time += 1.0
        self.glass.key(key)
        self.glass._bridge.drain()

    def colour_at(self, id: str) -> tuple[int, ...]:
        """Of the ground of an element, a little inside its left edge."""
        x, y, _, h = self.element(id)["box_px"]
        pixel = pixels(self.glass._surface, (1080, 1920)).getpixel((x + 8, y + h // 2))
        assert isinstance(pixel, tuple)
        return pixel
