"""One question to the central service and its answer, within a time that is really kept."""

from __future__ import annotations

import http.client
import json
import logging
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter

from kiosk.hall.messages import Refusal
from kiosk.hall.wire import code_of, refusal_of

CONNECT_S = 3.0
READ_S = 5.0  # between two pieces of an answer
WHOLE_S = 8.0  # a question in all; accessibility.md row 17 allows 10 s
# What a network can do to a question. requests wraps most of it, and not all.
NETWORK = (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError)
LARGEST = 1 << 20  # bytes; a hall with all its lines is a few thousand
LARGEST_CATALOGUE = 1 << 25  # 5,000 items with guides like the sample's are 15 MB (python -m bench.catalogue bring)

log = logging.getLogger("bangban.hall")


@dataclass(frozen=True)
class Answer:
    """``refusal`` None: done. ``data``: the answer's JSON. ``code``: the service's own word for the refusal."""

    refusal: Refusal | None
    data: Any = None
    code: str = ""


class Link:
    """``url``: the service's address without a path. ``ca``: a file of certificates to trust in place of the system's.

    May be used from several threads; each keeps a connection of its own. Never raises for what a network can do.
    """

    def __init__(self, url: str, token: str | None = None, *, ca: str | None = None, whole_s: float = WHOLE_S) -> None:
        self._base = url.rstrip("/") + "/api/v1"
        self._token = token
        self._verify: str | bool = ca or True
        self._whole_s = whole_s
        self._own = threading.local()
        self.ahead = timedelta(0)  # of the service's clock before this machine's, to about a second

    def ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        key: str | None = None,
        *,
        largest: int = LARGEST,
    ) -> Answer:
        """A whole answer of at most ``largest`` bytes, read as JSON. ``key``: the Idempotency-Key."""
        headers = {"Idempotency-Key": key} if key else {}
        try:
            with self._session().request(
                method,
                self._base + path,
                json=body,
                headers=headers,
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
                verify=self._verify,
            ) as response:
                self._compare_clocks(response)
                return _read(response, time.monotonic() + self._whole_s, largest)
        except NETWORK as error:
            log.warning("%s %s: %s", method, _place(path), type(error).__name__)
            return Answer(Refusal.UNREACHABLE)

    def open(self, path: str, headers: Mapping[str, str], silence_s: float) -> requests.Response | Refusal:
        """An answer that goes on; the caller reads and closes it. ``silence_s``: the longest pause that is not a fault."""
        try:
            response = self._session().get(
                self._base + path,
                headers=dict(headers),
                timeout=(CONNECT_S, silence_s),
                allow_redirects=False,
                stream=True,
                verify=self._verify,
            )
        except NETWORK:
            return Refusal.UNREACHABLE
        self._compare_clocks(response)
        if response.status_code == 200:
            return response
        response.close()
        return refusal_of(response.status_code, "")

    def _compare_clocks(self, response: requests.Response) -> None:
        with suppress(ValueError, OverflowError):
            said = parsedate_to_datetime(response.headers.get("Date", ""))
            self.ahead = said.astimezone(timezone.utc) - datetime.now(timezone.utc)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._own, "session", None)
        if session is None:
            session = self._own.session = requests.Session()
            session.trust_env = False  # no proxy of the machine's environment, no .netrc; and it is a third faster
            session.headers["Accept"] = "application/json"
            if self._token:
                session.headers["Authorization"] = f"Bearer {self._token}"
            session.mount("http://", HTTPAdapter(max_retries=0))
            session.mount("https://", HTTPAdapter(max_retries=0))
        return session


def _read(response: requests.Response, deadline: float, largest: int) -> Answer:
    if 300 <= response.status_code < 400:
        return Answer(Refusal.UNREACHABLE)  # a network's own login page stands between us and the service
    body = b""
    while piece := response.raw.read1(16384, decode_content=True):
        body += piece
        if len(body) > largest or time.monotonic() > deadline:
            return Answer(Refusal.UNREACHABLE)
    data = _json(body)
    if response.ok:
        return Answer(Refusal.NOT_UNDERSTOOD) if data is None else Answer(None, data)
    code = code_of(data)
    log.warning("%s answered %s %s", _place(response.request.path_url), response.status_code, code)
    return Answer(refusal_of(response.status_code, code), data, code)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _place(path: str) -> str:
    """A path without its ids."""
    return "/".join(part for part in path.split("/") if part.isalpha())
