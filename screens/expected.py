"""Views that are likely to come, laid before they do: so that their words are shaped and drawn when a touch asks for them.

What is laid stays as long as the visit (``screens.kept``), and its words in the shaper. Then it is done again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.visit import Shown
from screens.sheet import Sheet


class Expected:
    """``lay`` makes a sheet of a view. Belongs to Kivy's thread, but for ``learn``."""

    def __init__(self, lay: Callable[[Shown], Sheet]) -> None:
        self._lay = lay
        self._all: tuple[Shown, ...] = ()
        self._waiting: list[Shown] = []

    def learn(self, likely: Sequence[Shown]) -> None:
        """From any thread. The likeliest first; of each kind of question one is enough, the others share nearly all words."""
        self._all = tuple({(type(one.view), one.view.title.id): one for one in reversed(likely)}.values())
        self._waiting = list(self._all)

    def again(self) -> None:
        """All words were forgotten."""
        self._waiting = list(self._all)

    def one(self) -> None:
        """The next, while nobody is at the glass."""
        if self._waiting:
            drawn(self._lay(self._waiting.pop()))


def drawn(sheet: Sheet) -> Sheet:
    """With the pictures of its words made, which would else be made while it is put on the glass."""
    for element in sheet.elements:
        for run in element.face.runs:
            run.block.mask()
    return sheet
