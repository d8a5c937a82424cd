"""Driver of ID-card readers with a SAM_V module on a serial port (RS-232, USB-serial).

A card is found, selected and read with command 30 01 (text and photo; the photo is dropped, fingerprints are never asked
for). Then FIND is asked on until it says that no card is there. Some readers say so as soon as a card has been read, some
find the same card again and again while it lies; both are read once and told as removed at the first two FINDs in a row
without a card.

The wire has no sequence numbers, so after any time-out the line is drained until it has been quiet for 300 ms and STATUS is
asked: the reader answers in order, so its answer proves that nothing older is on the way.

What is told of a person has passed a checksum and all that the fields know of each other (``devices.codec.idcard_text``).
When anything was wrong on the line, or odd on the card, two equal readings of it are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from devices.codec import idcard
from devices.codec.idcard import Answer, Command
from devices.codec.idcard_text import UnknownLayout, decode
from devices.codec.person import Implausible, Reading
from devices.link import Link, Lost
from devices.ports import Tell
from devices.readers.story import CardStory
from devices.transport.serial_line import SerialLine
from devices.types import Fault, Holder

_SLICE_S = 0.1  # how long a wait may ignore that the driver was stopped
_ABSENT_POLLS = 2  # a re-finding reader may miss a card that lies once
_TROUBLED_POLLS = 3  # a reader that has no clear answer so often is as good as lost
_ATTEMPTS = 4
_DRAINS = 4  # a line that babbles on is asked all the same


@dataclass(frozen=True)
class Timing:
    """Seconds. Waits of published programs: find and select 0.1 to 1, read 0.6 to 1.5; poll every 0.2 to 1."""

    poll: float = 0.3
    status: float = 1.0
    find: float = 1.5  # also select
    read: float = 2.5
    gap: float = 0.3  # a frame that has begun may pause this long past its time
    quiet: float = 0.3
    card: float = 6.0  # no new attempt at a card begins after this


class SerialIdCardReader:
    """A :class:`devices.ports.CardReader` on ``port``, best given by its name under /dev/serial/by-id.

    Faults: READER_DOWN (no port, or the SAM reports itself broken), READER_MUTE, READER_GARBLED; of a card CARD_MOVED,
    CARD_UNREADABLE, CARD_UNKNOWN and, while the reader recovers, READER_MUTE and READER_GARBLED.
    """

    def __init__(self, name: str, port: str, baud: int = 115200, *, timing: Timing = Timing()) -> None:
        self.name = name
        self._port = port
        self._baud = baud
        self._timing = timing
        self._link = Link(name, self._live, Fault.READER_DOWN)

    def start(self, tell: Tell) -> None:
        self._link.start(tell)

    def stop(self) -> None:
        self._link.stop()

    def _live(self, link: Link) -> None:
        with SerialLine(self._port, self._baud) as line:
            sam = _Sam(line, link, self._timing)
            sam.recover()
            link.up()
            with CardStory(link) as story:
                self._watch(link, sam, story)

    def _watch(self, link: Link, sam: _Sam, story: CardStory) -> None:
        absent = troubles = 0
        while not link.wait(self._timing.poll):
            try:
                found = sam.finds_a_card()
            except _Trouble as trouble:
                troubles += 1
                if troubles >= _TROUBLED_POLLS:
                    raise Lost(trouble.fault) from None
                continue
            troubles = 0
            absent = 0 if found else absent + 1
            if found and not story.lying:
                story.seen()
                self._read(sam, story)
            elif absent >= _ABSENT_POLLS:
                story.removed()

    def _read(self, sam: _Sam, story: CardStory) -> None:
        try:
            story.presented(_person(sam, self._timing.card))
        except _Trouble as trouble:
            story.failed(trouble.fault)


class _Trouble(Exception):
    """This attempt at the card failed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def _person(sam: _Sam, within_s: float) -> Holder:
    """Who the card says it is: one reading that is certain, or two that are equal."""
    end = monotonic() + within_s
    earlier: list[Holder] = []
    trouble = _Trouble(Fault.CARD_UNREADABLE)
    for attempt in range(_ATTEMPTS):
        if attempt and (monotonic() > end or trouble.fault is Fault.CARD_MOVED):
            break
        try:
            reading = sam.read(again=attempt > 0)
        except _Trouble as met:
            trouble = met
            continue
        if reading.holder in earlier or reading.certain and not attempt:
            return reading.holder
        earlier.append(reading.holder)
    raise trouble


class _Sam:
    """Commands of the SAM module over a line; every answer is tied to its command."""

    def __init__(self, line: SerialLine, link: Link, timing: Timing) -> None:
        self._line = line
        self._link = link
        self._timing = timing

    def finds_a_card(self) -> bool:
        """Raises _Trouble when the answer is neither yes nor no, and Lost."""
        answer, _ = self._ask(idcard.FIND, self._timing.find)
        if answer.status in (idcard.FOUND, idcard.NONE_FOUND):
            return answer.status == idcard.FOUND
        raise _Trouble(Fault.READER_GARBLED)  # a word about us or itself, where only yes and no are expected

    def read(self, *, again: bool) -> Reading:
        """One reading of the card that FIND found. Raises _Trouble, or Lost.

        ``again``: a reader may not find a card a second time after it has read it, and may still read it.
        """
        found = not again or self.finds_a_card()
        if found:
            selected, _ = self._ask(idcard.SELECT, self._timing.find)
            _refuse(selected)
        answer, noisy = self._ask(idcard.READ, self._timing.read)
        if answer.status == idcard.READ_FAILED and not found:
            raise _Trouble(Fault.CARD_MOVED)
        _refuse(answer)
        try:
            reading = decode(idcard.text_block(answer))
        except UnknownLayout:
            raise _Trouble(Fault.CARD_UNKNOWN) from None
        except Implausible:
            raise _Trouble(Fault.CARD_UNREADABLE) from None
        return Reading(reading.holder, reading.certain and not noisy)

    def recover(self) -> None:
        """Wait for quiet and ask STATUS, twice if need be. Raises Lost with what is wrong with the reader."""
        fault = Fault.READER_MUTE
        for _ in range(2):
            self._drain()
            answer, noisy = self._exchange(idcard.STATUS, self._timing.status)
            if answer is None:
                fault = Fault.READER_GARBLED if noisy else fault
            elif answer.status == idcard.OK:
                return
            else:
                broken = idcard.fault_of(answer) is Fault.READER_DOWN
                fault = Fault.READER_DOWN if broken else Fault.READER_GARBLED
        raise Lost(fault)

    def _ask(self, command: Command, wait_s: float) -> tuple[Answer, bool]:
        """The command's own answer, and whether there was noise before it.

        Raises _Trouble after silence or noise alone, when the reader has recovered; Lost when it has not, or is broken.
        """
        answer, noisy = self._exchange(command, wait_s)
        if answer is None:
            self.recover()
            raise _Trouble(Fault.READER_GARBLED if noisy else Fault.READER_MUTE)
        if idcard.fault_of(answer) is Fault.READER_DOWN:
            raise Lost(Fault.READER_DOWN)
        return answer, noisy

    def _exchange(self, command: Command, wait_s: float) -> tuple[Answer | None, bool]:
        """The first answer that can belong to the command, and whether anything else was heard."""
        self._line.drain(0, _SLICE_S)
        self._line.send(command.frame)
        parser, stray = idcard.Parser(), False
        end = monotonic() + wait_s
        latest = end + wait_s
        while (left := end - monotonic()) > 0:
            self._check_stop()
            chunk = self._line.receive(min(_SLICE_S, left))
            for answer in parser.feed(chunk):
                if command.accepts(answer):
                    return answer, stray or parser.noisy
                stray = True
            if chunk:
                end = min(max(end, monotonic() + self._timing.gap), latest)
        return None, stray or parser.noisy

    def _drain(self) -> None:
        for _ in range(_DRAINS):
            self._check_stop()
            if self._line.drain(self._timing.quiet, self._timing.quiet):
                return

    def _check_stop(self) -> None:
        if self._link.stopping:
            raise Lost(Fault.READER_DOWN)


def _refuse(answer: Answer) -> None:
    if answer.status != idcard.OK:
        raise _Trouble(idcard.fault_of(answer))
