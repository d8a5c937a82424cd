"""Endpoints of a staff member's session. Judging a password is slow, so it stands between two transactions, not in one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from central.context import Context
from central.credentials import COOKIE
from central.errors import Invalid, LoginRefused, documented
from central.routing import Asked, api_router, asked
from central.staff import sessions
from central.staff.schemas import LoginIn, LoginOut, PasswordIn

router = api_router("staff")
AskedHere = Annotated[Asked, Depends(asked)]


@router.post("/session", responses=documented(LoginRefused))
async def log_in(request: Request, response: Response, body: LoginIn) -> LoginOut:
    """Opens a session; the token also comes as a cookie for the staff's pages."""
    context: Context = request.app.state.context
    opened = await context.judged(lambda: sessions.log_in(context, body.user, body.password))
    set_cookie(request, response, opened.token)
    return opened


@router.delete("/session", status_code=204, responses=documented())
def log_out(request: Request, response: Response, asked_here: AskedHere) -> None:
    """Ends the session that asks."""
    sessions.log_out(asked_here)
    response.delete_cookie(COOKIE, path="/")


@router.post("/session/password", status_code=204, responses=documented(LoginRefused, Invalid))
async def change_password(request: Request, response: Response, asked_here: AskedHere, body: PasswordIn) -> None:
    """Chooses another password; every session of this person ends."""
    await asked_here.context.judged(lambda: sessions.change_password(asked_here, body.old, body.new))
    response.delete_cookie(COOKIE, path="/")


def set_cookie(request: Request, response: Response, token: str) -> None:
    """Out of reach of scripts, sent to this site alone, gone with the browser's session."""
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, path="/", httponly=True, samesite="strict", secure=secure)
