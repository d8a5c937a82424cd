"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, FastAPI

from central import health, pages, refusals, seed
from central.appointments import endpoints as appointments
from central.appointments import visit_endpoints as home_visits
from central.audit import endpoints as audit
from central.catalogue import endpoints as catalogue
from central.config import Settings
from central.context import open_context
from central.events import endpoints as events
from central.halls import endpoints as halls
from central.help import endpoints as help_calls
from central.history import endpoints as history
from central.keeper import keeping
from central.queue import endpoints as queue
from central.ratings import endpoints as ratings
from central.setup import endpoints as setup
from central.setup import people_endpoints as people
from central.staff import endpoints as staff
from central.staff import permission_endpoints as permissions
from central.statistics import endpoints as statistics
from central.terminals import endpoints as terminals

PARTS = (
    health,
    terminals,
    halls,
    catalogue,
    queue,
    ratings,
    help_calls,
    events,
    staff,
    permissions,
    setup,
    people,
    audit,
    history,
    appointments,
    home_visits,
    statistics,
)
"""What the API is made of, in the order of its documentation."""
BODY_LIMIT = 64 * 1024  # bytes; the longest body of the API has a few hundred


def create_app(settings: Settings, worker: bool = False) -> FastAPI:
    """The service on its database, which is open and up to date on return. It closes with the app's lifespan. ``worker``: as
    ``open_context`` says."""
    context = open_context(settings, worker)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with keeping(context):
            yield
        context.close()

    app = FastAPI(
        title="Bangban central service",
        version=version("bangban"),
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # these pages would load scripts from the Internet
        redoc_url=None,
        max_body_size=BODY_LIMIT,
    )
    app.state.context = context
    app.state.handed_out = seed.load(context, seed.sample_hall()) if settings.sample else None
    refusals.answer(app)
    app.include_router(api())
    app.include_router(pages.router)
    pages.mount(app)
    return app


def api() -> APIRouter:
    router = APIRouter(prefix="/api/v1")
    for part in PARTS:
        router.include_router(part.router)
    return router
