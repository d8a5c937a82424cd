"""The figures in a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from bench.glass.measure import Turn

HEAD = ("| | terminal | Chromium, equal page | ratio |", "| --- | ---: | ---: | ---: |")
ROWS: tuple[tuple[str, str, Callable[[Sequence[Turn]], float]], ...] = (
    ("start of the process to the first usable view, s (median)", ".2f", lambda turns: median(t.usable_s for t in turns)),
    ("the same, least", ".2f", lambda turns: min(t.usable_s for t in turns)),
    ("memory of all its processes, MB PSS (median)", ".0f", lambda turns: median(t.memory_mb for t in turns)),
    ("at rest, % of a core (median)", ".2f", lambda turns: 100 * median(t.idle for t in turns)),
    ("touch to pressed picture, ms, median", ".0f", lambda turns: median(_all(turns, "pressed_ms"))),
    ("the same, p99", ".0f", lambda turns: quantile(_all(turns, "pressed_ms"), 0.99)),
    ("letting go to next view, ms, median", ".0f", lambda turns: median(_all(turns, "next_ms"))),
    ("the same, p99", ".0f", lambda turns: quantile(_all(turns, "next_ms"), 0.99)),
    ("the same, worst", ".0f", lambda turns: max(_all(turns, "next_ms"))),
)


def table(turns: dict[str, list[Turn]]) -> str:
    own, other = turns["terminal"], turns.get("chromium")
    lines = list(HEAD)
    for name, form, figure in ROWS:
        mine = figure(own)
        theirs = figure(other) if other else None
        beside = f"{theirs:{form}} | {mine / theirs:.2f}" if theirs else " | "
        lines.append(f"| {name} | {mine:{form}} | {beside} |")
    touches = len(_all(own, "next_ms"))
    return "\n".join([*lines, "", f"{len(own)} turns, {touches} touches each."])


def quantile(values: Sequence[float], part: float) -> float:
    """The least value that ``part`` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def _all(turns: Sequence[Turn], name: str) -> list[float]:
    return [value for turn in turns for value in getattr(turn, name)]
