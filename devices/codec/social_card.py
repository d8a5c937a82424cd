"""The social security card (社会保障卡) as a conversation: LB 002-2000, LD/T 32-2015, 人社信息函〔2012〕37号.

Versions 1.00 and 2.00 give name and number freely. On 3.00 the file EF06 is behind a key that lives in a PSAM or at the
bureau; a plain reader gets 6982 and the resident is asked for the ID card. Only what a hall needs is read: the expiry from
EF05; number, name, sex and birth from EF06. The version is not asked for: what the card answers tells the same. VERIFY is
never sent: it burns PIN tries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from devices.codec import apdu, tlv
from devices.codec.apdu import Transmit
from devices.codec.idnumber import parse
from devices.codec.person import Implausible, Reading, chinese_name, date_of
from devices.types import CardKind, Holder, Sex

SSSE = b"sx1.sh." + "社会保障".encode("gbk")
_NO_SUCH_APPLICATION = (0x6A82, 0x6A81, 0x6A86, 0x6A87, 0x6B00, 0x6D00, 0x6E00, 0x6999)
_SELECT_WAYS = (0x02, 0x00)  # both are in use


@dataclass(frozen=True)
class _Item:
    """A record: its tag, the numbers it may have (they changed with the version), and the bytes of its value."""

    file: int
    tag: int
    numbers: tuple[int, ...]
    length: int


_VALID_UNTIL = _Item(0xEF05, 0x06, (6,), 4)  # BCD YYYYMMDD
_NUMBER = _Item(0xEF06, 0x08, (1,), 18)  # an
_NAME = _Item(0xEF06, 0x09, (2,), 30)  # GBK or GB18030, 00-padded
_NAME_MORE = _Item(0xEF06, 0x4E, (3,), 20)  # since 2.00; follows on _NAME; may be missing
_SEX = _Item(0xEF06, 0x0A, (3, 4), 1)  # an, GB/T 2261: '1' male, '2' female
_BIRTH = _Item(0xEF06, 0x0D, (6, 7), 4)  # BCD YYYYMMDD


class NotSocial(Exception):
    """The card has no social security application."""


class Protected(Exception):
    """The card keeps name and number behind a key that the hall does not hold."""


def read(transmit: Transmit) -> Reading:
    """Ask the card for its holder.

    Raises :class:`NotSocial`, :class:`Protected`, :class:`devices.codec.person.Implausible`,
    :class:`devices.codec.apdu.CardNonsense`, and whatever ``transmit`` raises.
    """
    status = apdu.exchange(transmit, apdu.select_name(SSSE)).status
    if status in _NO_SUCH_APPLICATION:
        raise NotSocial
    if status != apdu.OK:
        raise Implausible("application")  # locked, say
    card = _Files(transmit)
    until = _optional_date(card.value(_VALID_UNTIL))
    return _holder(card, until)


def _holder(card: _Files, until: date | None) -> Reading:
    number = parse(_ascii(card.require(_NUMBER)))
    if number is None or number.birth is None:
        raise Implausible("number")
    name, name_usual = _name(card.require(_NAME), card.value(_NAME_MORE))
    birth = _optional_date(card.value(_BIRTH)) or number.birth
    if birth != number.birth:
        raise Implausible("birth in number")
    sex = _sex(card.value(_SEX), number.sex)
    holder = Holder(CardKind.SOCIAL_SECURITY, name, number.text, birth, sex, until)
    return Reading(holder, number.certain and name_usual and number.sex in (Sex.UNKNOWN, sex))


class _Files:
    """Reads records, by tag first and by number where a card does not know tags; files are selected as the card allows."""

    def __init__(self, transmit: Transmit) -> None:
        self._transmit = transmit
        self._file = 0
        self._sfi = 0

    def require(self, item: _Item) -> bytes:
        value = self.value(item)
        if value is None:
            raise Implausible(f"record {item.tag:02X}")
        return value

    def value(self, item: _Item) -> bytes | None:
        """None when the card has no such record. Raises :class:`Protected`."""
        self._select(item.file)
        value = self._record(item, item.tag, by_tag=True)
        for number in item.numbers:
            if value is not None:
                break
            value = self._record(item, number, by_tag=False)
        return value

    def _select(self, file: int) -> None:
        if file == self._file:
            return
        statuses = (apdu.exchange(self._transmit, apdu.select_file(file, how)).status for how in _SELECT_WAYS)
        selected = any(status == apdu.OK for status in statuses)
        self._file, self._sfi = file, 0 if selected else file & 0x1F

    def _record(self, item: _Item, which: int, *, by_tag: bool) -> bytes | None:
        for length in (item.length + 2, 0):  # tag and length come with the value; some cards know Le 00 only
            response = apdu.exchange(self._transmit, apdu.read_record(which, length, by_tag=by_tag, sfi=self._sfi))
            if response.status != apdu.WRONG_LENGTH:
                break
        if response.status == apdu.PROTECTED:
            raise Protected
        return _value_of(item, response.data) if response.status == apdu.OK else None


def _value_of(item: _Item, record: bytes) -> bytes | None:
    """The value if the record is the one meant: a card may take the tag for a record number."""
    try:
        tag, value = next(tlv.parse(record))
    except (tlv.TlvError, StopIteration):
        raise Implausible(f"record {item.tag:02X}") from None
    return value if tag == item.tag else None


def _ascii(value: bytes) -> str:
    try:
        return value.rstrip(b"\0 ").decode("ascii")
    except UnicodeDecodeError:
        raise Implausible("number") from None


def _name(first: bytes, more: bytes | None) -> tuple[str, bool]:
    """Both parts are joined as bytes: the cut may fall inside a character of four bytes."""
    whole = first.rstrip(b"\0") + (more or b"").rstrip(b"\0\xff")
    try:
        return chinese_name(whole.decode("gb18030"))
    except UnicodeDecodeError:
        raise Implausible("name") from None


def _sex(value: bytes | None, from_number: Sex) -> Sex:
    if value in (None, b"\0"):
        return from_number
    sex = {b"1": Sex.MALE, b"2": Sex.FEMALE, b"0": Sex.UNKNOWN, b"9": Sex.UNKNOWN}.get(value or b"")
    if sex is None:
        raise Implausible("sex")
    return sex


def _optional_date(bcd: bytes | None) -> date | None:
    """None for a record that is missing or was left blank."""
    if bcd is None or bcd in (b"\0" * 4, b"\xff" * 4):
        return None
    return date_of(bcd.hex(), "date")
