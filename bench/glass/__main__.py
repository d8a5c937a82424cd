"""``python -m bench.glass``: the real terminal beside Chromium in kiosk mode with an equal page, in turns, on one virtual screen.

The terminal runs as a hall starts it: its devices simulated on real wires, its voice up on a null sink, the central service real.
The page is made of the terminal's own first view and the one after it, with the system's fonts. ``--soak N`` walks N visits and
looks for growth instead (``bench.glass.soak``).
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from bench.glass import soak
from bench.glass.eye import Eye
from bench.glass.measure import Desk, Places, Turn, calm
from bench.glass.page import page
from bench.glass.programs import Browser, Program, Terminal, box_of
from bench.glass.report import table
from script.hall import Hall, Wishes
from script.hand import Tree, can_touch
from script.pointer import Pointer

WARM_WITHIN_S = 300.0  # a new hall's sentences are spoken once by the machine's own voice, and kept


def main() -> None:
    parser = argparse.ArgumentParser("python -m bench.glass", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2, help="turns of each program (%(default)s)")
    parser.add_argument("--touches", type=int, default=12, help="there and back, a turn (%(default)s)")
    parser.add_argument("--idle", type=float, default=6.0, metavar="S", help="seconds of rest, a turn (%(default)s)")
    parser.add_argument("--alone", action="store_true", help="the terminal without the browser beside it")
    parser.add_argument("--no-chip-cards", action="store_true", help="without a reader for chip cards")
    parser.add_argument("--home", type=Path, metavar="DIR", help="keep the hall there: what it got ready once is there again")
    parser.add_argument("--soak", type=int, metavar="N", help="walk N visits and look for growth")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every figure")
    chosen = parser.parse_args()
    if chosen.soak:
        soak.run(chosen.soak, chosen.json)
        return
    turns = _measured(chosen)
    if chosen.json:
        kept = {name: [asdict(turn) for turn in of] for name, of in turns.items()}
        chosen.json.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(table(turns))


def _measured(chosen: argparse.Namespace) -> dict[str, list[Turn]]:
    home = chosen.home or Path(tempfile.mkdtemp(prefix="bangban-glass-"))
    frames = home / "frames"
    frames.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_now:
        if chosen.home is None:
            open_now.callback(shutil.rmtree, home, ignore_errors=True)
        wishes = Wishes(home / "hall", virtual=True, second="en", roles=("terminal",), frames=frames)
        hall = Hall(Wishes(**{**vars(wishes), "card_service": not chosen.no_chip_cards}))
        open_now.callback(hall.stop)
        hall.start()
        terminal = Terminal(hall)
        calm(terminal, WARM_WITHIN_S)  # and the first view is as its devices let it be
        first, second = _two_views(hall)
        places = Places(box_of(first, _lines(first)[0]), box_of(second, "choice.back"), box_of(first, _lines(first)[1]))
        terminal.stop()
        (home / "page.html").write_text(page(first, second), "utf-8")
        eye = Eye(frames)
        pointer = open_now.enter_context(Pointer(hall.hands["terminal"].display))
        desk = Desk(eye, pointer, random.Random(4))
        programs: list[Program] = [terminal]
        if not chosen.alone:
            browser = Browser(hall, home / "page.html", (eye.width, eye.height))
            desk.turn(browser, places, touches=0, idle_s=1.0)  # its profile is made once
            programs.append(browser)
        turns: dict[str, list[Turn]] = {program.name: [] for program in programs}
        for _ in range(chosen.rounds):
            for program in programs:
                turns[program.name].append(desk.turn(program, places, touches=chosen.touches, idle_s=chosen.idle))
        return turns


def _two_views(hall: Hall) -> tuple[Tree, Tree]:
    hand = hall.hands["terminal"]
    first = hand.see("lines", lambda tree: tree["view"] == "home" and len(_lines(tree)) > 1)
    hand.touch(_lines(first)[0])
    return first, hand.see("the next view", lambda tree: tree["view"] != "home" and can_touch(tree, "choice.back"))


def _lines(tree: Tree) -> list[str]:
    return [one["id"] for one in tree["elements"] if one["id"].startswith("choice.line.") and one["enabled"]]


if __name__ == "__main__":
    main()
