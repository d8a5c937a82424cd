"""Recognises the caller of a request by its token, and decides whether it may come in."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from fastapi import Request

from central.errors import Forbidden, NotEnrolled
from central.security import MACHINE_TOKEN, token_hash
from central.staff import repository as staff
from central.terminals import repository as terminals
from central.unit import Unit
from central.vault import Vault

COOKIE = "bangban_session"
CSRF_HEADER = "X-CSRF-Token"
CSRF_FIELD = "csrf"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, repr=False)
class Credentials:
    """What a request showed. ``by_cookie`` and not ``safe``: the browser may have been tricked, so ``csrf`` must fit."""

    token: str | None
    by_cookie: bool = False
    safe: bool = True
    csrf: str | None = None


async def presented(request: Request) -> Credentials:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return Credentials(token.strip())
    cookie = request.cookies.get(COOKIE)
    if cookie is None:
        return Credentials(None)
    safe = request.method in SAFE_METHODS
    return Credentials(cookie, True, safe, None if safe else await _csrf_of(request))


async def _csrf_of(request: Request) -> str | None:
    header = request.headers.get(CSRF_HEADER)
    if header is not None or not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return header
    field = (await request.form()).get(CSRF_FIELD)
    return field if isinstance(field, str) else None


def csrf_token(vault: Vault, session_token: str) -> str:
    """Goes into every form of a staff page, and into the header of what its scripts send."""
    return vault.mark("csrf", session_token)


def admit(unit: Unit, credentials: Credentials, allowed: frozenset[str] | None, hall: str | None) -> None:
    """Sets the unit's caller, or refuses. ``allowed`` None: anybody may, known or not; ``hall``: the one in the path."""
    _recognise(unit, credentials)
    if allowed is None:
        return
    if unit.known_caller is None:
        raise NotEnrolled("the credential is missing, unknown or expired")
    if unit.caller.role not in allowed:
        raise Forbidden(f"a {unit.caller.role} may not do this")
    if unit.caller.must_change:
        raise Forbidden("the initial password must be changed first", "password")
    if hall is not None and unit.caller.hall != hall:
        raise Forbidden("this hall is not the caller's")


def foresee_caller(unit: Unit, credentials: Credentials) -> None:
    if credentials.token is not None:
        those = terminals if credentials.token.startswith(MACHINE_TOKEN) else staff
        those.foresee_caller(unit.transaction, token_hash(credentials.token))


def _recognise(unit: Unit, credentials: Credentials) -> None:
    if credentials.token is None:
        return
    mark = token_hash(credentials.token)
    if not credentials.token.startswith(MACHINE_TOKEN):
        unit.known_caller = staff.caller_of(unit.transaction, mark, unit.now)
    elif not credentials.by_cookie:
        unit.known_caller = terminals.caller_of(unit.transaction, mark)
    if unit.known_caller is None or not credentials.by_cookie or credentials.safe:
        return
    if not hmac.compare_digest(csrf_token(unit.vault, credentials.token), credentials.csrf or ""):
        unit.known_caller = None
        raise Forbidden("the form's token does not fit this session", CSRF_FIELD)
