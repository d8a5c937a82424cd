"""Bytes to a smart card through pcscd, by pyscard's plain SCard calls.

pyscard's CardMonitor is not used: its thread dies with pcscd and is never started again. A context or a connection that was
open when pcscd ended stays broken for ever; both are made anew. All trouble is one of two exceptions: :class:`PcscLost`, the
service or the reader is gone; :class:`CardSilent`, only the card is.
"""

from __future__ import annotations

from dataclasses import dataclass

from smartcard import scard

# What a call about a card says when it is the service or the reader that is gone; anything else is the card's own trouble
# (pulled: first "not transacted", a moment later "removed"; no answer to reset, a wrong one, held by another program ...).
_GONE = frozenset(
    code & 0xFFFFFFFF
    for code in (
        scard.SCARD_E_NO_SERVICE,
        scard.SCARD_E_SERVICE_STOPPED,
        scard.SCARD_F_COMM_ERROR,  # said once when pcscd dies
        scard.SCARD_E_INVALID_HANDLE,
        scard.SCARD_E_NO_READERS_AVAILABLE,
        scard.SCARD_E_READER_UNAVAILABLE,
        scard.SCARD_E_UNKNOWN_READER,
    )
)
_READER_GONE = scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE | scard.SCARD_STATE_IGNORE


class PcscLost(OSError):
    """pcscd is not there, or the reader is not."""


class CardSilent(Exception):
    """The card was taken away, or gives no answer that the reader can pass on."""


def _check(code: int, call: str, *, card: bool = False) -> None:
    code &= 0xFFFFFFFF
    if code == scard.SCARD_S_SUCCESS:
        return
    if card and code not in _GONE:
        raise CardSilent(f"{call}: {code:08X}")
    raise PcscLost(f"{call}: {code:08X}")


@dataclass(frozen=True)
class ReaderState:
    """What pcscd knows of a reader. ``events`` counts cards put in and taken out; it tells a quick exchange of cards."""

    raw: int

    @property
    def present(self) -> bool:
        return bool(self.raw & scard.SCARD_STATE_PRESENT)

    @property
    def events(self) -> int:
        return self.raw >> 16


UNAWARE = ReaderState(scard.SCARD_STATE_UNAWARE)


class CardService:
    """One context of pcscd, to be used in ``with`` and by one thread: a call waits for the one before it.

    Raises :class:`PcscLost`.
    """

    def __enter__(self) -> CardService:
        code, self._context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        _check(code, "establish")
        return self

    def __exit__(self, *_: object) -> None:
        scard.SCardReleaseContext(self._context)

    def readers(self) -> list[str]:
        code, names = scard.SCardListReaders(self._context, [])
        if code & 0xFFFFFFFF == scard.SCARD_E_NO_READERS_AVAILABLE & 0xFFFFFFFF:
            return []
        _check(code, "list")
        return list(names)

    def state(self, reader: str, known: ReaderState, wait_s: float) -> ReaderState:
        """The state of the reader as soon as it differs from ``known``, at the latest after ``wait_s`` seconds."""
        code, states = scard.SCardGetStatusChange(self._context, int(wait_s * 1000), [(reader, known.raw)])
        if code & 0xFFFFFFFF == scard.SCARD_E_TIMEOUT & 0xFFFFFFFF:
            return known
        _check(code, "status")
        raw = states[0][1]
        if raw & _READER_GONE:
            raise PcscLost("reader")
        return ReaderState(raw & ~scard.SCARD_STATE_CHANGED)

    def connect(self, reader: str) -> Card:
        """Power the card in the reader. Raises also :class:`CardSilent`."""
        code, handle, protocol = scard.SCardConnect(
            self._context, reader, scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
        )
        _check(code, "connect", card=True)
        return Card(handle, protocol)


class Card:
    """A powered card, to be used in ``with``; leaving it takes the power away."""

    def __init__(self, handle: int, protocol: int) -> None:
        self._handle = handle
        self._pci = scard.SCARD_PCI_T1 if protocol == scard.SCARD_PROTOCOL_T1 else scard.SCARD_PCI_T0

    def __enter__(self) -> Card:
        return self

    def __exit__(self, *_: object) -> None:
        scard.SCardDisconnect(self._handle, scard.SCARD_UNPOWER_CARD)

    def transmit(self, command: bytes) -> bytes:
        """Send an APDU and return the card's answer with its status word.

        Blocks for as long as the card says nothing; a reader's driver may have no time-out of its own. Raises
        :class:`PcscLost`, :class:`CardSilent`.
        """
        code, answer = scard.SCardTransmit(self._handle, self._pci, list(command))
        _check(code, "transmit", card=True)
        return bytes(answer)
