"""All a person can be shown, as plain values. Screens draw them, the voice reads them, the keypad walks them.

A view names sentences by id (``Msg``) and never holds text of its own, but for the words of the hall (a line's name) and the
masked name of the resident, which go in as arguments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from kiosk.hall.messages import HallName

Stroke = tuple[tuple[int, int], ...]  # of a finger: points in thousandths of the writing square, from its top left corner
Arg = str | int | HallName  # HallName is put in in the language of the sentence


@dataclass(frozen=True)
class Msg:
    """A sentence: Fluent message id and its arguments. ``msg("ticket-ahead", count=3)`` builds one."""

    id: str
    args: tuple[tuple[str, Arg], ...] = ()


def msg(id: str, /, **args: Arg) -> Msg:
    return Msg(id, tuple(sorted(args.items())))


class Weight(Enum):
    """How much a choice stands out. All are equally large; a rating uses PLAIN for every level and for skipping."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True)
class Choice:
    """Something the resident can do: one button, one key, one spoken option."""

    id: str
    label: Msg
    hint: Msg | None = None
    weight: Weight = Weight.PLAIN
    enabled: bool = True
    badge: str | None = None  # a letter or number drawn large on the button, e.g. the line's letter
    icon: str | None = None
    selected: bool | None = None  # a switch (a priority offer taken or not); None: not a switch
    typing: bool = False  # one of many keys struck one after another: only the same key again can be a double strike
    heading: Msg | None = None  # said and shown before it: what this choice and those after it change, and how that stands
    single: bool = False  # with ``selected``: one of several of which one is always taken


@dataclass(frozen=True)
class View:
    """What every view has: one question or statement, sentences below it, what can be done, the way back.

    ``title`` and ``body`` are read aloud in that order, then the choices. ``back`` and ``home`` are always in the same place.
    The toolbar (language, text size, voice, settings, helper) belongs to every view and is added by ``kiosk.visit``, not by a
    flow.
    """

    title: Msg
    body: tuple[Msg, ...] = ()
    choices: tuple[Choice, ...] = ()
    back: bool = False  # a Touched("back") makes sense
    home: bool = False  # a Touched("home") makes sense: end the visit
    spoken: bool = True  # read aloud when it appears; False for a view at rest, which speaks only when asked

    @property
    def name(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True)
class Home(View):
    """Attract and start: what can be done here, the lines, "lay your card". ``clock`` "14:05" in the hall's zone."""

    hall: HallName | None = None
    clock: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Menu(View):
    """Choose one of several (a line, a priority class)."""


@dataclass(frozen=True)
class Prompt(View):
    """Do something away from the glass: lay the card. ``picture`` names a drawing of it: "card"; at the pad "rate" (at rest)
    and "thanks"."""

    picture: str = "card"


@dataclass(frozen=True)
class Confirm(View):
    """Who the card says you are (surname and last four only), what you may claim, and what to do next."""

    who: Msg | None = None


@dataclass(frozen=True)
class NumberKeys(View):
    """A number of ``length`` digits, typed on large keys (choices "digit.0" to "digit.9", "erase" and "enter"). ``typed``: so
    far. ``grouped``: a telephone number, shown in groups; only the count of its digits is said. ``masked``: nobody else may see
    or hear it: each digit is a mark on the glass and a tone in the ear (accessibility.md row 26)."""

    typed: str = ""
    length: int = 6
    grouped: bool = False
    masked: bool = False


@dataclass(frozen=True)
class Letters(View):
    """Words spelled in pinyin, or by its initials, on large letter keys (choices "letter.A" to "letter.Z", then "erase"). The
    choices before them are what is meant, perhaps: at most ``slots``, for which there is room from the start, so that no key
    moves. ``typed``: so far."""

    typed: str = ""
    slots: int = 3


@dataclass(frozen=True)
class Writing(View):
    """One character written by a finger in a square (``strokes``: so far). Choices: "char.<character>" for what it may be, at
    most ``slots``; then the ways to mend it. ``written``: the characters before."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    written: str = ""
    slots: int = 5


@dataclass(frozen=True)
class Signing(View):
    """A name signed by a finger in a frame (``strokes``: so far); ways to be done, to do it again, or to have a person come."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Waiting(View):
    """The machine is at work, and says at what."""


@dataclass(frozen=True)
class TicketShown(View):
    """The ticket, and the truth about its paper; also the paper of an appointment, whose ``number`` is a code of digits alone and
    ``when`` the moment it is for, or of a request. Then nobody is ``ahead``: None."""

    number: str = ""
    line: HallName | None = None
    when: Msg | None = None
    windows: tuple[str, ...] = ()
    area: HallName | None = None
    ahead: int | None = 0
    wait_minutes: tuple[int, int] | None = None  # from, to; the same twice when only one figure is known
    outcome: Msg | None = None  # printing, printed, not printed, not certain
    qr: str = ""


@dataclass(frozen=True)
class Rate(View):
    """Five equal levels and an equal way to skip. Nothing is preselected, no timer submits."""

    number: str = ""


@dataclass(frozen=True)
class Piece:
    """One of several things that are told one after the other: a material, a step, a place. The first of ``words`` names it.
    ``picture`` names a drawing; the words say the same. ``private``: they are one resident's own."""

    words: tuple[Msg, ...]
    picture: str | None = None
    private: bool = False


@dataclass(frozen=True)
class GuideShown(View):
    """What there is to know about an item, or one part of it, in ``pieces``. ``path``: they are the steps of a way, in their
    order. ``keep``: what a code holds that one can take along with a telephone; nothing: there is none. ``scan``: its use."""

    pieces: tuple[Piece, ...] = ()
    path: bool = False
    keep: tuple[Msg, ...] = ()
    scan: Msg = Msg("guide-scan")


@dataclass(frozen=True)
class NoticeShown(GuideShown):
    """一次性告知: everything that is missing, each with how it is had."""


@dataclass(frozen=True)
class Trouble(View):
    """What happened, what to do; ``staff``: the instruction for the staff, shown small, not spoken; ``code``: "PAPER-OUT"."""

    staff: Msg | None = None
    code: str = ""


@dataclass(frozen=True)
class HelperComing(View):
    """A person is on the way: who and when, as soon as known. ``portrait``: their picture, as JPEG."""

    helper: str = ""
    portrait: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class StaffShown(View):
    """工作人员: one of them, with all that the hall shows; the title is their name. ``portrait``: as JPEG."""

    portrait: bytes = field(default=b"", repr=False)


class Sense(Enum):
    """What a view of settings is about."""

    SIGHT = "sight"
    HEARING = "hearing"


@dataclass(frozen=True)
class SettingsShown(View):
    """How the resident wants to see or hear, and how that stands now. What they were doing waits behind it."""

    sense: Sense = Sense.SIGHT


@dataclass(frozen=True)
class BoardRow:
    number: str
    window: str
    fresh: bool  # called within the last seconds: marked, and spoken
    aloud: bool = False  # the one that is being spoken now: never left out


@dataclass(frozen=True)
class Board(View):
    """The hall display: the last calls with their windows, newest first."""

    hall: HallName | None = None
    clock: str = ""
    rows: tuple[BoardRow, ...] = field(default=())


@dataclass(frozen=True)
class Poster(View):
    """What the hall's display tells between calls, as a notice on the wall does: the title names it, ``body`` tells it.

    ``icons``: the drawing before each sentence of the body. ``kind``: what sort of notice. ``foot``: its version and date, or
    where to complain. ``portrait``: of a person, as JPEG; ``initial``: what stands in its place where there is no picture.
    ``second``: where both languages have no room side by side, it is this time the turn of the second one.
    """

    icons: tuple[str, ...] = ()
    kind: Msg = Msg("poster-guide")
    foot: tuple[Msg, ...] = ()
    clock: str = ""
    portrait: bytes = field(default=b"", repr=False)
    initial: str = ""
    second: bool = False
