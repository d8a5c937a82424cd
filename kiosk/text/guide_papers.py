"""The papers of a guide and of a notice, as blocks: the pieces of the glass, with version and date. Nothing on them names a
person."""

from __future__ import annotations

from datetime import date

from kiosk import guide_pieces, keeping
from kiosk.hall.messages import HallName
from kiosk.handouts import Leaflet, NoticePaper
from kiosk.text.document import Banner, BigNumber, Block, Document, Fold, Heading, Qr, Rule, Sentence, Topic
from kiosk.views import Msg, Piece, msg


def leaflet_document(paper: Leaflet, hall: HallName, keep: str, second: str | None) -> Document:
    """办事指南, folded: what it is on the front, then a part after the other. ``keep``: what its QR code holds."""
    guide = paper.guide
    blocks: list[Block] = [
        Heading(msg("paper-hall", hall=hall)),
        Rule(),
        Heading(msg("guide-text", text=guide.name)),
        Rule(),
        Sentence(msg("guide-text", text=guide.summary)),
        *([Sentence(msg("guide-sample"))] if guide.sample else []),
        Rule(),
        *_dated(keeping.version_of(guide), paper.day),
        Sentence(msg("paper-fold"), small=True),
    ]
    for section in guide_pieces.there(guide):
        blocks += [Fold(), Banner(msg(f"guide-{section.value}"))]
        pieces = guide_pieces.of_section(guide, section)
        blocks += [] if pieces else [Sentence(msg("guide-bring-none"))]
        blocks += told(pieces)
    return Document((*blocks, Fold(), Sentence(msg("paper-keep"), small=True), Qr(keep)), second)


def notice_document(paper: NoticePaper, hall: HallName, phone: str, keep: str, second: str | None) -> Document:
    """一次性告知单: everything that is missing, each with how it is had. Whose it is does not stand on it."""
    missing = paper.verdict.missing
    blocks: list[Block] = [Heading(msg("paper-hall", hall=hall)), Banner(msg("paper-notice"))]
    blocks += [Sentence(msg("paper-notice-number")), BigNumber(paper.number)] if paper.number else []
    blocks += [Topic(msg("guide-text", text=paper.guide.name))]
    blocks += [Sentence(msg("guide-whole", count=len(paper.guide.parts)))] if paper.guide.parts else []
    blocks += [Sentence(msg("paper-notice-missing", count=len(missing))), Rule()]
    blocks += told(guide_pieces.missing(missing))
    blocks += [Rule(), Sentence(msg("notice-today"))] if paper.verdict.today else []
    blocks += [Rule(), Sentence(msg("paper-notice-rest", phone=phone))] if phone else []
    dated = _dated(keeping.version_of(paper.guide), paper.day)
    return Document((*blocks, Rule(), *dated, Sentence(msg("paper-keep"), small=True), Qr(keep)), second)


def told(pieces: tuple[Piece, ...]) -> list[Block]:
    """What each is called, then what there is to know of it."""
    return [Topic(words) if i == 0 else Sentence(words) for piece in pieces for i, words in enumerate(piece.words)]


def _dated(version: Msg, day: date) -> list[Block]:
    printed = msg("paper-printed", year=str(day.year), month=day.month, day=day.day)
    return [Sentence(version, small=True), Sentence(printed, small=True)]
