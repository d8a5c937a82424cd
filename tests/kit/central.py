"""The central service, whole, on a loopback port and a real database."""

from __future__ import annotations

import atexit
import pickle
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from argon2 import PasswordHasher

from central import security, seed
from central.app import create_app
from central.config import Settings
from central.context import Context, open_context
from central.seed import HandedOut
from central.serve import Server
from central.staff import repository as staff_repository
from central.staff import service as staff_service
from central.staff.service import SESSION_LIFE
from central.unit import unit_for
from tests.kit.clock import START, HandClock

PASSWORD = "a hall of many windows"

security.HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)  # the real one takes 0.3 s a password

DAYS = [(day, *span) for day in range(1, 6) for span in (("08:30", "12:00"), ("14:30", "17:30"))]

HALL: dict[str, Any] = {
    "hall": {
        "id": "heelun",
        "name": {"zh": "诃额伦街道便民服务中心", "en": "Hoelun Subdistrict Service Hall"},
        "phone": "0477-0000000",
        "zone": "Asia/Shanghai",
        "region": "150602007",
    },
    "line": [
        {"id": "general", "letter": "A", "name": {"zh": "综合业务", "en": "General"}, "summary": {"zh": "各种证明"}},
        {"id": "social", "letter": "B", "name": {"zh": "社保"}, "summary": {"zh": "养老和医保"}},
        {"id": "civil", "letter": "C", "name": {"zh": "民政"}, "summary": {"zh": "低保和补贴"}},
        {"id": "tidal", "letter": "D", "name": {"zh": "潮汐"}, "summary": {"zh": "忙时开放"}},
    ],
    "window": [
        {"id": "w1", "label": "1", "name": {"zh": "综合窗口"}, "type": "comprehensive", "lines": ["general"]},
        {"id": "w2", "label": "2", "name": {"zh": "综合窗口"}, "type": "comprehensive", "lines": ["general", "social"]},
        {"id": "w3", "label": "3", "name": {"zh": "民政窗口"}, "type": "civil_affairs", "lines": ["civil"]},
        {"id": "w4", "label": "4", "name": {"zh": "潮汐窗口"}, "type": "tidal", "lines": ["tidal"], "open": False},
    ],
    "hours": [{"weekday": day, "opens": opens, "closes": closes} for day, opens, closes in DAYS]
    + [{"weekday": 1, "opens": "14:30", "closes": "16:00", "line": "civil"}],
    "priority": [
        {"id": "elderly", "name": {"zh": "老年人"}, "min_age": 65},
        {"id": "soldier", "name": {"zh": "军人"}},
    ],
    "item": [
        {"id": "social_card", "name": {"zh": "社保卡申领"}, "domain": "social_insurance", "line": "social", "aliases": ["补社保卡"]},
        {"id": "elder_card", "name": {"zh": "老年人优待证"}, "domain": "elderly_care", "line": "general"},
    ],
    "staff": [
        {"user": "admin", "name": "管理员甲", "role": "admin"},
        {"user": "manager", "name": "主任乙", "role": "manager"},
        {"user": "clerk", "name": "窗口丙", "role": "clerk", "windows": ["w1", "w2"]},
        {"user": "clerk3", "name": "窗口丁", "role": "clerk", "windows": ["w3"]},
        {"user": "helper", "name": "帮办戊", "role": "helper"},
    ],
    "terminal": [
        {"name": "T1", "role": "terminal"},
        {"name": "T2", "role": "terminal"},
        {"name": "D1", "role": "display"},
        {"name": "P1", "role": "pad", "window": "w1"},
    ],
}


@dataclass(repr=False)
class Central:
    """A running service. ``codes`` enrol machines by name; ``staff`` has the working password of each user."""

    url: str
    hall: str
    codes: dict[str, str]
    staff: dict[str, str]
    clock: HandClock
    context: Context
    tokens: dict[str, str] = field(default_factory=dict)
    _until: dict[str, datetime] = field(default_factory=dict)

    def client(self, token: str | None = None) -> httpx.Client:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return httpx.Client(base_url=self.url, headers=headers, trust_env=False, verify=False, timeout=20)

    def enrol(self, name: str) -> str:
        """The token of a machine; it is enrolled when asked for the first time."""
        if name not in self.tokens:
            with self.client() as client:
                answer = client.post("/api/v1/enrol", json={"code": self.codes[name], "name": name})
            self.tokens[name] = answer.raise_for_status().json()["token"]
        return self.tokens[name]

    def log_in(self, user: str) -> str:
        """The token of a staff session; it is opened when asked for the first time, and again when the clock has ended it."""
        now = self.context.settings.clock()
        if user not in self._until or now >= self._until[user]:
            with self.client() as client:
                answer = client.post("/api/v1/session", json={"user": user, "password": self.staff[user]})
            self.tokens[user] = answer.raise_for_status().json()["token"]
            self._until[user] = now + SESSION_LIFE
        return self.tokens[user]

    def machine(self, name: str = "T1") -> httpx.Client:
        return self.client(self.enrol(name))

    def person(self, user: str = "clerk") -> httpx.Client:
        return self.client(self.log_in(user))

    def issue(self, line: str = "general", terminal: str = "T1", **body: Any) -> dict[str, Any]:
        """A fresh ticket."""
        with self.machine(terminal) as client:
            answer = client.post(
                f"/api/v1/halls/{self.hall}/tickets", json={"line": line, **body}, headers={"Idempotency-Key": str(uuid4())}
            )
        return dict(answer.raise_for_status().json())

    def call_next(self, window: str = "w1", user: str = "clerk") -> dict[str, Any] | None:
        """The ticket called to the window; None when nobody waits."""
        with self.person(user) as client:
            answer = client.post(f"/api/v1/halls/{self.hall}/windows/{window}/next")
        return None if answer.raise_for_status().status_code == 204 else dict(answer.json())

    def step(self, ticket: str, step: str, user: str = "clerk") -> dict[str, Any]:
        """``recall``, ``no-show`` or ``finish``."""
        with self.person(user) as client:
            return dict(client.post(f"/api/v1/tickets/{ticket}/{step}").raise_for_status().json())


@cache
def _hash_of(password: str) -> str:
    return security.password_hash(password)


def _furnished(context: Context, hall: dict[str, Any], initial_passwords: bool) -> HandedOut:
    made = seed.load(context, hall)
    if not initial_passwords:
        _choose_passwords(context, hall)
    return made


@cache
def _model(hall: bytes, initial_passwords: bool) -> tuple[Path, HandedOut]:
    """A folder with the database and the state of a service that has been given this hall (pickled), and has served nobody."""
    folder = Path(tempfile.mkdtemp(prefix="bangban-model-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Settings(f"sqlite:///{folder / 'central.sqlite'}", folder / "state", clock=HandClock().utc)
    context = open_context(settings)
    made = _furnished(context, pickle.loads(hall), initial_passwords)
    context.close()
    return folder, made


def _ready_made(database_url: str, state: Path, hall: dict[str, Any], initial_passwords: bool) -> HandedOut | None:
    """A copy of the model, where a new SQLite file is asked for: making everything anew takes longer than most tests."""
    file = Path(database_url.removeprefix("sqlite:///"))
    if not database_url.startswith("sqlite") or file.exists() or state.exists():
        return None
    folder, made = _model(pickle.dumps(hall), initial_passwords)
    shutil.copy(folder / "central.sqlite", file)
    shutil.copytree(folder / "state", state)
    return made


def _file_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'central.sqlite'}"


fresh_database: Callable[[Path], str] = _file_in
"""Where a service in a folder keeps its data when the test does not say (tests/central/conftest.py)."""


@contextmanager
def running_central(
    tmp_path: Path,
    clock: HandClock | Callable[[], datetime] | None = None,
    hall: dict[str, Any] = HALL,
    initial_passwords: bool = False,
    before: Central | None = None,
    database_url: str | None = None,
    **settings: Any,
) -> Iterator[Central]:
    """Starts the service in a thread and stops it again.

    ``database_url``: by default a file in ``tmp_path`` (``fresh_database``). On a database that was used before it goes on where
    it ended; ``before`` is that service, and lends its database, its clock and the tokens it enrolled.
    ``initial_passwords`` leaves the staff with the passwords that they must change; else each has ``PASSWORD``.
    """
    clock = before.clock if before else clock
    hand = clock if isinstance(clock, HandClock) else HandClock()
    now = hand.utc if clock is None or isinstance(clock, HandClock) else clock
    if before is not None:
        database_url = before.context.settings.database_url
    database_url = database_url or fresh_database(tmp_path)
    made = None
    if hand.utc() == START and (clock is None or isinstance(clock, HandClock)):
        made = _ready_made(database_url, tmp_path / "state", hall, initial_passwords)
    app = create_app(Settings(database_url, tmp_path / "state", clock=now, **settings))
    context: Context = app.state.context
    made = made or _furnished(context, hall, initial_passwords)
    passwords = made.passwords if initial_passwords else {each["user"]: PASSWORD for each in hall["staff"]}
    server = Server(app, host="127.0.0.1", port=0, log_level="info")
    thread = threading.Thread(target=server.run, name="central")
    thread.start()
    try:
        port = _port(server, thread)
        tokens = dict(before.tokens) if before else {}
        yield Central(f"http://127.0.0.1:{port}", made.hall, made.codes, passwords, hand, context, tokens)
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        assert not thread.is_alive(), "the service did not stop"


def add_hall(central: Central, hall: dict[str, Any]) -> None:
    """Another hall of the same service; its staff have ``PASSWORD`` too."""
    _furnished(central.context, hall, False)
    central.staff.update({each["user"]: PASSWORD for each in hall["staff"]})


def _choose_passwords(context: Context, hall: dict[str, Any]) -> None:
    def work(session: Any) -> None:
        for each in hall["staff"]:
            person = staff_repository.by_user(session, each["user"])
            assert person is not None
            staff_service.change_password(unit_for(context, session), person.id, _hash_of(PASSWORD))

    context.database.write(work)


def _port(server: Server, thread: threading.Thread) -> int:
    deadline = time.monotonic() + 20
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the service did not start"
        time.sleep(0.01)
    return int(server.servers[0].sockets[0].getsockname()[1])
