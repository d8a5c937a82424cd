"""Carries out what the flows ask for: questions to the service, paper, the pad. Runs on workers and may block."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PIL import Image

from devices.ports import RatingPad, Recogniser, TicketPrinter
from devices.types import Holder
from kiosk.effects import (
    AskBooking,
    AskMandate,
    CallHelper,
    CheckIn,
    CloseHelp,
    ClosePad,
    Effect,
    IssueTicket,
    OpenPad,
    PrintSlip,
    PrintTicket,
    RateHelp,
    Recognise,
    RecordNotice,
    RefreshHall,
    SendRating,
)
from kiosk.events import (
    BookingAnswered,
    Event,
    HallKnown,
    HallLost,
    HelpPlaced,
    HelpRefused,
    MandateAnswered,
    NoticeLost,
    NoticeRecorded,
    RatingLost,
    RatingSaved,
    Recognised,
    SlipPrinted,
    TicketIssued,
    TicketPrinted,
    TicketRefused,
)
from kiosk.hall.client import (
    HallClient,
    close_path,
    help_body,
    help_rating_body,
    help_rating_path,
    print_body,
    print_path,
    rating_body,
    rating_path,
)
from kiosk.hall.courier import Courier
from kiosk.hall.link import Link
from kiosk.hall.messages import Hall, Refusal, Ticket
from kiosk.hall.notices import Recorded, notice_body
from kiosk.hall.outbox import Kind, Outbox, OutboxFailed
from kiosk.hall.people import Rung
from kiosk.hall.person import Person
from kiosk.mandating import FindMandates, GiveMandate, MandateQuestion, MandateReply, ReadForms, ReadOnFile, ReceiveResult
from kiosk.questions import AskVisit, Book, CancelBooking, FindBookings, FindSlots, MoveBooking, Question, Reply, TellOpinion
from kiosk.signature import as_png

HELP_KEEPS_S = 600.0  # a call for a helper that could not be sent for longer is no use to anybody

Paper = Callable[[PrintTicket | PrintSlip], Image.Image]


class Performer:
    """``paper`` draws a ticket or a slip for ``printer``; ``printer`` is None where there is none, and ``pads`` may be empty."""

    def __init__(
        self,
        link: Link,
        client: HallClient,
        outbox: Outbox,
        courier: Courier,
        *,
        printer: TicketPrinter | None = None,
        paper: Paper | None = None,
        pads: Sequence[RatingPad] = (),
        recogniser: Recogniser | None = None,
    ) -> None:
        self._link = link
        self._client = client
        self._outbox = outbox
        self._courier = courier
        self._printer = printer
        self._paper = paper
        self._pads = pads
        self._recogniser = recogniser

    @property
    def table(self) -> dict[type, Callable[[Any], Event | None]]:
        """For the runner: what carries out each kind of effect."""
        table: dict[type, Callable[[Any], Event | None]] = {
            IssueTicket: self.issue,
            CheckIn: self.check_in,
            AskBooking: self.ask_booking,
            AskMandate: self.ask_mandate,
            CallHelper: self.call_helper,
            CloseHelp: self.close_help,
            RecordNotice: self.record_notice,
            SendRating: self.rate,
            RateHelp: self.rate_help,
            RefreshHall: self.refresh,
            OpenPad: self.open_pad,
            ClosePad: self.close_pad,
            Recognise: self.recognise,
        }
        return table | ({PrintTicket: self.print, PrintSlip: self.print_slip} if self._printer is not None else {})

    def issue(self, request: IssueTicket) -> Event:
        answer = self._client.issue(
            request.key, request.line, request.lang, _person(request.holder), request.priority, request.evidence
        )
        return TicketIssued(request.key, answer) if isinstance(answer, Ticket) else TicketRefused(request.key, answer)

    def check_in(self, request: CheckIn) -> Event:
        answer = self._client.check_in(request.key, request.code, request.lang)
        return TicketIssued(request.key, answer) if isinstance(answer, Ticket) else TicketRefused(request.key, answer)

    def print(self, request: PrintTicket) -> Event:
        assert self._printer is not None and self._paper is not None
        result = self._printer.print(self._paper(request))
        fault = result.fault.value if result.fault is not None else None
        self._send(Kind.PRINT, print_path(request.ticket.id), print_body(result.outcome.value, fault, request.reprint))
        return TicketPrinted(request.ticket.id, result)

    def ask_booking(self, request: AskBooking) -> Event:
        return BookingAnswered(request.key, self._reply(request.key, request.question))

    def _reply(self, key: str, question: Question) -> Reply:
        bookings = self._client.bookings
        match question:
            case FindSlots(line):
                return bookings.slots(line)
            case Book(line, day, at, lang, holder, phone):
                return bookings.book(key, line, day, at, lang, _person(holder), phone)
            case FindBookings(code, holder):
                return bookings.find(code, _person(holder))
            case MoveBooking(appointment, day, at):
                return bookings.move(appointment, day, at)
            case CancelBooking(appointment):
                return bookings.cancel(appointment)
            case AskVisit(phone, for_line, other, group, holder):
                return bookings.ask_visit(key, phone, for_line.id if for_line else None, other, group, _person(holder))
            case TellOpinion(kind, topics, phone, lang, holder):
                return self._client.opinions.tell(key, kind, topics, phone, lang, holder.name if holder is not None else None)

    def ask_mandate(self, request: AskMandate) -> Event:
        """A mandate holds a person, so it never waits on the disk: without an answer the resident is told, and asks again."""
        return MandateAnswered(request.key, self._mandate(request.key, request.question))

    def _mandate(self, key: str, question: MandateQuestion) -> MandateReply:
        mandates = self._client.mandates
        match question:
            case ReadForms():
                return mandates.forms()
            case ReadOnFile(item, holder):
                return mandates.on_file(item, person_of(holder))
            case FindMandates(code, last_four, holder):
                return mandates.find(code, last_four, _person(holder))
            case ReceiveResult(mandate, FindMandates(code, last_four, holder), strokes):
                return mandates.receive(mandate, code, last_four, _person(holder), as_png(strokes))
            case GiveMandate(item, holder, lang, phone, papers, strokes, again, filed):
                signature = as_png(strokes) if strokes is not None else None
                return mandates.give(key, item, person_of(holder), phone, papers, signature, lang, again, filed)

    def print_slip(self, request: PrintSlip) -> Event:
        assert self._printer is not None and self._paper is not None
        return SlipPrinted(request.slip.id, self._printer.print(self._paper(request)))

    def call_helper(self, request: CallHelper) -> Event:
        body = help_body(request.doing, request.line, request.item)
        answer = self._client.ring(request.key, body)
        if isinstance(answer, Rung):
            return HelpPlaced(request.key, answer.id, False, answer.duty, answer.phone_after_s)
        if answer not in (Refusal.UNREACHABLE, Refusal.BUSY):
            return HelpRefused(request.key, answer)
        expires = time.time() + HELP_KEEPS_S
        try:
            self._outbox.put(Kind.HELP, "POST", self._client.help_path, body, key=request.key, expires=expires)
        except OutboxFailed:
            return HelpRefused(request.key, answer)
        self._courier.nudge()
        return HelpPlaced(request.key, "", queued=True)

    def record_notice(self, request: RecordNotice) -> Event:
        """To the service with the person, who is never written to the disk; without them it waits there for a service that is
        away, and then it cannot count against the hall."""
        notices = self._client.notices
        body = notice_body(request.visit, request.item, request.version, dict(request.answers), request.held, dict(request.parts))
        answer = notices.record(request.key, body, _person(request.holder))
        if isinstance(answer, Recorded):
            return NoticeRecorded(request.key, answer.number, answer.second)
        try:
            if answer in (Refusal.UNREACHABLE, Refusal.BUSY):
                self._outbox.put(Kind.NOTICE, "POST", notices.path, body, key=request.key)
                self._courier.nudge()
                return NoticeRecorded(request.key)
        except OutboxFailed:
            pass
        return NoticeLost(request.key)

    def close_help(self, request: CloseHelp) -> None:
        """Once: the staff see for themselves that somebody was helped, and close what stays open."""
        self._link.ask("POST", close_path(request.request_id))

    def rate(self, request: SendRating) -> Event:
        kept = self._send(Kind.RATING, rating_path(request.ticket_id), rating_body(request.level, request.channel))
        return RatingSaved(request.ticket_id) if kept else RatingLost(request.ticket_id)

    def rate_help(self, request: RateHelp) -> Event:
        body = help_rating_body(request.level, request.lang)
        kept = self._send(Kind.RATING, help_rating_path(request.call_id), body)
        return RatingSaved(request.call_id) if kept else RatingLost(request.call_id)

    def refresh(self, request: RefreshHall) -> Event:
        answer = self._client.hall()
        return HallKnown(answer) if isinstance(answer, Hall) else HallLost(answer)

    def recognise(self, request: Recognise) -> Event:
        assert self._recogniser is not None  # without one nobody is offered to write
        return Recognised(request.strokes, self._recogniser.recognise(request.strokes, request.most, request.among))

    def open_pad(self, request: OpenPad) -> None:
        for pad in self._pads:
            pad.open(request.session)

    def close_pad(self, request: ClosePad) -> None:
        for pad in self._pads:
            pad.close()

    def _send(self, kind: Kind, path: str, body: Mapping[str, Any]) -> bool:
        """To the disk first, then to the service; straight to the service when the disk is full. False: to neither."""
        try:
            self._outbox.put(kind, "PUT", path, body)
        except OutboxFailed:
            return self._link.ask("PUT", path, body).refusal is None
        self._courier.nudge()
        return True


class Workers:
    """Threads for what blocks. Paper comes out in order, so do the openings of a pad; questions do not wait for each other."""

    def __init__(self) -> None:
        self._asking = ThreadPoolExecutor(4, "asking")
        self._printing = ThreadPoolExecutor(1, "printing")
        self._rating = ThreadPoolExecutor(1, "pad")

    def __call__(self, effect: Effect, job: Callable[[], None]) -> None:
        match effect:
            case PrintTicket() | PrintSlip():
                self._printing.submit(job)
            case OpenPad() | ClosePad():
                self._rating.submit(job)
            case _:
                self._asking.submit(job)

    def stop(self) -> None:
        """What has begun is finished: a ticket half printed would be a lie."""
        for pool in (self._asking, self._printing, self._rating):
            pool.shutdown(wait=True, cancel_futures=True)


def _person(holder: Holder | None) -> Person | None:
    return person_of(holder) if holder is not None else None


def person_of(holder: Holder) -> Person:
    birth = holder.birth.isoformat() if holder.birth is not None else None
    return Person(holder.kind.value, holder.name, holder.id_number, birth)
