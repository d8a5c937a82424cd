"""Turns refusals into answers. What a client sent is never repeated in one: it may name a person."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from central.errors import ErrorBody, ErrorOut, Invalid, Refusal

PageOf = Callable[[Request, Refusal], Response]


def answer(app: FastAPI) -> None:
    """Installs the handlers. ``app.state.page_of_refusal`` (a ``PageOf``), when set, answers outside ``/api`` with a page."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, error: Exception) -> Response:
    refusal = cast(Refusal, error)
    page_of: PageOf | None = getattr(request.app.state, "page_of_refusal", None)
    if page_of is not None and not request.url.path.startswith("/api/"):
        return page_of(request, refusal)
    return JSONResponse(refusal.body(), refusal.status)


def _invalid(request: Request, error: Exception) -> Response:
    """The first mistake: where and what kind, without the value (pydantic's own report repeats it)."""
    first = cast(RequestValidationError, error).errors()[0]
    return _refused(request, Invalid(_wording(first), _place(first)))


def _wording(mistake: dict[str, Any]) -> str:
    if mistake["type"] == "extra_forbidden":
        return "there is a field that the service does not take"
    return str(mistake["msg"])


def _place(mistake: dict[str, Any]) -> str | None:
    """Path of the field within the body. The name of an unknown field is the client's invention, so it stays out."""
    path = [str(part) for part in mistake["loc"][1:] if isinstance(part, str)]
    if mistake["type"] == "extra_forbidden":
        path = path[:-1]
    return ".".join(path) or None


def _http(request: Request, error: Exception) -> Response:
    problem = cast(HTTPException, error)
    status = HTTPStatus(problem.status_code)
    body = ErrorOut(error=ErrorBody(code=status.name.lower(), message=status.phrase))
    return JSONResponse(body.model_dump(), status, headers=problem.headers)


def _broken(_request: Request, _error: Exception) -> Response:
    body = ErrorOut(error=ErrorBody(code="broken", message="the service failed; its log says why"))
    return JSONResponse(body.model_dump(), 500)
