"""The three programs for residents: ``bangban-kiosk``, ``bangban-display`` and ``bangban-pad``."""

from __future__ import annotations

import gc
import sys


def terminal() -> None:
    sys.exit(_run("terminal"))


def display() -> None:
    sys.exit(_run("display"))


def pad() -> None:
    sys.exit(_run("pad"))


def _run(role: str) -> int:
    gc.disable()  # while modules are made none of theirs becomes garbage; ``Machine.run`` turns it on
    from kiosk.app import main

    return main(role)


if __name__ == "__main__":
    terminal()
