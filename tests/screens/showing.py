"""Panels, and a sheet of any specimen on them, without a window."""

from __future__ import annotations

from functools import lru_cache

from kiosk.panel import Panel
from kiosk.text.fonts import Fonts
from kiosk.text.shape import Shaper
from kiosk.views import Choice, View
from kiosk.visit import SIZES, Settings, Shown, toolbar
from screens.desk import Desk
from screens.sheet import Sheet
from screens.show import SCREENS
from screens.theme import THEMES, WHITE, Theme
from screens.widgets.text_block import Pairing
from tests.screens import languages
from tests.screens.languages import Tongue
from tests.screens.specimens import DISPLAY, PAD, TERMINAL

PORTRAIT = Panel(1080, 1920, 0.248, fullscreen=False)  # 21.5 inch, upright
LANDSCAPE = Panel(1920, 1080, 0.248, fullscreen=False)
TABLET = Panel(1280, 800, 0.17, fullscreen=False)  # 10 inch, at a window
TV = Panel(1920, 1080, 0.63, fullscreen=False)  # 55 inch
SMALL_TV = Panel(1920, 1080, 0.369, fullscreen=False)  # 32 inch
PANELS = {"portrait": PORTRAIT, "landscape": LANDSCAPE, "tablet": TABLET, "tv": TV, "small-tv": SMALL_TV}
ON: dict[str, dict[str, View]] = {
    "portrait": TERMINAL | {"rate": PAD["rate"]},
    "landscape": TERMINAL,
    "tablet": PAD,
    "tv": DISPLAY,
    "small-tv": DISPLAY,
}


TOOLS = {"portrait", "landscape", "tablet"}


def steps(panel: str, tongue: Tongue) -> tuple[int, ...]:
    """The sizes to try. All in Chinese; from 150 % on it stands alone, so beside it the smaller ones are enough."""
    if panel not in TOOLS:
        return (0,)
    if panel != "portrait":
        return {"zh": (0, 3), "zh+en": (1,), "zh+mn": (0,), "en": (3,), "mn": (0, 3)}[tongue.name]
    if tongue.name == "zh":
        return tuple(range(len(SIZES)))
    return (0, 1) if tongue.lang == "zh" else (0, 3)


@lru_cache
def shaper() -> Shaper:
    return Shaper(Fonts.find(), cached=8192)


def shown(view: View, tongue: Tongue, step: int = 0, *, tools: bool = True, seq: int = 1, visit: int = 0) -> Shown:
    settings = Settings(lang=tongue.lang, size=step)
    keys: tuple[Choice, ...] = toolbar(settings, ("zh", "en", "mn")) if tools else ()
    return Shown(seq, view, settings, keys, visit)


def sheets(
    view: View,
    panel: Panel,
    tongue: Tongue,
    step: int = 0,
    *,
    theme: Theme = WHITE,
    pairing: Pairing = Pairing(),
    tools: bool = True,
) -> list[Sheet]:
    """Every page of a view. Kept: many tests look at the same sheets."""
    return _sheets(view, panel, tongue, step, theme.name, pairing, tools)


@lru_cache(maxsize=None)
def _sheets(
    view: View, panel: Panel, tongue: Tongue, step: int, theme_name: str, pairing: Pairing, tools: bool
) -> list[Sheet]:
    theme = THEMES[theme_name]
    given = shown(view, tongue, step, tools=tools)
    desk = Desk.laid(panel, languages.catalog(tongue.second), shaper(), lang=tongue.lang, step=step, theme=theme, pairing=pairing)
    screen = SCREENS[type(view)](desk)
    first = screen.compose(given, 0)
    return [first, *(screen.compose(given, page) for page in range(1, first.pages))]


def forget() -> None:
    """Drop the kept sheets."""
    _sheets.cache_clear()
    shaper().forget()
