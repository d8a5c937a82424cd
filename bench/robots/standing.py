"""A hall for robots, and one of them in front of its terminal."""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
from contextlib import ExitStack, closing, suppress
from datetime import date
from pathlib import Path
from types import TracebackType

import httpx

from bench.robots.speech import Ears, Listener, NotSpoken
from bench.robots.tasks import PHONE, TASKS
from bench.robots.touch import Finger, Toucher, WrongThing
from bench.robots.traces import traces
from kiosk.hall.enrol import FILE
from script.hall import Hall, Wishes
from script.hand import Hand, NotOnTheGlass, can_touch
from script.pointer import Pointer

BOOKABLE = "medical"
WAYS_HOME = ("home", "done", "help-return", "still-here", "back", "set-return")


class Standing:
    """``transcript``: the terminal writes what it says instead of saying it."""

    def __init__(self, home: Path, *, transcript: bool) -> None:
        self._transcript = home / "hall" / "transcript.jsonl" if transcript else None
        wishes = Wishes(
            home / "hall", virtual=True, second="en", roles=("terminal",), card_service=False, transcript=self._transcript
        )
        self.hall = Hall(wishes)
        self._open = ExitStack()

    def __enter__(self) -> Standing:
        self._open.callback(self.hall.stop)
        self.hall.start()
        assert self.hall.bench is not None
        self._hand: Hand = self.hall.hands["terminal"]
        self._pointer = self._open.enter_context(Pointer(self._hand.display))
        self._staff = self._open.enter_context(httpx.Client(base_url=f"{self.hall.url}/api/v1", timeout=20))
        self._log_in()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _place: TracebackType | None) -> None:
        self._open.close()

    def tried(self, task: str, trace: str = "") -> str | None:
        """Do it; what went wrong, or None. ``trace``: by touch with it; "": by keys and ears."""
        self._set_back()
        robot = self._toucher(trace) if trace else self._listener()
        try:
            for step in TASKS[task]:
                robot.do(step)
        except (NotOnTheGlass, NotSpoken, WrongThing) as why:
            return f"{step}: {why}"
        return None

    def _toucher(self, trace: str) -> Toucher:
        assert self.hall.bench is not None
        finger = Finger(self._hand.display, self._hand.inspect, self._pointer, traces()[trace])
        return Toucher(finger, self.hall.bench, self._typed)

    def _listener(self) -> Listener:
        assert self.hall.bench is not None and self._transcript is not None
        ears = Ears(self._transcript)
        ears.listen()
        return Listener(ears, self.hall.bench, self._typed)

    def _set_back(self) -> None:
        """Home, as for a resident who just walked up; the numbers that others took are given back."""
        assert self.hall.bench is not None
        self.hall.bench.do("id-reader", "lift")
        for _ in range(30):
            tree = self._hand.tree()
            if tree["view"] == "home":
                break
            way = next((way for way in WAYS_HOME if can_touch(tree, f"choice.{way}")), None)
            with suppress(NotOnTheGlass):
                if way is not None:
                    self._hand.touch(f"choice.{way}", limit_s=0.5)
            time.sleep(0.3)
        token = json.loads((self.hall.home / "terminal" / FILE).read_text("utf-8"))["token"]
        self._hand.see("lines", lambda tree: can_touch(tree, "choice.line.general"))
        self._cancel_all({"Authorization": f"Bearer {token}"})
        time.sleep(0.6)

    def _cancel_all(self, headers: dict[str, str]) -> None:
        with closing(sqlite3.connect(f"file:{self.hall.database}?mode=ro", uri=True, timeout=10)) as link:
            waiting = link.execute("SELECT id FROM tickets WHERE state = 'waiting'").fetchall()
        for (ticket,) in waiting:
            self._staff.post(f"/tickets/{ticket}/cancel", json={"by": "resident"}, headers=headers)

    def _typed(self, what: str) -> str:
        return PHONE if what == "phone" else self._booked()

    def _booked(self) -> str:
        """The code of a time today that the hall's manager booked for somebody on the telephone."""
        hall = f"/halls/{self._hall}"
        days = self._staff.get(f"{hall}/slots", params={"line": BOOKABLE, "days": 1}).raise_for_status().json()["days"]
        free = [slot["at"] for day in days for slot in day["slots"] if slot["free"]]
        if not free:
            raise NotOnTheGlass(f"no time is left to book today, {date.today()}")
        body = {"line": BOOKABLE, "day": days[0]["day"], "at": free[0], "contact": {"name": "测试甲", "phone": "0477-0001234"}}
        answer = self._staff.post(f"{hall}/appointments", json=body, headers={"Idempotency-Key": secrets.token_hex(8)})
        return str(answer.raise_for_status().json()["code"])

    def _log_in(self) -> None:
        user, one_time, own = "director", self.hall.credentials()["passwords"]["director"], secrets.token_urlsafe(16)
        first = self._staff.post("/session", json={"user": user, "password": one_time}).raise_for_status().json()
        self._staff.cookies.clear()
        bearer = {"Authorization": f"Bearer {first['token']}"}
        self._staff.post("/session/password", json={"old": one_time, "new": own}, headers=bearer).raise_for_status()
        again = self._staff.post("/session", json={"user": user, "password": own}).raise_for_status().json()
        self._staff.cookies.clear()
        self._staff.headers["Authorization"] = f"Bearer {again['token']}"
        self._hall = again["hall"]
