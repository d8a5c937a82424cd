"""``script/run --tour DIR``: one visit from the first touch to the rating, played by itself on the real window with real pointer
events, real drivers on simulated wires and the real service; the evidence is left in DIR.

In DIR: a picture of every view passed, ``ticket-paper.png``, ``display.png``, ``console.png``, ``sound.wav`` and ``visit.json``.
Only if the ticket, its print outcome, the call and the rating are in the service's database does it end well.
"""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from script.clerk import Clerk
from script.hall import Hall, Wishes
from script.hand import Hand, NotOnTheGlass, Tree
from script.processes import NotStarted
from script.sound import Ear

USER, WINDOW, LINE = "zonghe1", "w1", "general"
ELDER = "elder"  # of devices.sim.people


def play(out: Path) -> int:
    """Exit status: 0 when the database holds what the visit did, else 1."""
    out.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="bangban-tour-"))
    hall = Hall(Wishes(home, virtual=True))
    try:
        hall.start(lambda sentence: print(f"→ {sentence}", flush=True))
        record = Visit(hall, out).play()
        missing = [what for what, there in record["database"].items() if not there]
    except (NotStarted, NotOnTheGlass) as why:
        print(f"✗ {why}")
        shutil.copytree(home / "log", out / "log", dirs_exist_ok=True)
        return 1
    finally:
        hall.stop()
        shutil.rmtree(home, ignore_errors=True)
    print(f"✗ not in the database: {', '.join(missing)}" if missing else f"✓ {out / 'visit.json'}")
    return 1 if missing else 0


class Visit:
    """The steps of the tour, each with its time and its picture."""

    def __init__(self, hall: Hall, out: Path) -> None:
        assert hall.bench is not None and hall.loudspeaker is not None
        self.hall = hall
        self.out = out
        self.bench = hall.bench
        self.glass, self.display, self.pad = (hall.hands[role] for role in ("terminal", "display", "pad"))
        self.ear = Ear(hall.loudspeaker)
        self.begun = time.monotonic()
        self.steps: list[dict[str, Any]] = []

    def play(self) -> dict[str, Any]:
        with Clerk(self.hall.url) as clerk:
            clerk.log_in(USER, self.hall.credentials()["passwords"][USER])
            clerk.sit_at(WINDOW)
            self._look_around()
            self._ask_for_help(clerk)
            self._a_card_that_cannot_be_read()
            without = self._without_a_card()
            visit = self._with_a_card()
            self._at_the_window(clerk, [without["number"], visit["number"]])
        self.ear.save(self.out / "sound.wav")
        self.ear.close()
        record = {
            "touches_without_card": without["touches"],
            "touches_with_card": visit["touches"],
            **{key: visit[key] for key in visit if key.endswith("_ms")},
            "database": evidence(self.hall.database, (without["number"], visit["number"])),
            "steps": self.steps,
        }
        (self.out / "visit.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return record

    # ---- the parts of the tour ----

    def _look_around(self) -> None:
        """Home in three languages and in the largest letters."""
        self._step("home", self.glass, lambda tree: tree["view"] == "home")
        for lang in ("mn", "en", "zh"):
            self._speak(lang)
            self._step(f"home-{lang}", self.glass, lambda tree: tree["view"] == "home")
        for size in (1, 2, 3, 0):
            self._set("size", size)
            if size == 3:
                self._step("home-largest", self.glass, lambda tree: tree["view"] == "home")

    def _ask_for_help(self, clerk: Clerk) -> None:
        self._pause()
        self.glass.touch("choice.tool.help")
        self._step("helper-called", self.glass, lambda tree: tree["view"] == "helpercoming")
        clerk.page.wait_for_selector(".call.ringing")
        clerk.picture(self.out / "console-help.png")
        clerk.answer_help()
        self._step("helper-coming", self.glass, lambda tree: "云" in _words(tree))
        self.glass.touch("choice.help-return")
        self.glass.see_view("home")

    def _a_card_that_cannot_be_read(self) -> None:
        """A social security card of the third generation: its name is behind a key; the glass says so and what to do."""
        self._do("card-reader", "lay", card="social-3")
        self._step("trouble", self.glass, lambda tree: tree["view"] == "trouble")
        self._do("card-reader", "lift")
        self._pause()
        self.glass.touch("choice.home")
        self.glass.see_view("home")

    def _without_a_card(self) -> dict[str, Any]:
        """Two touches, in English; the claim to priority is looked at on the way. The service is slow, so waiting is seen."""
        self._speak("en")
        self.glass.touch(f"choice.line.{LINE}")
        self._step("card", self.glass, lambda tree: tree["view"] == "prompt")
        self._pause()
        self.glass.touch("choice.card-priority")
        self._step("priority", self.glass, lambda tree: tree["view"] == "menu")
        self._pause()
        self.glass.touch("choice.back")
        self.glass.see_view("prompt")
        self._pause()
        self.glass.touch("choice.home")
        self.glass.see_view("home")
        self._speak("en")
        assert self.hall.central is not None
        before = self.glass.touches
        self.glass.touch(f"choice.line.{LINE}")
        self.glass.see_view("prompt")
        self._pause()
        self.hall.central.process.send_signal(signal.SIGSTOP)
        try:
            self.glass.touch("choice.card-none")
            self._step("waiting", self.glass, lambda tree: tree["view"] == "waiting")
        finally:
            self.hall.central.process.send_signal(signal.SIGCONT)
        tree = self._step("ticket-printing", self.glass, lambda tree: tree["view"] == "ticketshown")
        touches = self.glass.touches - before
        self._printed()
        self.bench.picture(self.out / "ticket-paper-en.png")
        self.glass.touch("choice.done")
        self.glass.see_view("home")
        return {"number": _number(tree), "touches": touches}

    def _with_a_card(self) -> dict[str, Any]:
        """The visit that is timed: the card is laid, one touch, the ticket."""
        self._pause()
        jobs = len(self.bench.state()["printer"]["jobs"])
        before = self.glass.touches
        self._do("id-reader", "lay", card=ELDER)
        self._step("confirm", self.glass, lambda tree: tree["view"] == "confirm")
        self._quiet()
        mark = self.ear.now()
        touched = self.glass.touch(f"choice.line.{LINE}")
        touches = self.glass.touches - before
        tree = self.glass.see_view("ticketshown")
        self._note("ticket", tree)
        self._printed()
        self._picture("ticket", self.glass)
        job = self.bench.state()["printer"]["jobs"][jobs]
        sounded = self.ear.wait_for_sound(mark)
        self.bench.picture(self.out / "ticket-paper.png")
        self._do("id-reader", "lift")
        self._quiet()
        self.glass.touch("choice.done")
        self.glass.see_view("home")
        return {
            "number": _number(tree),
            "touches": touches,
            "last_touch_to_first_byte_ms": round((job["first_byte"] - touched) * 1000),
            "last_touch_to_first_sound_ms": round((sounded - touched) * 1000),
        }

    def _at_the_window(self, clerk: Clerk, numbers: list[str]) -> None:
        """Both are called, the elder first; heard and seen on the display; finished, and rated on the pad."""
        for order, number in enumerate(reversed(numbers)):
            mark = self.ear.now()
            called = clerk.call_next()
            if called != number:
                raise NotOnTheGlass(f"{called} was called, not {number}")
            self._step(f"display-{order + 1}", self.display, lambda tree: called in _words(tree))
            self.ear.wait_for_sound(mark)
            if order == 0:
                clerk.picture(self.out / "console.png")
                clerk.call_again()
            time.sleep(1)
            clerk.finish()
            self._step(f"rate-{order + 1}", self.pad, lambda tree: tree["view"] == "rate")
            if order == 0:
                self._do("pad", "press", level=5)
            else:
                self.pad.touch("choice.rate.4")
            self._step(f"thanks-{order + 1}", self.pad, lambda tree: tree["view"] != "rate")
        self._picture("display", self.display)
        self.ear.wait_for_silence(within=40)

    # ---- how a step is taken ----

    def _step(self, name: str, hand: Hand, holds: Callable[[Tree], bool]) -> Tree:
        tree = hand.see(name, holds)
        self._note(name, tree)
        time.sleep(0.5)  # the frame that shows it is on the screen
        self._picture(name, hand)
        return tree

    def _note(self, name: str, tree: Tree) -> None:
        at = round(time.monotonic() - self.begun, 3)
        self.steps.append({"step": name, "view": tree["view"], "at_s": at, "touches": self.glass.touches})

    def _picture(self, name: str, hand: Hand) -> None:
        hand.picture(self.out / f"{name}.png")

    def _do(self, device: str, what: str, **details: Any) -> None:
        self.bench.do(device, what, **details)

    def _speak(self, lang: str) -> None:
        self._set("lang", lang)

    def _set(self, setting: str, wanted: object) -> None:
        """Touch a button of the toolbar, which leads from one setting to the next, until it is the wanted one."""
        while (before := self.glass.tree()["settings"][setting]) != wanted:
            self._pause()
            self.glass.touch(f"choice.tool.{setting}")
            self._see_another(setting, before)
        self._pause()

    def _see_another(self, setting: str, before: object) -> None:
        self.glass.see(f"another {setting}", lambda tree: tree["settings"][setting] != before)

    def _printed(self) -> None:
        """Until the service knows that the paper is out; the glass says so by then."""
        query = "SELECT count(*) FROM tickets WHERE print_outcome IS NULL"
        self.glass.see("print outcome", lambda _tree: ask(self.hall.database, query) == 0)
        time.sleep(0.5)

    def _pause(self) -> None:
        """A person takes longer than the half second within which a second strike counts as the same one."""
        time.sleep(0.6)

    def _quiet(self) -> None:
        """The view has been read to its end: no pause between two sentences is as long."""
        self.ear.wait_for_silence(lasting=2.0, within=60)


def evidence(database: Path, numbers: Sequence[str]) -> dict[str, bool]:
    """What the service's database, new when the tour began, holds of its tickets. A rating names no ticket, so that nobody can
    tell whose it is: they are counted."""
    asked = {
        "ticket": "SELECT count(*) FROM tickets WHERE number = :number AND state = 'finished'",
        "print_outcome": "SELECT count(*) FROM tickets WHERE number = :number AND print_outcome = 'printed'",
        "call": "SELECT count(*) FROM calls JOIN tickets ON tickets.id = calls.ticket_id WHERE number = :number",
    }
    found = {what: all(ask(database, query, number=number) == 1 for number in numbers) for what, query in asked.items()}
    found["rating"] = ask(database, "SELECT count(*) FROM ratings") == len(numbers)
    return found


def ask(database: Path, query: str, **values: str) -> int:
    """The one figure that a query gives."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as link:
        return int(link.execute(query, values).fetchone()[0])


def _words(tree: Tree) -> str:
    return " ".join(text for entry in tree["elements"] for text in entry["label"].values())


def _number(tree: Tree) -> str:
    for entry in tree["elements"]:
        if entry["id"] == "ticket.number":
            return str(next(iter(entry["label"].values()))).split()[-1]
    raise NotOnTheGlass("no number on the ticket's view")
