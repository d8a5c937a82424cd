"""A TrueType font that draws its outlines as they are: its hints turned off.

Hints fit outlines to the rows of pixels of a line that lies. Mongolian is set lying and then turned, so its hints would thicken
and shift the stem across the columns; Uyghur and Tibetan have none, and FreeType would make up some that pull their tall stacks
about. Pillow has no switch for either; the font itself has one.
"""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

# A control value program: PUSHB[1] 1 1, INSTCTRL[] turns grid-fitting off for all glyphs (OpenType 1.9, INSTCTRL, selector 1);
# then PUSHB[0] 0, POP[] twice, for FreeType takes one of seven bytes for none at all and makes up hints of its own.
UNFITTED = bytes((0xB1, 1, 1, 0x8E, 0xB0, 0, 0x21, 0xB0, 0, 0x21))


def unhinted(path: Path) -> BytesIO:
    """The font of a file with its hints turned off; as it is, if it has no control value program to put this one in place of."""
    font = bytearray(path.read_bytes())
    (count,) = struct.unpack_from(">4xH", font)
    for place in range(12, 12 + 16 * count, 16):
        if font[place : place + 4] == b"prep":
            struct.pack_into(">LL", font, place + 8, len(font), len(UNFITTED))
            font += UNFITTED
    return BytesIO(bytes(font))
