"""What is laid ahead is one of each kind of question, the likeliest first, and again when all words were forgotten."""

from __future__ import annotations

from kiosk.text.shape import Block
from screens.expected import Expected
from screens.sheet import Sheet
from tests.screens.languages import TONGUES
from tests.screens.showing import PORTRAIT, sheets, shown
from tests.screens.specimens import TERMINAL


def test_likely_views_are_laid_one_at_a_time_and_drawn() -> None:
    laid: list[str] = []
    drawn: list[str] = []

    def lay(one: object) -> Sheet:
        name = next(name for name in LIKELY if TERMINAL[name] is one.view)  # type: ignore[attr-defined]
        laid.append(name)
        return sheets(TERMINAL[name], PORTRAIT, TONGUES[0])[0]

    original = Block.mask
    try:
        Block.mask = lambda self: (drawn.append(self.text), original(self))[1]  # type: ignore[method-assign]
        expected = Expected(lay)
        expected.learn([shown(TERMINAL[name], TONGUES[0]) for name in LIKELY])
        for _ in range(5):
            expected.one()
        assert laid == ["home", "prompt-card"] and "没带卡，直接取号" in drawn
        expected.again()
        expected.one()
        assert laid == ["home", "prompt-card", "home"]
    finally:
        Block.mask = original  # type: ignore[method-assign]


LIKELY = ("home", "home-card-left", "prompt-card")
