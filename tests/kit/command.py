"""``bangban-central`` as an operator starts it: a process of its own, on a small station that never closes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
def service(folder: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``bangban-central`` as an operator starts it, with its address. ``more``: arguments."""
    hall = folder / "hall.toml"
    hall.write_text(STATION + HOURS, "utf-8")
    made = folder / "made.toml"
    arguments = ["--state", str(folder), "--port", "0", "--hall", str(hall), "--credentials", str(made), *more]
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


def terminal_token(folder: Path, url: str) -> str:
    """Enrols the station's terminal, once."""
    made = tomllib.loads((folder / "made.toml").read_text("utf-8"))
    with httpx.Client(base_url=url, trust_env=False) as client:
        enrolled = client.post("/api/v1/enrol", json={"code": made["codes"]["T1"]}).raise_for_status().json()
    return str(enrolled["token"])
