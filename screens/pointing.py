"""A finger on words: touched and let go there, they are read aloud from there on. Pure; the time is passed in.

It takes nothing from the buttons: a palm that rests on the words while a finger chooses is no touch of them, nor is a long or a
sliding one, nor the second strike of a trembling hand.
"""

from __future__ import annotations

from screens.press import STRIKE_S
from screens.sheet import Element, Sheet

LONG_S = 1.0  # a finger that stays longer than this leans


class Pointing:
    def __init__(self) -> None:
        self._finger: object | None = None
        self._words: Element | None = None
        self._since = 0.0
        self._last = float("-inf")

    def down(self, finger: object, sheet: Sheet, x: float, y: float, now: float) -> None:
        words = sheet.words_at(x, y)
        if self._finger is None and words is not None and now - self._last >= STRIKE_S:
            self._finger, self._words, self._since = finger, words, now

    def up(self, finger: object, x: float, y: float, now: float) -> Element | None:
        """The words that were touched, if any."""
        if finger is not self._finger:
            return None
        words = self._words
        self.drop()
        if words is None or now - self._since > LONG_S or not words.box.contains(x, y):
            return None
        self._last = now
        return words

    def drop(self) -> None:
        """Something was chosen meanwhile, or the glass changed."""
        self._finger, self._words = None, None
