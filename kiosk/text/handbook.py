"""The helpers' handbook (帮办代办手册) as blocks, folded like a leaflet: who helps, what may be entrusted to them, and that it is
free (row 81 of the functions). Its names are those of the staff."""

from __future__ import annotations

from kiosk.hall.messages import HallName
from kiosk.handouts import Handbook
from kiosk.text.document import Banner, Block, Document, Fold, Heading, Qr, Rule, Sentence
from kiosk.text.guide_papers import told
from kiosk.views import Msg, msg


def handbook_document(book: Handbook, hall: HallName, phone: str, keep: str, second: str | None) -> Document:
    """``keep``: what its QR code holds."""
    day = book.day
    blocks: list[Block] = [
        Heading(msg("paper-hall", hall=hall)),
        Banner(msg("paper-handbook")),
        Sentence(msg("paper-handbook-free")),
        Sentence(msg("paper-handbook-how")),
        Rule(),
        Sentence(msg("paper-handbook-version", version=book.version), small=True),
        Sentence(msg("paper-printed", year=str(day.year), month=day.month, day=day.day), small=True),
        Sentence(msg("paper-fold"), small=True),
        Fold(),
        Banner(msg("paper-handbook-people")),
        *told(book.people),
        Fold(),
        Banner(msg("paper-handbook-items")),
        *(told(book.items) or [Sentence(msg("paper-handbook-none"))]),
        Fold(),
    ]
    blocks += [Sentence(msg("paper-phone", phone=phone))] if phone else []
    blocks += [Sentence(msg("staff-complaints", phone=book.complaints))] if book.complaints else []
    return Document((*blocks, Sentence(msg("paper-keep"), small=True), Qr(keep)), second)


def to_keep(book: Handbook, hall: HallName, phone: str) -> tuple[Msg, ...]:
    """For a telephone: the hall, and everybody's name and number."""
    own = (msg("guide-phone", phone=phone),) if phone else ()
    return msg("guide-text", text=hall), *own, *book.phones
