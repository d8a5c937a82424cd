"""What is shown between calls is written as large as the calls are, where that has room, and never runs over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.panel import Panel
from kiosk.sight import least_mm
from kiosk.views import Poster
from screens.desk import Desk
from screens.poster import PosterScreen
from screens.sheet import Sheet
from tests.screens import checks, languages
from tests.screens.languages import TONGUES
from tests.screens.panels import of_inches
from tests.screens.posting import POSTING
from tests.screens.showing import TV, shaper, shown


def laid(view: Poster, panel: Panel, farthest_m: float, second: str = "en") -> Sheet:
    desk = Desk.laid(
        replace(panel, farthest_mm=farthest_m * 1000), languages.catalog(second), shaper(), lang="zh", step=0
    )
    return PosterScreen(desk).compose(shown(view, TONGUES[1], tools=False))


def least_ink_mm(sheet: Sheet, panel: Panel) -> float:
    """Of the title and of what is told, in the language that is written largest."""
    told = [one for one in sheet.elements if one.id == "title" or one.id.startswith("body.")]
    return min(panel.mm(max(run.block.ink_px for run in one.face.runs)) for one in told)


@pytest.mark.parametrize("specimen", POSTING)
def test_it_is_read_from_the_last_seat(specimen: str) -> None:
    """0.7 degrees at 5 m on 55 inches, as a called number; on a smaller one or from farther away it is whole all the same."""
    view = POSTING[specimen]
    assert isinstance(view, Poster)
    assert least_ink_mm(laid(view, TV, 5), TV) >= least_mm(5000)
    for inches, metres in ((32, 5), (43, 8), (85, 10)):
        panel = of_inches(inches, 1920, 1080)
        checks.inside(laid(view, panel, metres), panel, f"{inches} inches, {metres} m")


def test_both_languages_side_by_side_where_they_have_room_and_else_in_turns() -> None:
    view = POSTING["poster-guide"]
    assert isinstance(view, Poster)

    def written(farthest_m: float, second: bool) -> set[str]:
        sheet = laid(replace(view, second=second), TV, farthest_m)
        return {run.lang for one in sheet.elements if one.id.startswith("body.") for run in one.face.runs}

    assert written(2.5, False) == written(2.5, True) == {"zh", "en"}
    assert written(5, False) == {"zh"} and "en" in written(5, True)
