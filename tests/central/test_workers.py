"""Several workers on one PostgreSQL: one numbering, one stream of events, and a parent that keeps them alive."""

from __future__ import annotations

import json
import os
import queue
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import httpx

from tests.kit.command import PATIENCE, service, terminal_token
from tests.kit.postgresql import Server
from tests.kit.waiting import until

WORKERS = 2


def workers_of(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def issue(url: str, token: str) -> httpx.Response:
    """Over a connection of its own, so that any worker may get it."""
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}
    path = f"{url}/api/v1/halls/station/tickets"
    return httpx.post(path, json={"line": "general"}, headers=headers, trust_env=False, timeout=30)


@contextmanager
def listening(url: str, token: str) -> Iterator[queue.Queue[str]]:
    """The numbers of tickets that a stream tells."""
    heard: queue.Queue[str] = queue.Queue()
    ready = threading.Event()

    def hear(lines: Iterator[str]) -> None:
        try:
            for line in lines:
                ready.set()
                if line.startswith('data: {"line"'):
                    heard.put(json.loads(line.removeprefix("data: "))["number"])
        except httpx.HTTPError:
            pass  # the test closed the stream under it

    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=60) as client:
        with client.stream("GET", "/api/v1/halls/station/events") as stream:
            threading.Thread(target=hear, args=(stream.iter_lines(),), daemon=True).start()
            assert ready.wait(PATIENCE)
            yield heard


def test_every_worker_numbers_and_tells_alike_and_the_lower_number_has_waited_longer(tmp_path: Path, postgresql: Server) -> None:
    options = ["--database", postgresql.fresh(), "--workers", str(WORKERS)]
    with service(tmp_path, *options) as (process, url), ExitStack() as stack:
        token = terminal_token(tmp_path, url)
        ears = [stack.enter_context(listening(url, token)) for _ in range(8)]  # all with one worker: once in 128 times
        numbers = [issue(url, token).raise_for_status().json()["number"] for _ in range(16)]
        assert numbers == [f"A{serial:03}" for serial in range(1, 17)]
        assert all([ear.get(timeout=PATIENCE) for _ in numbers] == numbers for ear in ears)
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: issue(url, token).raise_for_status().json(), range(120)))
    in_order = sorted(answers, key=lambda ticket: int(ticket["number"][1:]))
    moments = [ticket["issued_at"] for ticket in in_order]
    assert moments == sorted(moments)


def test_a_worker_that_dies_is_replaced_and_all_end_with_their_parent(tmp_path: Path, postgresql: Server) -> None:
    with service(tmp_path, "--database", postgresql.fresh(), "--workers", str(WORKERS)) as (process, url):
        token = terminal_token(tmp_path, url)
        before = workers_of(process.pid)
        assert len(before) == WORKERS
        os.kill(before[0], signal.SIGKILL)
        until(lambda: len(now := workers_of(process.pid)) == WORKERS and before[0] not in now, PATIENCE)
        serials = set()
        while len(serials) < 10:
            try:
                serials.add(int(issue(url, token).raise_for_status().json()["number"][1:]))
            except httpx.TransportError:
                pass  # a connection that the dead worker had accepted, or its follower not yet
        assert serials == set(range(1, 11))
        workers = workers_of(process.pid)
        process.send_signal(signal.SIGKILL)
        until(lambda: not any(alive(worker) for worker in workers), PATIENCE)


def test_asked_to_stop_it_ends_with_its_workers(tmp_path: Path, postgresql: Server) -> None:
    with service(tmp_path, "--database", postgresql.fresh(), "--workers", str(WORKERS)) as (process, url):
        token = terminal_token(tmp_path, url)
        workers = workers_of(process.pid)
        with listening(url, token):
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        assert not any(alive(worker) for worker in workers)
