"""The prepared halls with the real service before them, and beside it what the framework and the database can do alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Engine, create_engine

from bench.central import halls, service
from bench.central.databases import Place
from bench.central.halls import BenchHall
from bench.central.limit import Limit
from bench.central.players import Desk
from bench.central.seen import Seen
from bench.central.service import Process
from bench.central.wire import Answer, Play, Stage, request

SAMPLE_KEY = "bench-sample"


class Bench:
    """Open until ``close``. ``seen`` gathers over all stretches; ``desks``: the windows, by hall and id."""

    def __init__(
        self,
        folder: Path,
        place: Place,
        shapes: Sequence[BenchHall],
        workers: int = 1,
        fill: Callable[[Engine], None] = lambda engine: None,
    ) -> None:
        """``fill`` puts more into the database before the service opens for the load."""
        self.place = place
        self.bare: Process | None = None
        self.limit: Limit | None = None
        self.halls = shapes
        self.seen = Seen()
        self.desks = {(hall.id, name): Desk(hall.id, name, token) for hall in shapes for name, token in hall.windows.items()}
        self.engine = create_engine(place.url)
        self.service = service.central(folder, place.url, workers)
        self.service.start()  # makes the tables and the key file
        self.service.stop()
        halls.put(self.engine, shapes)
        fill(self.engine)
        self.service.start()
        self._sample = folder / "sample.json"
        self._sample.write_bytes(self._first_ticket())
        self._workers = workers

    def set_beside(self) -> None:
        """What the framework and the database can do alone."""
        self.bare = service.bare(self._sample.parent, self._sample, self._workers)
        self.bare.start()
        self.limit = Limit(self.place.url)

    def _first_ticket(self) -> bytes:
        """What the service answers, to be answered by the bare endpoint too."""
        hall, kept = self.halls[0], list[Answer]()

        def ask() -> Play:
            body = json.dumps({"line": hall.lines[0]}).encode()
            path = f"/api/v1/halls/{hall.id}/tickets"
            kept.append((yield request("POST", path, hall.terminals[0], f"idempotency-key: {SAMPLE_KEY}\r\n", body)))

        stage = Stage(self.service.port)
        stage.enter(ask())
        stage.run(0.0)
        stage.close()
        self.seen.asked.add(SAMPLE_KEY)
        if kept[0].status != 201:
            raise service.NotStarted(f"the first ticket was answered {kept[0].status}: {kept[0].body!r}")
        return kept[0].body

    def parts(self, of: Process) -> dict[str, list[int]]:
        """Whose processor time is counted: the server that is asked, and the database."""
        return {"service": of.pids(), "database": self.place.pids() if of is self.service else []}

    def close(self) -> None:
        if self.limit:
            self.limit.close()
        if self.bare:
            self.bare.kill()
        self.service.stop()
        self.engine.dispose()
