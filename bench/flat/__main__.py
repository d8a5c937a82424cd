"""``python -m bench.flat``: what issuing and calling cost beside ever more past tickets.

A service with a database of its own for each size; they are measured in turns, so that a machine that grows slow or fast
meanwhile is the same to all. What counts is processor time for each ticket, service and database together.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from time import monotonic

from bench.central import halls, stretches
from bench.central.bench import Bench
from bench.central.databases import KINDS, place
from bench.central.figures import Stretch
from bench.central.halls import BenchHall
from bench.central.past import fill

SIZES = (0, 100_000, 1_000_000, 10_000_000)
OTHERS = 20  # halls that share the past with the one that is measured
Rounds = dict[tuple[int, str], list[Stretch]]


def main() -> int:
    options = _parser().parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bangban-flat-", dir=options.folder))
    rounds: Rounds = {}
    try:
        with ExitStack() as stack:
            benches = {size: _standing(stack, folder / str(size), options.database, size) for size in sorted(options.sizes)}
            for number in range(options.rounds + 1):
                for size, bench in benches.items():
                    issued, called = stretches.issue(bench, options.seconds), stretches.call(bench, options.seconds)
                    if number:  # the first warms every cache, the machine's and the service's own
                        rounds.setdefault((size, "issue"), []).append(issued)
                        rounds.setdefault((size, "next"), []).append(called)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    rows = _rows(rounds)
    print(_table(rows))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), "utf-8")
    return 1 if any(bench.seen.faults for bench in benches.values()) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bench.flat", description="What a ticket costs beside many past ones.")
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="past tickets (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=2.0, help="of issuing, and of calling, in each round")
    parser.add_argument("--folder", type=Path, help="where there is room: ten million past tickets take some 10 GB")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    return parser


def _standing(stack: ExitStack, folder: Path, database: str, size: int) -> Bench:
    begun = monotonic()
    folder.mkdir()
    where = stack.enter_context(place(database, folder))
    shapes = [halls.shaped(1, 8, 8, 1), *(halls.shaped(number, 8, 1, 0) for number in range(2, OTHERS + 2))]
    bench = Bench(folder, where, shapes, fill=partial(_fill, shapes=shapes, size=size))
    stack.callback(bench.close)
    bench.halls = shapes[:1]
    bench.desks = {place: desk for place, desk in bench.desks.items() if place[0] == shapes[0].id}
    print(f"{size} past tickets: ready after {monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return bench


def _fill(engine: object, shapes: list[BenchHall], size: int) -> None:
    fill(engine, shapes, size)  # type: ignore[arg-type]


def _rows(rounds: Rounds) -> list[dict[str, float | str]]:
    """Medians over the rounds, and how they stand to those of the emptiest."""
    emptiest = min(size for size, _ in rounds)
    cost = {key: statistics.median(_cost_us(each) for each in of) for key, of in rounds.items()}
    rate = {key: statistics.median(each.units / each.seconds for each in of) for key, of in rounds.items()}
    return [
        {
            "past": size,
            "what": what,
            "cpu_us": round(cost[size, what]),
            "of_empty": round(cost[size, what] / cost[emptiest, what], 3),
            "per_s": round(rate[size, what], 1),
        }
        for size, what in rounds
    ]


def _cost_us(stretch: Stretch) -> float:
    return (stretch.cpu["service"] + stretch.cpu["database"]) / max(1, stretch.units) * 1e6


def _table(rows: list[dict[str, float | str]]) -> str:
    lines = [f"| {row['past']} | {row['what']} | {row['cpu_us']} | {row['of_empty']:.2f} | {row['per_s']:.0f} |" for row in rows]
    return "\n".join(["| past tickets | | CPU us each | of empty | per s |", "| ---: | --- | ---: | ---: | ---: |", *lines])


if __name__ == "__main__":
    sys.exit(main())
