"""The voice and the pages: whose sentence is heard, and which page it stands on. Pure.

The page follows the voice, so that who reads along need not turn it; but not after the resident turned one, for then they look
for something. Another question, or asking for the voice, lets it follow again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from screens.sheet import Element, Sheet


class Following:
    def __init__(self) -> None:
        self._element: str | None = None
        self._places: dict[str, int] | None = None  # the page of each element
        self._turned = False

    def question(self) -> None:
        """Another view, which begins on its first page."""
        self._turned = False

    def changed(self) -> None:
        """The pages are laid anew."""
        self._places = None

    def turned(self) -> None:
        """By the resident."""
        self._turned = True

    def asked(self) -> None:
        """The resident asked for the voice."""
        self._turned = False

    def hears(self, element: str | None) -> None:
        self._element = element

    def on(self, sheet: Sheet) -> Element | None:
        """The element whose sentence is heard, if it stands here."""
        return sheet.element(self._element) if self._element is not None else None

    def page(self, sheet: Sheet, pages: Callable[[], Sequence[Sheet]]) -> int | None:
        """Where to turn to, from 0; None: stay. ``pages`` lays all of them."""
        if self._element is None or self._turned or sheet.pages == 1 or self.on(sheet) is not None:
            return None
        if self._places is None:
            self._places = {one.id: laid.page for laid in reversed(pages()) for one in laid.elements}
        return self._places.get(self._element)
