"""Identity numbers: GB 11643-1999 (18 characters, and 15 of before 1999), residence permits, foreigners' numbers.

    18: area 6 (GB/T 2260), birth 8, order 3 (odd: male), check 1 (ISO 7064 MOD 11-2)
    15: area 6, birth YYMMDD, order 3; made 18 by "19" before the year and a check character
    81, 82, 83 + 0000: permits for residents of Hong Kong, Macao, Taiwan
    9: foreigner, 2023: 9, province 2, country 3 (ISO 3166 numeric), birth 8, order 3, check 1
    three letters: foreigner, 2017: nationality 3, place 4, birth YYMMDD, order 1, check 1
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from devices.codec.person import Implausible, date_of
from devices.types import CardKind, Sex

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_EIGHTEEN = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
_FIFTEEN = re.compile(r"[1-8]\d{14}", re.ASCII)
_FOREIGN_2017 = re.compile(r"[A-Z]{3}\d{12}", re.ASCII)
_PERMITS = ("810000", "820000", "830000")
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71".split()
)  # GB/T 2260, first two digits


@dataclass(frozen=True, repr=False)
class IdNumber:
    """A well-formed number and what it says of its holder.

    ``certain`` is False when the check character is wrong or no province has these digits. Numbers were issued with a wrong
    check character (errors of old registers), so such a number is not refused, only not believed on its own.
    ``birth`` is None for the 2017 foreigners' number, whose year has two digits; their ``sex`` is unknown.
    """

    text: str
    kind: CardKind
    birth: date | None
    sex: Sex
    certain: bool

    def __repr__(self) -> str:
        return f"<IdNumber of a {self.kind.value}>"


def check_character(first: str) -> str:
    """The 18th character for the first 17 digits."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first, strict=True)) % 11]


def widen(fifteen: str) -> str:
    """The 18-character form of a 15-digit number: 110105491231002 is 11010519491231002X."""
    longer = fifteen[:6] + "19" + fifteen[6:]
    return longer + check_character(longer)


def canonical(text: str) -> str:
    """As written on the card: no spaces, full-width digits made ASCII, X large."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def parse(text: str) -> IdNumber | None:
    """The number in its 18-character form (15 for foreigners of 2017); None when it is none that exists."""
    number = canonical(text)
    if _FOREIGN_2017.fullmatch(number):
        return IdNumber(number, CardKind.FOREIGN_2017, None, Sex.UNKNOWN, True)
    if _FIFTEEN.fullmatch(number):
        number = widen(number)
    if not _EIGHTEEN.fullmatch(number):
        return None
    try:
        birth = date_of(number[6:14], "birth")
    except Implausible:
        return None
    kind = _kind(number)
    if kind is CardKind.FOREIGN_2023:
        sex, place_known = Sex.UNKNOWN, number[1:3] in _PROVINCES
    else:
        sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
        place_known = kind is CardKind.HK_MACAO_TAIWAN or number[:2] in _PROVINCES
    return IdNumber(number, kind, birth, sex, place_known and number[17] == check_character(number[:17]))


def _kind(number: str) -> CardKind:
    if number.startswith(_PERMITS):
        return CardKind.HK_MACAO_TAIWAN
    return CardKind.FOREIGN_2023 if number[0] == "9" else CardKind.RESIDENT
