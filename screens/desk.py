"""Everything a screen needs to lay a sheet: the panel, the sizes and colours of this visit, and the pen for its languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.panel import Panel
from kiosk.text.catalog import Catalog
from kiosk.text.shape import VERTICAL, Shaper
from screens.pen import Pen
from screens.sheet import Element, Face, Role
from screens.theme import BODY, LABEL, TITLE, WHITE, Paint, Scale, Theme
from screens.widgets.text_block import Group, Hand, Pairing


@dataclass(frozen=True)
class Desk:
    """One visit's table of sizes, colours and pen. ``bare``: the fixed keys are words alone."""

    scale: Scale
    theme: Theme
    pen: Pen
    bare: bool = False

    @classmethod
    def laid(
        cls,
        panel: Panel,
        catalog: Catalog,
        shaper: Shaper,
        *,
        lang: str,
        step: int,
        low: bool = False,
        theme: Theme = WHITE,
        pairing: Pairing = Pairing(),
    ) -> Desk:
        scale = Scale(panel, step, pairing.ratio, low)
        return cls(scale, theme, Pen(catalog, shaper, scale, lang, pairing, alone=scale.large))

    @property
    def blank(self) -> Desk:
        """The same with a pen that has written nothing."""
        return replace(self, pen=replace(self.pen))

    def at(self, step: int, *, alone: bool = False) -> Desk:
        """The same at another text size, or in the first language alone."""
        size = self.scale.step if self.scale.size is None else self.scale.size
        scale = replace(self.scale, step=step, size=size)
        return replace(self, scale=scale, pen=replace(self.pen, scale=scale, alone=alone))

    @property
    def smallest(self) -> bool:
        """Whether it is the last of the fallbacks."""
        return self.pen.alone and self.scale.step == 0

    @property
    def fallbacks(self) -> Iterator[Desk]:
        """Itself, then what a view is laid at when it has no room: the first language alone, then smaller steps."""
        yield self
        for step in range(self.scale.step, -1, -1):
            if not (self.pen.alone and step == self.scale.step):
                yield self.at(step, alone=True)

    @property
    def lower(self) -> Iterator[Desk]:
        """Itself, then what the fixed keys are set at where they take too much of the glass: the fallbacks, and then the smallest
        without icons."""
        yield from self.fallbacks
        yield replace(self.at(0, alone=True), bare=True)

    @property
    def last(self) -> Desk:
        """Where things would lie over each other at every fallback: the smallest, in one column, and a little above the reach
        line."""
        least = self.at(0, alone=True)
        scale = replace(least.scale, last=True)
        return replace(least, scale=scale, pen=replace(least.pen, scale=scale))

    @property
    def keys(self) -> Desk:
        """For keys that stand in great number, or beside what they change: their labels stop growing where the fixed keys do."""
        return self.at(self.scale.chrome_step, alone=True)

    @property
    def title(self) -> Hand:
        return Hand(self.scale.text(BODY if self.smallest else TITLE), "bold")

    @property
    def label(self) -> Hand:
        return Hand(self.scale.text(BODY if self.smallest else LABEL), "bold")

    @property
    def body(self) -> Hand:
        return Hand(self.scale.text(BODY))

    @property
    def small(self) -> Hand:
        return Hand(self.scale.staff())

    @property
    def hint(self) -> Hand:
        return Hand(self.scale.text(BODY), quiet=True)

    @property
    def chrome(self) -> Hand:
        """On the fixed keys. Mongolian's own name on a key of another language is written as a second language is: its column
        would else make the whole row three times as high."""
        upright = self.pen.lang in VERTICAL
        return Hand(self.scale.chrome(upright), columns=None if upright else self.scale.second())


def text_element(id: str, role: Role, group: Group, paint: Paint, *, item: int = 0, x: int = 0, y: int = 0) -> Element:
    """One item of set words as an element, the group lying at ``x``, ``y``. Its box is that of its first language."""
    runs = group.runs(paint, x, y, item)
    return Element(id, role, runs[0].box, Face(runs=runs), paint, label=group.label(item))
