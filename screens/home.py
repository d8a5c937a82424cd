"""Start: the hall's name and the clock in the band, what can be done below."""

from __future__ import annotations

from kiosk.text.facts import facts
from kiosk.views import Home
from screens.base import Screen
from screens.sheet import Role
from screens.widgets.header import Band, Sentence
from screens.widgets.text_block import Hand

HALL, CLOCK = "home.hall", "home.clock"


class HomeScreen(Screen[Home]):
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
