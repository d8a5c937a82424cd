"""The central service as a terminal, a display and a pad use it: typed questions, typed answers or a Refusal."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import quote

from kiosk.clock import Clock, SystemClock, zone_of
from kiosk.hall import kept as keeping
from kiosk.hall.bookings import Bookings
from kiosk.hall.fields import Misread
from kiosk.hall.guide import Guide
from kiosk.hall.guide_wire import guides_of
from kiosk.hall.guides import Guides
from kiosk.hall.items import Items, Spell
from kiosk.hall.kept import Kept
from kiosk.hall.link import LARGEST_CATALOGUE, Answer, Link
from kiosk.hall.mandates import Mandates
from kiosk.hall.messages import Hall, Item, Line, Refusal, Ticket
from kiosk.hall.notices import Notices
from kiosk.hall.opinions import Opinions
from kiosk.hall.people import OnShowHere, Rung
from kiosk.hall.people_wire import on_show_of, rung_of
from kiosk.hall.person import Person, holder_of
from kiosk.hall.roster import Roster, picture
from kiosk.hall.wire import hall_of, items_of, ticket_of

T = TypeVar("T")

TICKET_OPEN = "ticket_open"  # refused with the person's own ticket in the answer

log = logging.getLogger("bangban.hall")


class HallClient:
    """For one hall. ``hall`` remembers the last answer, which gives tickets the names of their lines; with ``spell`` it brings
    what the hall does for people, and its guides, too, and what is there to read stays in ``kept``. Thread-safe."""

    def __init__(
        self, link: Link, hall_id: str, spell: Spell | None = None, clock: Clock = SystemClock(), kept: Kept | None = None
    ) -> None:
        self._link = link
        self._kept = kept
        self._items = Items(self.items, spell) if spell is not None else None
        self._guides = Guides(self.guides, lambda zone: clock.utc().astimezone(zone_of(zone)).date())
        self._path = f"/halls/{quote(hall_id, safe='')}"
        self._roster = Roster(self.on_show, lambda one: picture(link, f"{self._path}/roster/{one.id}/picture"))
        self.known: Hall | None = None
        self.bookings = Bookings(link, self._path, lambda: self._lines, self._read)
        self.notices = Notices(link, self._path, self._read)
        self.opinions = Opinions(link, self._path, self._read)
        self.mandates = Mandates(link, self._path, self._read)

    def hall(self) -> Hall | Refusal:
        found = self._keeping(keeping.HALL, self._link.ask("GET", self._path), hall_of)
        if isinstance(found, Hall):
            self.known = found = self.whole(found)
        return found

    def lines(self) -> Hall | Refusal:
        """The hall at once: with the items and guides that are known already, at the start none."""
        found = self._keeping(keeping.HALL, self._link.ask("GET", self._path), hall_of)
        if isinstance(found, Hall):
            brought = self._items.known(found) if self._items is not None else found
            self.known = found = self._roster.known(self._guides.known(brought))
        return found

    def whole(self, hall: Hall) -> Hall:
        """The same with its items and guides as they are now: asked for, and the items spelled, where its set-up has changed,
        which takes a second."""
        self.known = hall if self._items is None else self._roster.of(self._guides.of(self._items.of(hall)))
        return self.known

    def remembered(self) -> Hall | None:
        """What was kept on the disk, to be read while the service is away; None where it answered already or nothing was kept."""
        hall = self._kept.hall() if self._kept is not None and self.known is None else None
        if hall is None or self._kept is None or self._items is None:
            return None
        self._items.begin(self._kept.items())
        self._guides.begin(self._kept.guides())
        self.known = self._guides.known(self._items.known(hall))
        return self.known

    def items(self) -> tuple[Item, ...] | Refusal:
        """What the hall does for people."""
        answer = self._link.ask("GET", f"{self._path}/items", largest=LARGEST_CATALOGUE)
        return self._keeping(keeping.ITEMS, answer, items_of)

    def guides(self) -> tuple[Guide, ...] | Refusal:
        """What there is to read about it: everything in force today."""
        answer = self._link.ask("GET", f"{self._path}/guides", largest=LARGEST_CATALOGUE)
        return self._keeping(keeping.GUIDES, answer, guides_of)

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
            body["holder"] = holder_of(person)
        if priority is not None:
            body["priority"] = {"class": priority, "evidence": evidence}
        return self._ticket(self._link.ask("POST", f"{self._path}/tickets", body, key))

    def check_in(self, key: str, code: str, lang: str) -> Ticket | Refusal:
        """The ticket of an appointment, by the code that was told when it was booked."""
        body = {"code": code, "lang": lang}
        return self._ticket(self._link.ask("POST", f"{self._path}/appointments/check-in", body, key))

    def ring(self, key: str, body: Mapping[str, Any]) -> Rung | Refusal:
        """Calls a helper, with a ``help_body``."""
        return self._read(self._link.ask("POST", self.help_path, body, key), rung_of)

    def on_show(self) -> OnShowHere | Refusal:
        """The staff whom the hall shows, without their pictures."""
        return self._read(self._link.ask("GET", f"{self._path}/roster"), on_show_of)

    @property
    def help_path(self) -> str:
        return f"{self._path}/help"

    @property
    def events_path(self) -> str:
        return f"{self._path}/events"

    @property
    def _lines(self) -> dict[str, Line]:
        return {one.id: one for one in self.known.lines} if self.known is not None else {}

    def _ticket(self, answer: Answer) -> Ticket | Refusal:
        lines = self._lines
        if answer.code == TICKET_OPEN:
            return self._read(Answer(None, answer.data), lambda data: replace(ticket_of(data.get("ticket"), lines), earlier=True))
        return self._read(answer, lambda data: ticket_of(data, lines))

    def _keeping(self, part: str, answer: Answer, read: Callable[[Any], T]) -> T | Refusal:
        found = self._read(answer, read)
        if self._kept is not None and not isinstance(found, Refusal):
            self._kept.keep(part, answer.data)
        return found

    def _read(self, answer: Answer, read: Callable[[Any], T]) -> T | Refusal:
        if answer.refusal is not None:
            return answer.refusal
        try:
            return read(answer.data)
        except Misread as error:
            log.error("an answer that cannot be read, at %s: the versions of terminal and service differ", error)
            return Refusal.NOT_UNDERSTOOD


def help_body(doing: str, line: str = "", item: str = "") -> Mapping[str, Any]:
    return {"doing": doing} | ({"line": line} if line else {}) | ({"item": item} if item else {})


def close_path(call_id: str) -> str:
    return f"/help/{quote(call_id, safe='')}/close"


def rating_path(ticket_id: str) -> str:
    return f"/tickets/{quote(ticket_id, safe='')}/rating"


def rating_body(level: int | None, channel: str) -> Mapping[str, Any]:
    return {"level": level, "channel": channel}


def help_rating_path(call_id: str) -> str:
    return f"/help/{quote(call_id, safe='')}/rating"


def help_rating_body(level: int | None, lang: str) -> Mapping[str, Any]:
    return {"level": level, "channel": "touch", "lang": lang}


def print_path(ticket_id: str) -> str:
    return f"/tickets/{quote(ticket_id, safe='')}/print"


def print_body(outcome: str, fault: str | None, reprint: bool) -> Mapping[str, Any]:
    return {"outcome": outcome, "fault": fault, "reprint": reprint}
