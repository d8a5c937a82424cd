"""Who comes back to a view that is silent by itself is told where they are; a glass at rest says nothing."""

from __future__ import annotations

import pytest

from kiosk.effects import Announce
from kiosk.flows import delays
from kiosk.views import Home
from tests.flows.stories import at_home
from tests.flows.test_pad import asked, at_rest
from tests.kit.visitor import Visitor


def announced(visitor: Visitor) -> bool:
    return Announce() in visitor.asked


@pytest.mark.parametrize(
    "way",
    [("tool.help", "help-return"), ("tool.settings", "back"), ("book", "back"), ("line.general", "back")],
    ids=lambda way: way[0],
)
def test_home_is_read_to_who_comes_back_to_it(way: tuple[str, ...]) -> None:
    visitor = at_home()
    assert not announced(visitor)
    visitor.touch(*way)
    assert isinstance(visitor.view, Home) and announced(visitor)


def test_so_are_the_settings_and_home_after_the_question_whether_somebody_is_there() -> None:
    visitor = at_home().touch("tool.size")
    assert not announced(visitor), "home stood there before"
    visitor.wait(delays.IDLE)
    assert announced(visitor.touch("still-here"))
    assert announced(visitor.touch("tool.settings"))
    assert announced(visitor.touch("tool.help", "help-return"))


def test_a_visit_that_ends_leaves_silence() -> None:
    assert not announced(at_home().touch("line.general", "home"))


def test_on_the_pad_too() -> None:
    assert announced(at_rest().touch("tool.help", "help-return"))
    assert not announced(asked().touch("tool.help", "help-return")), "the question is read by itself"
    assert not announced(asked().touch("skip"))
