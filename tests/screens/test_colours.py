"""The colours as the pixels have them, and every state told apart without any."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PIL import Image, ImageChops

from kiosk.views import Choice, Weight, msg
from kiosk.visit import THEMES as NAMES
from screens import environment
from screens.desk import Desk
from screens.geometry import Box
from screens.sheet import Element, Run, Sheet
from screens.show import SCREENS
from screens.theme import DEFAULT_CONTRAST, LOW_CONTRAST, THEMES, Scale, Theme, ratio
from screens.widgets.button import draw_button, set_below
from screens.widgets.header import draw_header
from tests.screens import languages
from tests.screens.languages import TONGUES
from tests.screens.photograph import painted
from tests.screens.showing import PORTRAIT, TABLET, shaper, sheets
from tests.screens.specimens import TERMINAL

GROUND = {"white": 20.0, "black-yellow": 17.5, "black-cyan": 15.0, "black-white": 18.0}  # VVSG 7.1-D, row 8
LEAST_APART = 0.01  # of the pixels about a target differ by a third of the scale of grey: what takes no looking for
SEEN = 85


@pytest.fixture(autouse=True, scope="module")
def _kivy_is_prepared() -> None:
    environment.prepare(PORTRAIT)


def held(name: str, found: float) -> bool:
    return 4.5 <= found <= 8 if name == LOW_CONTRAST.name else found >= DEFAULT_CONTRAST


@pytest.mark.parametrize("name", NAMES)
def test_words_and_icons_have_their_contrast_in_pixels(name: str) -> None:
    """Rows 7 and 8, by sampling what was drawn: the ground beside the ink, and the ink's own darkest or lightest."""
    for specimen in ("settings-sight", "trouble-card", "trouble-not-enrolled"):
        sheet = sheets(TERMINAL[specimen], TABLET, TONGUES[1], theme=THEMES[name])[0]
        picture = painted(sheet)
        for element in sheet.elements:
            for run in element.face.runs:
                found = sampled(picture, run)
                assert held(name, found), f"{run.block.text} of {element.id}: {found:.1f}"
                on_page = run.ground == sheet.ground and run.lang == "zh" and element.act is None
                if on_page and name in GROUND:
                    assert found >= GROUND[name], f"{run.block.text} of {element.id}: {found:.1f}"
            for mark in element.face.marks:
                assert mark.decor or held(name, ratio(mark.colour, mark.ground)), f"{mark.name} of {element.id}"


def sampled(picture: Image.Image, run: Run) -> float:
    """The contrast of the commonest colour in a box, the ground, with the one in it that is farthest from it."""
    counted = picture.crop((run.box.x, run.box.y, run.box.right, run.box.bottom)).getcolors(1 << 20)
    assert counted
    ground = max(counted)[1]
    return max(ratio(ground, colour) for _count, colour in counted)  # type: ignore[arg-type]


# ---- without colour ----


def states(theme: Theme) -> dict[str, Element]:
    """One target in every state, each in the same box; the focus is painted by the glass."""
    desk = Desk.laid(TABLET, languages.catalog(None), shaper(), lang="zh", step=0, theme=theme)
    box = Box(20, 20, 420, 120)

    def drawn(**changes: object) -> Element:
        choice = replace(Choice("done", msg("ticket-done")), **changes)  # type: ignore[arg-type]
        return draw_button(desk, set_below(desk, choice, box.w, 60), box)

    plain, primary = drawn(), drawn(weight=Weight.PRIMARY)
    assert plain.down and primary.down
    return {
        "plain": plain,
        "primary": primary,
        "pressed": replace(plain, face=plain.down),
        "primary pressed": replace(primary, face=primary.down),
        "not taken": drawn(selected=False),
        "taken": drawn(selected=True),
        "off": drawn(enabled=False),
    }


@pytest.mark.parametrize("name", NAMES)
def test_states_differ_in_grey(name: str) -> None:
    theme = THEMES[name]
    drawn = {state: grey(one, theme) for state, one in states(theme).items()}
    drawn["focused"] = grey(states(theme)["plain"], theme, focused=True)
    for (one, first), (other, second) in combinations(drawn.items(), 2):
        assert apart(first, second) > LEAST_APART, f"{one} and {other}: {apart(first, second):.3f}"


@pytest.mark.parametrize("name", NAMES)
def test_a_warning_an_error_and_the_ordinary_differ_in_grey(name: str) -> None:
    """By their icons, for the words that stand beside them are other ones each time."""
    theme = THEMES[name]
    desk = Desk.laid(TABLET, languages.catalog(None), shaper(), lang="zh", step=0, theme=theme)
    views = {"ordinary": "prompt-card", "warning": "trouble-card", "error": "trouble-not-enrolled"}
    drawn = {}
    for kind, specimen in views.items():
        view = TERMINAL[specimen]
        band = SCREENS[type(view)](desk).band(view)
        same = replace(band, words=(*band.words[:2], msg("card-title"), band.words[3]))
        head = draw_header(desk, same, 600)
        sheet = Sheet(1, "head", (700, 120), theme.page.fill, 0, 1, head.grounds, head.elements, "zh", 0, theme)
        drawn[kind] = painted(sheet).convert("L")
    for (one, first), (other, second) in combinations(drawn.items(), 2):
        assert apart(first, second) > LEAST_APART, f"{one} and {other}: {apart(first, second):.3f}"


def grey(element: Element, theme: Theme, focused: bool = False) -> Image.Image:
    sheet = Sheet(1, "one", (460, 160), theme.page.fill, 0, 1, (), (element,), "zh", 0, theme)
    return painted(sheet, element if focused else None, Scale(TABLET).px(0.9)).convert("L")


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that plainly differ."""
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[SEEN:]) / sum(counts)
