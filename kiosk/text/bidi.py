"""Which way the letters of a line run: the Unicode Bidirectional Algorithm (UAX 9), by FriBiDi.

FriBiDi is on every machine of the house, for Pillow joins letters with its help (``kiosk.text.fonts.assert_shaping``). A line is
cut into runs of one face each, so the order of the runs is found here, and each is then drawn in its own direction.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from ctypes import CDLL, POINTER, byref, c_int8, c_int32, c_uint32
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

RIGHT_TO_LEFT = frozenset({"ug", "kk", "ar"})  # languages; Kazakh as it is written in China
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"  # isolates: marks around words whose direction is their own (UAX 9, 2.6)

_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_UNMARKED = str.maketrans("", "", OPENING + CLOSING)
_PARAGRAPH = {False: 0x110, True: 0x111}  # FRIBIDI_PAR_LTR, FRIBIDI_PAR_RTL (fribidi-bidi-types.h)


def levels(text: str, *, rightwards: bool) -> tuple[int, ...]:
    """The embedding level of each character of a line: even runs to the right, odd to the left. ``rightwards``: the line as a
    whole runs to the right, as Chinese does; so does any line without a letter that turns (digits that one has typed, a telephone
    number). Raises OSError where FriBiDi is not installed and the line needs it."""
    if not any(unicodedata.bidirectional(char) in _TURNING for char in text):
        return (0,) * len(text)
    return _resolved(text, rightwards)


def unmarked(text: str) -> str:
    """``text`` without its isolates, as it is said."""
    return text.translate(_UNMARKED)


def in_order(runs: Sequence[T], level_of: Sequence[int]) -> list[T]:
    """``runs``, given as they are read, from left to right as they stand (UAX 9, rule L2)."""
    placed = list(range(len(runs)))
    for level in range(max(level_of, default=0), 0, -1):
        at = 0
        while at < len(placed):
            end = at
            while end < len(placed) and level_of[placed[end]] >= level:
                end += 1
            placed[at:end] = placed[at:end][::-1]
            at = end + 1
    return [runs[i] for i in placed]


@lru_cache(maxsize=1)
def _library() -> CDLL:
    library = CDLL("libfribidi.so.0")
    library.fribidi_get_par_embedding_levels_ex.argtypes = (
        POINTER(c_uint32),
        POINTER(c_uint32),
        c_int32,
        POINTER(c_uint32),
        POINTER(c_int8),
    )
    library.fribidi_get_par_embedding_levels_ex.restype = c_int8
    return library


def _resolved(text: str, rightwards: bool) -> tuple[int, ...]:
    library, count = _library(), len(text)
    chars = (c_uint32 * count)(*map(ord, text))
    types, brackets, found = (c_uint32 * count)(), (c_uint32 * count)(), (c_int8 * count)()
    library.fribidi_get_bidi_types(chars, c_int32(count), types)
    library.fribidi_get_bracket_types(chars, c_int32(count), types, brackets)
    paragraph = c_uint32(_PARAGRAPH[not rightwards])
    library.fribidi_get_par_embedding_levels_ex(types, brackets, count, byref(paragraph), found)
    return tuple(found)
