"""What became of each task by each way, kept in a file so that a long run may be made in parts; and the same as a table."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.robots.tasks import TASKS
from bench.robots.traces import traces

EARS = "keys and ears"


@dataclass(frozen=True)
class Outcome:
    """``trouble``: what went wrong, or None. ``again``: how often a thing was touched once more, as nothing had come of it."""

    trouble: str | None = None
    again: int = 0


class Results:
    """``path``: JSON, a task to each way and the seconds it took, with what went wrong if anything did. Tried again is written
    anew. None: nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        there = path is not None and path.exists()
        self._found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8")) if path is not None and there else {}

    def put(self, task: str, way: str, took_s: float, outcome: Outcome) -> None:
        self._found.setdefault(task, {})[way] = {"s": round(took_s), **asdict(outcome)}
        if self._path is not None:
            self._path.write_text(json.dumps(self._found, ensure_ascii=False, indent=1) + "\n", "utf-8")

    def done(self, task: str, way: str) -> bool:
        found = self._found.get(task, {}).get(way)
        return found is not None and not found["trouble"]

    @property
    def failed(self) -> list[str]:
        return [f"{task}, {way}" for task, ways in self._found.items() for way, one in ways.items() if one["trouble"]]

    def table(self) -> str:
        """Markdown: a row for each task, a column for each way; seconds and how often a thing was touched again, or ✗; nothing
        where it was not tried."""
        ways = [way for way in (EARS, *traces()) if any(way in found for found in self._found.values())]
        lines = ["| task | " + " | ".join(ways) + " |", "| --- |" + " ---: |" * len(ways)]
        for task in (task for task in TASKS if task in self._found):
            lines.append(f"| {task} | " + " | ".join(_told(self._found[task].get(way)) for way in ways) + " |")
        count = sum(len(found) for found in self._found.values())
        return "\n".join([*lines, "", f"{count - len(self.failed)} of {count} done"])


def _told(found: dict[str, Any] | None) -> str:
    if found is None or found["trouble"]:
        return "" if found is None else "✗"
    return f"{found['s']} s" + (f" +{found['again']}" if found.get("again") else "")
