"""Data objects of smart cards: BER-TLV with one- or two-byte tags and definite lengths (ISO/IEC 7816-4, 5.2.2).

The records of a social security card, tag(1) length(1) value, are the simplest case of it.
"""

from __future__ import annotations

from collections.abc import Iterator

_MORE_TAG = 0x1F
_LENGTH_FORMS = {0x81: 1, 0x82: 2}


class TlvError(ValueError):
    """The bytes are no sequence of data objects. The message never quotes them."""


def parse(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The (tag, value) pairs in order. Raises :class:`TlvError` where the sequence breaks."""
    rest = data
    while rest:
        size = 2 if rest[0] & _MORE_TAG == _MORE_TAG else 1
        tag, rest = rest[:size], rest[size:]
        length, rest = _length(rest)
        if len(tag) < size or len(rest) < length:
            raise TlvError("cut off")
        yield int.from_bytes(tag, "big"), rest[:length]
        rest = rest[length:]


def build(tag: int, value: bytes) -> bytes:
    """One data object. ``value`` has at most 65535 bytes."""
    size = len(value)
    if size < 0x80:
        length = bytes([size])
    elif size < 0x100:
        length = bytes([0x81, size])
    else:
        length = b"\x82" + size.to_bytes(2, "big")
    return tag.to_bytes(2 if tag > 0xFF else 1, "big") + length + value


def _length(data: bytes) -> tuple[int, bytes]:
    if not data:
        raise TlvError("no length")
    first, rest = data[0], data[1:]
    if first < 0x80:
        return first, rest
    size = _LENGTH_FORMS.get(first)
    if size is None or len(rest) < size:
        raise TlvError("length form")
    return int.from_bytes(rest[:size], "big"), rest[size:]
