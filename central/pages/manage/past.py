"""The history of a day in words: who called whom, what was changed, which windows were open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from central.clock import in_zone
from central.errors import TicketUnknown, WindowUnknown
from central.history import service as history
from central.history.schemas import HappenedOut, HistoryOut
from central.pages.drawing import language_of
from central.pages.manage.sections import LEADERS, draw
from central.pages.members import for_members
from central.pages.words import WORDS, Words
from central.routing import UnitOfWork, reads
from central.setup.schemas import SetupOut
from central.setup.service import describe

router = APIRouter(prefix="/console/setup", include_in_schema=False)

AT_ONCE = 100
DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""Subject of an entry about a special day."""


@dataclass(frozen=True)
class Row:
    at: str
    who: str | None
    what: str
    more: str


@router.get("/history")
@reads(None)
@for_members(LEADERS)
def setup_history(
    unit: UnitOfWork,
    request: Request,
    day: date | None = None,
    ticket: str | None = None,
    window: str | None = None,
    before: datetime | None = None,
) -> Response:
    setup = describe(unit, unit.caller.hall)
    words = WORDS[language_of(request)]
    day = day or in_zone(unit.now, setup.hall.zone).date()
    try:
        found, known = history.of_day(unit, setup.hall.id, day, ticket or None, window or None, before, AT_ONCE), True
    except (TicketUnknown, WindowUnknown):
        found, known = HistoryOut(happened=[], before=None), False
    asked = {name: value for name, value in (("ticket", ticket), ("window", window)) if value}
    return draw(
        unit,
        request,
        "history",
        setup,
        None,
        day=day,
        before=day - timedelta(days=1),
        after=day + timedelta(days=1),
        ticket=ticket,
        window=window,
        windows=[(each.id, each.label) for each in setup.windows],
        known=known,
        rows=[_row(setup, words, _names(setup, words), each) for each in found.happened],
        earlier=found.before.isoformat() if found.before else None,
        kept=f"&{urlencode(asked)}" if asked else "",
    )


def _row(setup: SetupOut, words: Words, names: Mapping[str, str], happened: HappenedOut) -> Row:
    local = in_zone(happened.at, setup.hall.zone)
    what, more = _told(words, names, happened)
    return Row(f"{local:%H:%M:%S}", happened.actor_name, what, more)


def _told(words: Words, names: Mapping[str, str], happened: HappenedOut) -> tuple[str, str]:
    """What happened, and what else is known of it."""
    label = names.get(happened.window or "", "")
    if happened.what == "issued":
        return words("manage.history.issued", number=happened.number), ""
    if happened.what == "called":
        called = words("manage.history.called", number=happened.number, label=label)
        return called, words.maybe(f"window.reason.{happened.how}") or ""
    if happened.what == "closed":
        outcome = words.maybe(f"manage.outcome.{happened.how}") or happened.how
        again = words("manage.history.recalls", n=happened.recalls) if happened.recalls else ""
        return words("manage.history.closed", number=happened.number, label=label, outcome=outcome), again
    if happened.what == "window":
        how = words.maybe(f"manage.turned.{happened.how}") or happened.how
        why = words.maybe(f"manage.cause.{happened.cause}")
        crowd = words("manage.history.waiting", n=happened.waiting) if happened.waiting else None
        return words("manage.history.window_turned", label=label, how=how), words("manage.comma").join(filter(None, (why, crowd)))
    action = words.maybe(f"action.{happened.how}") or happened.how
    fields = [words.maybe(f"action.field.{field}") or field for field in happened.fields]
    return action, words("manage.comma").join(filter(None, [_about(names, happened), *fields]))


def _about(names: Mapping[str, str], happened: HappenedOut) -> str | None:
    """What a change is about; nothing where that is whoever made it."""
    subject = happened.subject or ""
    if DAY.fullmatch(subject):
        return subject
    return None if (happened.actor or "").endswith(f":{subject}") else names.get(subject)


def _names(setup: SetupOut, words: Words) -> dict[str, str]:
    """What the things that a history speaks of are called. Windows by their label."""
    named = {line.id: words.named(line.name) for line in setup.lines}
    named |= {each.id: words.named(each.name) for each in setup.priorities}
    named |= {each.id: each.name for each in setup.staff} | {each.id: each.name for each in setup.machines}
    return named | {window.id: window.label for window in setup.windows} | {setup.hall.id: words("manage.whole_hall")}
