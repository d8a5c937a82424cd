"""What a view shows besides its sentences and choices, as sentences with an element id each.

Screens draw these, the voice reads them: one list for both, so that glass and voice cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.hall.messages import HallName
from kiosk.telephone import grouped
from kiosk.views import Board, GuideShown, Home, Letters, Msg, NumberKeys, Poster, Rate, TicketShown, Trouble, View, Writing, msg

SHOWN = 8  # letters of a search


@dataclass(frozen=True)
class Fact:
    """``element``: the id in the inspection tree, such as ``ticket.ahead``. ``spoken``: False for what is meant for the staff.
    ``private``: what it says is one resident's (their code), and no recording of it is kept."""

    element: str
    words: Msg
    spoken: bool = True
    private: bool = False


def facts(view: View) -> tuple[Fact, ...]:
    """In the order the eye goes."""
    match view:
        case Home():
            return _home(view)
        case TicketShown():
            return _ticket(view)
        case GuideShown():
            return _guide(view)
        case NumberKeys():
            return (Fact("keys.typed", _grouped(view) if view.grouped else _typed(view), private=True),)
        case Letters():
            return (Fact("letters.typed", _spelled(view)),)
        case Writing():
            return (Fact("writing.written", msg("writing-written", written=view.written)),) if view.written else ()
        case Rate():
            return (Fact("rate.number", msg("rate-number", number=view.number)),) if view.number else ()
        case Trouble():
            return (Fact("trouble.staff", view.staff, spoken=False),) if view.staff else ()
        case Poster():
            return (Fact("poster.kind", view.kind), *(Fact(f"poster.foot.{i}", words) for i, words in enumerate(view.foot)))
        case Board():
            return tuple(
                Fact(f"board.{row.number}", msg("board-call", number=row.number, window=row.window)) for row in view.rows
            )
    return ()


def wait(least: int, most: int) -> Msg:
    """How long to wait, in minutes."""
    return msg("ticket-wait", minutes=most) if least == most else msg("ticket-wait-range", least=least, most=most)


def labels(windows: tuple[str, ...]) -> HallName:
    """Window labels as a list, with the comma of each language."""
    return HallName((("zh", "、".join(windows)), ("en", ", ".join(windows))))


def _home(view: Home) -> tuple[Fact, ...]:
    found: tuple[Fact, ...] = (Fact("home.hall", msg("paper-hall", hall=view.hall)),) if view.hall else ()
    found += (Fact("home.clock", msg("paper-clock", time=view.clock)),) if view.clock else ()
    return found + ((Fact("home.hours", msg("home-hours", hours=view.hours)),) if view.hours else ())


def _guide(view: GuideShown) -> tuple[Fact, ...]:
    found = tuple(
        Fact(f"piece.{i}.{j}", words, private=piece.private)
        for i, piece in enumerate(view.pieces)
        for j, words in enumerate(piece.words)
    )
    return found + ((Fact("guide.scan", view.scan),) if view.keep else ())


def _typed(view: NumberKeys) -> Msg:
    """Digits one by one, with a mark for each that is still to come; the marks are not said."""
    if view.masked:
        marks = " ".join(("●" * len(view.typed)).ljust(view.length, "＿"))
        return msg("masked-typed", typed=marks, count=len(view.typed))
    shown = " ".join(view.typed.ljust(view.length, "＿"))
    return msg("code-typed", typed=shown, digits=" ".join(view.typed)) if view.typed else msg("code-empty", typed=shown)


def _grouped(view: NumberKeys) -> Msg:
    """A telephone number in its groups, with a mark for each digit still to come."""
    ahead = "＿" * max(0, view.length - len(view.typed))
    typed = f"{grouped(view.typed)} {ahead}".strip()
    return msg("phone-typed", typed=typed, count=len(view.typed))


def _spelled(view: Letters) -> Msg:
    """The last letters, so that they stand on one line; all of them are said."""
    if not view.typed:
        return msg("letters-empty")
    shown = view.typed if len(view.typed) <= SHOWN else f"…{view.typed[-SHOWN:]}"
    return msg("letters-typed", typed=" ".join(shown), letters=" ".join(view.typed))


def _place(view: TicketShown) -> Msg:
    """Where to wait."""
    windows = labels(view.windows)
    return msg("ticket-area", area=view.area, windows=windows) if view.area else msg("ticket-windows", windows=windows)


def _number(number: str) -> Msg:
    """A code of digits alone is said one by one, lest it be taken for an amount."""
    digits = number.replace(" ", "")
    if not digits.isdecimal():
        return msg("ticket-number", number=number)
    return msg("code-number", number=number, digits=" ".join(digits))


def _ticket(view: TicketShown) -> tuple[Fact, ...]:
    found: tuple[Fact, ...] = (Fact("ticket.number", _number(view.number), private=view.ahead is None),)
    found += (Fact("ticket.line", msg("ticket-line", line=view.line)),) if view.line else ()
    found += (Fact("ticket.when", view.when),) if view.when else ()
    found += (Fact("ticket.ahead", msg("ticket-ahead", count=view.ahead)),) if view.ahead is not None else ()
    found += (Fact("ticket.wait", wait(*view.wait_minutes)),) if view.wait_minutes else ()
    found += (Fact("ticket.windows", _place(view)),) if view.windows else ()
    found += (Fact("ticket.outcome", view.outcome),) if view.outcome else ()
    return found + ((Fact("ticket.scan", msg("ticket-scan")),) if view.qr else ())
