"""Pages for people with a browser: the staff's window console, and the resident's ticket on a phone."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI

from central.pages import appointments, console, manage, mandates, opinions, phone, queue_today, sign, statistics
from central.pages.drawing import Assets

router = APIRouter()
router.include_router(console.router)
router.include_router(appointments.router)
router.include_router(mandates.router)
router.include_router(opinions.router)
router.include_router(phone.router)
router.include_router(sign.router)
router.include_router(statistics.router)
router.include_router(queue_today.router)
router.include_router(manage.router)


def mount(app: FastAPI) -> None:
    """Adds what isn't a page itself: style sheets and scripts, and a page for refusals."""
    app.mount("/static", Assets(), name="static")
    app.state.page_of_refusal = console.refused
