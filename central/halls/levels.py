"""At which level a hall stands, by the code of its region. Pure.

Six digits are a district or county (GB/T 2260), nine a street or town (GB/T 10114), twelve a village or community (统计用区划代码);
what ends in zeros is the level above.
"""

from __future__ import annotations

from typing import Literal

Level = Literal["city", "district", "street", "village"]

LENGTHS: dict[int, Level] = {12: "village", 9: "street", 6: "district", 4: "city"}
ABOVE = {12: 9, 9: 6, 6: 4}


def level_of(region: str) -> Level | None:
    """None: the region isn't named by such a code."""
    stem = _stem(region)
    return None if stem is None else LENGTHS[len(stem)]


def steps_up(region: str, other: str) -> int:
    """A measure by which to put other regions in order: the nearest that holds this one first, those that don't last."""
    own, upper = _stem(region), _stem(other)
    holds = own is not None and upper is not None and own != upper and own.startswith(upper)
    return len(own or "") - len(upper or "") if holds else max(LENGTHS)


def are_near(region: str, other: str) -> bool:
    """Of one district, or one above the other. Regions without such a code are near to all."""
    one, two = _stem(region), _stem(other)
    return one is None or two is None or one[:6] == two[:6] or one.startswith(two) or two.startswith(one)


def _stem(region: str) -> str | None:
    """The code without the zeros that say nothing."""
    if not (region.isascii() and region.isdigit() and len(region) in LENGTHS):
        return None
    length = len(region)
    while length in ABOVE and set(region[ABOVE[length] : length]) == {"0"}:
        length = ABOVE[length]
    return region[:length]
