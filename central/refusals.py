"""Turns refusals into answers. What a client sent is never repeated in one: it may name a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from central.body_limit import BodyLimit
from central.errors import ContentTooLong, ErrorBody, ErrorOut, Invalid, Mistake, Refusal
from central.mistakes import code_of

PageOf = Callable[[Request, int], Response]


def answer(app: FastAPI) -> None:
    """Installs the handlers. ``app.state.page_of_refusal`` (a ``PageOf``), when set, answers outside ``/api`` with a page."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(BodyLimit, answer=_refused)


def _refused(request: Request, error: Exception) -> Response:
    refusal = cast(Refusal, error)
    if page_of := _page_of(request):
        return page_of(request, refusal.status)
    return JSONResponse(refusal.body(), refusal.status)


def _page_of(request: Request) -> PageOf | None:
    return None if request.url.path.startswith("/api/") else getattr(request.app.state, "page_of_refusal", None)


def _invalid(request: Request, error: Exception) -> Response:
    """Every mistake: where and what kind, without the value (pydantic's own report repeats it)."""
    found = cast(RequestValidationError, error).errors()
    mistakes = [Mistake(field=_place(each), code=code_of(each["type"]), message=_wording(each)) for each in found]
    return _refused(request, Invalid(mistakes[0].message, _name(found[0]), mistakes))


def _wording(mistake: dict[str, Any]) -> str:
    if mistake["type"] == "extra_forbidden":
        return "there is a field that the service does not take"
    return str(mistake["msg"])


def _place(mistake: dict[str, Any]) -> str | None:
    """Path of the field within the body. What the client invented (an unknown field, a key of a table) stays out of it."""
    path = [str(part) for part in mistake["loc"][1:] if isinstance(part, int) or NAME.fullmatch(part)]
    if mistake["type"] == "extra_forbidden":
        path = path[:-1]
    return ".".join(path) or None


NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")


def _name(mistake: dict[str, Any]) -> str | None:
    """The path without places in lists."""
    named = [part for part in (_place(mistake) or "").split(".") if not part.isdecimal()]
    return ".".join(named) or None


def _http(request: Request, error: Exception) -> Response:
    problem = cast(HTTPException, error)
    if problem.status_code == ContentTooLong.status:
        return _refused(request, ContentTooLong())
    status = HTTPStatus(problem.status_code)
    if status is HTTPStatus.NOT_FOUND and (page_of := _page_of(request)):
        return page_of(request, status)
    body = ErrorOut(error=ErrorBody(code=status.name.lower(), message=status.phrase, field=None))
    return JSONResponse(body.model_dump(exclude_unset=True), status, headers=problem.headers)


def _broken(_request: Request, _error: Exception) -> Response:
    return broken()


def broken() -> Response:
    """For what nobody expected."""
    body = ErrorOut(error=ErrorBody(code="broken", message="the service failed; its log says why", field=None))
    return JSONResponse(body.model_dump(exclude_unset=True), 500)
