"""A resident whose finger moves as a trace says: real pointer events on the real window."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from bench.robots.signing import NAME, written
from bench.robots.steps import Choose, Lay, Lift, Meanwhile, Sees, Sign, Step, Tool, Type, fits
from bench.robots.traces import Moment, Trace
from devices.sim.control import BenchClient
from script.hand import NEXT_PAGE, Hand, NotOnTheGlass, Tree, can_touch, find
from script.pointer import Pointer

PREVIOUS_PAGE = "choice.page.previous"
FRAME = "sign.frame"
LOOKS_S = 0.55  # at a new view before touching it
PATIENCE_S = 3.0
NOTHING_S = 0.4  # how long one waits to see that nothing happens
TAP_S = 0.09
TAKEN_S = 3.0
MOST_STRIKES = 3  # at one thing: who sees that nothing came of it touches again


class WrongThing(Exception):
    """A gesture did what it should not; the message says what."""


class Finger(Hand):
    """``trace`` is how it touches; a gesture that chooses nothing is made first, and then a plain touch. ``again``: how often it
    had to touch a thing once more."""

    def __init__(self, display: str, inspect: str, pointer: Pointer, trace: Trace) -> None:
        super().__init__(display, inspect)
        self.trace = trace
        self.again = 0
        self._pointer = pointer

    def choose(self, step: Choose, limit_s: float = 20.0) -> None:
        """On whatever page it stands. What was drawn anew while one reached for it is looked for once more."""
        try:
            self.touch(self._found(step, limit_s))
        except NotOnTheGlass:
            self.touch(self._found(step, PATIENCE_S))

    def _found(self, step: Choose, limit_s: float) -> str:
        """Nobody turns pages before having looked for what comes."""
        time.sleep(LOOKS_S)
        with suppress(NotOnTheGlass):
            self.see(step.id, lambda tree: _meant(tree, step) is not None, PATIENCE_S)
        ways = [NEXT_PAGE, PREVIOUS_PAGE]
        tree = self.see(step.id, lambda tree: _meant(tree, step) is not None or _leads(tree, ways) is not None, limit_s)
        while (id := _meant(tree, step)) is None:
            if (way := _leads(tree, ways)) is None:
                raise NotOnTheGlass(f"{step.id} is on no page of the view {tree['view']}")
            ways = ways[ways.index(way):]  # to the last page, and only then back to the first
            page = tree["page"]
            self.touch(way)
            tree = self.see("another page", lambda tree: tree["page"] != page)
        return id

    def _press(self, element: str) -> float:
        for _ in range(MOST_STRIKES):
            before = self.see(f"{element} that takes a touch", lambda tree: bool(tree["ready"]) and not _off(tree, element))
            self._gesture(self.trace, find(before, element), before)
            if not self.trace.acts:
                self._nothing_happened(before)
                before = self.tree()
                self._gesture(Trace("steady", True, TAP_S), find(before, element), before)
            self.touches += 1
            if self._took(element, before):
                return time.monotonic()
            self.again += 1
        raise NotOnTheGlass(f"{element} on {before['view']} takes no touch of {self.trace.name}")

    def _took(self, element: str, before: Tree) -> bool:
        """Nobody goes on before having seen that something came of it; a busy machine is late. Pages are the glass's own, and
        they are turned by the voice too."""
        what = "page" if element in (NEXT_PAGE, PREVIOUS_PAGE) else "seq"
        try:
            self.see("something that came of it", lambda tree: tree[what] != before[what], TAKEN_S)
        except NotOnTheGlass:
            return False
        return True

    def sign(self) -> None:
        """Stroke by stroke, each with a look whether it stands there."""
        entry = find(self.see("a frame to sign in", lambda tree: bool(tree["ready"]) and _stands(tree, FRAME)), FRAME)
        for stroke in NAME:
            before = self.tree()
            self._move(written(self.trace, stroke, *entry["box_mm"][2:]), _middle(entry), before)
            self.see("ink", lambda tree: tree["seq"] != before["seq"], TAKEN_S)
        self.choose(Choose("sign-done", ""))

    def _gesture(self, trace: Trace, entry: Tree, tree: Tree) -> None:
        x, y = _middle(entry)
        self._move(trace.moments(), (2.0 if trace.edge else x, y), tree)

    def _move(self, moments: list[Moment], middle: tuple[float, float], tree: Tree) -> None:
        pitch, (width, height) = tree["panel"]["pitch_mm"], tree["panel"]["size_px"]
        begun = time.monotonic()
        for moment in moments:
            time.sleep(max(0.0, begun + moment.at_s - time.monotonic()))
            at = middle[0] + moment.x_mm / pitch, middle[1] + moment.y_mm / pitch
            self._pointer.move(min(max(at[0], 0), width - 1), min(max(at[1], 0), height - 1))
            act: Callable[[], float] | None = {"down": self._pointer.down, "up": self._pointer.up}.get(moment.what)
            if act is not None:
                act()

    def _nothing_happened(self, before: Tree) -> None:
        time.sleep(NOTHING_S)
        now = self.tree()
        spoken = any(one["speaking"] for one in now["elements"])  # the voice turns pages too
        turned = now["page"] != before["page"] and not spoken
        if turned or (now["view"], _titles(now)) != (before["view"], _titles(before)):
            raise WrongThing(f"{self.trace.name} on {before['view']} led to {now['view']}, page {now['page']}")


class Toucher:
    """Does tasks with a finger. ``typed``: what the digits of a task are; ``meanwhile``: what the staff do."""

    def __init__(
        self, finger: Finger, bench: BenchClient, typed: Callable[[str], str], meanwhile: Callable[[str], None]
    ) -> None:
        self._finger, self._bench, self._typed, self._meanwhile = finger, bench, typed, meanwhile

    def do(self, step: Step) -> None:
        match step:
            case Choose():
                self._finger.choose(step)
            case Tool(id):
                self._finger.choose(Choose(id, ""))
            case Type(what):
                for digit in self._typed(what):
                    self._finger.choose(Choose(f"digit.{digit}", ""))
            case Lay(card):
                self._bench.do("id-reader", "lay", card=card)
            case Lift():
                self._bench.do("id-reader", "lift")
            case Meanwhile(what):
                self._meanwhile(what)
            case Sign():
                self._finger.sign()
            case Sees(view):
                self._finger.see(view, lambda tree: tree["view"] in view.split("|"), 40.0)


def _meant(tree: Tree, step: Choose) -> str | None:
    choices = (one for one in tree["elements"] if one["id"].startswith("choice.") and one["role"] in ("button", "switch"))
    found = (one["id"] for one in choices if one["enabled"] and fits(step, one["id"].removeprefix("choice.")))
    return next(found, None)


def _stands(tree: Tree, element: str) -> bool:
    return any(one["id"] == element for one in tree["elements"])


def _off(tree: Tree, element: str) -> bool:
    """It stands there and cannot be chosen now: nobody touches that, and on a busy machine the service is away for a while."""
    return _stands(tree, element) and not can_touch(tree, element)


def _middle(entry: Tree) -> tuple[float, float]:
    x, y, w, h = entry["box_px"]
    return x + w / 2, y + h / 2


def _leads(tree: Tree, ways: list[str]) -> str | None:
    return next((way for way in ways if can_touch(tree, way)), None)


def _titles(tree: Tree) -> list[str]:
    return [str(one["label"]) for one in tree["elements"] if one["id"] == "title"]
