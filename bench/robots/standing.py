"""A hall for robots, and one of them in front of its terminal or of the pad at a window."""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

from bench.robots.results import Outcome
from bench.robots.speech import Ears, Listener, NotSpoken
from bench.robots.staff import LINE, Staff
from bench.robots.steps import Step
from bench.robots.tasks import PAD, TASKS
from bench.robots.touch import Finger, Toucher, WrongThing
from bench.robots.traces import traces
from script.hall import Hall, Wishes
from script.hand import NotOnTheGlass, Tree, can_touch
from script.pointer import Pointer

PHONE = "13800000000"
LANG = "zh"  # of who walks up
NOBODY_WAITS = "不用排队"
WAYS_HOME = ("home", "done", "help-return", "still-here", "back", "skip", "page.previous")
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

    def tried(self, task: str, trace: str = "") -> Outcome:
        """Do it. ``trace``: by touch with it; "": by keys and ears."""
        role = "pad" if task in PAD else "terminal"
        hand = self.hall.hands[role]
        finger = Finger(hand.display, hand.inspect, self._pointers[role], traces()[trace]) if trace else None
        doing: Step | None = None
        try:
            self._set_back(role)
            robot = self._toucher(finger) if finger else self._listener(role)
            for doing in TASKS[task]:
                robot.do(doing)
        except (NotOnTheGlass, NotSpoken, WrongThing) as why:
            return Outcome(f"{doing}: {why}" if doing else str(why))
        return Outcome(again=finger.again if finger else 0)

    def _toucher(self, finger: Finger) -> Toucher:
        assert self.hall.bench is not None
        return Toucher(finger, self.hall.bench, self._typed, self._staff.do)

    def _listener(self, role: str) -> Listener:
        assert self.hall.bench is not None and self._transcript is not None
        ears = Ears(self._transcript / f"{role}.jsonl")
        ears.silence()
        return Listener(ears, self.hall.bench, self._typed, self._staff.do, KEYPADS[role])

    def _set_back(self, role: str) -> None:
        """As for a resident who just walked up; what others took is given back."""
        assert self.hall.bench is not None
        self.hall.bench.do("id-reader", "lift")
        hand, rest = self.hall.hands[role], {"terminal": "home", "pad": "prompt"}[role]
        for _ in range(30):
            tree = hand.tree()
            own = tree["settings"]["lang"] == LANG
            if tree["view"] == rest and tree["page"] == 1 and tree["ready"] and own:
                break
            way = next((way for way in WAYS_HOME if can_touch(tree, f"choice.{way}")), None if own else "tool.lang")
            with suppress(NotOnTheGlass):
                if way is not None:
                    hand.touch(f"choice.{way}", limit_s=0.5)
            time.sleep(0.3)
        self._staff.cancels_all()
        if role == "terminal":
            hand.see("a line in which nobody waits", _is_free)

    def _typed(self, what: str) -> str:
        return PHONE if what == "phone" else self._staff.books()


def _is_free(tree: Tree) -> bool:
    """A window serves it, and what was given back is known here: a terminal looks at a busy hall every two seconds."""
    line = next((one for one in tree["elements"] if one["id"] == f"choice.line.{LINE}"), {})
    return NOBODY_WAITS in line.get("hint", {}).get("label", {}).get("zh", "")
