"""The short way through HTTP for machines: what FastAPI would do for a request of theirs, without finding out anew what that is.

Measured: of the time that a bare endpoint takes, FastAPI and its middlewares spend two thirds on layers that a ticket has no use
for. So an endpoint with plain parameters (path, one JSON body, request key) is called directly when the request is plain too:
a bearer token, a body of known length. Whatever is out of the ordinary, a mistake in the body for one, goes the ordinary way,
so that there is one place that words it; so does everything that a browser sends. The OpenAPI file knows nothing of this.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from types import UnionType
from typing import Any, get_args

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from starlette.types import Message, Receive, Scope, Send

from central.context import Context
from central.credentials import Credentials
from central.errors import Refusal
from central.refusals import broken
from central.routing import Asked, RequestKey, UnitOfWork

JSON = b"application/json"
OPTIONS = ("include", "exclude", "exclude_unset", "exclude_defaults", "exclude_none")
LONGEST = 16 * 1024  # bytes of a body
Headers = dict[bytes, bytes]


class Shortcut:
    """One endpoint."""

    def __init__(self, path: str, route: APIRoute) -> None:
        self.pattern = "/".join("([^/]+)" if part.startswith("{") else re.escape(part) for part in path.split("/"))
        """Of its paths; a group for each value in them."""
        self._names = _names(path)
        self._endpoint: Callable[..., Awaitable[Any]] = route.endpoint
        self._status = route.status_code or 200
        kinds = {name: each.annotation for name, each in inspect.signature(route.endpoint).parameters.items()}
        self._unit = next(name for name, kind in kinds.items() if kind == UnitOfWork)
        self._key = next((name for name, kind in kinds.items() if kind == RequestKey), None)
        self._response = next((name for name, kind in kinds.items() if kind is Response), None)
        bodies = [(name, kind) for name, kind in kinds.items() if _is_model(kind)]
        self._body: tuple[str, type[BaseModel]] | None = bodies[0] if bodies else None

    @property
    def takes_body(self) -> bool:
        return self._body is not None

    @property
    def places(self) -> int:
        """How many values are in its path."""
        return len(self._names)

    def values(self, places: Sequence[str], headers: Headers, body: bytes) -> dict[str, Any]:
        """What the endpoint is called with, but for its unit. Raises ``ValidationError``."""
        values: dict[str, Any] = dict(zip(self._names, places))
        if self._key is not None:
            key = headers.get(b"idempotency-key")
            values[self._key] = None if key is None else key.decode("latin-1")
        if self._body is not None:
            name, model = self._body
            values[name] = model.model_validate_json(body)
        return values

    async def answer(self, asked: Asked, values: dict[str, Any]) -> tuple[int, bytes] | Response:
        told = None
        if self._response is not None:
            told = values[self._response] = Response(status_code=self._status)
        value = await self._endpoint(**{self._unit: asked}, **values)
        if isinstance(value, Response):
            return value
        return told.status_code if told else self._status, value.__pydantic_serializer__.to_json(value, by_alias=True)


def _names(path: str) -> list[str]:
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fits(route: APIRoute) -> bool:
    """Whether the endpoint is plain enough."""
    if not hasattr(route.endpoint, "who") or route.dependencies:
        return False
    if any(getattr(route, f"response_model_{option}") for option in OPTIONS):
        return False
    signature = inspect.signature(route.endpoint)
    answers = signature.return_annotation
    parts = get_args(answers) if isinstance(answers, UnionType) else (answers,)
    if not all(_is_model(part) or part is Response for part in parts):
        return False
    names = _names(route.path)
    bodies = 0
    for name, each in signature.parameters.items():
        if _is_model(each.annotation):
            bodies += 1
        elif not (each.annotation in (UnitOfWork, RequestKey, Response) or (name in names and each.annotation is str)):
            return False
    return bodies <= 1


class Paths:
    """The endpoints of one method, told apart by one expression: a match costs less than a walk along the list."""

    def __init__(self) -> None:
        self._patterns: list[str] = []
        self._at: dict[int, Shortcut] = {}
        self._groups = 0

    def add(self, shortcut: Shortcut) -> None:
        self._at[self._groups + 1] = shortcut
        self._groups += 1 + shortcut.places
        self._patterns.append(f"({shortcut.pattern})")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Asked for when all are there."""
        return re.compile("|".join(self._patterns))

    def find(self, path: str) -> tuple[Shortcut, Sequence[str]] | None:
        """The endpoint of a path, and the values in it."""
        match = self._pattern.fullmatch(path)
        if match is None:
            return None
        whole = match.lastindex or 0  # of nested groups the outer one is closed last
        shortcut = self._at[whole]
        return shortcut, match.groups()[whole : whole + shortcut.places]


class Shortcuts:
    """The endpoints of an app that can be reached the short way, and the ordinary way for all the others."""

    def __init__(self, app: FastAPI) -> None:
        self._context: Context = app.state.context
        self._others = app
        self._known: dict[str, Paths] = {}
        for route in app.routes:
            if isinstance(route, APIRoute) and _fits(route):
                for method in route.methods or ():
                    self._known.setdefault(method, Paths()).add(Shortcut(route.path, route))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        paths = self._known.get(scope["method"]) if scope["type"] == "http" else None
        found = paths.find(scope["path"]) if paths is not None else None
        if found is None:
            await self._others(scope, receive, send)
        else:
            await self._try(*found, scope, receive, send)

    async def _try(self, shortcut: Shortcut, places: Sequence[str], scope: Scope, receive: Receive, send: Send) -> None:
        headers: Headers = dict(scope["headers"])
        token = headers.get(b"authorization", b"")
        host = headers.get(b"host")
        if host is None or token[:7].lower() != b"bearer " or not self._plain_body(shortcut, headers):
            await self._others(scope, receive, send)
            return
        body = await _read(receive) if shortcut.takes_body else b""
        try:
            values = shortcut.values(places, headers, body)
        except ValidationError:
            await self._others(scope, _again(body, receive), send)
            return
        base_url = self._context.settings.public_url or f"{scope['scheme']}://{host.decode('latin-1')}"
        asked = Asked(self._context, Credentials(token[7:].decode("latin-1").strip()), base_url.rstrip("/"))
        try:
            answer = await shortcut.answer(asked, values)
        except Refusal as refusal:
            answer = JSONResponse(refusal.body(), refusal.status)
        except Exception:
            await broken()(scope, receive, send)
            raise  # the server logs it
        if isinstance(answer, Response):
            await answer(scope, receive, send)
        else:
            await _send(send, *answer)

    def _plain_body(self, shortcut: Shortcut, headers: Headers) -> bool:
        if not shortcut.takes_body:
            return True
        length = headers.get(b"content-length", b"")
        return length.isdigit() and int(length) <= LONGEST and headers.get(b"content-type", b"").startswith(JSON)


async def _read(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return body


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body, which was read, once more."""
    first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again


async def _send(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-length", str(len(body)).encode()), (b"content-type", JSON)]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
