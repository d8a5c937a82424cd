"""Row 5 of accessibility.md, read from the lines as they lie: 1.5 between two lines, 1.3 times as much between two paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.views import msg
from screens.desk import Desk
from screens.widgets.text_block import Hand, Item
from tests.screens import languages
from tests.screens.showing import PORTRAIT, shaper

LONG = msg("help-queued", phone="0477-3980000")
NARROW_MM = 150.0


@pytest.mark.parametrize("step", [0, 3])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_and_paragraphs_have_their_air(lang: str, step: int) -> None:
    desk = Desk.laid(PORTRAIT, languages.catalog("en"), shaper(), lang=lang, step=step).at(step, alone=True)
    hand = Hand(desk.body.px)
    found = desk.pen.write([Item(LONG, hand)] * 3, PORTRAIT.px(NARROW_MM)).pieces
    single = desk.pen.plain("国", hand).size[1]
    for one, other in pairwise(found):
        assert len(one.block.lines) > 1 and one.block.pitch_px >= 1.5 * one.block.ink_px
        assert other.y - one.bottom + single >= 1.3 * one.block.pitch_px, "from the last baseline to the next first one"
