"""The papers of a mandate, as blocks: 委托单 for the folder and 回执 for the resident, with the rows and words of the hall's forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, tzinfo

from kiosk import guide_pieces
from kiosk.hall.guide import Material
from kiosk.hall.mandate import Form, Handed, MandateReceipt
from kiosk.hall.messages import HallName
from kiosk.mandate_handouts import MandatePaper, ReceiptPaper
from kiosk.text.document import Banner, BigNumber, Block, Document, Heading, Pair, Qr, Rule, Sentence, Signature, Topic
from kiosk.views import Msg, msg

LARGE = frozenset({"code", "item", "due_on", "agent"})
"""The facts that a resident looks for."""
Facts = Mapping[str, Msg]
"""What a row is filled with, by the service's word for it; a row of which nothing is known here is left out."""


def receipt_document(
    paper: ReceiptPaper, hall: HallName, phone: str, zone: tzinfo | None, keep: str, second: str | None
) -> Document:
    """For the resident: its number large, and the code that opens the progress. Names nobody but the agent."""
    told = paper.told
    facts = _facts(told, hall, phone, zone) | ({"agent": _text(paper.agent)} if paper.agent else {})
    facts |= {"code": _text(f"{told.code[:4]} {told.code[4:]}")} if told.code else {}
    number = next((row.name for row in paper.form.rows if row.fact == "number"), None)
    blocks: list[Block] = [Heading(msg("paper-hall", hall=hall)), Banner(_text(paper.form.title))]
    blocks += [Sentence(_text(number)), BigNumber(told.number), Rule()] if number is not None else []
    below = {"agent": Pair(msg("paper-agent-phone"), _text(paper.phone), key=False)} if paper.phone else {}
    blocks += _rows(paper.form, {fact: words for fact, words in facts.items() if fact != "number"}, below)
    blocks += [] if paper.agent else [Sentence(msg("paper-agent-later"))]
    blocks += _handed(paper.form, told)
    blocks += [] if told.signed else [Rule(), Sentence(msg("entrusted-sign-here"))]
    blocks += [Rule(), *_words(paper.form), Rule(), Sentence(msg("paper-keep"), small=True), Qr(keep)]
    return Document(tuple(blocks), second)


def mandate_document(paper: MandatePaper, hall: HallName, phone: str, zone: tzinfo | None, second: str | None) -> Document:
    """For the folder: what was agreed to, and the signature, or the lines to sign on before a witness (见证人). The number of the
    card stands on it with its end alone, and its whole person stays with the service."""
    told = paper.told
    facts = _facts(told, hall, phone, zone)
    facts |= {"name": _text(paper.who), "id_number": msg("paper-id-end", tail=paper.tail)} if paper.who else {}
    blocks: list[Block] = [Heading(msg("paper-hall", hall=hall)), Banner(_text(paper.form.title))]
    blocks += [*_rows(paper.form, facts), *_handed(paper.form, told), Rule(), *_words(paper.form), Rule()]
    if paper.strokes:
        return Document((*blocks, Sentence(msg("paper-signed")), Signature(paper.strokes)), second)
    room = [piece for line in ("paper-sign-here", "paper-witness") for piece in (Topic(msg(line)), Signature(()))]
    return Document((*blocks, *room, Topic(msg("paper-sign-day"))), second)


def _facts(told: MandateReceipt, hall: HallName, phone: str, zone: tzinfo | None) -> dict[str, Msg]:
    made = told.made_at.astimezone(zone).date()
    found = {"number": _text(told.number), "item": _text(told.item), "made_on": _day(made), "hall": _text(hall)}
    found |= {"accepted_on": _day(made)} if told.signed else {}
    found |= {"due_on": _day(told.due_on)} if told.due_on is not None else {}
    return found | ({"hall_phone": _text(phone)} if phone else {})


def _rows(form: Form, facts: Facts, below: Mapping[str, Block] = {}) -> list[Block]:
    """Larger what a resident looks for. ``below``: what stands below a row, by its fact."""
    found: list[Block] = []
    for row in form.rows:
        if row.fact in facts:
            found.append(Pair(_text(row.name), facts[row.fact], key=row.fact in LARGE))
            found += [below[row.fact]] if row.fact in below else []
    return found


def _handed(form: Form, told: MandateReceipt) -> list[Block]:
    if not form.papers or not told.papers:
        return []
    listed = [Sentence(words) for place, one in enumerate(told.papers, 1) for words in _listed(place, one)]
    return [Rule(), Topic(msg("paper-handed")), *listed]


def _listed(place: int, one: Handed) -> tuple[Msg, ...]:
    form = guide_pieces.form_of(Material("", one.name, one.original, one.copies))
    return msg("guide-numbered", place=place, text=one.name), *form


def _words(form: Form) -> list[Block]:
    return [Sentence(_text(one)) for one in form.words]


def _day(day: date) -> Msg:
    return msg("paper-on", year=str(day.year), month=day.month, day=day.day)


def _text(words: HallName | str) -> Msg:
    return msg("guide-text", text=words)
