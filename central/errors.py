"""Expected refusals: each an error class with a code, a status and the one schema of every error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from pydantic import BaseModel

from central.mistakes import Mistake


class ErrorBody(BaseModel):
    code: str
    message: str
    """English, for the technician; residents' words are the terminal's own."""
    field: str | None = None
    mistakes: list[Mistake] = []
    """All that is wrong with the body, where that is what was refused; left out otherwise."""


class ErrorOut(BaseModel):
    error: ErrorBody


class Refusal(Exception):
    """Something the service will not do, for a reason it knows. The transaction is rolled back unless ``kept``."""

    code: ClassVar[str]
    status: ClassVar[int]
    kept: ClassVar[bool] = False
    """True: what was written before the refusal stays (a counted failure of a login)."""

    def __init__(self, message: str, field: str | None = None, **beside: Any) -> None:
        """``beside``: what goes into the answer beside the error, for a machine that has to tell it to the resident."""
        super().__init__(message)
        self.message = message
        self.field = field
        self.beside = beside

    def body(self) -> dict[str, Any]:
        body = ErrorBody(code=self.code, message=self.message, field=self.field)
        return {**ErrorOut(error=body).model_dump(exclude_unset=True), **self.beside}


class LineClosed(Refusal):
    code, status = "line_closed", 409


class WindowClosed(Refusal):
    code, status = "window_closed", 409


class WindowPaused(Refusal):
    code, status = "window_paused", 409


class QuotaSpent(Refusal):
    """All numbers of the day, or of the time band, are given."""

    code, status = "quota_spent", 409


class TicketOpen(Refusal):
    """The person has a ticket of this line already; ``ticket`` says which, for the terminal to offer it again."""

    code, status = "ticket_open", 409

    def __init__(self, message: str, field: str | None = None, ticket: dict[str, Any] | None = None) -> None:
        super().__init__(message, field)
        self.ticket = ticket

    def body(self) -> dict[str, Any]:
        return super().body() | {"ticket": self.ticket}


class TooLate(Refusal):
    """What would be undone is too long ago, or something has come after it."""

    code, status = "too_late", 409


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


class AppointmentUnknown(Refusal):
    code, status = "appointment_unknown", 404


class AppointmentOpen(Refusal):
    """One person has one appointment of a line on a day. Beside the error: ``appointment`` with day, at and code."""

    code, status = "appointment_open", 409


class AppointmentEarly(Refusal):
    """Beside the error: ``appointment`` with day, at, and opens_at: from when on it may check in."""

    code, status = "appointment_early", 409


class AppointmentOtherDay(Refusal):
    """Beside the error: ``appointment`` with day and at."""

    code, status = "appointment_other_day", 409


class TooManyCodes(Refusal):
    """A machine tried many codes that nobody has; in a minute it may again."""

    code, status = "too_many_codes", 429


class SlotUnknown(Refusal):
    """Not a slot of the line: closed then, past, or further ahead than the hall takes appointments."""

    code, status = "slot_unknown", 409


class SlotFull(Refusal):
    code, status = "slot_full", 409


class VisitUnknown(Refusal):
    code, status = "visit_unknown", 404


class SetupChanged(Refusal):
    """Somebody else changed the set-up since the version that was named."""

    code, status = "setup_changed", 409


class InUse(Refusal):
    """It cannot be taken out of service while tickets or people are at it."""

    code, status = "in_use", 409


class ItemInUse(Refusal):
    """Something is still done for somebody: the item stays until that is over."""

    code, status = "item_in_use", 409


class LastLeader(Refusal):
    """Nobody would be left who may change the hall."""

    code, status = "last_leader", 409


class ItemUnknown(Refusal):
    code, status = "item_unknown", 404


class CatalogueRefused(Refusal):
    """Nothing of the file was stored. Beside the error: ``problems``, all there are, each with its sheet, row and column."""

    code, status = "catalogue_refused", 422

    def __init__(self, problems: Sequence[dict[str, Any]]) -> None:
        super().__init__(f"the catalogue has {len(problems)} mistakes", problems=list(problems))


class GuideUnknown(Refusal):
    """The item has no guide, or none in force yet, or not this version of it."""

    code, status = "guide_unknown", 404


class PriorityUnknown(Refusal):
    code, status = "priority_unknown", 404


class SpecialDayUnknown(Refusal):
    code, status = "special_day_unknown", 404


class StaffUnknown(Refusal):
    code, status = "staff_unknown", 404


class MachineUnknown(Refusal):
    code, status = "machine_unknown", 404


class PictureUnknown(Refusal):
    code, status = "picture_unknown", 404


class VoiceUnknown(Refusal):
    """Nobody asked for this recording, it has nothing that can be said, or it was cleared away."""

    code, status = "voice_unknown", 404


class TooMany(Refusal):
    """More than the service takes at present; later it does."""

    code, status = "too_many", 429


class ContentTooLong(Refusal):
    """The body has more bytes than the service reads (``central.body_limit``)."""

    code, status = "content_too_long", 413

    def __init__(self) -> None:
        super().__init__("the body is longer than the service reads")


class Invalid(Refusal):
    """``mistakes``: all there are; the message and the field are those of the first."""

    code, status = "invalid", 422

    def __init__(self, message: str, field: str | None = None, mistakes: Sequence[Mistake] = ()) -> None:
        super().__init__(message, field)
        self.mistakes = list(mistakes)

    @classmethod
    def all_of(cls, mistakes: Sequence[Mistake]) -> Invalid:
        return cls(mistakes[0].message, mistakes[0].field, mistakes)

    def body(self) -> dict[str, Any]:
        body = super().body()
        if self.mistakes:
            body["error"]["mistakes"] = [each.model_dump() for each in self.mistakes]
        return body


def documented(*refusals: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an endpoint for its OpenAPI entry; credentials, length and validation can refuse anywhere."""
    by_status: dict[int | str, list[str]] = {}
    anywhere: tuple[type[Refusal], ...] = (NotEnrolled, Forbidden, ContentTooLong, Invalid)
    for refusal in (*anywhere, *refusals):
        by_status.setdefault(refusal.status, []).append(refusal.code)
    return {status: {"model": ErrorOut, "description": " or ".join(sorted(set(codes)))} for status, codes in by_status.items()}
