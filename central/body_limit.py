"""The longest body that is read. What is longer is refused as everything else is: an error of the API, or a page."""

from __future__ import annotations

import re
from collections.abc import Callable

from fastapi import Request, Response
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.errors import ContentTooLong

LONGEST = 64 * 1024
"""Bytes. The longest body of a terminal has a few hundred, the longest of a manager a few thousand."""

LONGER = {re.compile(r"/api/v1/halls/[^/]+/catalogue"): 64 * 1024 * 1024}
"""Bytes, where a file is sent: a catalogue of 5,000 items has a third of that as JSON. Who sends one is looked at before it is
read."""

Answer = Callable[[Request, ContentTooLong], Response]


class BodyLimit:
    """Around the app. A body that says its length is not read when it is too long; one that does not say it is read that far."""

    def __init__(self, app: ASGIApp, answer: Answer, longest: int = LONGEST) -> None:
        self._app = app
        self._answer = answer
        self._longest = longest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "")
        longest = next((limit for path, limit in LONGER.items() if path.fullmatch(scope["path"])), self._longest)
        if not said.isdecimal():
            await self._app(scope, _counted(receive, longest), send)
        elif int(said) > longest:
            await self._answer(Request(scope, receive), ContentTooLong())(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _counted(receive: Receive, longest: int) -> Receive:
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > longest:
            raise HTTPException(ContentTooLong.status)  # anything else is taken for a form that cannot be read
        return message

    return counted
