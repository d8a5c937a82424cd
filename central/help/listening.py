"""Tells each hall, as soon as it is so, that a call for help goes on to others."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi.concurrency import run_in_threadpool

from central.context import Context
from central.help import repository, waiting
from central.unit import Unit, unit_for

EVERY_S = 5.0
"""What it tells follows from the time (``escalation``): consoles find it by themselves too, only later."""

log = logging.getLogger(__name__)


@asynccontextmanager
async def listening(context: Context) -> AsyncIterator[None]:
    task = asyncio.create_task(_listen(context))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _listen(context: Context) -> None:
    while True:
        try:
            await run_in_threadpool(listen, context)
        except Exception:
            log.exception("looking after the calls for help failed; it is tried again")
        await asyncio.sleep(EVERY_S)


def listen(context: Context) -> None:
    """One look, by the one process of all that leads; each hall in a unit of its own. Without calls it is one short question."""
    if not context.database.lead():
        return
    moment = context.settings.clock() - waiting.STAYS_FOR
    for hall in context.database.read(lambda session: repository.halls_waiting(session, moment)):
        context.database.write(lambda session: _look_after(unit_for(context, session), hall))


def _look_after(unit: Unit, hall: str) -> None:
    unit.hold(hall)
    unit.now = unit.context.settings.clock()  # whoever rang meanwhile, rang before
    waiting.look(unit, hall)
