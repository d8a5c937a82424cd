"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.routing import APIRoute

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
from central.knowledge import endpoints as knowledge
from central.mandates import endpoints as mandates
from central.mandates import form_endpoints as mandate_forms
from central.mandates import passed_endpoints as mandate_relays
from central.notices import endpoints as notices
from central.opinions import endpoints as opinions
from central.proposals import endpoints as proposals
from central.queue import endpoints as queue
from central.queue import window_endpoints as windows
from central.ratings import endpoints as ratings
from central.roster import endpoints as roster
from central.routing import API
from central.selfcheck import endpoints as self_checks
from central.setup import endpoints as setup
from central.setup import people_endpoints as people
from central.setup import roster_endpoints as roster_setup
from central.staff import endpoints as staff
from central.staff import permission_endpoints as permissions
from central.statistics import endpoints as statistics
from central.terminals import endpoints as terminals
from central.training import endpoints as trainings
from central.voices import endpoints as voices

PARTS = (
    health,
    terminals,
    halls,
    catalogue,
    guides,
    exchange,
    queue,
    windows,
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
    mandate_relays,
    opinions,
    knowledge,
    proposals,
    self_checks,
    trainings,
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
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # these pages would load scripts from the Internet
        redoc_url=None,
    )
    app.state.context = context
    app.state.handed_out = seed.load_sample(context) if settings.sample else None
    refusals.answer(app)
    app.router.routes.extend([*api_routes(), *pages.routes()])
    pages.mount(app)
    return app


def api_routes() -> list[APIRoute]:
    return [route for part in PARTS for route in part.router.routes if isinstance(route, APIRoute)]
