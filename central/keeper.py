"""Keeps the house. At the start, then once a day: what is due is deleted, and days that are over are ended. Once a minute: tidal
windows are looked after, and what machines said of themselves is written down. At the start, beside everything else: how fast
each hall goes is learned."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta

from fastapi.concurrency import run_in_threadpool
from sqlalchemy.orm import Session

from central.appointments import service as appointments
from central.catalogue import dawn
from central.context import Context
from central.events import repository as events
from central.halls import repository as halls
from central.mandates import service as mandates
from central.notices import repository as notices
from central.notices.service import SECOND_WITHIN
from central.opinions import service as opinions
from central.queue import calls, holders, tidal
from central.ratings import chain
from central.ratings.chain import HELP, TICKETS
from central.staff import service as staff
from central.terminals import presence
from central.unit import Unit, unit_for

LOOK_EVERY_S = 60.0  # whether a new day has begun, and how crowded it is

log = logging.getLogger(__name__)


@asynccontextmanager
async def keeping(context: Context) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(_keep(context)), asyncio.create_task(_acquaint(context))]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep(context: Context) -> None:
    done: date | None = None
    begun: dict[str, date] = {}
    while True:
        await _done("writing down which machines are there", lambda: presence.write_down(context))
        if await _done("taking the lead", context.database.lead):
            today = context.settings.clock().date()
            if today != done and await _done("tidying", lambda: _tidy_up(context)):
                done = today
            await _done("looking after the tidal windows", lambda: look_after_tides(context))
            await _done("telling of new guides", lambda: dawn.look(context, begun))
        await asyncio.sleep(LOOK_EVERY_S)


async def _acquaint(context: Context) -> None:
    try:
        await context.paces.acquaint(await run_in_threadpool(context.database.read, _halls), context.settings.clock)
    except Exception:
        log.exception("the paces of the halls are not learned at the start; each is when it is asked for first")


def _halls(session: Session) -> list[str]:
    return [hall.id for hall in halls.halls(session)]


async def _done(what: str, work: Callable[[], bool | None]) -> bool:
    """Whether it was done; one that failed doesn't keep the others from being tried."""
    try:
        return await run_in_threadpool(work) is not False
    except Exception:
        log.exception("%s failed; it is tried again", what)
        return False


def _tidy_up(context: Context) -> None:
    tidy(context)
    check_ratings(context)


def check_ratings(context: Context) -> None:
    """Looks over the chains of the ratings. Their heads go into the log and the audit, to be compared with later ones."""
    for kept in (HELP, TICKETS):
        verdict = context.database.read(lambda session: chain.verify(session, context.vault, kept))
        found = f"{verdict.count} {verdict.head}"
        if verdict.intact:
            log.info("%s are intact: %s", kept.name, found)
        else:
            log.error("%s were tampered with at number %s: %s", kept.name, verdict.broken_at, found)
        action = f"{kept.name}.intact" if verdict.intact else f"{kept.name}.broken"
        context.database.write(lambda session: unit_for(context, session).record(action, found))


def look_after_tides(context: Context) -> None:
    """Opens and closes tidal windows (潮汐窗口) where somebody stands by; each hall in a unit of its own."""
    for hall in context.database.read(tidal.halls_with_somebody):
        context.database.write(lambda session: _look_after(unit_for(context, session), hall))


def _look_after(unit: Unit, hall: str) -> None:
    unit.hold(hall)
    tidal.look(unit, hall)


def tidy(context: Context) -> None:
    """Forgets persons, sessions and events whose time is over, and ends the days before today."""

    def everywhere(session: Session) -> list[str]:
        unit = unit_for(context, session)
        moment = unit.now - timedelta(days=context.settings.keep_persons_days)
        gone = holders.forget_before(session, moment) + appointments.forget_before(session, moment)
        gone += mandates.forget_before(session, unit.now - timedelta(days=context.settings.keep_mandates_days))
        gone += opinions.forget_before(session, unit.now - timedelta(days=context.settings.keep_opinions_days))
        gone += notices.forget_before(session, unit.now - SECOND_WITHIN)
        if gone:
            unit.record("holders.forgotten", str(gone))
        staff.forget_sessions(session, unit.now)
        return _halls(session)

    for hall in context.database.write(everywhere):
        context.database.write(lambda session: _tidy_hall(unit_for(context, session), hall))


def _tidy_hall(unit: Unit, hall: str) -> None:
    """In a unit of its own: no hall waits for another."""
    unit.hold(hall)
    events.forget_before(unit.transaction, hall, unit.now - timedelta(days=unit.context.settings.keep_events_days))
    calls.end_earlier_days(unit, hall)
    appointments.end_earlier_days(unit, hall)
