"""The 256-byte text block of an ID card -> its holder.

UTF-16LE, padded with spaces. The character at byte 248 tells the layout: space for a resident, J for the residence permit of
Hong Kong, Macao and Taiwan residents, I and Y for foreigners' permanent residence cards of 2017 and 2023. Offsets: SAM_V
protocol as printed by several makers; I and J agree in more than four sources; Y follows the immigration bureau's rule of
2023-10 and two makers' samples.

Address, ethnic group, issuing authority, pass numbers and the photo are not decoded.

The frame around the block has only an XOR, which two flipped bits in one column pass. What the fields know of each other is
therefore compared here: birth twice, sex twice, kind twice, the check character, the order of the dates. Two such flips can
still exchange one name character for another, or strike the number in one of five pairs of places (area and order digits)
that MOD 11-2 cannot see; the driver reads a card twice as soon as anything was wrong on the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from devices.codec.idnumber import IdNumber, parse
from devices.codec.person import Implausible, Reading, chinese_name, date_of, latin_name, trimmed
from devices.types import CardKind, Holder, Sex

BLOCK_LENGTH = 256
_Field = tuple[int, int]  # offset, length in bytes
_TYPE = (248, 2)
_TERMS_IN_YEARS = (5, 10, 20)
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE, "0": Sex.UNKNOWN, "9": Sex.UNKNOWN}  # GB/T 2261.1


class UnknownLayout(Implausible):
    """A card type that is none of the four."""


@dataclass(frozen=True)
class _Layout:
    kind: CardKind
    chinese: _Field
    sex: _Field
    birth: _Field
    number: _Field
    since: _Field = (188, 16)
    until: _Field = (204, 16)
    english: tuple[_Field, ...] = ()
    nationality: _Field | None = None


_RESIDENT = _Layout(CardKind.RESIDENT, (0, 30), (30, 2), (36, 16), (122, 36))
_LAYOUTS = {
    "": _RESIDENT,
    "J": _Layout(CardKind.HK_MACAO_TAIWAN, _RESIDENT.chinese, _RESIDENT.sex, _RESIDENT.birth, _RESIDENT.number),
    "I": _Layout(
        CardKind.FOREIGN_2017,
        chinese=(158, 30),
        sex=(120, 2),
        birth=(220, 16),
        number=(122, 30),
        english=((0, 120),),
        nationality=(152, 6),
    ),
    "Y": _Layout(
        CardKind.FOREIGN_2023,
        chinese=(0, 30),
        sex=(30, 2),
        birth=(36, 16),
        number=(122, 36),
        english=((52, 70), (220, 22)),
        nationality=(242, 6),
    ),
}


def decode(block: bytes) -> Reading:
    """The holder, if the block can be a person's. Raises :class:`Implausible`."""
    if len(block) != BLOCK_LENGTH:
        raise Implausible("length")
    layout = _LAYOUTS.get(_text(block, _TYPE))
    if layout is None:
        raise UnknownLayout("type")
    birth = date_of(_text(block, layout.birth), "birth")
    number = _number(block, layout, birth)
    sex = _sex(block, layout)
    name, name_usual = _name(block, layout)
    until, term_usual = _validity(block, layout, birth)
    sex_agrees = number.sex in (Sex.UNKNOWN, sex)
    holder = Holder(layout.kind, name, number.text, birth, sex, until)
    return Reading(holder, number.certain and sex_agrees and name_usual and term_usual and _year_agrees(number, birth))


def _text(block: bytes, *fields: _Field) -> str:
    try:
        return trimmed("".join(block[start:start + size].decode("utf-16-le") for start, size in fields))
    except UnicodeDecodeError:
        raise Implausible("text") from None


def _number(block: bytes, layout: _Layout, birth: date) -> IdNumber:
    text = _text(block, layout.number)
    number = parse(text)
    if number is None or number.kind is not layout.kind or number.text != text:
        raise Implausible("number")
    if number.birth not in (None, birth):
        raise Implausible("birth in number")
    if layout.kind is CardKind.FOREIGN_2017 and text[:3] != _nationality(block, layout):
        raise Implausible("nationality in number")
    return number


def _nationality(block: bytes, layout: _Layout) -> str:
    return _text(block, layout.nationality) if layout.nationality else ""


def _year_agrees(number: IdNumber, birth: date) -> bool:
    """The 2017 foreigners' number holds the birth as YYMMDD (one source, so a difference is odd and not impossible)."""
    return number.kind is not CardKind.FOREIGN_2017 or number.text[7:13] == birth.strftime("%y%m%d")


def _sex(block: bytes, layout: _Layout) -> Sex:
    sex = _SEXES.get(_text(block, layout.sex))
    if sex is None:
        raise Implausible("sex")
    return sex


def _name(block: bytes, layout: _Layout) -> tuple[str, bool]:
    chinese = _text(block, layout.chinese)
    if chinese or not layout.english:
        return chinese_name(chinese)
    return latin_name(_text(block, *layout.english))


def _validity(block: bytes, layout: _Layout, birth: date) -> tuple[date | None, bool]:
    """Valid until (None: long-term), and whether the term is one for which cards are issued."""
    since = date_of(_text(block, layout.since), "valid from")
    if since < birth:
        raise Implausible("valid from")
    text = _text(block, layout.until)
    if text == "长期":
        return None, True
    until = date_of(text, "valid until")
    if until <= since:
        raise Implausible("valid until")
    days = (until - since).days
    return until, any(abs(days - years * 365.2425) < 3 for years in _TERMS_IN_YEARS)
