"""A hall for robots, and one of them in front of its terminal or of the pad at a window."""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

from bench.robots.speech import Ears, Listener, NotSpoken
from bench.robots.staff import LINE, Staff
from bench.robots.tasks import PAD, TASKS
from bench.robots.touch import Finger, Toucher, WrongThing
from bench.robots.traces import traces
from script.hall import Hall, Wishes
from script.hand import NotOnTheGlass, can_touch
from script.pointer import Pointer

PHONE = "13800000000"
WAYS_HOME = ("home", "done", "help-return", "still-here", "back", "skip")
KEYPADS = {"terminal": "keypad", "pad": "pad-keypad"}


class Standing:
    """``transcript``: the machines write what they say instead of saying it. ``roles``: the machines that are there."""

    def __init__(self, home: Path, *, transcript: bool, roles: tuple[str, ...] = tuple(KEYPADS)) -> None:
        self._transcript = home if transcript else None
        wishes = Wishes(
            home / "hall", virtual=True, second="en", roles=roles, card_service=False, transcript=self._transcript
        )
        self.hall = Hall(wishes)

    def __enter__(self) -> Standing:
        with ExitStack() as opening:  # what stands already is taken down again where the rest fails
            opening.callback(self.hall.stop)
            self.hall.start()
            hands = self.hall.hands
            self._pointers = {role: opening.enter_context(Pointer(hand.display)) for role, hand in hands.items()}
            self._staff = Staff(self.hall)
            opening.callback(self._staff.close)
            self._open = opening.pop_all()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _place: TracebackType | None) -> None:
        self._open.close()

    def tried(self, task: str, trace: str = "") -> str | None:
        """Do it; what went wrong, or None. ``trace``: by touch with it; "": by keys and ears."""
        role = "pad" if task in PAD else "terminal"
        self._set_back(role)
        robot = self._toucher(role, trace) if trace else self._listener(role)
        try:
            for step in TASKS[task]:
                robot.do(step)
        except (NotOnTheGlass, NotSpoken, WrongThing) as why:
            return f"{step}: {why}"
        return None

    def _toucher(self, role: str, trace: str) -> Toucher:
        assert self.hall.bench is not None
        hand = self.hall.hands[role]
        finger = Finger(hand.display, hand.inspect, self._pointers[role], traces()[trace])
        return Toucher(finger, self.hall.bench, self._typed, self._staff.do)

    def _listener(self, role: str) -> Listener:
        assert self.hall.bench is not None and self._transcript is not None
        ears = Ears(self._transcript / f"{role}.jsonl")
        ears.listen()
        return Listener(ears, self.hall.bench, self._typed, self._staff.do, KEYPADS[role])

    def _set_back(self, role: str) -> None:
        """As for a resident who just walked up; what others took is given back."""
        assert self.hall.bench is not None
        self.hall.bench.do("id-reader", "lift")
        hand, rest = self.hall.hands[role], {"terminal": "home", "pad": "prompt"}[role]
        for _ in range(30):
            tree = hand.tree()
            if tree["view"] == rest:
                break
            way = next((way for way in WAYS_HOME if can_touch(tree, f"choice.{way}")), None)
            with suppress(NotOnTheGlass):
                if way is not None:
                    hand.touch(f"choice.{way}", limit_s=0.5)
            time.sleep(0.3)
        if role == "terminal":
            hand.see("lines", lambda tree: can_touch(tree, f"choice.line.{LINE}"))
        self._staff.cancels_all()
        time.sleep(0.6)

    def _typed(self, what: str) -> str:
        return PHONE if what == "phone" else self._staff.books()
