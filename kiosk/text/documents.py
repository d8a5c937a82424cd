"""The documents of the hall, as blocks. Nothing on them names a person."""

from __future__ import annotations

from kiosk.hall.messages import Appointment, HallName, Ticket, VisitReceipt
from kiosk.moments import moment_words, time_words
from kiosk.text.document import Banner, BigNumber, Block, Document, Heading, Pair, Qr, Rule, Sentence
from kiosk.text.facts import labels
from kiosk.views import Msg, msg


def ticket_document(
    ticket: Ticket,
    hall: HallName,
    phone: str,
    time_text: str,
    priority_name: HallName | None,
    reprint: bool,
    second: str | None,
) -> Document:
    """A number ticket (号票). ``time_text``: when it was issued, in the hall's zone; "11-21 14:05" goes beside the QR code.

    A reprint says so at its head, since two papers with one number must not pass for two turns.
    """
    blocks: list[Block] = [Banner(msg("paper-reprint"))] if reprint else []
    blocks += [Heading(msg("paper-hall", hall=hall)), Sentence(msg("paper-number")), BigNumber(ticket.number)]
    blocks += _priority(ticket, priority_name)
    blocks += [Rule(), *_facts(ticket), Rule(), Sentence(msg("paper-note"))]
    blocks += [Rule(), Sentence(msg("paper-issued", time=time_text), small=True)]
    blocks += [Sentence(msg("paper-phone", phone=phone), small=True)] if phone else []
    blocks += [Sentence(msg("paper-scan"), small=True), Qr(ticket.qr)] if ticket.qr else []
    return Document(tuple(blocks), second)


def appointment_document(appointment: Appointment, hall: HallName, phone: str, reprint: bool, second: str | None) -> Document:
    """预约单: the code, when to come and what to bring. Whose it is does not stand on it."""
    code, day = appointment.code, dict(moment_words(appointment.day, appointment.at).args)
    blocks: list[Block] = [Banner(msg("paper-reprint"))] if reprint else []
    blocks += [Heading(msg("paper-hall", hall=hall)), Sentence(msg("paper-code")), BigNumber(f"{code[:3]} {code[3:]}"), Rule()]
    blocks += [_pair("paper-line", "paper-line-name", name=appointment.line.name)]
    blocks += [Pair(msg("paper-day"), msg("moment-date", **day)), Pair(msg("paper-time"), time_words(appointment.at)), Rule()]
    blocks += [Sentence(msg("paper-come")), Rule(), Sentence(msg("paper-change"), small=True)]
    return Document(tuple(blocks + _call(phone)), second)


def visit_document(receipt: VisitReceipt, hall: HallName, phone: str, reprint: bool, second: str | None) -> Document:
    """上门服务登记单: the number to name on the telephone. Whom it is for, and why, does not stand on it."""
    blocks: list[Block] = [Banner(msg("paper-reprint"))] if reprint else []
    blocks += [Heading(msg("paper-hall", hall=hall)), Sentence(msg("paper-visit")), BigNumber(receipt.number), Rule()]
    return Document(tuple([*blocks, Sentence(msg("paper-visit-note")), Rule(), *_call(phone)]), second)


def _call(phone: str) -> list[Block]:
    return [Sentence(msg("paper-phone", phone=phone), small=True)] if phone else []


def _priority(ticket: Ticket, name: HallName | None) -> list[Block]:
    if ticket.priority is None:
        return []
    return [Banner(msg("paper-priority-class", name=name) if name else msg("paper-priority"))]


def _facts(ticket: Ticket) -> list[Block]:
    facts = [_pair("paper-line", "paper-line-name", name=ticket.line.name)]
    if ticket.windows:
        facts.append(_pair("paper-windows", "paper-window-list", windows=labels(ticket.windows)))
    if ticket.area:
        facts.append(_pair("paper-area", "paper-area-name", area=ticket.area))
    facts.append(_pair("paper-ahead", "paper-people", count=ticket.ahead))
    match ticket.wait_minutes:
        case (least, most) if least < most:
            facts.append(_pair("paper-wait", "paper-minutes-range", least=least, most=most))
        case (_, most):
            facts.append(_pair("paper-wait", "paper-minutes", minutes=most))
    return list(facts)


def _pair(label: str, value: str, **args: HallName | int | str) -> Pair:
    return Pair(Msg(label), msg(value, **args))
