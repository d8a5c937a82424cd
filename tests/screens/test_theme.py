"""Colours by their figures, sizes by theirs; drawings by their ink; one screen for every view."""

from __future__ import annotations

import colorsys
from dataclasses import fields

import pytest

from kiosk import views, visit
from kiosk.panel import Panel
from kiosk.views import View
from screens import icons
from screens.drawings import DRAWINGS, ICONS
from screens.show import SCREENS
from screens.theme import DEFAULT_CONTRAST, THEMES, Paint, Scale, Theme, ratio, rgb
from screens.widgets.button import ICON_OF
from tests.screens.specimens import SPECIMENS

LOW = "low-contrast"
GROUND = {"white": 20.0, "black-yellow": 17.5, "black-cyan": 15.0, "black-white": 18.0}  # VVSG 7.1-D


def paints(theme: Theme) -> list[Paint]:
    return [getattr(theme, field.name) for field in fields(theme) if isinstance(getattr(theme, field.name), Paint)]


@pytest.mark.parametrize(("name", "least"), GROUND.items())
def test_the_contrast_choices_of_the_standard(name: str, least: float) -> None:
    assert ratio(THEMES[name].page.ink, THEMES[name].page.fill) >= least
    for paint in paints(THEMES[name]):
        assert ratio(paint.ink, paint.fill) >= DEFAULT_CONTRAST and ratio(paint.soft, paint.fill) >= DEFAULT_CONTRAST


def test_the_low_contrast_choice() -> None:
    for paint in paints(THEMES[LOW]):
        assert 4.5 <= ratio(paint.ink, paint.fill) <= 8


def test_every_choice_of_a_resident_has_its_colours() -> None:
    assert tuple(THEMES) == visit.THEMES
    assert all(theme.name == name for name, theme in THEMES.items())
    assert set(THEMES) == {*GROUND, LOW}


@pytest.mark.parametrize("name", THEMES)
def test_amber_warns_and_red_is_an_error(name: str) -> None:
    """Row 9. Hues in degrees: amber about 45, red about 5."""
    for paint, hue in ((THEMES[name].warning, (35, 55)), (THEMES[name].error, (-15, 15))):
        h, _light, s = colorsys.rgb_to_hls(*(value / 255 for value in paint.fill))
        assert hue[0] <= (h * 360 + 180) % 360 - 180 <= hue[1] and s > 0.4
        assert ratio(paint.pressed.ink, paint.pressed.fill) == ratio(paint.ink, paint.fill)


@pytest.mark.parametrize("name", THEMES)
def test_the_edge_of_a_button_and_the_focus_are_seen(name: str) -> None:
    theme = THEMES[name]
    for paint in (theme.plain, theme.primary, theme.quiet):
        assert ratio(paint.edge, theme.page.fill) >= 3 and ratio(paint.edge, theme.bar.fill) >= 3
    assert ratio(*theme.focus) >= 3


def test_known_ratios() -> None:
    assert ratio(rgb("000000"), rgb("ffffff")) == pytest.approx(21)
    assert ratio(rgb("777777"), rgb("ffffff")) == pytest.approx(4.48, abs=0.01)


def test_sizes_follow_the_panel() -> None:
    large, small = Panel(1080, 1920, 0.248), Panel(1280, 800, 0.17)
    assert large.mm(Scale(large).text(1.0)) >= 12 and small.mm(Scale(small).text(1.0)) >= 7.25
    assert large.mm(Scale(large, 3).text(1.0)) >= 24
    assert large.mm(Scale(large).second()) >= 7.33 and small.mm(Scale(small).second()) >= 4.8


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_has_ink_within_its_edges(name: str) -> None:
    for tone in icons.tones(name):
        mask = icons.mask(name, 96, tone)
        assert mask.height == 96 and mask.width == round(96 * icons.aspect(name))
        assert mask.getextrema()[1] == 255
        if name in ICONS:
            edge = mask.crop((0, 0, 96, 1)).getextrema()[1]
            assert isinstance(edge, (int, float)) and edge < 128, "cut off at the top"


def test_every_named_icon_is_drawn() -> None:
    assert {name for name in ICON_OF.values() if not icons.known(name)} == set()
    assert not icons.known("no such drawing") and not icons.known(None)


def test_every_view_has_a_screen_and_a_specimen() -> None:
    kinds = {kind for kind in vars(views).values() if isinstance(kind, type) and issubclass(kind, View)} - {View}
    assert set(SCREENS) == kinds
    assert {type(view) for view in SPECIMENS.values()} == kinds
