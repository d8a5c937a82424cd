"""The three programs for residents: ``bangban-kiosk``, ``bangban-display`` and ``bangban-pad``."""

from __future__ import annotations

import sys

from kiosk.app import main


def terminal() -> None:
    sys.exit(main("terminal"))


def display() -> None:
    sys.exit(main("display"))


def pad() -> None:
    sys.exit(main("pad"))


if __name__ == "__main__":
    terminal()
