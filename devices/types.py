"""Facts and faults: all that a device may tell the rest of the house. Frozen values, closed lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class CardKind(Enum):
    """Which card was read; the value is also the word used in the API."""

    RESIDENT = "resident"
    HK_MACAO_TAIWAN = "hk_macao_taiwan"
    FOREIGN_2017 = "foreign_2017"
    FOREIGN_2023 = "foreign_2023"
    SOCIAL_SECURITY = "social_security"


class Sex(Enum):
    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


@dataclass(frozen=True, repr=False)
class Holder:
    """The person a card names: only the fields that a hall service needs.

    Address, photo, fingerprint and ethnic group are left on the card. ``repr`` shows the kind alone, so that no log line or
    traceback can carry a person.
    """

    kind: CardKind
    name: str
    id_number: str
    birth: date | None = None
    sex: Sex = Sex.UNKNOWN
    valid_until: date | None = None  # None: long-term, or not on this card

    def __repr__(self) -> str:
        return f"<Holder of a {self.kind.value} card>"


class Fault(Enum):
    """Every trouble a device can report. ``kiosk.faults`` has the words for each; a test holds the two lists together."""

    READER_DOWN = "reader_down"  # the port cannot be opened, or pcscd is not there
    READER_MUTE = "reader_mute"  # open, but nothing is answered
    READER_GARBLED = "reader_garbled"  # answers that no frame can be found in
    CARD_MOVED = "card_moved"  # taken away while it was read
    CARD_UNREADABLE = "card_unreadable"  # the card refuses, or its data make no sense
    CARD_PROTECTED = "card_protected"  # social security card 3.00: name and number are behind a key that we don't hold
    CARD_UNKNOWN = "card_unknown"  # a card, but none that the hall reads
    PRINTER_DOWN = "printer_down"  # off, unplugged or unreachable
    PRINTER_MUTE = "printer_mute"  # reachable, but no answer to a status question; never read as "no paper"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_JAM = "cutter_jam"
    PRINTER_ERROR = "printer_error"  # any other error that the printer itself reports
    PAD_DOWN = "pad_down"
    KEYPAD_DOWN = "keypad_down"
    VOICE_DOWN = "voice_down"
    JACK_DOWN = "jack_down"
    WRITING_DOWN = "writing_down"  # the library or its model is not there


Stroke = tuple[tuple[int, int], ...]
"""One stroke of a finger in the order of time: points in thousandths of the writing square, from its top left corner."""


class Paper(Enum):
    OK = "ok"
    NEAR_END = "near_end"
    OUT = "out"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class PrinterStatus:
    """What the printer said about itself. ``answered`` is False when it said nothing; then no other field means anything."""

    answered: bool
    reachable: bool = True
    online: bool = False
    paper: Paper = Paper.UNKNOWN
    cover_open: bool = False
    cutter_jam: bool = False
    error: bool = False

    @property
    def fault(self) -> Fault | None:
        """The one fault to act on, most specific first; None when a ticket can be printed."""
        if not self.reachable:
            return Fault.PRINTER_DOWN
        if not self.answered:
            return Fault.PRINTER_MUTE
        for present, fault in (
            (self.cover_open, Fault.COVER_OPEN),
            (self.paper is Paper.OUT, Fault.PAPER_OUT),
            (self.cutter_jam, Fault.CUTTER_JAM),
            (self.error or not self.online, Fault.PRINTER_ERROR),
        ):
            if present:
                return fault
        return None


class PrintOutcome(Enum):
    """The truth about a ticket on paper, as stored on the ticket."""

    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class PrintResult:
    outcome: PrintOutcome
    fault: Fault | None = None


class Key(Enum):
    """Keys of the tactile keypad."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    SELECT = "select"
    BACK = "back"
    HELP = "help"
    VOLUME = "volume"  # one key that goes round
    VOLUME_UP = "volume_up"
    VOLUME_DOWN = "volume_down"
    SPEED = "speed"  # one key that goes round
    SPEED_UP = "speed_up"
    SPEED_DOWN = "speed_down"
    PAUSE = "pause"  # and go on
    REPEAT = "repeat"
    NEXT = "next"
    PREVIOUS = "previous"
    DIGIT_0 = "0"
    DIGIT_1 = "1"
    DIGIT_2 = "2"
    DIGIT_3 = "3"
    DIGIT_4 = "4"
    DIGIT_5 = "5"
    DIGIT_6 = "6"
    DIGIT_7 = "7"
    DIGIT_8 = "8"
    DIGIT_9 = "9"


# ---- what a device tells; ``device`` is the name it has in the configuration ----


@dataclass(frozen=True)
class DeviceUp:
    device: str


@dataclass(frozen=True)
class DeviceDown:
    device: str
    fault: Fault


@dataclass(frozen=True)
class CardSeen:
    """A card lies on the reader and is being read; the glass can say so at once."""

    device: str


@dataclass(frozen=True)
class CardPresented:
    device: str
    holder: Holder


@dataclass(frozen=True)
class CardFailed:
    """A card was there and could not be read, and why."""

    device: str
    fault: Fault


@dataclass(frozen=True)
class CardRemoved:
    device: str


@dataclass(frozen=True)
class RatingPressed:
    """First press of an open rating session. ``level`` is 5 (非常满意) to 1 (非常不满意), as in the public interfaces."""

    device: str
    session: str
    level: int


@dataclass(frozen=True)
class KeyPressed:
    device: str
    key: Key


@dataclass(frozen=True)
class PrinterChanged:
    """The status of a printer changed since it was last told."""

    device: str
    status: PrinterStatus


@dataclass(frozen=True)
class SpeechStarted:
    """Sound of utterance ``token`` has been handed to the player."""

    device: str
    token: str


@dataclass(frozen=True)
class SentenceStarted:
    """Of utterance ``token`` the sentence ``index``, from 0, is heard now. A sentence that nothing can say is not told."""

    device: str
    token: str
    index: int


@dataclass(frozen=True)
class SpeechEnded:
    """``completed`` is False when it was hushed or could not be spoken."""

    device: str
    token: str
    completed: bool


@dataclass(frozen=True)
class JackChanged:
    """Headphones were plugged in, or pulled out. Told once after every opening of the device, and at every change."""

    device: str
    plugged: bool


DeviceEvent = (
    DeviceUp
    | DeviceDown
    | CardSeen
    | CardPresented
    | CardFailed
    | CardRemoved
    | RatingPressed
    | KeyPressed
    | PrinterChanged
    | SpeechStarted
    | SentenceStarted
    | SpeechEnded
    | JackChanged
)
