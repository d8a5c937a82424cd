"""Driver of social security cards in any PC/SC reader.

One thread watches the reader through a context of its own, which outlives every card and, by :class:`devices.link.Link`, every
restart of pcscd. A card is read on a thread made for it: transmit blocks for as long as a card keeps silent, so the watcher
waits for it only so long and then says that the card cannot be read; the thread ends when that card leaves.
"""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event, Thread
from time import monotonic

from devices.codec import social_card
from devices.codec.apdu import CardNonsense
from devices.codec.person import Implausible
from devices.codec.tlv import TlvError
from devices.link import Link, Lost
from devices.ports import Tell
from devices.readers.story import CardStory
from devices.transport.pcsc import UNAWARE, CardService, CardSilent, ReaderState
from devices.types import Fault, Holder

READ_WITHIN_S = 6.0  # a contact card at 9600 bit/s takes 1 to 3 s; two attempts
_WATCH_S = 0.25
_SLICE_S = 0.1
_GONE_WITHIN_S = 1.0  # pcscd polls the reader: this long after a card's last word it knows whether the card is there
_ATTEMPTS = 3


class PcscCardReader:
    """A :class:`devices.ports.CardReader` on the first PC/SC reader whose name contains ``reader`` (None: the first of all).

    Faults: READER_DOWN (no pcscd, or no such reader); of a card CARD_MOVED, CARD_UNREADABLE (also when it never answers),
    CARD_PROTECTED, CARD_UNKNOWN.
    """

    def __init__(self, name: str, reader: str | None = None, *, read_within_s: float = READ_WITHIN_S) -> None:
        self.name = name
        self._wanted = (reader or "").casefold()
        self._read_within = read_within_s
        self._link = Link(name, self._live, Fault.READER_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()

    def _live(self, link: Link) -> None:
        with CardService() as service:
            reader = next((name for name in service.readers() if self._wanted in name.casefold()), None)
            if reader is None:
                raise Lost(Fault.READER_DOWN)
            state = service.state(reader, UNAWARE, 0)
            link.up()
            with CardStory(link) as story:
                self._watch(link, service, reader, state, story)

    def _watch(self, link: Link, service: CardService, reader: str, state: ReaderState, story: CardStory) -> None:
        laid = 0  # the count of events at which the lying card came
        while not link.stopping:
            if story.lying and (not state.present or state.events != laid):
                story.removed()
            if state.present and not story.lying:
                laid = state.events
                story.seen()
                self._read(service, reader, state, story)
            state = service.state(reader, state, _WATCH_S)

    def _read(self, service: CardService, reader: str, state: ReaderState, story: CardStory) -> None:
        given_up = Event()
        try:
            holder = self._await(_on_own_thread(reader, given_up))
        except CardSilent:
            story.failed(Fault.CARD_MOVED if _left(service, reader, state) else Fault.CARD_UNREADABLE)
        except social_card.Protected:
            story.failed(Fault.CARD_PROTECTED)
        except social_card.NotSocial:
            story.failed(Fault.CARD_UNKNOWN)
        except (Implausible, CardNonsense, TlvError, TimeoutError):
            story.failed(Fault.CARD_UNREADABLE)
        else:
            story.presented(holder)
        finally:
            given_up.set()

    def _await(self, task: Future[Holder]) -> Holder:
        """The outcome of a reading thread. Raises what it raised, and TimeoutError when it has taken too long."""
        end = monotonic() + self._read_within
        while monotonic() < end:
            if self._link.stopping:
                raise Lost(Fault.READER_DOWN)
            try:
                return task.result(_SLICE_S)
            except TimeoutError:
                continue
        raise TimeoutError


def _left(service: CardService, reader: str, state: ReaderState) -> bool:
    now = service.state(reader, state, _GONE_WITHIN_S)
    return not now.present or now.events != state.events


def _on_own_thread(reader: str, given_up: Event) -> Future[Holder]:
    task: Future[Holder] = Future()

    def work() -> None:
        try:
            task.set_result(_holder(reader, given_up))
        except Exception as why:  # carried to the watching thread, which knows them all
            task.set_exception(why)

    Thread(target=work, name=f"card in {reader}", daemon=True).start()
    return task


def _holder(reader: str, given_up: Event) -> Holder:
    """One reading that is certain, or two that are equal; a card that stumbles is powered anew and asked again, unless nobody
    waits for it any more: by then another card may lie there, with a reading of its own."""
    earlier: list[Holder] = []
    trouble: Exception = CardSilent("never equal")
    with CardService() as service:
        for _ in range(_ATTEMPTS):
            try:
                with service.connect(reader) as card:
                    reading = social_card.read(card.transmit)
            except (CardSilent, Implausible, CardNonsense, TlvError) as met:
                trouble = met
                if given_up.is_set():
                    break
                continue
            if reading.certain or reading.holder in earlier:
                return reading.holder
            earlier.append(reading.holder)
    raise trouble
