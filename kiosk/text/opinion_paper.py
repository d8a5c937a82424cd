"""The paper of an opinion: its number, and until when it is answered. Whoever sees it in a hand cannot tell a complaint."""

from __future__ import annotations

from kiosk.hall.messages import HallName, OpinionReceipt
from kiosk.text.document import Banner, BigNumber, Block, Document, Heading, Pair, Rule, Sentence
from kiosk.views import msg


def opinion_document(receipt: OpinionReceipt, hall: HallName, phone: str, reprint: bool, second: str | None) -> Document:
    blocks: list[Block] = [Banner(msg("paper-reprint"))] if reprint else []
    blocks += [Heading(msg("paper-hall", hall=hall)), Sentence(msg("paper-opinion")), BigNumber(receipt.number), Rule()]
    if receipt.due is None:
        blocks += [Sentence(msg("paper-opinion-thanks"))]
    else:
        due = receipt.due
        day = msg("paper-opinion-day", month=due.month, day=due.day, weekday=due.isoweekday())
        told = msg("paper-opinion-called" if receipt.reachable else "paper-opinion-ask")
        blocks += [Pair(msg("paper-opinion-due"), day), Rule(), Sentence(told), Rule()]
        blocks += [Sentence(msg("paper-opinion-hotline"), small=True)]
    blocks += [Sentence(msg("paper-phone", phone=phone), small=True)] if phone else []
    return Document(tuple(blocks), second)
