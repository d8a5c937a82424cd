"""The central service as a terminal, a display and a pad use it: typed questions, typed answers or a Refusal."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import quote

from kiosk.hall.link import Answer, Link
from kiosk.hall.messages import Hall, Refusal, Ticket
from kiosk.hall.wire import Misread, hall_of, text_of, ticket_of

T = TypeVar("T")

TICKET_OPEN = "ticket_open"  # refused with the person's own ticket in the answer

log = logging.getLogger("bangban.hall")


@dataclass(frozen=True, repr=False)
class Person:
    """Whom a ticket is for, as the service takes it: these fields and no others. ``birth``: ISO date."""

    kind: str
    name: str
    id_number: str
    birth: str | None

    def __repr__(self) -> str:
        return "<Person>"


class HallClient:
    """For one hall. ``hall`` remembers the last answer, which gives tickets the names of their lines. Thread-safe."""

    def __init__(self, link: Link, hall_id: str) -> None:
        self._link = link
        self._path = f"/halls/{quote(hall_id, safe='')}"
        self.known: Hall | None = None

    def hall(self) -> Hall | Refusal:
        found = self._read(self._link.ask("GET", self._path), hall_of)
        if isinstance(found, Hall):
            self.known = found
        return found

    def issue(
        self,
        key: str,
        line: str,
        lang: str,
        person: Person | None = None,
        priority: str | None = None,
        evidence: str | None = None,
    ) -> Ticket | Refusal:
        """A number. The same ``key`` and the rest give the same ticket, however often they are sent. Who holds a number of this
        line gets that one, marked ``earlier``."""
        body: dict[str, Any] = {"line": line, "lang": lang, "holder": None, "priority": None}
        if person is not None:
            body["holder"] = {"kind": person.kind, "name": person.name, "id_number": person.id_number, "birth": person.birth}
        if priority is not None:
            body["priority"] = {"class": priority, "evidence": evidence}
        return self._ticket(self._link.ask("POST", f"{self._path}/tickets", body, key))

    def check_in(self, key: str, code: str, lang: str) -> Ticket | Refusal:
        """The ticket of an appointment, by the code that was told when it was booked."""
        body = {"code": code, "lang": lang}
        return self._ticket(self._link.ask("POST", f"{self._path}/appointments/check-in", body, key))

    def ring(self, key: str, doing: str) -> str | Refusal:
        """Calls a helper; the id of the call."""
        answer = self._link.ask("POST", self.help_path, help_body(doing), key)
        return self._read(answer, lambda data: text_of(data, "id"))

    @property
    def help_path(self) -> str:
        return f"{self._path}/help"

    @property
    def events_path(self) -> str:
        return f"{self._path}/events"

    def _ticket(self, answer: Answer) -> Ticket | Refusal:
        lines = {one.id: one for one in self.known.lines} if self.known is not None else {}
        if answer.code == TICKET_OPEN:
            return self._read(Answer(None, answer.data), lambda data: replace(ticket_of(data.get("ticket"), lines), earlier=True))
        return self._read(answer, lambda data: ticket_of(data, lines))

    def _read(self, answer: Answer, read: Callable[[Any], T]) -> T | Refusal:
        if answer.refusal is not None:
            return answer.refusal
        try:
            return read(answer.data)
        except Misread as error:
            log.error("an answer that cannot be read, at %s: the versions of terminal and service differ", error)
            return Refusal.NOT_UNDERSTOOD


def help_body(doing: str) -> Mapping[str, Any]:
    return {"doing": doing}


def rating_path(ticket_id: str) -> str:
    return f"/tickets/{quote(ticket_id, safe='')}/rating"


def rating_body(level: int | None, channel: str) -> Mapping[str, Any]:
    return {"level": level, "channel": channel}


def print_path(ticket_id: str) -> str:
    return f"/tickets/{quote(ticket_id, safe='')}/print"


def print_body(outcome: str, fault: str | None, reprint: bool) -> Mapping[str, Any]:
    return {"outcome": outcome, "fault": fault, "reprint": reprint}
