"""Expected refusals: each an error class with a code, a status and the one schema of every error."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel


class ErrorBody(BaseModel):
    code: str
    message: str
    """English, for the technician; residents' words are the terminal's own."""
    field: str | None = None


class ErrorOut(BaseModel):
    error: ErrorBody


class Refusal(Exception):
    """Something the service will not do, for a reason it knows. The transaction is rolled back unless ``kept``."""

    code: ClassVar[str]
    status: ClassVar[int]
    kept: ClassVar[bool] = False
    """True: what was written before the refusal stays (a counted failure of a login)."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def body(self) -> dict[str, Any]:
        return ErrorOut(error=ErrorBody(code=self.code, message=self.message, field=self.field)).model_dump()


class LineClosed(Refusal):
    code, status = "line_closed", 409


class WindowClosed(Refusal):
    code, status = "window_closed", 409


class LineUnknown(Refusal):
    code, status = "line_unknown", 404


class TicketUnknown(Refusal):
    code, status = "ticket_unknown", 404


class HolderUnknown(Refusal):
    code, status = "holder_unknown", 404


class WindowUnknown(Refusal):
    code, status = "window_unknown", 404


class HelpUnknown(Refusal):
    code, status = "help_unknown", 404


class KeyMissing(Refusal):
    code, status = "key_missing", 400


class KeyReused(Refusal):
    code, status = "key_reused", 409


class NotEnrolled(Refusal):
    code, status = "not_enrolled", 401


class LoginRefused(Refusal):
    code, status, kept = "login_refused", 401, True


class Forbidden(Refusal):
    code, status = "forbidden", 403


class WrongState(Refusal):
    code, status = "wrong_state", 409


class AlreadyRated(Refusal):
    code, status = "already_rated", 409


class CodeUnknown(Refusal):
    code, status = "code_unknown", 404


class CodeSpent(Refusal):
    code, status = "code_unknown", 410


class Invalid(Refusal):
    code, status = "invalid", 422


def documented(*refusals: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an endpoint for its OpenAPI entry; credentials and validation can refuse anywhere."""
    by_status: dict[int | str, list[str]] = {}
    anywhere: tuple[type[Refusal], ...] = (NotEnrolled, Forbidden, Invalid)
    for refusal in (*anywhere, *refusals):
        by_status.setdefault(refusal.status, []).append(refusal.code)
    return {status: {"model": ErrorOut, "description": " or ".join(sorted(set(codes)))} for status, codes in by_status.items()}
