"""One or more specimens of every view, as the flows show them. Names and numbers are invented."""

from __future__ import annotations

from dataclasses import replace

from kiosk.flows import settings
from kiosk.hall.messages import HallName
from kiosk.views import (
    Board,
    BoardRow,
    Choice,
    Confirm,
    HelperComing,
    Home,
    Menu,
    Msg,
    NumberKeys,
    Prompt,
    Rate,
    Sense,
    TicketShown,
    Trouble,
    View,
    Waiting,
    Weight,
    msg,
)
from kiosk.visit import Settings
from tests.screens import booking
from tests.screens.entrusting import ENTRUSTING
from tests.screens.finding import FINDING
from tests.screens.guiding import GUIDING
from tests.screens.helping import HELPING
from tests.screens.languages import named
from tests.screens.posting import POSTING
from tests.screens.telling import TELLING

MN = ("ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ", "ᠨᠡᠶᠢᠭᠡᠮ ᠦᠨ ᠪᠠᠲᠤᠯᠠᠭ᠎ᠠ", "ᠦᠨᠡᠮᠯᠡᠯ", "ᠲᠤᠰᠠᠯᠠᠮᠵᠢ", "ᠭᠤᠶᠤᠴᠢᠯᠠᠯ")
QR = "http://192.0.2.7:8600/t/9fK2mXr7Qd4LsT0bV6yZ3c"  # an address kept for documents (RFC 5737)


def name(zh: str, en: str, mn: str) -> HallName:
    return HallName((("zh", zh), ("en", en), ("mn", mn), ("ug", named("ug", zh)), ("bo", named("bo", zh))))


HALL = name("诃额伦街道便民服务中心", "Hoelun Subdistrict Service Hall", "ᠬᠡᠷᠡᠭ ᠪᠦᠲᠦᠭᠡᠬᠦ ᠲᠥᠪ")
LINES = (
    ("general", "A", name("综合业务", "General services", MN[0])),
    ("social", "B", name("医保社保", "Health and social insurance", MN[1])),
    ("civil", "C", name("民政救助", "Civil affairs and relief", MN[2])),
    ("veterans", "D", name("退役军人事务", "Veterans", MN[3])),
    ("help", "E", name("帮办代办", "Help and proxy service", MN[4])),
)
EIGHT = LINES[:1] + (
    ("medical", "B", name("医保", "Medical insurance", MN[1])),
    ("jobs", "C", name("社保和就业", "Social insurance and jobs", MN[2])),
    ("housing", "D", name("民政和住房", "Welfare and housing", MN[3])),
    ("veterans", "E", name("退役军人", "Veterans", MN[4])),
    ("disability", "F", name("残疾人服务", "Disability services", MN[0])),
    ("errands", "G", name("帮办代办", "Help and errands", MN[1])),
    ("complaints", "H", name("咨询投诉", "Questions and complaints", MN[2])),
)
CLASSES = (
    ("elderly", name("老年人", "Older person", MN[2])),
    ("disabled", name("残疾人", "Person with a disability", MN[3])),
    ("soldier", name("军人、消防救援人员", "Soldier or firefighter", MN[0])),
    ("medical", name("医护人员", "Medical staff", MN[2])),
    ("pregnant", name("孕妇、抱婴者", "Pregnant, or with an infant", MN[4])),
)


def line_choices(
    closed: tuple[str, ...] = (), lost: bool = False, lines: tuple[tuple[str, str, HallName], ...] = LINES
) -> tuple[Choice, ...]:
    hints = {"civil": msg("line-opens", time="14:30"), "veterans": msg("line-closed")}
    return tuple(
        Choice(
            f"line.{id}",
            msg("line-name", name=words),
            hint=hints[id] if id in closed else msg("line-waiting", count=(3, 0, 12, 1, 7, 2, 10, 4)[i]),
            enabled=id not in closed and not lost,
            badge=letter,
        )
        for i, (id, letter, words) in enumerate(lines)
    )


STAFF = Choice("staff", msg("staff"), weight=Weight.QUIET, icon="person")
OPINION = Choice("opinion", msg("opinion"), weight=Weight.QUIET, icon="speech")
WAYS_IN = (
    Choice("find", msg("find"), weight=Weight.QUIET, icon="find"),
    Choice("book", msg("home-book"), weight=Weight.QUIET, icon="clock"),
)


def _home(body: tuple[Msg, ...], choices: tuple[Choice, ...], hours: str = "08:30–12:00 14:30–17:30") -> Home:
    return Home(msg("home-title"), body=body, choices=choices, spoken=False, hall=HALL, clock="14:05", hours=hours)


def _prompt() -> Prompt:
    return Prompt(
        msg("card-title"),
        body=(msg("card-line", line=LINES[0][2]), msg("card-elder", age=65)),
        choices=(Choice("card-none", msg("card-none"), weight=Weight.PRIMARY), Choice("card-priority", msg("card-priority"))),
        back=True,
        home=True,
    )


def _confirm(taken: bool | None, lines: tuple[Choice, ...] = line_choices(("veterans",))) -> Confirm:
    offer: tuple[Choice, ...] = ()
    if taken is not None:
        offer = (Choice("priority", msg("priority-on" if taken else "priority-off"), selected=taken),)
    return Confirm(
        msg("confirm-title"),
        body=(msg("priority-earned", age=72),) if taken is not None else (),
        choices=offer + lines + WAYS_IN + (Choice("not-me", msg("confirm-not-me"), weight=Weight.QUIET),),
        home=True,
        who=msg("who", name="诸＊＊", tail="0038"),
    )


def _ticket(
    outcome: str, *body: Msg, again: bool = False, number: str = "A023", ahead: int = 3, area: HallName | None = None
) -> TicketShown:
    done = Choice("done", msg("ticket-done"), weight=Weight.PRIMARY)
    return TicketShown(
        msg("ticket-title", number=number),
        body=body,
        choices=(Choice("again", msg("ticket-again")), done) if again else (done,),
        number=number,
        line=LINES[0][2],
        windows=("1", "2"),
        area=area,
        ahead=ahead,
        wait_minutes=(10, 25) if ahead else None,
        outcome=msg(outcome),
        qr=QR,
    )


def _code(typed: str) -> NumberKeys:
    digits = [Choice(f"digit.{digit}", msg("digit", digit=str(digit)), typing=True) for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]
    erase = Choice("erase", msg("code-erase"), weight=Weight.QUIET, enabled=bool(typed))
    enter = Choice("enter", msg("code-enter"), weight=Weight.PRIMARY, enabled=len(typed) == 6)
    keys = (*digits[:9], erase, digits[9], enter)
    return NumberKeys(msg("code-title"), choices=keys, back=True, home=True, typed=typed)


def _trouble(id: str, *ways: str) -> Trouble:
    choices = tuple(
        Choice(way, msg(f"trouble-{way}"), weight=Weight.PLAIN if i else Weight.PRIMARY) for i, way in enumerate(ways)
    )
    code = id.partition("-")[2].upper()
    return Trouble(msg(id), body=(msg(f"{id}-do"),), choices=choices, home=True, staff=msg(f"{id}-staff"), code=code)


def _helper(title: Msg, *body: Msg, helper: str = "") -> HelperComing:
    back = Choice("help-return", msg("help-return"), weight=Weight.PRIMARY)
    return HelperComing(title, body=body, choices=(back,), home=True, helper=helper)


def _board(*rows: tuple[str, str, bool]) -> Board:
    body = () if rows else (msg("board-none"),)
    calls = tuple(BoardRow(number, window, fresh, aloud=fresh and i == 0) for i, (number, window, fresh) in enumerate(rows))
    return Board(msg("board-title"), body=body, spoken=False, hall=HALL, clock="14:05", rows=calls)


TERMINAL: dict[str, View] = {
    "starting": Waiting(msg("starting-title"), spoken=False),
    "home": _home((msg("home-card"), msg("home-touch")), line_choices() + WAYS_IN),
    "home-plain": _home((msg("home-card"), msg("home-touch")), line_choices()),
    "home-eight": _home((msg("home-card"), msg("home-touch")), line_choices(lines=EIGHT) + WAYS_IN),
    "home-staff": _home((msg("home-card"), msg("home-touch")), line_choices(lines=EIGHT) + WAYS_IN + (STAFF, OPINION)),
    "home-closed-line": _home((msg("home-card"), msg("home-touch")), line_choices(("civil", "veterans")) + WAYS_IN[:1]),
    "home-no-reader": _home((msg("fault-reader-down"), msg("fault-reader-down-do")), line_choices()),
    "home-card-left": _home((msg("ticket-card-back"), msg("home-card"), msg("home-touch")), line_choices()),
    "home-lost": _home(
        (msg("home-lost"),), line_choices(lost=True) + (Choice("retry", msg("trouble-retry"), weight=Weight.PRIMARY),), ""
    ),
    "prompt-card": _prompt(),
    "line-without-reader": Menu(
        msg("card-line", line=LINES[3][2]),
        body=(msg("fault-reader-mute"), msg("fault-reader-mute-do")),
        choices=(Choice("card-none", msg("take-plain"), weight=Weight.PRIMARY), Choice("card-priority", msg("card-priority"))),
        back=True,
        home=True,
    ),
    "reading": Waiting(msg("card-reading")),
    "confirm": _confirm(None),
    "confirm-offer": _confirm(True),
    "confirm-eight": _confirm(True, line_choices(lines=EIGHT)),
    "confirm-offer-declined": _confirm(False),
    "priority-menu": Menu(
        msg("priority-title"),
        body=(msg("priority-note"),),
        choices=tuple(Choice(f"class.{id}", msg("priority-name", name=words)) for id, words in CLASSES)
        + (Choice("class-none", msg("priority-none")),),
        back=True,
        home=True,
    ),
    "number-keys": _code(""),
    "number-keys-full": _code("482913"),
    "issuing": Waiting(msg("issuing-title"), body=(msg("issuing-body"),)),
    "retrying": Waiting(msg("issuing-title"), body=(msg("retrying-body"),)),
    "ticket-printing": _ticket("ticket-printing", area=HallName((("zh", "东区"), ("en", "East area")))),
    "ticket-printed": _ticket("ticket-printed", msg("ticket-priority"), msg("ticket-card-back"), ahead=0),
    "ticket-not-printed": _ticket("ticket-not-printed", msg("fault-paper-out"), again=True),
    "ticket-uncertain": _ticket("ticket-uncertain", msg("fault-printer-mute"), again=True, number="A1023"),
    "trouble-card": _trouble("fault-card-unreadable", "go-on", "other-card"),
    "trouble-protected": _trouble("fault-card-protected", "go-on", "other-card"),
    "trouble-reader": _trouble("fault-reader-down", "go-on"),
    "trouble-unreachable": _trouble("refusal-unreachable", "retry"),
    "ticket-earlier": replace(
        _ticket("ticket-still-good", again=True), title=msg("ticket-earlier", number="A023")
    ),
    "trouble-booking": _trouble("refusal-booking-unknown", "other-code", "other-line"),
    "trouble-line-closed": _trouble("refusal-line-closed", "other-line"),
    "trouble-not-enrolled": _trouble("refusal-not-enrolled"),
    "helper-called": _helper(msg("help-title"), msg("help-body")),
    "helper-queued": _helper(msg("help-title"), msg("help-queued", phone="0477-3980000")),
    "helper-coming": _helper(msg("help-coming", name="云帮办"), msg("help-minutes", minutes=2), helper="云帮办"),
    "still-there": Menu(
        msg("still-title"),
        body=(msg("still-body"),),
        choices=(Choice("still-here", msg("still-here"), weight=Weight.PRIMARY),),
        home=True,
    ),
    "settings-sight": settings.view(Sense.SIGHT, Settings(size=2, theme="black-cyan", low=True)),
    "settings-hearing": settings.view(Sense.HEARING, Settings(rate=2.0, gain_db=-18.0)),
} | FINDING | GUIDING | HELPING | TELLING | ENTRUSTING | booking.views(LINES, HALL)
PAD: dict[str, View] = {
    "pad-rest": Prompt(msg("pad-title"), body=(msg("pad-body"),), spoken=False, picture="rate"),
    "rate": Rate(
        msg("rate-title"),
        body=(msg("rate-body"),),
        choices=tuple(Choice(f"rate.{level}", msg(f"rate-{level}")) for level in (5, 4, 3, 2, 1))
        + (Choice("skip", msg("rate-skip")),),
        number="A023",
    ),
    "rate-saving": Waiting(msg("rate-saving")),
    "thanks": Prompt(msg("rate-thanks"), body=(msg("rate-thanks-body"),), picture="thanks"),
    "rate-lost": Trouble(msg("rate-lost"), code="RATING-LOST"),
}
DISPLAY: dict[str, View] = {
    "board-empty": _board(),
    "board-one": _board(("A023", "3", True)),
    "board-six": _board(
        ("B007", "12", True),
        ("A023", "3", False),
        ("E001", "5", False),
        ("A022", "1", False),
        ("D011", "4", False),
        ("A1021", "2", False),
    ),
    "board-burst": Board(
        msg("board-title"),
        spoken=False,
        hall=HALL,
        clock="14:05",
        rows=tuple(BoardRow(f"A{n:03}", str(n), True, aloud=n == 1) for n in (6, 5, 4, 3, 2, 1)),
    ),
    "board-lost": Board(
        msg("board-title"),
        body=(msg("board-lost"),),
        spoken=False,
        hall=HALL,
        clock="14:05",
        rows=(BoardRow("A023", "3", False),),
    ),
} | POSTING
SPECIMENS: dict[str, View] = TERMINAL | PAD | DISPLAY
