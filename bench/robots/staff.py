"""What the staff of the hall do while a robot is at a machine: over the service's API, as the hall's manager."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import httpx

from bench.robots.errands import Errands, Told
from kiosk.hall.enrol import FILE
from script.hall import Hall
from script.hand import NotOnTheGlass

USER, LINE, WINDOW, BOOKABLE = "director", "general", "w1", "medical"
MINUTES = 2  # a helper says so


class Staff:
    """Logs in with the one-time password of a new hall. To be closed."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._http = httpx.Client(base_url=f"{hall.url}/api/v1", timeout=20)
        one_time, own = hall.credentials()["passwords"][USER], secrets.token_urlsafe(16)
        self._open_session(one_time)
        self._http.post("/session/password", json={"old": one_time, "new": own}).raise_for_status()
        self._id = self._open_session(own)
        self._errands = Errands(self._id, self._post)
        self._post(f"{self._window}/open")

    def close(self) -> None:
        self._http.close()

    def do(self, what: str) -> None:
        """An act of ``bench.robots.steps.Meanwhile``."""
        errands = self._errands
        acts: dict[str, Callable[[], object]] = {
            "answers": self._answers,
            "serves": self._serves,
            "files": errands.files,
            "offers": errands.offers,
        }
        acts[what]()

    def books(self) -> str:
        """The code of a time today for somebody on the telephone."""
        days = self._http.get(f"/halls/{self._id}/slots", params={"line": BOOKABLE, "days": 1}).raise_for_status().json()["days"]
        free = [slot["at"] for day in days for slot in day["slots"] if slot["free"]]
        if not free:
            raise NotOnTheGlass(f"no time is left to book today, {date.today()}")
        contact = {"name": "测试甲", "phone": f"0477-{secrets.randbelow(10**7):07}"}
        body = {"line": BOOKABLE, "day": days[0]["day"], "at": free[0], "contact": contact}
        return str(self._post(f"/halls/{self._id}/appointments", body)["code"])

    def cancels_all(self) -> None:
        """The numbers and times that others took are given back, and their errands taken back, as by those who hold them;
        calls for help are closed."""
        bearer = {"Authorization": f"Bearer {self._token('terminal')}"}
        for ticket in self._ids("SELECT id FROM tickets WHERE state = 'waiting'"):
            self._http.post(f"/tickets/{ticket}/cancel", json={"by": "resident"}, headers=bearer)
        for appointment in self._ids("SELECT id FROM appointments WHERE state = 'booked'"):
            self._http.post(f"/appointments/{appointment}/cancel")
        for call in self._rung():
            self._http.post(f"/help/{call}/close")
        for errand in self._ids("SELECT id FROM mandates WHERE state IN ('drafted', 'accepted')"):
            self._errands.is_taken_back(errand)

    def _answers(self) -> None:
        for call in self._rung():
            self._post(f"/help/{call}/answer", {"minutes": MINUTES})

    def _serves(self) -> None:
        """Somebody at the window, from the first number of the line to the end, so that their rating is asked for."""
        self._post(f"/halls/{self._id}/tickets", {"line": LINE})
        ticket = self._post(f"{self._window}/next")["id"]
        self._post(f"/tickets/{ticket}/finish")

    @property
    def _window(self) -> str:
        return f"/halls/{self._id}/windows/{WINDOW}"

    def _rung(self) -> list[str]:
        return self._ids("SELECT id FROM help_calls WHERE state <> 'closed'")

    def _ids(self, query: str) -> list[str]:
        with closing(sqlite3.connect(f"file:{self._hall.database}?mode=ro", uri=True, timeout=10)) as link:
            return [row[0] for row in link.execute(query)]

    def _token(self, role: str) -> str:
        return str(json.loads((self._hall.home / role / FILE).read_text("utf-8"))["token"])

    def _post(self, path: str, body: object | None = None) -> Told:
        answer = self._http.post(path, json=body, headers={"Idempotency-Key": secrets.token_hex(8)})
        if answer.is_error:
            raise NotOnTheGlass(f"the service refused {path}: {answer.text}")
        found: Told = answer.json() if answer.content else {}
        return found

    def _open_session(self, password: str) -> str:
        opened = self._http.post("/session", json={"user": USER, "password": password}).raise_for_status().json()
        self._http.cookies.clear()
        self._http.headers["Authorization"] = f"Bearer {opened['token']}"
        return str(opened["hall"])
