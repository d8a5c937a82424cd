"""``python -m bench.central``: the service under load, beside what the framework and the database can do alone.

Without ``--rate`` a hurried day is played: terminals issue, some requests are sent again, windows call, recall and finish,
displays listen; ``--kill N`` kills the service N times meanwhile. Exit status 1 when anything was not exact.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.central import checks, halls, past, stretches
from bench.central.bench import Bench
from bench.central.databases import KINDS, place
from bench.central.figures import Stretch, together
from bench.central.limit import TOGETHER
from bench.central.players import PLAIN, Habits
from bench.central.report import table

LONGEST_BARE_S, LONGEST_LIMIT_S = 3.0, 1.5  # of a round
Turns = dict[str, Callable[[], Stretch]]


def main() -> int:
    options = _parser().parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bangban-bench-"))
    shapes = [halls.shaped(n, options.windows, options.terminals, options.displays) for n in range(1, options.halls + 1)]
    try:
        with place(options.database, folder) as where:
            bench = Bench(folder, where, shapes, options.workers, lambda engine: past.fill(engine, shapes, options.past))
            try:
                bench.set_beside()
                return _run(bench, options)
            finally:
                bench.close()
    finally:
        if options.keep:
            print(f"kept: {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bench.central", description="The central service under load.")
    parser.add_argument("--rate", nargs="+", choices=("issue", "next", "mixed"), help="how many a second, of these alone")
    parser.add_argument("--seconds", type=float, default=30.0, help="of load on the service, of each kind (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="turns in which these seconds are played (default %(default)s)")
    parser.add_argument("--halls", type=int, default=1)
    parser.add_argument("--terminals", type=int, default=32, help="of each hall (default %(default)s)")
    parser.add_argument("--windows", type=int, default=8, help="of each hall (default %(default)s)")
    parser.add_argument("--displays", type=int, default=2, help="of each hall, listening (default %(default)s)")
    parser.add_argument(
        "--past",
        type=int,
        default=10_000,
        help="tickets of days before (default %(default)s); without any PostgreSQL knows nothing yet of what to look up how",
    )
    parser.add_argument("--workers", type=int, default=1, help="of the service and of the bare endpoint (default %(default)s)")
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--kill", type=int, default=0, metavar="N", help="kill the service N times, at random instants")
    parser.add_argument("--seed", type=int, default=0, help="of chance")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    parser.add_argument("--keep", action="store_true", help="leave the database and the logs where they are")
    return parser


def _run(bench: Bench, options: argparse.Namespace) -> int:
    turns = _turns(bench, options)
    rounds = 1 if options.kill else options.rounds
    played: dict[str, list[Stretch]] = {name: [] for name in turns}
    for _ in range(rounds):
        for name, turn in turns.items():
            played[name].append(turn())
    rows = {name: together(stretches_of) for name, stretches_of in played.items()}
    ratios = {name: _ratios(rows, name) for name in rows if not name.startswith(("bare", "raw"))}
    faults = checks.faults(bench.engine, bench.seen)
    print(table(rows, ratios))
    print("\n" + ", ".join(f"{what}: {times}" for what, times in sorted(bench.seen.tally.items())))
    print("\n".join(["", "NOT EXACT:", *faults[:40]]) if faults else "\nexact: no duplicate, gap, double call, loss or error")
    if options.json:
        said = {name: stretch.row() | {"of": ratios.get(name, {})} for name, stretch in rows.items()}
        figures = {"options": vars(options) | {"json": None}, "rows": said, "tally": bench.seen.tally, "faults": faults}
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False), "utf-8")
    return 1 if faults else 0


def _turns(bench: Bench, options: argparse.Namespace) -> Turns:
    """What is played in every round, in this order; what stands beside it comes just before it."""
    rounds = 1 if options.kill else options.rounds
    seconds = options.seconds / rounds
    bare_s, limit_s = min(LONGEST_BARE_S, seconds), min(LONGEST_LIMIT_S, seconds / 2)
    turns: Turns = {}
    for kind in options.rate or ("played",):
        alike = "next" if kind == "next" else "issue"
        turns[f"bare {alike}"] = lambda alike=alike: stretches.bare(bench, bare_s, alike)  # type: ignore[misc]
        if kind == "issue":
            turns[kind] = lambda: stretches.issue(bench, seconds)
        elif kind == "next":
            if "issue" not in options.rate:
                turns["(issue, for next)"] = lambda: stretches.issue(bench, seconds)
            turns[kind] = lambda: stretches.call(bench, seconds)
        else:
            habits = PLAIN if kind == "mixed" else Habits()
            turns[kind] = lambda habits=habits: stretches.mixed(  # type: ignore[misc]
                bench, seconds, habits, options.kill, options.seed
            )
    turns["raw"] = lambda: _limit(bench, 1, limit_s)
    turns[f"raw, {TOGETHER} to a commit"] = lambda: _limit(bench, TOGETHER, limit_s)
    return turns


def _limit(bench: Bench, together_in_one: int, seconds: float) -> Stretch:
    assert bench.limit is not None
    return Stretch(seconds=seconds, units=round(bench.limit.per_second(together_in_one, seconds) * seconds))


def _ratios(rows: dict[str, Stretch], name: str) -> dict[str, float]:
    """Requests a second to those of the bare endpoint of its kind; tickets to those of the raw database, one to a commit."""
    alike = "next" if name == "next" else "issue"
    mine, beside = rows[name].row(), rows.get(f"bare {alike}")
    found = {"raw": mine["per_s"] / rows["raw"].row()["per_s"]} if name != "next" else {}
    return found | ({"bare": mine["requests_per_s"] / beside.row()["requests_per_s"]} if beside else {})


if __name__ == "__main__":
    sys.exit(main())
