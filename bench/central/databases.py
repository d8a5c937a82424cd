"""Where a run keeps its tables: a file, or a throw-away PostgreSQL of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.central.service import family

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Place:
    """``server``: the process of the database; None where the service itself writes."""

    url: str
    server: int | None = None

    def pids(self) -> list[int]:
        return [] if self.server is None else family(self.server)


@contextmanager
def place(kind: str, folder: Path) -> Iterator[Place]:
    yield Place(f"sqlite:///{folder / 'central.sqlite'}")
