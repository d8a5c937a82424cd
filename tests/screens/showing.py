"""Panels, and a sheet of any specimen on them, without a window."""

from __future__ import annotations

from functools import lru_cache

from kiosk.panel import Panel
from kiosk.text.fonts import Fonts
from kiosk.text.shape import Shaper
from kiosk.views import Choice, View
from kiosk.visit import Settings, Shown, toolbar
from screens.desk import Desk
from screens.sheet import Sheet
from screens.show import lay_all
from screens.theme import THEMES, WHITE, Theme
from screens.widgets.text_block import Pairing
from tests.screens import languages
from tests.screens.languages import Tongue
from tests.screens.panels import TERMINALS
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
    **dict.fromkeys(TERMINALS, TERMINAL),
}


TOOLS = {"portrait", "landscape", "tablet"}


HIGH = {"zh": (0, 3), "zh+en": (1,), "zh+mn": (1,), "en": (3,), "mn": (3,)}
WIDE = {"zh": (3,), "zh+en": (1,), "zh+mn": (0,), "en": (3,), "mn": (3,)}
HALL = {"zh": (0,), "zh+en": (0,), "zh+mn": (0,), "en": (0,), "mn": (0,)}


def steps(panel: str, tongue: Tongue) -> tuple[int, ...]:
    """The sizes that the suite tries; none for some languages: the smallest and the largest, where a layout breaks first. From
    150 % on Chinese stands alone, so beside it a smaller one is enough. Uyghur and Tibetan have a sample of their own; the report
    (``python -m tests.screens.report``) looks at all there is."""
    tried = HIGH if panel == "portrait" else WIDE if panel in TOOLS else HALL
    return tried.get(tongue.name, ())


@lru_cache
def shaper() -> Shaper:
    return Shaper(Fonts.find(), cached=8192)


def shown(
    view: View, tongue: Tongue, step: int = 0, *, tools: bool = True, seq: int = 1, visit: int = 0, low: bool = False
) -> Shown:
    settings = Settings(lang=tongue.lang, size=step, low=low)
    keys: tuple[Choice, ...] = toolbar(settings, _offered(tongue)) if tools else ()
    return Shown(seq, view, settings, keys, visit)


def _offered(tongue: Tongue) -> tuple[str, ...]:
    """What a hall of this language lets its residents choose from."""
    return ("zh", tongue.second) if tongue.second in ("ug", "bo") else ("zh", "en", "mn")


def sheets(
    view: View,
    panel: Panel,
    tongue: Tongue,
    step: int = 0,
    *,
    theme: Theme = WHITE,
    pairing: Pairing = Pairing(),
    tools: bool = True,
    low: bool = False,
) -> list[Sheet]:
    """Every page of a view. Kept: many tests look at the same sheets."""
    return _sheets(view, panel, tongue, step, theme.name, pairing, tools, low)


@lru_cache(maxsize=None)
def _sheets(
    view: View, panel: Panel, tongue: Tongue, step: int, theme_name: str, pairing: Pairing, tools: bool, low: bool
) -> list[Sheet]:
    theme = THEMES[theme_name]
    given = shown(view, tongue, step, tools=tools, low=low)
    desk = Desk.laid(
        panel, languages.catalog(tongue.second), shaper(), lang=tongue.lang, step=step, low=low, theme=theme, pairing=pairing
    )
    return lay_all(desk, given)


def forget(*, words: bool = True) -> None:
    """Drop the kept sheets, and the ``words`` that are drawn on them; views of one setting share many."""
    _sheets.cache_clear()
    if words:
        shaper().forget()
