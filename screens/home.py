"""Start: the hall's name and the clock in the band, what can be done below."""

from __future__ import annotations

from dataclasses import replace

from kiosk.text.facts import facts
from kiosk.views import Home
from screens import paging
from screens.base import Screen
from screens.paging import Part
from screens.sheet import Role
from screens.widgets.header import Band, Sentence
from screens.widgets.text_block import Hand

HALL, CLOCK = "home.hall", "home.clock"


class HomeScreen(Screen[Home]):
    quiet_below = True
    eager = True  # a line is one touch away: what there is to read may be turned to, and is read aloud in any case

    def opened(self, first: list[Part], later: list[Part]) -> bool:
        """All lines at the usual size of text, and all that can be chosen in two languages; larger, as many as there is room
        for."""
        if self.desk.scale.step > 0:
            return super().opened(first, later)
        return not (_lines(later) if self.desk.pen.alone else paging.ways(later))

    def lead(self, view: Home, width: int, room: int) -> list[Part]:
        """Why no line can be chosen now is seen before the lines."""
        parts = super().lead(view, width, room)
        shut = not any(choice.enabled and choice.badge for choice in view.choices)
        return [replace(part, first=True) if shut and _tells(part) else part for part in parts]

    def leads(self, view: Home, width: int, room: int) -> list[list[Part]]:
        """The second language of the sentences goes before that of the lines."""
        brief = HomeScreen(self.desk.at(self.desk.scale.step, alone=True))
        return [*super().leads(view, width, room), brief.lead(view, width, room), brief.lead(view, width, 0)]

    def band(self, view: Home) -> Band:
        said = {fact.element: fact.words for fact in facts(view)}
        name = Hand(self.desk.chrome.px, "bold")
        words: Sentence = ("title", Role.TITLE, view.title, self.desk.title)
        if HALL in said:
            words = (HALL, Role.TEXT, said[HALL], name)
        clock: Sentence | None = (CLOCK, Role.TEXT, said[CLOCK], name) if CLOCK in said else None
        return Band(words, self.desk.theme.header, aside=clock)

    def words(self, view: Home) -> list[Sentence]:
        desk = self.desk
        title: list[Sentence] = [("title", Role.TITLE, view.title, desk.title)] if view.hall else []
        body: list[Sentence] = [(f"body.{i}", Role.TEXT, words, desk.body) for i, words in enumerate(view.body)]
        rest = [fact for fact in facts(view) if fact.element not in (HALL, CLOCK)]
        return title + body + [(fact.element, Role.TEXT, fact.words, desk.hint) for fact in rest]

    def picture(self, view: Home) -> str | None:
        return "picture-card" if any(words.id == "home-card" for words in view.body) else None


def _lines(parts: list[Part]) -> int:
    return sum((element.act or "").startswith("line.") for part in parts for element in part.elements)


def _tells(part: Part) -> bool:
    return any(element.id.startswith("body.") for element in part.elements)
