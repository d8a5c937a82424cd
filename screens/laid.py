"""A try at laying a view, and which of several tries is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from kiosk.views import View
from screens import paging
from screens.geometry import Room
from screens.paging import Page
from screens.widgets.header import Headed
from screens.widgets.text_block import cut

if TYPE_CHECKING:
    from screens.base import Screen

V = TypeVar("V", bound=View)
PINNED = 2  # so few choices stand on every page; more of them follow the words


@dataclass(frozen=True)
class Laid(Generic[V]):
    """A try at laying a view: its band, and its parts in pages of one or two columns within ``room``."""

    screen: Screen[V]
    head: Headed
    pages: list[list[Page]]
    room: Room

    @property
    def fits(self) -> bool:
        """Everything has room, the first page holds what it must, and the view is not torn apart that must be seen whole."""
        return (len(self.pages) == 1 or not self.screen.whole) and self.opens and self.holds

    @property
    def holds(self) -> bool:
        """No part is higher than the room, and no word was cut."""
        pages = [page for columns in self.pages for page in columns]
        elements = [*self.head.elements, *(element for page in pages for part in page for element in part.elements)]
        fitting = all(paging.height(page, self.room.line) <= self.room.h for page in pages)
        return fitting and not any(cut(run.block) for element in elements for run in element.face.runs)

    @property
    def opens(self) -> bool:
        """Nobody has to turn a page before the first way on."""
        first = [part for page in self.pages[0] for part in page]
        later = [part for columns in self.pages[1:] for page in columns for part in page]
        return not any(part.first and part not in first for part in later) and self.screen.opened(first, later)

    @property
    def together(self) -> bool:
        """Who has two ways sees both before taking one."""
        pages = [{element.id for part in sum(columns, []) for element in part.elements if element.act} for columns in self.pages]
        return len(set().union(*pages)) > PINNED or all(ways <= pages[0] for ways in pages)


def until_together(tried: Iterable[Laid[V]]) -> list[Laid[V]]:
    """Those that were made until one was as it should be."""
    found: list[Laid[V]] = []
    for one in tried:
        found.append(one)
        if one.fits and one.together:
            break
    return found


def best_of(found: list[Laid[V]]) -> Laid[V]:
    """Of those that fit the first with both ways together, or else the first; where none fits, the last that was tried."""
    fitting = [one for one in found if one.fits]
    return next((one for one in fitting if one.together), (fitting or found[-1:])[0])
