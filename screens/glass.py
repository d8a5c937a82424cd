"""The glass: shows views, returns touches. All that the rest of the house knows of the window."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from kiosk.events import Focused, Hand, PageTurned, Pointed, Touched, Written
from kiosk.panel import Panel
from kiosk.text.catalog import Catalog
from kiosk.text.shape import Shaper
from kiosk.views import Stroke
from kiosk.visit import Settings, Shown
from screens import environment
from screens.bridge import Bridge
from screens.desk import Desk
from screens.expected import Expected, drawn
from screens.focus import STEPS, Focus
from screens.following import Following
from screens.kept import KeptSheets
from screens.keys import KEYBOARD, digit, meant
from screens.pace import Pace
from screens.sheet import Element, Sheet
from screens.show import lay, lay_all
from screens.theme import THEMES, WHITE, Scale
from screens.tree import tree
from screens.turning import Turning
from screens.widgets.text_block import Pairing

log = logging.getLogger(__name__)

PAGE_NEXT, PAGE_PREVIOUS = "page.next", "page.previous"
RING = 0.9  # units: thickness of each of the focus's two rings
FILLS_S = 2.0  # after the window opens: once the first view stands
BAR = 2.4  # units: thickness of the mark of the sentence that is heard


class Glass:
    """``post`` is given what a hand did, on Kivy's thread. ``role``: "terminal", "display" or "pad"; a display takes no touches.
    ``pairing``: how the region wants its two languages.
    """

    def __init__(
        self,
        panel: Panel,
        catalog: Catalog,
        shaper: Shaper,
        post: Callable[[Hand], None],
        *,
        role: str,
        title: str,
        pairing: Pairing = Pairing(),
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._panel, self._catalog, self._shaper = panel, catalog, shaper
        self._post, self._role, self._title = post, role, title
        self._pairing = pairing
        self._shown: Shown | None = None
        self._sheet: Sheet | None = None
        self._focus = Focus()
        self._following = Following()
        self._turning = Turning()
        self._ring, self._bar = Scale(panel).px(RING), Scale(panel).px(BAR)
        self._snapshot: tuple[Shown, Sheet, str | None, str | None] | None = None
        self._bridge = Bridge(self._take, self._pressed_key, self._end, self._speak)
        self._pace = Pace()
        self._kept = KeptSheets(lambda shown, page: lay(self._desk(shown.settings), shown, page))
        self._expected = Expected(self._kept.of)
        self._now = now
        self._surface: Any = None

    # ---- from any thread ----

    def show(self, shown: Shown) -> None:
        self._bridge.show(shown)

    def expect(self, likely: Sequence[Shown]) -> None:
        """Views that are likely to come; nothing of a person. Their words are drawn while nobody is at the glass."""
        self._expected.learn(likely)

    def speaking(self, element: str | None) -> None:
        """The element of the view shown last whose sentence is heard now; None: no sentence is. It is marked."""
        self._bridge.speaking(element)

    def key(self, key: str) -> None:
        """A key of the tactile keypad, by the value of ``devices.types.Key``; "page_up" and "page_down" turn pages."""
        self._bridge.key(key)

    def stop(self) -> None:
        self._bridge.stop()

    def tree(self) -> dict[str, Any]:
        """What is on the glass now (``screens.tree``); {"view": None} before the first view. ``ready``: a touch would count, and
        neither be taken for the strike before it nor for one that was aimed at what stood there before."""
        snapshot = self._snapshot
        if snapshot is None:
            return {"view": None, "elements": []}
        shown, sheet, focused, speaking = snapshot
        return tree(shown, sheet, focused, self._panel, self._catalog, speaking) | {"ready": self._surface.settled}

    # ---- Kivy's thread ----

    def run(self) -> None:
        """Open the window and show views until ``stop`` is called or the window is closed. Blocks the main thread."""
        window = self.open()
        from kivy.base import runTouchApp
        from kivy.clock import Clock

        self._pace.begin(Clock)
        ticking = Clock.schedule_interval(self._tick, 0)
        if self._panel.fullscreen:
            Clock.schedule_once(lambda _elapsed: environment.fill(window), FILLS_S)
        try:
            runTouchApp()
        finally:
            ticking.cancel()
            window.remove_widget(self._surface)

    def _tick(self, elapsed: float) -> None:
        self._drain(elapsed)
        if self._pace.look():
            self._expected.one()

    def _drain(self, elapsed: float = 0.0) -> None:
        self._surface.looked()
        self._look()
        self._bridge.drain(elapsed)

    def open(self) -> Any:
        """The window with the glass in it. What is shown before is kept until then."""
        environment.prepare(self._panel)
        from kivy.core.window import Window

        from screens import finger  # noqa: F401  (it tells Kivy of itself)
        from screens.surface import Surface  # opens the window, so not before the settings are made

        assert Window is not None
        self._surface = Surface(
            self._panel.height_px,
            self._chosen,
            self._now,
            touched=self._pace.stir,
            inked=self._written,
            pointed=self._pointed,
        )
        Window.allow_screensaver = False
        Window.set_title(self._title)
        Window.clearcolor = (*(value / 255 for value in WHITE.page.fill), 1)
        Window.add_widget(self._surface)
        Window.bind(on_key_down=self._keyboard)
        if tuple(Window.size) != (self._panel.width_px, self._panel.height_px):
            log.error("the window is %dx%d, the panel of the configuration is not", *Window.size)
        return Window

    def _take(self, shown: Shown) -> None:
        before = self._shown
        forget = before is not None and (before.visit != shown.visit)
        if forget:
            self._shaper.forget()
            self._kept.forget()
            self._expected.again()
            self._focus = Focus()
        same = before is not None and before.view.title == shown.view.title and type(before.view) is type(shown.view)
        page = self._sheet.page if same and self._sheet is not None else 0
        self._shown = shown
        self._following.changed()
        if not same:
            self._following.question()
        self._lay(page, forget=forget, same=same and not forget)

    def _pages(self) -> list[Sheet]:
        assert self._shown is not None
        return lay_all(self._desk(self._shown.settings), self._shown)

    def _desk(self, settings: Settings) -> Desk:
        return Desk.laid(
            self._panel,
            self._catalog,
            self._shaper,
            lang=settings.lang,
            step=settings.size,
            low=settings.low,
            theme=THEMES[settings.theme],
            pairing=self._pairing,
        )

    def _lay(self, page: int, *, forget: bool = False, same: bool = False) -> None:
        assert self._shown is not None
        self._put(self._kept.of(self._shown, page), forget=forget, same=same)

    def _put(self, sheet: Sheet, *, forget: bool = False, same: bool = False) -> None:
        self._turning.drop()
        self._sheet = sheet
        self._focus = self._focus.carried(sheet)
        self._surface.put(sheet, self._focus.on(sheet), self._ring, forget=forget, same=same)
        self._mark(sheet)

    def _speak(self, element: str | None) -> None:
        """The page follows the voice, but never under a finger."""
        self._following.hears(element)
        if self._sheet is None or self._shown is None:
            return
        page = None if self._surface.held else self._following.page(self._sheet, self._pages)
        self._mark(self._sheet)
        if page is None:
            self._turning.drop()
        else:
            self._turning.prepare(drawn(self._kept.of(self._shown, page)))

    def _look(self) -> None:
        """A strike that was aimed at the page before does not count."""
        sheet = self._turning.look(self._surface.held)
        if sheet is not None:
            self._surface.acted()
            self._put(sheet)

    def _mark(self, sheet: Sheet) -> None:
        assert self._shown is not None
        heard = self._following.on(sheet)
        self._snapshot = (self._shown, sheet, self._focus.id, heard.id if heard is not None else None)
        self._surface.speak(heard, self._bar)

    def _chosen(self, element: Element) -> None:
        """By a finger: the focus of the keypad leaves the glass."""
        self._focus = Focus()
        self._act(element.act)

    def _act(self, act: str | None) -> None:
        self._turning.drop()
        if act is None or self._sheet is None or self._role == "display":
            return
        self._surface.acted(next((target for target in self._sheet.targets if target.act == act), None))
        if act == PAGE_NEXT or act == PAGE_PREVIOUS:
            self._turn(1 if act == PAGE_NEXT else -1)
        else:
            if act.startswith("speech.") or act == "tool.repeat":
                self._following.asked()
            self._post(Touched(self._sheet.seq, act))

    def _pointed(self, words: Element) -> None:
        """By a finger, at what cannot be chosen."""
        if self._sheet is not None and self._role != "display":
            self._following.asked()
            self._post(Pointed(self._sheet.seq, words.id))

    def _written(self, stroke: Stroke) -> None:
        if self._sheet is not None:
            self._post(Written(self._sheet.seq, (stroke,)))

    def _turn(self, by: int) -> None:
        assert self._sheet is not None
        page = self._sheet.page + by
        if 0 <= page < self._sheet.pages:
            self._following.turned()
            self._lay(page)
            self._post(PageTurned(self._sheet.seq, tuple(element.id for element in self._sheet.elements)))

    def _pressed_key(self, key: str) -> None:
        self._pace.stir()
        sheet = self._sheet
        if sheet is None:
            return
        if key in STEPS:
            self._walk(sheet, key)
        elif key in ("page_down", "page_up"):
            self._turn(1 if key == "page_down" else -1)
        elif self._surface.ready(digit(sheet, key)):
            act = meant(sheet, self._focus, key)
            self._act(act) if act is not None else self._post(Pointed(sheet.seq, ""))

    def _walk(self, sheet: Sheet, key: str) -> None:
        self._focus = self._focus.walked(sheet, key)
        target = self._focus.on(sheet)
        self._surface.focus(target, self._ring)
        self._mark(sheet)
        if target is not None:
            self._post(Focused(sheet.seq, target.id))

    def _keyboard(self, _window: Any, code: int, *_rest: Any) -> bool:
        """Keypads that call themselves keyboards. No other key reaches Kivy."""
        key = KEYBOARD.get(code)
        if key is not None:
            self._pressed_key(key)
        return True

    def _end(self) -> None:
        from kivy.base import stopTouchApp

        stopTouchApp()
