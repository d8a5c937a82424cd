"""A page that the voice leads to, between being laid and being shown. Pure.

Laying takes a moment. A finger that came down meanwhile is read at the end of that look and told of in the next one, and it was
aimed at the page that stands there still: so the page is turned only after that, and not under the finger.
"""

from __future__ import annotations

from screens.sheet import Sheet

LOOKS = 2


class Turning:
    def __init__(self) -> None:
        self._sheet: Sheet | None = None
        self._left = 0

    def prepare(self, sheet: Sheet) -> None:
        """In place of another that was not shown yet."""
        self._sheet, self._left = sheet, LOOKS

    def drop(self) -> None:
        """The view changed, or a hand did something: the voice will lead there again."""
        self._sheet = None

    def look(self, held: bool) -> Sheet | None:
        """At the beginning of each look: what is to be shown now. ``held``: a finger is on a target."""
        if held:
            self.drop()
        self._left -= 1
        if self._sheet is None or self._left > 0:
            return None
        sheet, self._sheet = self._sheet, None
        return sheet
