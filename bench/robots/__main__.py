"""``python -m bench.robots touch|speech``: every task of a resident, by a finger with every trace, or by keys and ears alone.

The hall is real: the service, the terminal in its window, drivers on simulated wires. Exit status 1 if a task fails.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench.robots.standing import Standing
from bench.robots.tasks import TASKS
from bench.robots.traces import traces


def main() -> int:
    parser = argparse.ArgumentParser("python -m bench.robots", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("way", choices=("touch", "speech"))
    parser.add_argument("--task", action="append", choices=TASKS, help="these alone")
    parser.add_argument("--trace", action="append", choices=traces(), help="these alone")
    chosen = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="bangban-robots-"))
    runs = [(task, trace) for trace in chosen.trace or traces() for task in chosen.task or TASKS]
    if chosen.way == "speech":
        runs = [(task, "") for task in chosen.task or TASKS]
    failed = 0
    try:
        with Standing(home, transcript=chosen.way == "speech") as standing:
            for task, trace in runs:
                begun = time.monotonic()
                trouble = standing.tried(task, trace)
                failed += trouble is not None
                what = f"{task}, {trace}" if trace else task
                print(f"{'✗' if trouble else '✓'} {what}, {time.monotonic() - begun:.0f} s", flush=True)
                if trouble:
                    print(f"  {trouble}", flush=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"{len(runs) - failed} of {len(runs)} done")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
