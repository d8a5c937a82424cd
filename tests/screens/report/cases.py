"""What the report looks at: each view x panel x language x size x colours x mount, page by page, as a sheet and as its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, product
from typing import Any

from kiosk.panel import Panel
from kiosk.views import View
from kiosk.visit import SIZES, Shown
from screens.area import area_of
from screens.sheet import Element, Sheet
from screens.theme import THEMES, Scale
from screens.tree import tree
from tests.screens import languages
from tests.screens.languages import BY_NAME, TONGUES, Tongue
from tests.screens.panels import LOWER_EDGES_MM, TERMINALS, hung
from tests.screens.showing import ON, PANELS, sheets, shown

SAME = ("21.5-high", "21.5-wide")  # as "portrait" and "landscape"
GLASSES: dict[str, Panel] = PANELS | {name: panel for name, panel in TERMINALS.items() if name not in SAME}
DISPLAYS = frozenset({"tv", "small-tv"})
STEPS = tuple(range(len(SIZES)))
PLAIN, TWO = "white", "zh+en"
LEAST_INCHES = {"mn": 17.0, "bo": 15.0}  # words in columns, and lines twice as high, have no room beside a terminal's fixed keys
HUNG = ("portrait", "landscape")  # the panels that are measured at every mount


@dataclass(frozen=True)
class Setting:
    """Of the glass and of a visit, whatever view is shown. ``panel``: a name of ``tests.screens.showing``. ``bottom_mm`` and
    ``low``: how the glass hangs, and whether the visit is in low mode."""

    panel: str
    tongue: Tongue
    step: int
    theme: str = PLAIN
    bottom_mm: float | None = None
    low: bool = False

    @property
    def glass(self) -> Panel:
        return hung(GLASSES[self.panel], self.bottom_mm) if self.bottom_mm is not None else GLASSES[self.panel]

    @property
    def touched(self) -> bool:
        return self.panel not in DISPLAYS

    @property
    def held(self) -> bool:
        """Whether the glass hangs so that every control can stand in reach. Where it does not, the terminal says so."""
        return area_of(self.glass, self.step, self.low, Scale(self.glass).body_mm).held

    @property
    def is_plain(self) -> bool:
        """Without a mount or colours of its own: what differs only in these is not heard or walked again."""
        return self.theme == PLAIN and self.bottom_mm is None and not self.low

    @property
    def words(self) -> str:
        parts = [f"{self.panel}, {self.tongue.name}, {SIZES[self.step]:.0%}, {self.theme}"]
        parts += [f"lower edge at {self.bottom_mm:.0f} mm"] if self.bottom_mm is not None else []
        return ", ".join(parts + (["low mode"] if self.low else []))


@dataclass(frozen=True)
class Case:
    """``specimen``: a name of ``tests.screens.showing``."""

    setting: Setting
    specimen: str

    @property
    def view(self) -> View:
        return ON[self.setting.panel][self.specimen]

    @property
    def shown(self) -> Shown:
        setting = self.setting
        return shown(self.view, setting.tongue, setting.step, tools=setting.touched, low=setting.low)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        one = self.setting
        colours = THEMES[one.theme]
        return tuple(sheets(self.view, one.glass, one.tongue, one.step, theme=colours, tools=one.touched, low=one.low))

    def pages(self) -> Iterator[Seen]:
        found = self.sheets
        yield from (Seen(self, sheet, found) for sheet in found)


@dataclass(frozen=True)
class Seen:
    """One page of a case. ``all``: every page of it."""

    case: Case
    sheet: Sheet
    all: tuple[Sheet, ...]

    @property
    def setting(self) -> Setting:
        return self.case.setting

    @property
    def panel(self) -> Panel:
        return self.setting.glass

    @cached_property
    def tree(self) -> dict[str, Any]:
        return tree(self.case.shown, self.sheet, None, self.panel, languages.catalog(self.setting.tongue.second))

    @property
    def elements(self) -> list[dict[str, Any]]:
        return list(self.tree["elements"])

    def where(self, what: str) -> str:
        page = f", page {self.sheet.page + 1} of {self.sheet.pages}" if self.sheet.pages > 1 else ""
        return f"{what}, {self.case.specimen}, {self.setting.words}{page}"

    def is_first(self, element: Element, lang: str) -> bool:
        """Whether words in ``lang`` are those that keep the limits of the first language: the resident's, or the Chinese that
        stands in for it. A key that names another language names it in that one's script, as a second language is written."""
        own = self.setting.tongue.lang
        if own in {run.lang for run in element.face.runs}:
            return lang == own
        return lang == "zh" and bool(element.label) and element.label[0][0] == "zh"


def settings(panel: str) -> Iterator[Setting]:
    """Every language at every size; a display has one size. The other sets of colours with two languages at the least and the
    greatest size on the panels that are painted, for ``seeing`` shows that places do not depend on colours. At every mount,
    standing and low, two languages."""
    two, steps = BY_NAME[TWO], STEPS if panel not in DISPLAYS else STEPS[:1]
    ends = tuple(dict.fromkeys((steps[0], steps[-1])))
    least = 0.0 if panel in PANELS else GLASSES[panel].inches
    written = [tongue for tongue in TONGUES if not 0 < least < LEAST_INCHES.get(tongue.lang, 0)]
    yield from (Setting(panel, tongue, step) for tongue in written for step in steps)
    if panel in PANELS:
        yield from (Setting(panel, two, step, theme) for theme in THEMES for step in ends if theme != PLAIN)
    if panel in HUNG:
        every = product(LOWER_EDGES_MM, (False, True), ends)
        hanging = (Setting(panel, two, step, PLAIN, bottom, low) for bottom, low, step in every)
        yield from (setting for setting in hanging if setting.held or not setting.low)


def sampled(panel: str) -> Iterator[Setting]:
    """Of the ``settings`` that differ in size alone one, and the next on the next panel: so each language is met at every size
    somewhere, and each set of colours and each mount on some panel."""
    turn = list(GLASSES).index(panel)
    for place, (_, sizes) in enumerate(groupby(settings(panel), lambda setting: replace(setting, step=0))):
        found = list(sizes)
        yield found[(turn + place) % len(found)]
