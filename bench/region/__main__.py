"""``python -m bench.region``: a thousand halls at morning peak on PostgreSQL, every screen listening.

Each hall has three terminals and five windows; every one of these 8,000 screens holds an event stream and looks again after what
it hears. Residents come at random, are called and served. Exit status 1 when anything was not exact.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.central import checks, halls, service
from bench.central.bench import Bench
from bench.central.databases import KINDS, place
from bench.central.halls import BenchHall
from bench.central.players import PLAIN, Scene
from bench.central.wire import Stage
from bench.region.people import Pace, Region
from bench.region.screens import Heard, subscribe

SUBSCRIBED_S = 300.0
OPENED_S = 65.0  # every screen has looked once by then; a hall opens its screens before its doors
LEFT_ALONE_S = 20.0  # the last events come home


def main() -> int:
    options = _parser().parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # the service inherits it
    folder = Path(tempfile.mkdtemp(prefix="bangban-region-"))
    shapes = [halls.shaped(n, options.windows, options.terminals, 0) for n in range(1, options.halls + 1)]
    try:
        with place(options.database, folder) as where:
            bench = Bench(folder, where, shapes, options.workers)
            try:
                return _run(bench, shapes, options)
            finally:
                bench.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bench.region", description="Many halls at morning peak.")
    parser.add_argument("--database", choices=KINDS, default="postgresql")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--halls", type=int, default=1000)
    parser.add_argument("--terminals", type=int, default=3, help="of each hall (default %(default)s)")
    parser.add_argument("--windows", type=int, default=5, help="of each hall (default %(default)s)")
    parser.add_argument("--a-minute", type=float, default=1000.0, help="tickets in all (default %(default)s)")
    parser.add_argument("--seconds", type=float, default=180.0)
    parser.add_argument("--no-looks", action="store_true", help="screens only listen")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    return parser


def _run(bench: Bench, shapes: list[BenchHall], options: argparse.Namespace) -> int:
    stage, heard = Stage(bench.service.port), Heard()
    scene = Scene(stage, bench.seen, random.Random(options.seed), PLAIN)
    begun = perf_counter()
    for hall in shapes:
        subscribe(scene, hall, heard, not options.no_looks)
        stage.turn(0.0)
    _until(stage, SUBSCRIBED_S, lambda: all(screen.began >= 0 for screen, _, _ in bench.seen.screens))
    subscribed_s = perf_counter() - begun
    _until(stage, OPENED_S, lambda: False)
    bench.seen.times.clear()
    region = Region(scene, shapes, bench.desks, Pace(), heard)
    stage.enter(region.arrivals(options.a_minute))
    parts = bench.parts(bench.service)
    before, begun = _spent(parts), perf_counter()
    _until(stage, options.seconds, lambda: False)
    took_s, after = perf_counter() - begun, _spent(bench.parts(bench.service))  # with what was started meanwhile
    memory = {part: round(service.memory_mb(pids)) for part, pids in parts.items()}
    stage.over = True
    _until(stage, LEFT_ALONE_S, lambda: False)
    stage.close()
    figures = _figures(bench, heard) | {
        "screens": len(bench.seen.screens),
        "seconds": round(took_s, 1),
        "subscribed_s": round(subscribed_s, 1),
        "cores": {part: round((after[part] - before[part]) / took_s, 3) for part in after},
        "memory_mb": memory,
    }
    faults = checks.faults(bench.engine, bench.seen)
    print(json.dumps(figures, indent=1))
    print("\n".join(["NOT EXACT:", *faults[:40]]) if faults else "exact: no duplicate, gap, double call, loss or error")
    if options.json:
        options.json.write_text(json.dumps(figures | {"faults": faults}, indent=1), "utf-8")
    return 1 if faults else 0


def _until(stage: Stage, seconds: float, reached: Any) -> None:
    deadline = perf_counter() + seconds
    while perf_counter() < deadline and not reached():
        turned = perf_counter() + 0.2
        while perf_counter() < turned:
            stage.turn()


def _spent(parts: dict[str, list[int]]) -> dict[str, float]:
    return {part: service.cpu_s(pids) for part, pids in parts.items()} | {"load": time.process_time()}


def _figures(bench: Bench, heard: Heard) -> dict[str, Any]:
    delays = heard.delays_ms() or [0.0]
    at = {"p50": len(delays) // 2, "p99": len(delays) * 99 // 100, "max": len(delays) - 1}
    kinds = ("issue", "next", "finish", "terminal looks", "console looks")
    return {
        "event_delay_ms": {name: round(delays[place], 1) for name, place in at.items()},
        "events_heard": len(delays),
        "answers_ms": {kind: {k: round(v, 1) for k, v in bench.seen.percentiles_ms(kind).items()} for kind in kinds},
        "tally": dict(bench.seen.tally),
    }


if __name__ == "__main__":
    sys.exit(main())
