"""A template and its values become a page, with the headers that every page has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

HERE = Path(__file__).parent

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

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


class Assets(StaticFiles):
    """Style sheets and scripts: kept by the browser, but asked after each time, so that an update is whole."""

    def __init__(self) -> None:
        super().__init__(directory=HERE / "static")

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    def path(name: str, **parameters: str) -> str:
        return str(request.app.url_path_for(name, **parameters))

    def static(file: str) -> str:
        return path("static", path=file)

    text = _templates.get_template(template).render(path=path, static=static, **values)
    return HTMLResponse(text, status, HEADERS)


def go(request: Request, name: str, **parameters: str) -> RedirectResponse:
    return RedirectResponse(request.app.url_path_for(name, **parameters), 303, HEADERS)
