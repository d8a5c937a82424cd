"""``python -m script.manager_pictures DIR``: the pictures of the manager's guide (docs/manager.md).

Taken on the invented hall in the middle of an invented morning, with the real service and a real browser.
"""

from __future__ import annotations

import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import requests

from central import seed
from central.app import create_app
from central.config import Settings
from central.serve import Server
from script.clerk import Clerk

MORNING = datetime(2027, 4, 26, 0, 40, tzinfo=timezone.utc)
"""A Monday, 08:40 in the hall; the days off of May are in sight."""
MANAGER = "director"
PATIENCE_S = 20.0
SETUP = "/console/setup"
PICTURES = {
    "manager-queue": "/console/queue",
    "manager-line": f"{SETUP}/lines?of=general",
    "manager-window": f"{SETUP}/windows?of=w9",
    "manager-hours": f"{SETUP}/hours?of=general",
    "manager-days": f"{SETUP}/days?day=2027-05-06",
    "manager-rules": f"{SETUP}/rules",
    "manager-staff": f"{SETUP}/staff",
    "manager-history": f"{SETUP}/history",
}
ENGLISH = ("manager-queue", "manager-rules")


class Clock:
    """Moved by hand, so that people have waited."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    with tempfile.TemporaryDirectory(prefix="bangban-pictures-") as home, _service(Path(home), clock) as (url, made):
        with Clerk(url) as person:
            person.log_in(MANAGER, made.passwords[MANAGER])
            _busy_morning(url, made, clock, _session(person))
            for name, path in PICTURES.items():
                _take(person, url + path, out / f"{name}.png", "zh")
            for name in ENGLISH:
                _take(person, url + PICTURES[name], out / f"{name}-en.png", "en")


@contextmanager
def _service(home: Path, clock: Clock) -> Iterator[tuple[str, seed.HandedOut]]:
    app = create_app(Settings(f"sqlite:///{home / 'central.sqlite'}", home / "state", clock=clock))
    made = seed.load(app.state.context, seed.sample_hall())
    server = Server(app, host="127.0.0.1", port=0, log_level="warning")
    thread = threading.Thread(target=server.run)
    thread.start()
    end = time.monotonic() + PATIENCE_S
    while not server.started and thread.is_alive() and time.monotonic() < end:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", made
    finally:
        server.should_exit = True
        thread.join(PATIENCE_S)


def _session(person: Clerk) -> dict[str, str]:
    """The browser's own session, for what is not shown in a picture."""
    cookie = next(each for each in person.page.context.cookies() if each["name"] == "bangban_session")
    return {"Authorization": f"Bearer {cookie['value']}"}


def _busy_morning(url: str, made: seed.HandedOut, clock: Clock, manager: dict[str, str]) -> None:
    """Half an hour of people, some of them first; the same in every run."""
    api, chance = f"{url}/api/v1", random.Random(27)
    code = made.codes["入口自助终端"]
    token = requests.post(f"{api}/enrol", json={"code": code}, timeout=PATIENCE_S).json()["token"]
    machine = {"Authorization": f"Bearer {token}"}
    hall = requests.get(f"{api}/halls/{made.hall}", headers=machine, timeout=PATIENCE_S).json()
    lines = [line["id"] for line in hall["lines"] if line["windows"]]
    windows = [window["id"] for window in hall["windows"] if window["open"]]
    for n in range(72):
        body: dict[str, Any] = {"line": chance.choice(lines)}
        if chance.random() < 0.2:
            body["priority"] = {"class": chance.choice(("soldier", "pregnant", "disabled")), "evidence": "own_word"}
        headers = machine | {"Idempotency-Key": f"picture-{n:04}"}
        requests.post(f"{api}/halls/{made.hall}/tickets", json=body, headers=headers, timeout=PATIENCE_S)
        if n % 2:
            _turn(api, made.hall, chance.choice(windows), manager)
        clock.move(25)
    pause = f"{api}/halls/{made.hall}/windows/{windows[-2]}/pause"
    requests.post(pause, json={"reason": "errand"}, headers=manager, timeout=PATIENCE_S)


def _turn(api: str, hall: str, window: str, manager: dict[str, str]) -> None:
    """The next one at a window; whoever is there is finished."""
    here = f"{api}/halls/{hall}/windows/{window}/next"
    called = requests.post(here, headers=manager, timeout=PATIENCE_S)
    if called.status_code == 200:
        ticket = called.json()["id"]
        requests.post(f"{api}/tickets/{ticket}/finish", headers=manager, timeout=PATIENCE_S)
        requests.post(here, headers=manager, timeout=PATIENCE_S)


def _take(person: Clerk, url: str, picture: Path, lang: str) -> None:
    address = url.split("/console")[0]
    person.page.context.add_cookies([{"name": "bangban_lang", "value": lang, "url": address}])
    person.page.goto(url)
    person.page.wait_for_load_state("load")
    person.page.screenshot(path=picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
