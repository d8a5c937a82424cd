"""What the kiosk may ask of a device.

Life cycle, the same for all: built from its options without touching the wire; ``start`` returns at once and the device looks
after itself on threads of its own, telling :class:`DeviceUp` and :class:`DeviceDown` once per change, reopening with back-off
(0.5 s to 5 s) for as long as it lives; ``stop`` ends the threads within two seconds and closes the wire. ``tell`` is called
from those threads, must not block, and must never raise. No method raises for trouble that a :class:`devices.types.Fault`
names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PIL import Image

from devices.types import DeviceEvent, PrinterStatus, PrintResult, Stroke

Tell = Callable[[DeviceEvent], None]


class Device(Protocol):
    name: str

    def start(self, tell: Tell) -> None: ...

    def stop(self) -> None: ...


class CardReader(Device, Protocol):
    """Tells CardSeen, then CardPresented or CardFailed, then CardRemoved, for each card laid."""


class TicketPrinter(Device, Protocol):
    """Prints one raster a ticket. Both calls block and belong on a worker thread."""

    width_dots: int  # printable width at 203 dpi (8 dots a millimetre); 576 for 80 mm paper

    def status(self) -> PrinterStatus:
        """Ask the printer; answers within 1.5 s and never raises."""
        ...

    def print(self, ticket: Image.Image) -> PrintResult:
        """Print and cut one ticket (mode "1", ``width_dots`` wide), and tell the truth about it.

        Status is asked before (nothing is sent to a printer that cannot print), and after; a fault in the middle is
        UNCERTAIN. A job is never left in the printer's buffer to appear after a paper change without being voided.
        """
        ...


class RatingPad(Device, Protocol):
    """Five keys. Presses outside a session are ignored; the first press of a session counts and the rest are dropped."""

    def open(self, session: str) -> None: ...

    def close(self) -> None: ...


class Keypad(Device, Protocol):
    """Tells KeyPressed for each key struck; a held key counts once."""


class Jack(Device, Protocol):
    """The socket of the headphones. Tells JackChanged after each opening, and whenever a plug goes in or out."""


class Recogniser(Device, Protocol):
    """Reads what a finger wrote."""

    def recognise(self, strokes: Sequence[Stroke], most: int, among: str = "") -> tuple[str, ...]:
        """The characters that one character's strokes may be, the likeliest first; none if they are like nothing. ``among``: the
        only characters that can be meant ("": any). Blocks for some hundredths of a second and belongs on a worker."""
        ...


@dataclass(frozen=True)
class Utterance:
    """One sentence to speak.

    ``clip`` is the message id under which a prepared recording may exist (``voices/<lang>/<clip>.ogg``); None when the text
    has variable parts. ``parts`` are clip ids which said in order give the same sentence (a call made from clips).
    ``private``: the text names a person; it is synthesised in memory, never cached, and not shown by ``repr``.
    """

    text: str
    lang: str
    clip: str | None = None
    parts: tuple[str, ...] = ()
    private: bool = False

    @property
    def clauses(self) -> tuple[str, ...]:
        """The text cut where a speaker pauses: recordings of these, said in order, give the sentence too."""
        return tuple(clause for part in re.split(r"[，。；：！？]|[,;!?]\s", self.text) if (clause := part.strip()))

    def __repr__(self) -> str:
        said = "a private sentence" if self.private else repr(self.text)
        return f"<Utterance {self.lang} {self.clip or '-'}: {said}>"


class Cue(Enum):
    """A short sound that answers a hand; each is told from the others by its pitch and length, and all are under 0.1 s."""

    ACCEPTED = "accepted"  # a touch or a key that counts
    REFUSED = "refused"  # one that does not: lower and longer
    MASKED = "masked"  # something was typed that nobody else may hear


class Speaker(Device, Protocol):
    def say(self, token: str, utterances: Sequence[Utterance], *, rate: float = 1.0, gain_db: float = 0.0) -> None:
        """Speak in order; what was being spoken stops first. Returns at once (never synthesises in the caller's thread).

        ``rate``: 0.5 to 2.0, pitch unchanged. ``gain_db``: relative to the calibrated level; above it only as far as nothing
        clips. Tells SpeechStarted when the first sound leaves, SentenceStarted as each sentence begins to be heard, SpeechEnded
        once.
        """
        ...

    def cue(self, cue: Cue, *, gain_db: float = 0.0) -> None:
        """Sound it now, before what is said next; returns at once. Lost while something is being spoken."""
        ...

    def listen(self, private: bool) -> None:
        """``private``: from now on everything leaves through the headphones and nothing through the loudspeaker; False: the
        other way round. What was being spoken stops. Returns at once."""
        ...

    def hush(self) -> None:
        """Silence within 100 ms; returns at once."""
        ...

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Have these ready in the cache, in the background; never speaks."""
        ...

    def wants(self, utterance: Utterance, mark: str | None = None) -> bool:
        """Whether a recording of this sentence from elsewhere would serve: there is no prepared one, and none was sent, or
        one of another ``mark``. Never for a private sentence."""
        ...

    def keep(self, utterance: Utterance, mark: str, recording: bytes) -> None:
        """A recording (Ogg) of this whole sentence, in place of an earlier one. ``mark``: up to 64 hexadecimal digits by which
        its sender knows it."""
        ...
