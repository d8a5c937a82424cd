"""A resident with eyes shut: arrow keys and select on the keypad, and ears. It never asks what is on the glass; all it knows is
what the voice said, in the transcript that the terminal's speaker writes in place of sound."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from bench.robots.steps import Choose, Lay, Lift, Meanwhile, Sees, Sign, Step, Tool, Type, is_said
from devices.sim.control import BenchClient

SPOKEN_WITHIN_S = 5.0
AGAIN_S = 0.6  # after a key that chose something: sooner is a second strike
MOST_STEPS = 90  # of the arrow key on one view
NEXT_PAGE, PREVIOUS_PAGE = "下一页|Next page", "上一页|Previous page"
NOT_NOW = "现在不能按"


class NotSpoken(Exception):
    """Something that was wanted was never said, or the focus moved and nothing was said, or did not come round."""


class Ears:
    """Follows the transcript at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0
        self.heard: list[str] = []

    def listen(self) -> list[str]:
        """What was said since the last time."""
        if not self._path.exists():
            return []
        with self._path.open("rb") as file:
            file.seek(self._read)
            whole = file.read()
        whole = whole[:whole.rfind(b"\n") + 1]
        self._read += len(whole)
        said = [str(json.loads(line)["text"] or "") for line in whole.splitlines()]
        self.heard += said
        return said

    def something(self, within_s: float = SPOKEN_WITHIN_S) -> list[str]:
        """The next that is said."""
        end = time.monotonic() + within_s
        while not (said := self.listen()):
            if time.monotonic() > end:
                return []
            time.sleep(0.02)
        return said

    def silence(self) -> None:
        """Wait until nothing more is said."""
        while self.something(AGAIN_S):
            pass

    def until(self, words: str, since: int, within_s: float = 40.0) -> None:
        """Wait until ``words`` are said; what was heard from ``since`` on counts."""
        end = time.monotonic() + within_s
        while not any(is_said(words, sentence) for sentence in self.heard[since:]):
            self.listen()
            if time.monotonic() > end:
                raise NotSpoken(f"“{words}” was not said; this was: {self.heard[since:][-12:]}")
            time.sleep(0.02)


class Listener:
    """Does tasks with the keys of ``keypad``. ``typed``: what the digits of a task are; ``meanwhile``: what the staff do."""

    def __init__(
        self,
        ears: Ears,
        bench: BenchClient,
        typed: Callable[[str], str],
        meanwhile: Callable[[str], None],
        keypad: str = "keypad",
    ) -> None:
        self._ears, self._bench, self._typed, self._meanwhile, self._keypad = ears, bench, typed, meanwhile, keypad
        self._since = 0  # what was heard after the last key that chose something

    def do(self, step: Step) -> None:
        match step:
            case Choose(_, words) | Sign(words):
                self._choose(words)
            case Tool(_, key):
                self._press(key)
            case Type(what):
                for digit in self._typed(what):
                    self._press(digit)
            case Lay(card):
                self._since = len(self._ears.heard)
                self._bench.do("id-reader", "lay", card=card)
            case Lift():
                self._bench.do("id-reader", "lift")
            case Meanwhile(what):
                self._since = len(self._ears.heard)
                self._meanwhile(what)
            case Sees(_, words):
                self._ears.until(words, self._since)

    def _choose(self, words: str) -> None:
        """Walk until it is said, and select it; on further pages too, then on those before: the page follows the voice."""
        turning = [NEXT_PAGE, PREVIOUS_PAGE]
        while turning:
            if self._walked_to(words):
                self._press("select")
                return
            if self._walked_to(turning[0]):
                self._press("select")
            else:
                turning.pop(0)
        raise NotSpoken(f"no choice “{words}”; the last that was said: {self._ears.heard[-25:]}")

    def _walked_to(self, words: str) -> bool:
        first: list[str] | None = None
        for _ in range(MOST_STEPS):
            said = self._step() or self._step(back_first=True)  # the view may just have been drawn anew
            if not said:
                raise NotSpoken(f"the focus moved and nothing was said, after {self._ears.heard[-3:]}")
            if any(is_said(words, one) and NOT_NOW not in one for one in said):
                return True
            if said == first:
                return False
            first = first or said
        raise NotSpoken(f"the focus does not come round; it is at {self._ears.heard[-4:]}")

    def _step(self, back_first: bool = False) -> list[str]:
        """What is said where the focus comes to."""
        if back_first:
            self._bench.do(self._keypad, "press", key="up")
            self._ears.something(AGAIN_S)
        self._ears.listen()
        self._bench.do(self._keypad, "press", key="down")
        return self._ears.something()

    def _press(self, key: str) -> None:
        time.sleep(AGAIN_S)
        self._ears.listen()
        self._since = len(self._ears.heard)
        self._bench.do(self._keypad, "press", key=key)
        time.sleep(AGAIN_S)
