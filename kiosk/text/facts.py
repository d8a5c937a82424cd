"""What a view shows besides its sentences and choices, as sentences with an element id each.

Screens draw these, the voice reads them: one list for both, so that glass and voice cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.hall.messages import HallName
from kiosk.views import Board, Home, Msg, NumberKeys, Rate, TicketShown, Trouble, View, msg


@dataclass(frozen=True)
class Fact:
    """``element``: the id in the inspection tree, such as ``ticket.ahead``. ``spoken``: False for what is meant for the staff."""

    element: str
    words: Msg
    spoken: bool = True


def facts(view: View) -> tuple[Fact, ...]:
    """In the order the eye goes."""
    match view:
        case Home():
            return _home(view)
        case TicketShown():
            return _ticket(view)
        case NumberKeys():
            return (Fact("keys.typed", _typed(view)),)
        case Rate():
            return (Fact("rate.number", msg("rate-number", number=view.number)),) if view.number else ()
        case Trouble():
            return (Fact("trouble.staff", view.staff, spoken=False),) if view.staff else ()
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


def _typed(view: NumberKeys) -> Msg:
    """Digits one by one, with a mark for each that is still to come; the marks are not said."""
    shown = " ".join(view.typed.ljust(view.length, "＿"))
    return msg("code-typed", typed=shown, digits=" ".join(view.typed)) if view.typed else msg("code-empty", typed=shown)


def _place(view: TicketShown) -> Msg:
    """Where to wait."""
    windows = labels(view.windows)
    return msg("ticket-area", area=view.area, windows=windows) if view.area else msg("ticket-windows", windows=windows)


def _ticket(view: TicketShown) -> tuple[Fact, ...]:
    found: tuple[Fact, ...] = (Fact("ticket.number", msg("ticket-number", number=view.number)),)
    found += (Fact("ticket.line", msg("ticket-line", line=view.line)),) if view.line else ()
    found += (Fact("ticket.ahead", msg("ticket-ahead", count=view.ahead)),)
    found += (Fact("ticket.wait", wait(*view.wait_minutes)),) if view.wait_minutes else ()
    found += (Fact("ticket.windows", _place(view)),) if view.windows else ()
    found += (Fact("ticket.outcome", view.outcome),) if view.outcome else ()
    return found + ((Fact("ticket.scan", msg("ticket-scan")),) if view.qr else ())
