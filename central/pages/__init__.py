"""Pages for people with a browser: the staff's window console, and the resident's ticket on a phone."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.routing import BaseRoute

from central.pages import (
    appointments,
    console,
    knowledge,
    manage,
    mandates,
    opinions,
    passed,
    phone,
    queue_today,
    sign,
    statistics,
)
from central.pages.drawing import Assets

STAFF = (console, appointments, mandates, passed, opinions, knowledge, statistics, queue_today, manage, *manage.PARTS)
PARTS = (*STAFF, phone, sign)


def routes() -> list[BaseRoute]:
    return [route for part in PARTS for route in part.router.routes]


def mount(app: FastAPI) -> None:
    """Adds what isn't a page itself: style sheets and scripts, and a page for refusals."""
    app.mount("/static", Assets(), name="static")
    app.state.page_of_refusal = console.refused
    app.state.routes_by_name = {}
