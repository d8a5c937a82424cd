"""The ticket, drawn as one, and the truth about its paper."""

from __future__ import annotations

from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import Msg, TicketShown
from screens import paging
from screens.base import Screen
from screens.paging import Part
from screens.sheet import Role
from screens.widgets.card import draw_card
from screens.widgets.header import Sentence
from screens.widgets.paper import draw_paper, draw_scan

OUTCOME = "ticket.outcome"
SHORT_SHARE = 0.38
ICONS = {"printed": "done", "printing": "printer", "remember": "info"}  # any other outcome is a warning


class TicketScreen(Screen[TicketShown]):
    def share(self, view: TicketShown) -> float:
        """Where room is short, what became of the paper needs it more than the number does."""
        return SHORT_SHARE if self.desk.smallest else super().share(view)

    def lead(self, view: TicketShown, width: int, room: int) -> list[Part]:
        """Bad news of the paper stands above the number that must now be remembered, so that it is on the first page too."""
        told = self.aside(view, width, room)
        bad = told[:1] if view.outcome is not None and _kind(view.outcome) not in ICONS else []
        number, *rest = draw_paper(self.desk, view, width, room - paging.height(bad) - sum(part.gap for part in bad))
        return [*bad, replace(number, first=True), *rest, *told[len(bad) :]]

    def lead_wide(self, view: TicketShown, width: int, room: int) -> list[Part]:
        return draw_paper(self.desk, view, width, room)

    def aside(self, view: TicketShown, width: int, room: int) -> list[Part]:
        told = self._outcome(view, width)
        return [*told, *draw_scan(self.desk, view.qr, "ticket", view, width), *self.sentences(self.words(view), width, room)]

    def words(self, view: TicketShown) -> list[Sentence]:
        return [(f"body.{i}", Role.TEXT, words, self.desk.body) for i, words in enumerate(view.body)]

    def _outcome(self, view: TicketShown, width: int) -> list[Part]:
        words = next((fact.words for fact in facts(view) if fact.element == OUTCOME), None)
        if words is None:
            return []
        paint = self.desk.theme.card if _kind(words) in ICONS else self.desk.theme.warning
        named = (OUTCOME, Role.TEXT, words, self.desk.body)
        return [replace(draw_card(self.desk, named, width, icon=ICONS.get(_kind(words), "warning"), paint=paint), first=True)]


def _kind(outcome: Msg) -> str:
    """"printed" of "ticket-printed" and "slip-printed" alike."""
    return outcome.id.partition("-")[2]
