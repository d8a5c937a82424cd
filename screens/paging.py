"""Parts of a screen, laid from top to bottom and, where they do not fit, on further pages. Nothing is ever clipped.

``line``: pixels from the top of a page above which nothing stands that is touched (the reach line); words may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.sheet import Element, Shape


@dataclass(frozen=True)
class Part:
    """What stays together. ``elements`` lie about (0, 0); ``gap``: clear pixels above, but not at the top of a page.

    ``under``: grounds drawn behind them. ``first``: it must be seen without turning a page, as must a way on.
    """

    height: int
    elements: tuple[Element, ...]
    gap: int = 0
    under: tuple[Shape, ...] = ()
    first: bool = False

    @property
    def touched(self) -> bool:
        return any(element.act is not None for element in self.elements)


Page = list[Part]


def ways(parts: Sequence[Part]) -> int:
    """How many choices stand among them that lead on: a switch does not."""
    return sum(element.act is not None and element.selected is None for part in parts for element in part.elements)


def height(parts: Sequence[Part], line: int = 0) -> int:
    tops = _tops(parts, line)
    return tops[-1] + parts[-1].height if parts else 0


def beyond(parts: Sequence[Part], room: int) -> int:
    """By how many pixels the highest of them is too high."""
    return max(0, max(part.height for part in parts) - room)


def _tops(parts: Sequence[Part], line: int) -> list[int]:
    """The y that each part begins at."""
    tops: list[int] = []
    y = 0
    for part in parts:
        y += part.gap if tops else 0
        y = max(y, line) if part.touched else y
        tops.append(y)
        y += part.height
    return tops


def pages(parts: Sequence[Part], room: int, pinned: Sequence[Part] = (), line: int = 0) -> list[Page]:
    """``parts`` in order on as few pages of ``room`` pixels as they need; at least one page. ``pinned`` end every page, unless
    they would take more than half of it or leave a part no room: then they follow the parts."""
    if pinned:
        free = room - height(pinned) - pinned[0].gap
        crowded = free < room // 2 and height([*parts, *pinned], line) > room
        if crowded or any(part.height > free for part in parts):
            return pages([*parts, *pinned], room, line=line)
        return [[*page, *pinned] for page in pages(parts, free, line=line)]
    filled: list[Page] = [[]]
    for part in parts:
        if filled[-1] and height([*filled[-1], part], line) > room:
            filled.append([])
        filled[-1].append(part)
    return filled


def split(lead: Sequence[Part], loose: int) -> tuple[list[Part], list[Part]]:
    """What stays above the choices, and what may follow them: of those that need not be ``first``, as many as ``loose`` stay."""
    kept: list[Part] = []
    later: list[Part] = []
    for part in lead:
        stays = part.first or loose > 0
        loose -= int(stays and not part.first)
        (kept if stays else later).append(part)
    return kept, later


def splits(leads: Sequence[list[Part]]) -> list[tuple[list[Part], int]]:
    """Every way to ``split`` each lead, those first that leave most words above the choices."""
    found = [(lead, loose) for lead in leads for loose in range(sum(not part.first for part in lead), -1, -1)]
    return sorted(found, key=lambda way: -sum(len(part.elements) for part in split(*way)[0]))


def ahead(
    lead: Sequence[Part], rows: Sequence[Part], after: Sequence[Part], room: int, again: bool, line: int = 0
) -> list[Page]:
    """``rows`` from the first page on, below what must be ``first`` and as much of ``lead`` as costs no row its place.
    ``again``: they end the further pages too. What must be ``first`` comes before them where it has no room on one page."""
    first, others = split(lead, 0)
    shown = len(pages([*first, *rows], room, line=line)[0]) - len(first)
    if shown < 0:
        return pages([*first, *rows, *others, *after], room, line=line)
    loose = len(others)
    while loose and height([*split(lead, loose)[0], *rows[:shown]], line) > room:
        loose -= 1
    kept, later = split(lead, loose)
    if len(rows) == shown:
        more = [*later, *after]
        return [[*kept, *rows], *(pages(more, room, pinned=rows if again else (), line=line) if more else [])]
    return [[*kept, *rows[:shown]], *pages([*rows[shown:], *later, *after], room, line=line)]


def place(page: Sequence[Part], x: int, y: int, line: int = 0) -> tuple[list[Element], list[Shape]]:
    """Elements and grounds in their places."""
    elements: list[Element] = []
    under: list[Shape] = []
    for part, top in zip(page, _tops(page, line)):
        elements += [element.moved(x, y + top) for element in part.elements]
        under += [shape.moved(x, y + top) for shape in part.under]
    return elements, under
