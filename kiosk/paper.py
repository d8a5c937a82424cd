"""A ticket or a slip as a picture for the printer: the hall's words about it, drawn."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from kiosk import keeping
from kiosk.clock import zone_of
from kiosk.effects import PrintSlip, PrintTicket
from kiosk.hall.messages import Appointment, Hall, HallName, OpinionReceipt, Ticket, VisitReceipt
from kiosk.handouts import Handbook, Leaflet, NoticePaper
from kiosk.mandate_handouts import MandatePaper, ReceiptPaper
from kiosk.text.catalog import Catalog
from kiosk.text.document import Document
from kiosk.text.documents import appointment_document, ticket_document, visit_document
from kiosk.text.guide_papers import leaflet_document, notice_document
from kiosk.text.handbook import handbook_document, to_keep
from kiosk.text.keeping import as_text
from kiosk.text.mandate_papers import mandate_document, receipt_document
from kiosk.text.opinion_paper import opinion_document
from kiosk.text.raster import Side, ticket
from kiosk.text.review import SOURCE
from kiosk.text.shape import Shaper

NAMELESS = HallName((("zh", ""),))


class TicketPaper:
    """``hall``: the hall as it is known now. ``shaper`` belongs to this alone: faces are not for two threads."""

    def __init__(
        self, catalog: Catalog, shaper: Shaper, hall: Callable[[], Hall | None], *, width_dots: int, side: Side = "left"
    ) -> None:
        self._catalog = catalog
        self._shaper = shaper
        self._hall = hall
        self._width_dots = width_dots
        self._side: Side = side

    def __call__(self, request: PrintTicket | PrintSlip) -> Image.Image:
        document = self._ticket(request) if isinstance(request, PrintTicket) else self._slip(request)
        return ticket(
            document, self._catalog, self._shaper, lang=request.lang, width_dots=self._width_dots, side=self._side
        )

    def _ticket(self, request: PrintTicket) -> Document:
        hall = self._hall()
        issued = request.ticket.issued_at.astimezone(zone_of(hall.zone if hall is not None else ""))
        return ticket_document(
            request.ticket,
            hall.name if hall is not None else NAMELESS,
            hall.phone if hall is not None else "",
            f"{issued:%m-%d %H:%M}",
            _priority(request.ticket, hall),
            request.reprint,
            self._second(request.lang),
        )

    def _slip(self, request: PrintSlip) -> Document:
        hall = self._hall()
        name, phone = (hall.name, hall.phone) if hall is not None else (NAMELESS, "")
        zone = zone_of(hall.zone if hall is not None else "")
        second = self._second(request.lang)
        match request.slip:
            case Appointment() as kept:
                return appointment_document(kept, name, phone, request.reprint, second)
            case NoticePaper() as told:
                lines = keeping.of_notice(told.guide, told.verdict, told.number)
                return notice_document(told, name, phone, as_text(lines, self._catalog, request.lang), second)
            case Leaflet() as taken:
                lines = keeping.of_guide(taken.guide, name, phone)
                return leaflet_document(taken, name, as_text(lines, self._catalog, request.lang), second)
            case Handbook() as book:
                lines = to_keep(book, name, phone)
                return handbook_document(book, name, phone, as_text(lines, self._catalog, request.lang), second)
            case ReceiptPaper() as receipt:
                lines = keeping.of_receipt(receipt.told, phone)
                return receipt_document(receipt, name, phone, zone, as_text(lines, self._catalog, request.lang), second)
            case MandatePaper() as form:
                return mandate_document(form, name, phone, zone, second)
            case VisitReceipt() as asked:
                return visit_document(asked, name, phone, request.reprint, second)
            case OpinionReceipt() as told:
                return opinion_document(told, name, phone, request.reprint, second)

    def _second(self, lang: str) -> str | None:
        return lang if lang != SOURCE else self._catalog.second


def _priority(issued: Ticket, hall: Hall | None) -> HallName | None:
    classes = hall.priorities if hall is not None else ()
    return next((one.name for one in classes if one.id == issued.priority), None)
