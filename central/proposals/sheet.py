"""Proposals as a table."""

from __future__ import annotations

from datetime import datetime, tzinfo

from central.proposals.schemas import ProposalOut
from central.sheets import Table
from central.wording import wording

saying = wording(__file__)

COLUMNS = ("number", "made_on", "made_by", "about", "item", "words", "state", "due_on", "answered_on", "answer", "until", "came")
WIDTHS = (12, 12, 12, 14, 24, 48, 10, 12, 12, 40, 12, 40)


def table(proposals: list[ProposalOut], zone: tzinfo, lang: str) -> Table:
    say = saying(lang)

    def day(moment: datetime | None) -> str:
        return "" if moment is None else moment.astimezone(zone).date().isoformat()

    rows = [
        [
            each.number,
            day(each.made_at),
            each.made_by,
            say(f"about.{each.about}"),
            "" if each.item_name is None else each.item_name.get(lang) or each.item_name["zh"],
            each.words,
            say(f"state.{each.state}"),
            each.due_on.isoformat(),
            day(each.answered_at),
            each.answer or "",
            "" if each.until is None else each.until.isoformat(),
            each.came or "",
        ]
        for each in proposals
    ]
    return [[say(f"column.{name}") for name in COLUMNS], *rows]
