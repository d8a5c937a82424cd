"""A ticket drawn for the printer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.effects import PrintSlip, PrintTicket
from kiosk.paper import TicketPaper
from kiosk.text.fonts import Fonts
from kiosk.text.shape import Shaper
from tests.kiosk.rig import catalog
from tests.kit.bookings import OURS, RECEIPT
from tests.kit.people import HALL, ticket


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(Fonts.find())


def test_it_is_as_wide_as_the_paper_and_black_on_white(shaper: Shaper) -> None:
    for width in (576, 384):
        image = TicketPaper(catalog(), shaper, lambda: HALL, width_dots=width)(PrintTicket(ticket(), "zh"))
        assert image.mode == "1" and image.width == width and image.height > 300


def test_priority_reprint_and_an_unknown_hall_make_other_tickets(shaper: Shaper) -> None:
    paper = TicketPaper(catalog(), shaper, lambda: HALL, width_dots=576)
    plain = paper(PrintTicket(ticket(), "zh"))
    others = [
        paper(PrintTicket(ticket(priority="elderly"), "zh")),
        paper(PrintTicket(ticket(priority="class-that-is-gone"), "zh")),
        paper(PrintTicket(ticket(), "zh", reprint=True)),
        paper(PrintTicket(replace(ticket(), number="B007"), "zh")),
        TicketPaper(catalog(), shaper, lambda: None, width_dots=576)(PrintTicket(ticket(), "zh")),
    ]
    assert all(other.tobytes() != plain.tobytes() for other in others)


def test_slips_of_an_appointment_and_of_a_visit(shaper: Shaper) -> None:
    paper = TicketPaper(catalog(), shaper, lambda: HALL, width_dots=576)
    slips = [paper(PrintSlip(OURS, "zh")), paper(PrintSlip(OURS, "zh", reprint=True)), paper(PrintSlip(RECEIPT, "zh"))]
    assert len({slip.tobytes() for slip in slips}) == 3
    nowhere = TicketPaper(catalog(), shaper, lambda: None, width_dots=576)(PrintSlip(RECEIPT, "zh"))
    assert nowhere.height < slips[2].height, "a telephone that is not known is left out"


def test_the_second_language_is_the_one_that_the_visit_was_in(shaper: Shaper) -> None:
    """Of a hall whose second language is another."""
    paper = TicketPaper(catalog(second="mn"), shaper, lambda: HALL, width_dots=576)
    english = TicketPaper(catalog(second="en"), shaper, lambda: HALL, width_dots=576)(PrintTicket(ticket(), "en"))
    assert paper(PrintTicket(ticket(), "en")).tobytes() == english.tobytes()
    assert paper(PrintTicket(ticket(), "zh")).tobytes() != english.tobytes()
