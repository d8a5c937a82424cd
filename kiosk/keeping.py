"""What is taken home in a telephone: a few lines in a code, that need no network to be read. Nothing in them names a person."""

from __future__ import annotations

from kiosk import mandate_pieces
from kiosk.hall.guide import Guide, Material
from kiosk.hall.mandate import MandateReceipt
from kiosk.hall.names import HallName
from kiosk.notice import Verdict
from kiosk.views import Msg, msg


def of_guide(guide: Guide, hall: HallName, phone: str) -> tuple[Msg, ...]:
    """Its name and version, what to bring, where it is filed online, and whom to ask."""
    return (
        msg("guide-text", text=guide.name),
        version_of(guide),
        msg("guide-bring"),
        *_named(guide.materials),
        *((msg("guide-text", text=guide.online.address),) if guide.online is not None else ()),
        msg("guide-text", text=hall),
        *((msg("guide-phone", phone=phone),) if phone else ()),
    )


def of_notice(guide: Guide, verdict: Verdict, number: str) -> tuple[Msg, ...]:
    """For what it is, its number, and what is missing."""
    return (
        msg("guide-text", text=guide.name),
        *((msg("paper-notice-kept", number=number),) if number else ()),
        msg("paper-notice-missing", count=len(verdict.missing)),
        *_named(verdict.missing),
    )


def version_of(guide: Guide) -> Msg:
    day = guide.effective_from
    return msg("paper-version", version=guide.version, year=str(day.year), month=day.month, day=day.day)


def _named(materials: tuple[Material, ...]) -> tuple[Msg, ...]:
    return tuple(msg("guide-numbered", place=i, text=one.name) for i, one in enumerate(materials, 1))


def of_receipt(receipt: MandateReceipt, phone: str) -> tuple[Msg, ...]:
    """Its number, what for, until when, and whom to ask. Without the code: a picture of it is easily shown around."""
    return (
        msg("paper-mandate-number", number=receipt.number),
        msg("guide-text", text=receipt.item),
        *((mandate_pieces.end_of(receipt),) if receipt.due_on is not None else ()),
        *((msg("guide-phone", phone=phone),) if phone else ()),
    )
