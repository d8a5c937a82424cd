"""A template and its values become a page, in the reader's language and with the headers that every page has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response
from starlette.routing import BaseRoute, NoMatchFound
from starlette.staticfiles import StaticFiles

from central.pages.templating import Templates
from central.pages.words import LANGUAGES, WORDS

HERE = Path(__file__).parent
LANGUAGE_COOKIE = "bangban_lang"
"""Set by the switch in the top bar (static/language.js)."""

# Nothing is loaded from anywhere but this service, nothing runs that stands in a page, no frame may hold one. `form-action`
# is 'none' because scripts send the forms: without them nothing typed can leave in an address.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


_TEMPLATES = {lang: Templates(HERE / "templates", words) for lang, words in WORDS.items()}


class Assets(StaticFiles):
    """Style sheets and scripts: kept by the browser, but asked after each time, so that an update is whole."""

    def __init__(self) -> None:
        super().__init__(directory=HERE / "static")

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def language_of(request: Request) -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def path_to(request: Request, name: str, **parameters: str) -> str:
    """Where the endpoint of this name is. An app would look through all its routes, hundreds of them for every link of a page."""
    found: dict[tuple[str, ...], BaseRoute] = request.app.state.routes_by_name
    known = found.get((name, *parameters))
    if known is None:
        known = found[name, *parameters] = next(each for each in request.app.routes if _leads(each, name, parameters))
    return str(known.url_path_for(name, **parameters))


def _leads(route: BaseRoute, name: str, parameters: Mapping[str, str]) -> bool:
    try:
        route.url_path_for(name, **parameters)
    except NoMatchFound:
        return False
    return True


def page(request: Request, template: str, status: int = 200, lang: str | None = None, **values: Any) -> HTMLResponse:
    """``lang``: for a page that knows its reader's language otherwise than by the switch."""

    def path(name: str, **parameters: str) -> str:
        return path_to(request, name, **parameters)

    def static(file: str) -> str:
        return path("static", path=file)

    templates = _TEMPLATES[lang or language_of(request)]
    return HTMLResponse(templates.get_template(template).render(path=path, static=static, **values), status, HEADERS)


def go(request: Request, name: str, **parameters: str) -> RedirectResponse:
    return RedirectResponse(path_to(request, name, **parameters), 303, HEADERS)
