"""When the fields of a card can belong to a person. Every card codec asks here, so that damage is refused in one way."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from devices.types import Holder

FIRST_YEAR = 1880  # nobody older is alive, and no card was issued before
LAST_YEAR = 2150

# The separator of names is U+00B7 by the notice of twelve ministries; the others were typed in its place.
_DOTS = "\u00b7\u2022\u2027\u30fb"
_LATIN_MARKS = " -'.,"
_PADDING = " \0\u3000"
_HAN = (
    (0x3007, 0x3007),  # 〇
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xE000, 0xF8FF),  # private use: rare characters of names from before they were encoded
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
    (0xF0000, 0x10FFFD),
)


class Implausible(ValueError):
    """A card's data that no person can have: damage on the way, or on the card. The message names the field, not its value."""


@dataclass(frozen=True, repr=False)
class Reading:
    """What one reading of a card says.

    ``certain`` is False when something is odd that a real card may nevertheless hold (a check digit that was wrong in an old
    register, Latin letters in a citizen's name): the driver then reads again and believes two equal readings.
    """

    holder: Holder
    certain: bool


def trimmed(text: str) -> str:
    return text.strip(_PADDING)


def date_of(text: str, field: str) -> date:
    """YYYYMMDD as a day that exists. Raises :class:`Implausible`."""
    try:
        if len(text) != 8 or not text.isascii() or not text.isdigit():
            raise ValueError
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise Implausible(field) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Implausible(field)
    return day


def chinese_name(text: str) -> tuple[str, bool]:
    """The name without its padding, and whether it is written as names of citizens are: in Han characters and separators.

    Raises :class:`Implausible` for what is in no name: digits, signs, control characters, nothing at all.
    """
    name = trimmed(text)
    if not name or not all(_in_a_name(char) for char in name):
        raise Implausible("name")
    return name, all(_is_han(char) or char in _DOTS for char in name)


def latin_name(text: str) -> tuple[str, bool]:
    """As :func:`chinese_name`, for the English name of a foreigner."""
    name, _ = chinese_name(text)
    return name, name.isascii() and "  " not in name


def _is_han(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _HAN)


def _in_a_name(char: str) -> bool:
    return _is_han(char) or char in _DOTS or char in _LATIN_MARKS or unicodedata.category(char)[0] in "LM"
