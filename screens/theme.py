"""Colours, as pairs whose contrast is computed, not hoped; and the sizes of all that is drawn, in millimetres.

The figures are those of VVSG 2.0 7.1-C/D, 7.2-I and of the Korean kiosk notice (spec/accessibility.md rows 1, 2, 7, 8, 13).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.panel import Panel
from kiosk.visit import SIZES
from screens.area import Area, area_of

Colour = tuple[int, int, int]

DEFAULT_CONTRAST = 10.0  # row 7: text, controls, and icons that carry meaning


def luminance(colour: Colour) -> float:
    """Relative luminance of WCAG 2."""
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Contrast, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rgb(text: str) -> Colour:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def hexadecimal(colour: Colour) -> str:
    return "#%02x%02x%02x" % colour


@dataclass(frozen=True)
class Paint:
    """What a surface is painted with: its ground, the words and icons on it, quieter words on it, and its edge."""

    fill: Colour
    ink: Colour
    soft: Colour
    edge: Colour

    @property
    def pressed(self) -> Paint:
        """The same under a finger: ground and ink exchanged, with the old ground as an edge. Seen without any colour."""
        return Paint(self.ink, self.fill, self.fill, self.fill)


@dataclass(frozen=True)
class Theme:
    """Blue and white is the ordinary course, amber a warning, red an error (row 9); and none of them says it alone: a warning and
    an error have their icons, and what is pressed, taken, focused or off has a shape of its own."""

    name: str
    page: Paint
    header: Paint
    bar: Paint  # the toolbar's ground
    plain: Paint  # a button
    primary: Paint
    quiet: Paint
    off: Paint  # a button that cannot be used now; its edge is broken too
    badge: Paint
    card: Paint  # a panel: who you are, the words for the staff
    paper: Paint  # the ticket
    warning: Paint  # something went wrong, and there is a way on
    error: Paint  # there is no way on but a person's help
    fresh: Paint  # the call that has just come
    focus: tuple[Colour, Colour]  # a double ring: seen on any ground


def _even(fill: Colour, ink: Colour) -> Paint:
    return Paint(fill, ink, ink, fill)


def _bright() -> Theme:
    white, ink, soft = rgb("ffffff"), rgb("050608"), rgb("2e3a46")
    mist, deep, amber = rgb("f1f5f9"), rgb("0a3869"), rgb("ffc633")
    solid = Paint(deep, white, white, deep)
    return Theme(
        name="white",
        page=Paint(white, ink, soft, deep),
        header=solid,
        bar=Paint(mist, ink, soft, mist),
        plain=Paint(mist, ink, soft, deep),
        primary=solid,
        quiet=Paint(white, ink, soft, deep),
        off=Paint(white, soft, soft, soft),
        badge=solid,
        card=Paint(mist, ink, soft, mist),
        paper=Paint(white, ink, soft, deep),
        warning=_even(amber, ink),
        error=_even(rgb("7c0f14"), white),
        fresh=solid,
        focus=(ink, amber),
    )


def _two(name: str, ground: Colour, ink: Colour, warning: Paint, error: Paint) -> Theme:
    """A theme of two colours: every surface is one on the other, but for trouble."""
    straight, inverse = Paint(ground, ink, ink, ink), Paint(ink, ground, ground, ink)
    return Theme(
        name=name,
        page=straight,
        header=straight,
        bar=straight,
        plain=straight,
        primary=inverse,
        quiet=straight,
        off=straight,
        badge=inverse,
        card=straight,
        paper=straight,
        warning=warning,
        error=error,
        fresh=inverse,
        focus=(ground, ink),
    )


def _black(name: str, ink: Colour) -> Theme:
    black = rgb("000000")
    return _two(name, black, ink, warning=_even(rgb("ffc633"), black), error=_even(rgb("ffb4ab"), black))


WHITE = _bright()
# 4.5 to 8, for eyes that bright light hurts.
LOW_CONTRAST = _two(
    "low-contrast",
    rgb("f2eee6"),
    rgb("4e5b66"),
    warning=_even(rgb("efd58f"), rgb("5a4714")),
    error=_even(rgb("efcac4"), rgb("7d2b24")),
)
THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        WHITE,
        _black("black-yellow", rgb("ffff00")),
        _black("black-cyan", rgb("00ffff")),
        _black("black-white", rgb("ffffff")),
        LOW_CONTRAST,
    )
}

# ---- sizes ----

LEAST_TARGET_MM = 12.7  # row 13
LEAST_GAP_MM = 2.54

# Ink height of a Han glyph as a multiple of the body height.
TITLE, LABEL, BODY = 1.25, 1.1, 1.0
SECOND_RATIO = 0.62
LARGE_STEP = 2  # 150 %
# Header, toolbar and page keys stop growing earlier, so that the words they serve keep the glass; on a panel that is wider than
# high, height is dear, and a vertical script takes most of it.
CHROME_LIMIT, CHROME_LIMIT_WIDE, CHROME_LIMIT_UPRIGHT = 1.5, 1.25, 1.0


@dataclass(frozen=True)
class Scale:
    """Sizes on one panel for one step of text size (an index into SIZES).

    ``ratio``: of the second language's height to the body's at step 0; 1.0 where a region wants both scripts equal. ``low``: with
    every control below the reach line of a seated person. ``size``: the step that the visit is at, where a view is laid in
    a smaller one. ``last``: for a view that has no room otherwise (``Desk.last``).
    """

    panel: Panel
    step: int = 0
    ratio: float = SECOND_RATIO
    low: bool = False
    size: int | None = None
    last: bool = False

    @property
    def body_mm(self) -> float:
        """The least ink height on this panel, and the body's at step 0 (row 1)."""
        return 12.0 if self.panel.large else 7.25

    @property
    def area(self) -> Area:
        return area_of(self.panel, self.step if self.size is None else self.size, self.low, self.body_mm, self.last)

    @property
    def width(self) -> int:
        """Of what a view is laid in, in pixels."""
        return self.area.box.w

    @property
    def height(self) -> int:
        return self.area.box.h

    @property
    def reached(self) -> int:
        """How much of the height can be touched."""
        return self.height - self.area.line

    @property
    def unit(self) -> float:
        """Millimetres in a "12th of the body": what gaps and edges are counted in, so that a small pad is not all gaps."""
        return self.body_mm / 12.0

    def text(self, times: float) -> int:
        """Pixels of ink for content. Titles and labels grow until the body has caught up with them at 200 %."""
        return self.panel.px(self.body_mm * min(times * SIZES[self.step], SIZES[-1]))

    def chrome(self, upright: bool) -> int:
        """Pixels of ink for the fixed parts, in a vertical script or not."""
        limit = CHROME_LIMIT_UPRIGHT if upright else CHROME_LIMIT_WIDE if self.wide else CHROME_LIMIT
        return self.panel.px(self.body_mm * min(SIZES[self.step], limit))

    @property
    def chrome_step(self) -> int:
        """The step at which level text stops growing in the fixed parts, or the visit's."""
        limit = CHROME_LIMIT_WIDE if self.wide else CHROME_LIMIT
        return min(self.step, sum(size <= limit for size in SIZES) - 1)

    @property
    def wide(self) -> bool:
        return self.width > self.height

    def second(self) -> int:
        """The second language has one height: it says the same again, and one touch makes it the first."""
        return self.panel.px(max(self.body_mm * self.ratio, self.second_mm))

    @property
    def large(self) -> bool:
        """From here on the first language needs all the room, and the second is left out."""
        return self.step >= LARGE_STEP

    @property
    def second_mm(self) -> float:
        """The least of the second language: 0.7 degrees at 600 mm before a large panel (EN 301 549); 4.8 mm on a small one,
        which is nearer (section 508, 402.4)."""
        return 7.33 if self.body_mm > 8 else 4.8

    def staff(self) -> int:
        """For the staff: the least height at every step."""
        return self.panel.px(self.body_mm)

    def px(self, units: float) -> int:
        """Pixels of a distance that shrinks with the panel (gaps, padding, edges)."""
        return max(1, self.panel.px(units * self.unit))

    @property
    def gap(self) -> int:
        return max(self.panel.px(LEAST_GAP_MM), self.px(3.5))

    @property
    def margin(self) -> int:
        """Kept free of targets along the edges, against a leaning hand (row 15)."""
        return self.px(10)

    @property
    def target(self) -> int:
        """Least side of a button: 20 mm where the panel has room for it."""
        return self.panel.px(20.0 if self.body_mm > 8 else LEAST_TARGET_MM)
