"""The sentence that is heard is marked, the page follows it, words can be touched to hear them, and keys steer the voice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.events import PageTurned, Pointed, Touched
from screens.pointing import LONG_S, Pointing
from screens.turning import LOOKS
from tests.screens.glass_bench import Bench
from tests.screens.languages import TONGUES
from tests.screens.photograph import pixels
from tests.screens.showing import shown
from tests.screens.specimens import TERMINAL

ZH = TONGUES[0]


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


def looks(bench: Bench) -> None:
    """Until a page that the voice leads to is turned."""
    for _ in range(LOOKS + 1):
        bench.glass._drain()


def marked(bench: Bench) -> list[str]:
    looks(bench)
    return [element["id"] for element in bench.glass.tree()["elements"] if element["speaking"]]


def picture(bench: Bench) -> bytes:
    return pixels(bench.glass._surface, (1080, 1920)).convert("L").tobytes()


def test_the_sentence_that_is_heard_is_marked_and_not_by_colour_alone(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], ZH))
    plain = picture(bench)
    bench.glass.speaking("body.0")
    assert marked(bench) == ["body.0"]
    assert picture(bench) != plain, "seen without colours"
    bench.glass.speaking("choice.card-none")
    assert marked(bench) == ["choice.card-none"]
    bench.glass.speaking("nothing.here")
    assert marked(bench) == []
    bench.glass.speaking(None)
    assert marked(bench) == [] and picture(bench) == plain


def test_the_mark_stays_when_the_view_is_only_redrawn_and_goes_with_the_view(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], ZH, seq=1))
    bench.glass.speaking("title")
    bench.show(shown(TERMINAL["home-closed-line"], ZH, seq=2))
    assert marked(bench) == ["title"]
    bench.glass.speaking(None)
    bench.show(shown(TERMINAL["prompt-card"], ZH, seq=3))
    assert marked(bench) == []


def on_another_page(bench: Bench) -> str:
    """The id of something that stands on the last page and not on the first."""
    first = {element["id"] for element in bench.glass.tree()["elements"]}
    last = bench.glass._pages()[-1]
    return next(element.id for element in last.elements if element.id not in first and not element.id.startswith("choice.page"))


def test_the_page_follows_the_voice_until_the_resident_turns_one(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home-eight"], ZH, 3, seq=1))
    far = on_another_page(bench)
    bench.time += 1
    bench.glass.speaking(far)
    assert marked(bench) == [far]
    bench.tap("choice.tool.help")
    assert bench.posted == [Touched(1, "tool.help")]
    bench.key("page_up")
    assert isinstance(bench.posted[-1], PageTurned) and far not in bench.posted[-1].elements
    page = bench.glass.tree()["page"]
    bench.glass.speaking(far)
    assert marked(bench) == [] and bench.glass.tree()["page"] == page
    bench.key("pause")
    bench.glass.speaking(None)
    bench.glass.speaking(far)
    assert marked(bench) == [far], "who asks for the voice follows it"


def test_a_finger_that_meant_the_page_before_chooses_nothing(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home-eight"], ZH, 3, seq=1))
    bench.glass.speaking(on_another_page(bench))
    looks(bench)
    touch = bench.touch("choice.tool.help")
    touch.touch_down()
    touch.touch_up()
    assert bench.posted == []


def test_the_page_is_not_turned_under_a_finger(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home-eight"], ZH, 3, seq=1))
    bench.time += 1.0
    touch = bench.touch("choice.page.next")
    touch.touch_down()
    bench.glass.speaking(on_another_page(bench))
    assert marked(bench) == [] and bench.glass.tree()["page"] == 1


def test_a_finger_that_came_down_while_the_page_was_laid_has_the_page_it_aimed_at(bench: Bench) -> None:
    """As it was with a robot at a busy terminal: the voice came to the second page, and what was struck on the first was not
    taken. The strike is read when the page has been laid, and told of in the look after."""
    bench.show(shown(TERMINAL["home-eight"], ZH, 3, seq=1))
    bench.time += 1.0
    line = next(one["id"] for one in bench.glass.tree()["elements"] if one["id"].startswith("choice.line."))
    bench.glass.speaking(on_another_page(bench))
    bench.glass._drain()
    bench.glass._drain()
    touch = bench.touch(line)
    touch.touch_down()
    looks(bench)
    touch.touch_up()
    assert bench.posted == [Touched(1, line.removeprefix("choice."))]
    looks(bench)
    assert bench.glass.tree()["page"] == 1


def test_words_are_touched_to_hear_them_and_so_is_what_cannot_be_chosen(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home-closed-line"], ZH, seq=4))
    bench.tap("body.0")
    bench.tap("choice.line.civil")
    assert bench.posted == [Pointed(4, "body.0"), Pointed(4, "choice.line.civil")]


def test_only_a_short_touch_of_one_finger_points(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], ZH))
    sheet = bench.glass._sheet
    assert sheet is not None
    words = sheet.element("body.0")
    assert words is not None
    x, y = words.box.x + 5, words.box.y + 5

    def told(*, stays: float = 0.1, slides: int = 0, at: float = 10.0, pointing: Pointing = Pointing()) -> bool:
        pointing.down("finger", sheet, x, y, at)
        return pointing.up("finger", x, y + slides, at + stays) is not None

    assert told() and not told(stays=LONG_S + 0.1, pointing=Pointing()) and not told(slides=900, pointing=Pointing())
    trembling = Pointing()
    assert told(pointing=trembling) and not told(at=10.4, pointing=trembling) and told(at=11.0, pointing=trembling)


def test_a_palm_on_the_words_does_not_take_the_button_from_a_finger(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], ZH, seq=4))
    bench.time += 1
    palm, finger = bench.touch("body.0"), bench.touch("choice.card-none")
    palm.touch_down()
    finger.touch_down()
    finger.touch_up()
    palm.touch_up()
    assert bench.posted == [Touched(4, "card-none")]


def test_the_numeric_pad_is_a_talking_book_where_nothing_is_typed(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], ZH, seq=4))
    for key in ("4", "5", "6", "2", "0", "pause", "repeat", "next", "previous", "volume_up", "speed_down"):
        bench.key(key)
    steering = ["speech.back", "speech.pause", "speech.skip", "speech.repeat", "tool.repeat"]
    keys = ["speech.pause", "speech.repeat", "speech.skip", "speech.back", "set.gain.up", "set.rate.down"]
    assert bench.posted == [Touched(4, choice) for choice in steering + keys]


def test_the_numeric_pad_types_where_digits_are_asked_for(bench: Bench) -> None:
    bench.show(shown(TERMINAL["number-keys"], ZH, seq=4))
    bench.time += 1
    for key in ("4", "8", "8"):  # within one moment: the second 8 may be a trembling hand's
        bench.glass.key(key)
        bench.glass._bridge.drain()
    assert bench.posted == [Touched(4, "digit.4"), Touched(4, "digit.8")]
