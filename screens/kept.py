"""Sheets of this visit, kept: who goes back, or to a view that was expected, does not wait until it is laid again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace

from kiosk.visit import Shown
from screens.sheet import Sheet

MOST = 32  # a visit shows ten to twenty views, and eight more are expected


class KeptSheets:
    """``lay`` makes the sheet of one page of a view; nothing but its ``seq`` is of the moment. Belongs to Kivy's thread."""

    def __init__(self, lay: Callable[[Shown, int], Sheet], most: int = MOST) -> None:
        self._lay = lay
        self._most = most
        self._held: OrderedDict[Hashable, Sheet] = OrderedDict()

    def of(self, shown: Shown, page: int = 0) -> Sheet:
        key = shown.view, shown.settings, shown.tools, page
        sheet = self._held.get(key)
        if sheet is None:
            sheet = self._held[key] = self._lay(shown, page)
            if len(self._held) > self._most:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        return sheet if sheet.seq == shown.seq else replace(sheet, seq=shown.seq)

    def forget(self) -> None:
        """The visit is over: its sheets hold what a person was shown."""
        self._held.clear()
