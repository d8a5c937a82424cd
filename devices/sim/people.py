"""Invented people and their cards, for tests, the bench and the tour. None of them exists.

The cards are laid out here field by field and not by the codecs that read them, so that two descriptions of one layout have
to agree. ``holder`` is what must be understood of a card.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from devices.types import CardKind, Holder, Sex

_PHOTO = bytes.fromhex("574C66007E00320000FF85").ljust(1024, b"\0")  # so a photo begins; nobody is on this one


@dataclass(frozen=True, repr=False)
class IdCard:
    """What the chip of an ID card gives to a reader: 256 bytes of text, 1024 of photo."""

    label: str  # for the bench, in Chinese
    holder: Holder
    text: bytes
    photo: bytes = _PHOTO


@dataclass(frozen=True, repr=False)
class SocialCard:
    """A social security card: its records by file and tag."""

    label: str
    holder: Holder
    version: str  # "1.00", "2.00", "3.00"
    records: dict[int, dict[int, bytes]]


def _utf16(*fields: tuple[str, int]) -> bytes:
    """(text, size in bytes) one after the other, padded with spaces."""
    encoded = ((text.encode("utf-16-le"), size) for text, size in fields)
    return b"".join(text + b" \0" * ((size - len(text)) // 2) for text, size in encoded)


def _day(day: date | None) -> str:
    return day.strftime("%Y%m%d") if day else "长期"


def _code(sex: Sex) -> str:
    return {Sex.MALE: "1", Sex.FEMALE: "2"}.get(sex, "0")


def _citizen_start(who: Holder, ethnic: str, address: str, issuer: str, since: str) -> bytes:
    """The first 220 bytes, which residents and permit holders share."""
    return _utf16(
        (who.name, 30),
        (_code(who.sex), 2),
        (ethnic, 4),
        (_day(who.birth), 16),
        (address, 70),
        (who.id_number, 36),
        (issuer, 30),
        (since, 16),
        (_day(who.valid_until), 16),
    )


def resident(label: str, who: Holder, since: str, ethnic: str = "01") -> IdCard:
    return IdCard(label, who, _citizen_start(who, ethnic, "样本市样本街1号", "样本市公安局", since) + _utf16(("", 36)))


def permit(label: str, who: Holder, since: str) -> IdCard:
    start = _citizen_start(who, "", "样本市样本街2号", "样本市公安局", since)
    return IdCard(label, who, start + _utf16(("H00000000", 18), ("01", 4), ("", 6), ("J", 2), ("", 6)))


def foreigner_2017(label: str, who: Holder, since: str, english: str) -> IdCard:
    text = _utf16(
        (english, 120),
        (_code(who.sex), 2),
        (who.id_number, 30),
        (who.id_number[:3], 6),
        (who.name, 30),
        (since, 16),
        (_day(who.valid_until), 16),
        (_day(who.birth), 16),
        ("01", 4),
        ("1500", 8),
        ("I", 2),
        ("", 6),
    )
    return IdCard(label, who, text)


def foreigner_2023(label: str, who: Holder, since: str, nationality: str) -> IdCard:
    """The holder has no Chinese name, so the English one is what must be understood."""
    text = _utf16(
        ("", 30),
        (_code(who.sex), 2),
        ("00", 4),
        (_day(who.birth), 16),
        (who.name[:35], 70),
        (who.id_number, 36),
        ("", 30),
        (since, 16),
        (_day(who.valid_until), 16),
        (who.name[35:], 22),
        (nationality, 6),
        ("Y", 2),
        ("", 6),
    )
    return IdCard(label, who, text)


def social(label: str, who: Holder, version: str) -> SocialCard:
    name = who.name.encode("gb18030")
    ef05 = {
        0x01: bytes.fromhex("152600") + bytes(13),
        0x02: b"1",
        0x03: version.encode(),
        0x04: bytes(12),
        0x05: bytes.fromhex("20150601"),
        0x06: bytes.fromhex(_day(who.valid_until)) if who.valid_until else bytes(4),
        0x07: b"A00000001",
    }
    ef06 = {
        0x08: who.id_number.encode(),
        0x09: name[:30].ljust(30, b"\0"),
        0x0A: _code(who.sex).encode(),
        0x0B: b"\x01",
        0x0C: bytes.fromhex("152600"),
        0x0D: bytes.fromhex(_day(who.birth)),
    }
    if version != "1.00":
        ef06 = {0x08: ef06.pop(0x08), 0x09: ef06.pop(0x09), 0x4E: name[30:].ljust(20, b"\0"), **ef06}
    return SocialCard(label, who, version, {0xEF05: ef05, 0xEF06: ef06})


_ELDER = Holder(CardKind.RESIDENT, "张三丰", "152601194803050119", date(1948, 3, 5), Sex.MALE, None)
_YOUNG = Holder(CardKind.RESIDENT, "郭小样", "15262920010912002X", date(2001, 9, 12), Sex.FEMALE, date(2028, 4, 20))
_HONG_KONG = Holder(CardKind.HK_MACAO_TAIWAN, "陈样本", "810000198507140019", date(1985, 7, 14), Sex.MALE, date(2028, 6, 1))
_SPANISH = Holder(CardKind.FOREIGN_2017, "玛丽亚·样本", "ESP150079082012", date(1979, 8, 20), Sex.FEMALE, date(2027, 8, 1))
_GERMAN = Holder(
    CardKind.FOREIGN_2023,
    "BEISPIEL VON UND ZU MUSTERHAUSEN, MAX",
    "915276197711040033",
    date(1977, 11, 4),
    Sex.MALE,
    date(2034, 2, 1),
)


def _insured(name: str, number: str, birth: date, sex: Sex, until: date | None) -> Holder:
    return Holder(CardKind.SOCIAL_SECURITY, name, number, birth, sex, until)


ELDER = resident("老年居民 · 身份证", _ELDER, "20080911")
YOUNG = resident("青年居民 · 身份证", _YOUNG, "20180420", ethnic="02")
HONG_KONG = permit("港澳台居民 · 居住证", _HONG_KONG, "20230601")
SPANISH = foreigner_2017("外国人 · 永居证2017版", _SPANISH, "20170801", "MUESTRA, MARIA TERESA")
GERMAN = foreigner_2023("外国人 · 永居证2023版", _GERMAN, "20240201", "DEU")

ELDER_SOCIAL = social(
    "老年居民 · 社保卡1.0", _insured("张三丰", "152601194803050119", date(1948, 3, 5), Sex.MALE, None), "1.00"
)
LONG_NAME_SOCIAL = social(
    "姓名很长的居民 · 社保卡2.0",
    _insured("阿依古丽·样本·努尔麦麦提·吐尔逊娜依", "152602195208170467", date(1952, 8, 17), Sex.FEMALE, date(2035, 6, 1)),
    "2.00",
)
YOUNG_SOCIAL = social(
    "青年居民 · 社保卡3.0",
    _insured("郭小样", "15262920010912002X", date(2001, 9, 12), Sex.FEMALE, date(2035, 6, 1)),
    "3.00",
)

ID_CARDS = (ELDER, YOUNG, HONG_KONG, SPANISH, GERMAN)
SOCIAL_CARDS = (ELDER_SOCIAL, LONG_NAME_SOCIAL, YOUNG_SOCIAL)
