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
    if not (region.isascii() and region.isdigit() and len(region) in LENGTHS):
        return None
    length = len(region)
    while length in ABOVE and set(region[ABOVE[length] : length]) == {"0"}:
        length = ABOVE[length]
    return LENGTHS[length]
