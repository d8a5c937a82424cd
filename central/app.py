"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import BaseRoute

from central import health, pages, refusals, seed
from central.appointments import endpoints as appointments
from central.appointments import visit_endpoints as home_visits
from central.audit import endpoints as audit
from central.catalogue import endpoints as catalogue
from central.catalogue import exchange_endpoints as exchange
from central.catalogue import guide_endpoints as guides
from central.config import Settings
from central.context import open_context
from central.events import endpoints as events
from central.halls import endpoints as halls
from central.help import endpoints as help_calls
from central.help import rating_endpoints as help_ratings
from central.help import statistics_endpoints as help_statistics
from central.help.listening import listening
from central.history import endpoints as history
from central.keeper import keeping
from central.mandates import endpoints as mandates
from central.mandates import form_endpoints as mandate_forms
from central.notices import endpoints as notices
from central.opinions import endpoints as opinions
from central.queue import endpoints as queue
from central.ratings import endpoints as ratings
from central.roster import endpoints as roster
from central.setup import endpoints as setup
from central.setup import people_endpoints as people
from central.setup import roster_endpoints as roster_setup
from central.staff import endpoints as staff
from central.staff import permission_endpoints as permissions
from central.statistics import endpoints as statistics
from central.terminals import endpoints as terminals
from central.voices import endpoints as voices

PARTS = (
    health,
    terminals,
    halls,
    catalogue,
    guides,
    exchange,
    queue,
    ratings,
    help_calls,
    notices,
    roster,
    events,
    staff,
    permissions,
    setup,
    people,
    roster_setup,
    audit,
    history,
    appointments,
    home_visits,
    mandates,
    mandate_forms,
    opinions,
    statistics,
    help_statistics,
    help_ratings,
    voices,
)
"""What the API is made of, in the order of its documentation."""


def create_app(settings: Settings, worker: bool = False) -> FastAPI:
    """The service on its database, which is open and up to date on return. It closes with the app's lifespan. ``worker``: as
    ``open_context`` says."""
    context = open_context(settings, worker)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        context.voices.start()
        async with keeping(context), listening(context):
            yield
        context.close()

    app = FastAPI(
        title="Bangban central service",
        version=version("bangban"),
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # these pages would load scripts from the Internet
        redoc_url=None,
    )
    app.state.context = context
    app.state.handed_out = seed.load_sample(context) if settings.sample else None
    refusals.answer(app)
    app.router.routes.extend(routes())
    pages.mount(app)
    return app


@cache
def routes() -> list[BaseRoute]:
    """Of the API and the pages, in one list. FastAPI looks through nested routers at every request (0.3 ms here, 0.1 ms through
    one list), and builds what they stand for anew for every app."""
    flat = APIRouter()
    for found in iter_route_contexts([*_nested(api()), *_nested(pages.router)]):
        route = found.original_route
        assert isinstance(route, APIRoute) and found.path is not None
        flat.add_api_route(
            found.path,
            route.endpoint,
            methods=list(route.methods or ()),
            status_code=route.status_code,
            responses=route.responses,
            response_model=route.response_model,
            response_class=route.response_class,
            tags=route.tags,
            name=route.name,
            include_in_schema=route.include_in_schema,
            openapi_extra=route.openapi_extra,
        )
    return flat.routes


def _nested(router: APIRouter) -> list[BaseRoute]:
    """The router's own routes, with its prefix."""
    whole = APIRouter()
    whole.include_router(router)
    return whole.routes


def api() -> APIRouter:
    router = APIRouter(prefix="/api/v1")
    for part in PARTS:
        router.include_router(part.router)
    return router
