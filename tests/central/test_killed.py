"""Killed at any instant: what was confirmed is there after the restart, exactly once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
STATION = """
window = [{ id = "w1", label = "1", name = { zh = "综合窗口" }, type = "comprehensive", lines = ["general"] }]
terminal = [{ name = "T1", role = "terminal" }]

[hall]
id = "station"
name = { zh = "嘎查便民服务站" }
phone = "0477-0000000"
zone = "Asia/Shanghai"
region = "150602007"

[[line]]
id = "general"
letter = "A"
name = { zh = "综合业务" }
summary = { zh = "各种证明" }
"""
HOURS = "".join(f'[[hours]]\nweekday = {day}\nopens = "00:00"\ncloses = "24:00"\n' for day in range(1, 8))


@contextmanager
def service(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``bangban-central`` as an operator starts it, with its address."""
    hall = folder / "hall.toml"
    hall.write_text(STATION + HOURS, "utf-8")
    made = folder / "made.toml"
    arguments = ["--state", str(folder), "--port", "0", "--hall", str(hall), "--credentials", str(made)]
    process = subprocess.Popen(
        [sys.executable, "-m", "central", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stderr is not None
    guard = threading.Timer(PATIENCE, process.kill)
    guard.start()
    try:
        said = ""
        for line in process.stderr:
            said += line
            if address := re.search(r"running on (http://\S+)", line):
                break
        else:
            raise AssertionError(f"it did not start: {said}")
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield process, address[1]
    finally:
        guard.cancel()
        process.kill()
        process.wait()


def test_a_kill_between_two_instants_loses_nothing_confirmed(tmp_path: Path) -> None:
    confirmed: dict[str, str] = {}
    with service(tmp_path) as (process, url), httpx.Client(base_url=url, trust_env=False) as client:
        made = tomllib.loads((tmp_path / "made.toml").read_text("utf-8"))
        enrolled = client.post("/api/v1/enrol", json={"code": made["codes"]["T1"]}).raise_for_status().json()
        path, body = "/api/v1/halls/station/tickets", {"line": "general"}
        headers = {"Authorization": f"Bearer {enrolled['token']}"}
        asked: list[str] = []

        def ask_until_it_dies() -> None:
            with httpx.Client(base_url=url, headers=headers, trust_env=False) as own:
                while True:
                    key = str(uuid4())
                    asked.append(key)
                    try:
                        answer = own.post(path, json=body, headers={"Idempotency-Key": key})
                    except httpx.HTTPError:
                        return
                    confirmed[key] = answer.raise_for_status().json()["number"]

        threads = [threading.Thread(target=ask_until_it_dies) for _ in range(4)]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + PATIENCE
        while len(confirmed) < 40:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        for thread in threads:
            thread.join()
    with service(tmp_path) as (process, url), httpx.Client(base_url=url, headers=headers, trust_env=False) as client:
        numbers = {}
        for key in asked:
            answer = client.post(path, json=body, headers={"Idempotency-Key": key}).raise_for_status()
            numbers[key] = answer.json()["number"]
            if key in confirmed:
                assert (answer.status_code, numbers[key]) == (200, confirmed[key])
        assert sorted(int(number[1:]) for number in numbers.values()) == list(range(1, len(asked) + 1))
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) in (0, -signal.SIGTERM)
