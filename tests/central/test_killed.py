"""Killed at any instant: what was confirmed is there after the restart, exactly once."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tests.kit.command import PATIENCE, service, terminal_token
from tests.kit.waiting import until

PATH, BODY = "/api/v1/halls/station/tickets", {"line": "general"}


@pytest.mark.both
def test_a_kill_between_two_instants_loses_nothing_confirmed(tmp_path: Path, database_url: str) -> None:
    confirmed: dict[str, str] = {}
    asked: list[str] = []
    workers = [] if database_url.startswith("sqlite") else ["--workers", "2"]
    options = ["--database", database_url, *workers]
    with service(tmp_path, *options) as (process, url):
        headers = {"Authorization": f"Bearer {terminal_token(tmp_path, url)}"}

        def ask_until_it_dies() -> None:
            with httpx.Client(base_url=url, headers=headers, trust_env=False) as own:
                while True:
                    key = str(uuid4())
                    asked.append(key)
                    try:
                        answer = own.post(PATH, json=BODY, headers={"Idempotency-Key": key})
                    except httpx.HTTPError:
                        return
                    confirmed[key] = answer.raise_for_status().json()["number"]

        threads = [threading.Thread(target=ask_until_it_dies) for _ in range(4)]
        for thread in threads:
            thread.start()
        until(lambda: len(confirmed) >= 40, PATIENCE)
        process.send_signal(signal.SIGKILL)
        for thread in threads:
            thread.join()
    with service(tmp_path, *options) as (process, url), httpx.Client(base_url=url, headers=headers, trust_env=False) as client:
        numbers = {}
        for key in asked:
            answer = client.post(PATH, json=BODY, headers={"Idempotency-Key": key}).raise_for_status()
            numbers[key] = answer.json()["number"]
            if key in confirmed:
                assert (answer.status_code, numbers[key]) == (200, confirmed[key])
        assert sorted(int(number[1:]) for number in numbers.values()) == list(range(1, len(asked) + 1))
        process.send_signal(signal.SIGINT)  # as from a keyboard
        assert process.wait(PATIENCE) in (0, -signal.SIGINT)
