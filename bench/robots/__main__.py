"""``python -m bench.robots touch|speech``: every task of a resident, by a finger with every trace, or by keys and ears alone.

The hall is real: the service, the terminal and the pad in their windows, drivers on simulated wires. Exit status 1 where a task
fails.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from bench.robots.results import EARS, Results
from bench.robots.standing import Standing
from bench.robots.tasks import TASKS
from bench.robots.traces import traces


def main() -> int:
    parser = argparse.ArgumentParser("python -m bench.robots", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("way", choices=("touch", "speech"))
    parser.add_argument("--task", action="append", choices=TASKS, help="these alone")
    parser.add_argument("--trace", action="append", choices=traces(), help="these alone")
    parser.add_argument("--results", type=Path, metavar="FILE", help="keep what became of each; what was done is not done again")
    chosen = parser.parse_args()
    speech = chosen.way == "speech"
    results = Results(chosen.results)
    every = [(task, way) for way in ([EARS] if speech else chosen.trace or traces()) for task in chosen.task or TASKS]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the hall is taken down first
    home = Path(tempfile.mkdtemp(prefix="bangban-robots-"))
    try:
        with Standing(home, transcript=speech) as standing:
            for task, way in every:
                if not results.done(task, way):
                    _try(standing, results, task, way)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"\n{results.table()}")
    return 1 if results.failed else 0


def _try(standing: Standing, results: Results, task: str, way: str) -> None:
    begun = time.monotonic()
    outcome = standing.tried(task, "" if way == EARS else way)
    took_s = time.monotonic() - begun
    results.put(task, way, took_s, outcome)
    print(f"{'✗' if outcome.trouble else '✓'} {task}, {way}, {took_s:.0f} s, {outcome.again} touched again", flush=True)
    if outcome.trouble:
        print(f"  {outcome.trouble}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
