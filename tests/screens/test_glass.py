"""The glass itself, with real events through Kivy's own input path, drawn by SDL's offscreen driver."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from threading import Thread

import pytest

from kiosk.events import Focused, PageTurned, Pointed, Touched
from kiosk.text.shape import Block
from kiosk.views import msg
from screens import environment
from tests.screens.glass_bench import Bench
from tests.screens.languages import TONGUES
from tests.screens.photograph import pixels
from tests.screens.showing import shown
from tests.screens.specimens import TERMINAL


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


def test_a_tap_posts_the_choice_and_the_number_of_its_view(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0], seq=7))
    bench.tap("choice.line.social")
    assert bench.posted == [Touched(7, "line.social")]


def test_tools_home_and_back_are_posted_too(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0], seq=3))
    for id in ("tool.lang", "tool.size", "tool.voice", "tool.help", "home", "back"):
        bench.tap(f"choice.{id}")
    assert [touched.choice for touched in bench.posted] == ["tool.lang", "tool.size", "tool.voice", "tool.help", "home", "back"]


def test_a_pressed_button_looks_pressed_in_the_next_frame(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0]))
    before = bench.colour_at("choice.line.general")
    bench.time += 1.0
    touch = bench.touch("choice.line.general")
    touch.touch_down()
    bench.frame()
    assert bench.colour_at("choice.line.general") != before
    touch.touch_move(2, 2)
    bench.frame()
    assert bench.colour_at("choice.line.general") == before
    touch.touch_up()
    assert bench.posted == []


def test_a_double_strike_reaches_neither_view(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0], seq=1))
    bench.tap("choice.line.general")
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0], seq=2))
    bench.time += 0.2
    touch = bench.touch("choice.card-none")
    touch.touch_down()
    touch.touch_up()
    assert bench.posted == [Touched(1, "line.general")]


def test_a_second_strike_that_waited_while_a_view_was_laid_is_still_the_second(bench: Bench) -> None:
    bench.show(shown(TERMINAL["number-keys"], TONGUES[0], seq=1))
    bench.tap("choice.digit.1")
    bench.time += 0.7
    touch = bench.touch("choice.digit.1")
    touch.time_start -= 0.4
    touch.touch_down()
    touch.touch_up()
    assert bench.posted == [Touched(1, "digit.1")]


def test_pages_are_turned_by_the_glass_alone(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0], 3))
    pages = bench.glass.tree()["pages"]
    assert pages > 1
    for page in range(1, pages):
        assert bench.glass.tree()["page"] == page
        bench.tap("choice.page.next")
    bench.tap("choice.page.previous")
    assert bench.glass.tree()["page"] == pages - 1
    assert {type(event) for event in bench.posted} == {PageTurned}


def test_a_count_that_changes_does_not_turn_the_page_back(bench: Bench) -> None:
    given = shown(TERMINAL["home"], TONGUES[0], 3, seq=1)
    bench.show(given)
    bench.tap("choice.page.next")
    bench.show(replace(given, seq=2))
    assert bench.glass.tree()["page"] == 2
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0], 3, seq=3))
    assert bench.glass.tree()["page"] == 1


@pytest.mark.parametrize("specimen", TERMINAL)
def test_keys_reach_every_target_and_come_round(bench: Bench, specimen: str) -> None:
    bench.show(shown(TERMINAL[specimen], TONGUES[0], seq=5))
    wanted = [e["id"] for e in bench.glass.tree()["elements"] if e["role"] in ("button", "switch") and e["enabled"]]
    bench.key("down")
    walked = [e["id"] for e in bench.glass.tree()["elements"] if e["focused"]]
    for _ in wanted:
        bench.key("down")
        walked += [e["id"] for e in bench.glass.tree()["elements"] if e["focused"]]
    assert walked == [*wanted, wanted[0]]
    assert bench.focused == [(5, id) for id in walked]


def test_select_acts_on_the_focus_and_not_twice(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0], seq=4))
    bench.key("select")
    bench.key("down")
    bench.key("select")
    bench.glass.key("select")
    bench.frame()
    assert bench.posted == [Pointed(4, ""), Focused(4, "choice.card-none"), Touched(4, "card-none")]


def test_the_focus_is_seen_and_leaves_with_a_finger(bench: Bench) -> None:
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0]))
    plain = pixels(bench.glass._surface, (1080, 1920))
    bench.key("down")
    assert pixels(bench.glass._surface, (1080, 1920)).tobytes() != plain.tobytes()
    bench.tap("choice.card-none")
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0], seq=2))
    assert pixels(bench.glass._surface, (1080, 1920)).tobytes() == plain.tobytes()


def test_back_help_volume_and_speed(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0], seq=1))
    for key in ("back", "help", "volume", "speed"):
        bench.key(key)
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0], seq=2))
    bench.key("back")
    keys = [Touched(1, "tool.help"), Touched(1, "tool.volume"), Touched(1, "tool.speed"), Touched(2, "back")]
    assert bench.posted == [Pointed(1, ""), *keys], "there is no way back from home, and the strike is answered"


def test_page_keys(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0], 3))
    bench.key("page_down")
    assert bench.glass.tree()["page"] == 2
    bench.key("page_up")
    bench.key("page_up")
    assert bench.glass.tree()["page"] == 1


def test_every_view_has_a_frame_and_the_newest_stays(bench: Bench) -> None:
    given = [shown(TERMINAL[name], TONGUES[0], seq=seq) for seq, name in enumerate(("home", "prompt-card", "issuing"), 1)]
    sender = Thread(target=lambda: [bench.glass.show(one) for one in given])
    sender.start()
    sender.join()
    seen = []
    for _ in range(5):
        bench.frame()
        seen.append(bench.glass.tree()["seq"])
    assert seen == [1, 2, 3, 3, 3]


def test_nothing_of_a_visit_stays_when_it_ends(bench: Bench) -> None:
    named = replace(TERMINAL["confirm"], who=msg("who", name="澹台＊", tail="0077"))
    bench.show(shown(TERMINAL["home"], TONGUES[0], visit=1))
    bench.show(shown(named, TONGUES[0], visit=1, seq=2))
    del named
    assert _blocks_with("澹台")
    bench.show(shown(TERMINAL["home"], TONGUES[0], visit=2, seq=3))
    gc.collect()
    assert not _blocks_with("澹台")
    assert "澹" not in str(bench.glass.tree())


def _blocks_with(text: str) -> list[str]:
    return [one.text for one in gc.get_objects() if type(one) is Block and text in one.text]


def test_textures_do_not_grow(bench: Bench) -> None:
    bench.show(shown(TERMINAL["home"], TONGUES[0], visit=1))
    bench.show(shown(TERMINAL["home"], TONGUES[0], visit=2, seq=2))
    at_rest = len(bench.glass._surface.textures)
    for visit in range(3, 6):
        for seq, name in enumerate(("home", "confirm-offer", "ticket-printed", "trouble-card")):
            bench.show(shown(TERMINAL[name], TONGUES[0], visit=visit, seq=seq))
        bench.show(shown(TERMINAL["home"], TONGUES[0], visit=visit + 100))
        assert len(bench.glass._surface.textures) == at_rest


def test_words_are_drawn_dot_for_dot(bench: Bench) -> None:
    """A texture that is stretched or lies between pixels would be soft: the title's ink must be exactly its mask."""
    bench.show(shown(TERMINAL["prompt-card"], TONGUES[0]))
    sheet = bench.glass._sheet
    assert sheet is not None
    run = sheet.elements[0].face.runs[0]
    drawn = pixels(bench.glass._surface, (1080, 1920)).crop((run.box.x, run.box.y, run.box.right, run.box.bottom))
    wanted = run.block.image(run.colour, run.ground).convert("RGB")
    worst = max(abs(a - b) for a, b in zip(drawn.tobytes(), wanted.tobytes()))
    assert worst <= 2


def test_a_display_takes_no_touches(bench: Bench) -> None:
    bench.glass._role = "display"
    bench.show(shown(TERMINAL["home"], TONGUES[0]))
    bench.tap("choice.line.general")
    assert bench.posted == []


RUN = """
import os
from threading import Thread
from time import monotonic, sleep
from screens.glass import Glass
from tests.screens import languages
from tests.screens.languages import TONGUES
from tests.screens.showing import PORTRAIT, shaper, shown
from tests.screens.specimens import TERMINAL

glass = Glass(PORTRAIT, languages.catalog(None), shaper(), print, role="terminal", title="run")
assert glass.tree() == {"view": None, "elements": []}
glass.show(shown(TERMINAL["home"], TONGUES[0], seq=9))

def watch():
    deadline = monotonic() + 30
    while glass.tree()["view"] is None and monotonic() < deadline:
        sleep(0.01)
    print(glass.tree()["view"], glass.tree()["seq"], flush=True)
    glass.stop()

Thread(target=watch, daemon=True).start()
glass.run()
"""


def test_it_runs_until_it_is_stopped_and_says_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "home 9\n", "")


def test_without_a_display_it_fails_instead_of_running_unseen() -> None:
    import os

    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "SDL_VIDEODRIVER", "WAYLAND_DISPLAY")}
    done = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, timeout=60, env=bare)
    assert done.returncode != 0


def test_a_finger_that_came_down_and_slid_while_the_glass_was_busy_pressed_what_it_came_down_on(bench: Bench) -> None:
    """Its coming and its moves wait together, and Kivy tells of them at one look."""
    from kivy.base import EventLoop

    from screens.finger import Finger

    bench.show(shown(TERMINAL["home"], TONGUES[0], seq=4))
    finger = Finger("finger", environment.FINGER.partition(",")[2])
    places = [bench.middle(f"choice.line.{line}") for line in ("general", "social")]
    for chosen, (came, went) in ((None, places), ("line.social", places[1:] * 2)):
        bench.time += 1.0
        finger.on_mouse_press(bench.window, *came, "left", [])
        finger.on_mouse_motion(bench.window, *went, [])
        finger.on_mouse_release(bench.window, *went, "left", [])
        finger.update(EventLoop.post_dispatch_input)
        assert [event.choice for event in bench.posted if isinstance(event, Touched)] == ([chosen] if chosen else [])


def test_a_second_strike_that_a_busy_glass_reads_late_types_nothing(bench: Bench) -> None:
    """As a robot found: while a digit was drawn the next strike of the same hand waited, and half a second had gone by."""
    bench.show(shown(TERMINAL["phone-keys"], TONGUES[0], seq=6))
    bench.tap("choice.digit.8")
    touch = bench.touch("choice.digit.8")
    bench.busy(0.6)
    touch.touch_down()
    touch.touch_up()
    assert bench.posted == [Touched(6, "digit.8")]
    bench.tap("choice.digit.8")
    assert bench.posted == [Touched(6, "digit.8")] * 2
