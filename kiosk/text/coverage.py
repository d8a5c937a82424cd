"""Which characters a font has: the ``cmap`` table of an OpenType file (ISO/IEC 14496-22, 5.2.1), formats 4 and 12.

Pillow draws an empty box for a character that a font lacks and does not say so; this is how we know beforehand.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

UNICODE_FULL = {(0, 4), (0, 6), (3, 10)}  # platform and encoding of a table for all of Unicode
UNICODE_BMP = {(0, 3), (3, 1)}


@dataclass(frozen=True)
class Coverage:
    """Closed ranges of code points, in order and apart from each other."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def read(cls, path: Path) -> Coverage:
        """Raises ValueError for a file that is not an OpenType font with a Unicode table."""
        with path.open("rb") as file:
            count = struct.unpack(">4xH6x", file.read(12))[0]
            tables = [struct.unpack(">4sLLL", file.read(16)) for _ in range(count)]
            for tag, _, offset, length in tables:
                if tag == b"cmap":
                    file.seek(offset)
                    return cls._from_ranges(_ranges(file.read(length)))
        raise ValueError(f"{path.name}: no cmap table")

    @classmethod
    def _from_ranges(cls, ranges: list[tuple[int, int]]) -> Coverage:
        return cls(tuple(first for first, _ in ranges), tuple(last for _, last in ranges))

    def __contains__(self, char: str) -> bool:
        code = ord(char)
        place = bisect_right(self.starts, code) - 1
        return place >= 0 and code <= self.ends[place]


def _ranges(cmap: bytes) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">2xH", cmap)
    records = [struct.unpack_from(">HHL", cmap, 4 + 8 * i) for i in range(count)]
    for wanted in (UNICODE_FULL, UNICODE_BMP):
        for platform, encoding, offset in records:
            if (platform, encoding) in wanted:
                return _subtable(cmap[offset:])
    raise ValueError("no Unicode cmap")


def _subtable(table: bytes) -> list[tuple[int, int]]:
    (format,) = struct.unpack_from(">H", table)
    if format == 12:
        (groups,) = struct.unpack_from(">12xL", table)
        return [struct.unpack_from(">LL", table, 16 + 12 * i) for i in range(groups)]
    if format == 4:
        return _segments(table)
    raise ValueError(f"cmap format {format} is not known")


def _segments(table: bytes) -> list[tuple[int, int]]:
    """Format 4. A segment with a glyph array may hold zeros: characters that it leaves out."""
    (double,) = struct.unpack_from(">6xH", table)
    count = double // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, place) for place in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
    )
    ranges: list[tuple[int, int]] = []
    for i, (first, last) in enumerate(zip(starts, ends)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + deltas[i]
            if offsets[i]:
                place = 16 + 3 * double + 2 * i + offsets[i] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", table, place)
            if not glyph & 0xFFFF:
                continue
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1] = (ranges[-1][0], code)
            else:
                ranges.append((code, code))
    return ranges
