"""``python -m bench.glass --soak N``: N visits at full speed (``bench.glass.walk`` says what is left out), and whether anything
grows: memory, textures, threads, open files, by the slope of a line of least squares after the first quarter."""

from __future__ import annotations

import gc
import json
import os
import random
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

from bench.central.service import memory_mb
from bench.glass.report import quantile
from kiosk.panel import Panel
from script import xvfb
from script.processes import Processes

HALF = Panel(540, 960, 0.496, fullscreen=True)  # the 21.5-inch panel with half the pixels a side: a quarter of the drawing
LOOKS = 50  # how often the figures are read
WARM = 0.25  # of the visits: what is kept on purpose is there by then


@dataclass(frozen=True)
class Look:
    visits: int
    memory_mb: float
    textures: int
    threads: int
    files: int
    objects: int


def run(visits: int, keep: Path | None) -> None:
    screen = Processes(Path(tempfile.mkdtemp(prefix="bangban-soak-")))
    try:
        os.environ["DISPLAY"] = xvfb.start(screen, "soak", HALF.width_px, HALF.height_px)
        looks, drawn = walked(visits, HALF)
    finally:
        screen.stop_all()
    if keep:
        keep.write_text(json.dumps({"looks": [asdict(look) for look in looks], "drawn_ms": drawn}) + "\n", "utf-8")
    print(told(looks, drawn))


def walked(visits: int, panel: Panel) -> tuple[list[Look], list[float]]:
    """What was seen on the way, and how long each new view took from the touch to its frame, in milliseconds."""
    from bench.glass.walk import Walker  # opens the window, so not before there is a display

    drawn: list[float] = []
    walker = Walker(panel, random.Random(10), lambda view, seconds: drawn.append(1000 * seconds))
    looks: list[Look] = []
    begun = monotonic()
    for visit in range(1, visits + 1):
        walker.visit()
        if visit % max(1, visits // LOOKS) == 0:
            gc.collect()
            looks.append(_look(visit, walker.textures))
            print(f"{visit} visits, {monotonic() - begun:.0f} s: {looks[-1]}", flush=True)
    walker.close()
    return looks, drawn


def told(looks: Sequence[Look], drawn: Sequence[float]) -> str:
    lines = ["| | first | last | least | most | a thousand visits |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    later = looks[int(len(looks) * WARM):]
    for name in ("memory_mb", "textures", "threads", "files", "objects"):
        values = [getattr(look, name) for look in later]
        grows = slope([look.visits / 1000 for look in later], values)
        lines.append(
            f"| {name} | {values[0]:.0f} | {values[-1]:.0f} | {min(values):.0f} | {max(values):.0f} | {grows:+.3f} |"
        )
    frames = f"{len(drawn)} views: touch to drawn frame, ms: median {quantile(drawn, 0.5):.0f}, p99 {quantile(drawn, 0.99):.0f}"
    return "\n".join([*lines, "", f"{looks[-1].visits} visits. {frames}, worst {max(drawn):.0f}."])


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Of the line of least squares; 0 for fewer than two points."""
    if len(xs) < 2:
        return 0.0
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    return sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys)) / spread


def _look(visits: int, textures: int) -> Look:
    own = os.getpid()
    files = len(os.listdir(f"/proc/{own}/fd"))
    return Look(visits, memory_mb([own]), textures, threading.active_count(), files, len(gc.get_objects()))
