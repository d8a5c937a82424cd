"""The three programs for residents: ``bangban-kiosk``, ``bangban-display`` and ``bangban-pad``."""

from __future__ import annotations

import ctypes
import gc
import sys

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # of malloc.h
ARENAS, LARGE = 1, 128 * 1024  # bytes


def terminal() -> None:
    sys.exit(_run("terminal"))


def display() -> None:
    sys.exit(_run("display"))


def pad() -> None:
    sys.exit(_run("pad"))


def _run(role: str) -> int:
    _spare_memory()
    gc.disable()  # while modules are made none of theirs becomes garbage; ``Machine.run`` turns it on
    from kiosk.app import main

    return main(role)


def _spare_memory() -> None:
    """One heap for all threads, and large pieces (pictures of words) given back to the system at once: glibc would else keep a
    heap for each of twenty threads, and every picture's place in them."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_ARENA_MAX, ARENAS)
        mallopt(M_MMAP_THRESHOLD, LARGE)


if __name__ == "__main__":
    terminal()
