"""What the report looks at: each view x panel x language x size x colours, page by page, as a sheet and as its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kiosk.panel import Panel
from kiosk.views import View
from kiosk.visit import SIZES, Shown
from screens.sheet import Element, Sheet
from screens.theme import THEMES
from screens.tree import tree
from tests.screens import languages
from tests.screens.languages import TONGUES, Tongue
from tests.screens.panels import LOWER_EDGES_MM, TERMINALS, hung
from tests.screens.showing import ON, PANELS, sheets, shown

GLASSES: dict[str, Panel] = TERMINALS | PANELS
DISPLAYS = frozenset({"tv", "small-tv"})
STEPS = tuple(range(len(SIZES)))
TOO_HIGH_MM = 900.0  # hung higher, a glass has no room below the line of low mode; the terminal says so at its start
PLAIN, TWO = "white", "zh+en"


@dataclass(frozen=True)
class Case:
    """``panel`` and ``specimen`` are names of ``tests.screens.showing``. ``bottom_mm`` and ``low``: how the glass hangs, and
    whether the visit is in low mode."""

    panel: str
    specimen: str
    tongue: Tongue
    step: int
    theme: str
    bottom_mm: float | None = None
    low: bool = False

    @property
    def glass(self) -> Panel:
        return hung(GLASSES[self.panel], self.bottom_mm) if self.bottom_mm is not None else GLASSES[self.panel]

    @property
    def view(self) -> View:
        return ON[self.panel][self.specimen]

    @property
    def touched(self) -> bool:
        return self.panel not in DISPLAYS

    @property
    def shown(self) -> Shown:
        return shown(self.view, self.tongue, self.step, tools=self.touched, low=self.low)

    @property
    def is_plain(self) -> bool:
        """Without a mount or colours of its own: what differs only in these is not heard or walked again."""
        return self.theme == PLAIN and self.bottom_mm is None and not self.low

    def pages(self) -> Iterator[Seen]:
        theme = THEMES[self.theme]
        found = sheets(self.view, self.glass, self.tongue, self.step, theme=theme, tools=self.touched, low=self.low)
        for sheet in found:
            yield Seen(self, sheet, tuple(found))


@dataclass(frozen=True)
class Seen:
    """One page of a case. ``all``: every page of it."""

    case: Case
    sheet: Sheet
    all: tuple[Sheet, ...]

    @property
    def panel(self) -> Panel:
        return self.case.glass

    @cached_property
    def tree(self) -> dict[str, Any]:
        return tree(self.case.shown, self.sheet, None, self.panel, languages.catalog(self.case.tongue.second))

    @property
    def elements(self) -> list[dict[str, Any]]:
        return list(self.tree["elements"])

    def where(self, what: str) -> str:
        case, sheet = self.case, self.sheet
        parts = [f"{what}, {case.specimen}, {case.panel}, {case.tongue.name}, {SIZES[case.step]:.0%}, {case.theme}"]
        parts += [f"lower edge at {case.bottom_mm:.0f} mm"] if case.bottom_mm is not None else []
        parts += ["low mode"] if case.low else []
        return ", ".join(parts + ([f"page {sheet.page + 1} of {sheet.pages}"] if sheet.pages > 1 else []))

    def is_first(self, element: Element, lang: str) -> bool:
        """Whether words in ``lang`` are those that keep the limits of the first language: the resident's, or the Chinese that
        stands in for it. A key that names another language names it in that one's script, as a second language is written."""
        return lang == self.case.tongue.lang or (lang == "zh" and bool(element.label) and element.label[0][0] == "zh")


def pieces() -> list[tuple[str, str]]:
    """Panels and specimens: the pieces that the work is divided in."""
    return [(panel, specimen) for panel in ON for specimen in ON[panel]]


def cases(panel: str, specimen: str) -> Iterator[Case]:
    """On the upright panel, the pad and the displays every language at every size; lying at the least and the greatest.
    Every set of colours with two languages at these, for boxes do not depend on colours. On the other panels, and at every mount,
    two languages."""
    touched = panel not in DISPLAYS
    ends = (STEPS[0], STEPS[-1]) if touched else STEPS[:1]
    two = next(tongue for tongue in TONGUES if tongue.name == TWO)
    if panel in PANELS:
        for tongue in TONGUES:
            for step in ends if panel == "landscape" else STEPS if touched else STEPS[:1]:
                yield Case(panel, specimen, tongue, step, PLAIN)
        for theme in THEMES:
            yield from (Case(panel, specimen, two, step, theme) for step in ends if theme != PLAIN)
    else:
        yield from (Case(panel, specimen, two, step, PLAIN) for step in ends)
    if panel in ("portrait", "landscape"):
        for bottom in LOWER_EDGES_MM:
            lows = (False, True) if bottom < TOO_HIGH_MM else (False,)
            yield from (Case(panel, specimen, two, 0, PLAIN, bottom, low) for low in lows)
