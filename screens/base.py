"""What every screen does: take a view, lay a sheet. Nothing else; what a touch means is written on the sheet's elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar, Generic, cast

from kiosk.text.facts import facts
from kiosk.text.shape import VERTICAL
from kiosk.views import Weight
from kiosk.visit import Shown
from screens import paging
from screens.desk import Desk, text_element
from screens.geometry import Box, Room
from screens.laid import PINNED, Laid, V, best_of, until_together
from screens.paging import Page, Part
from screens.sheet import Element, Role, Shape, Sheet
from screens.widgets import fixed, grid, header
from screens.widgets.fixed import Fixed
from screens.widgets.grid import Grid
from screens.widgets.header import Band, Headed, Sentence
from screens.widgets.picture import LEAST as LEAST_PICTURE
from screens.widgets.picture import draw_picture
from screens.widgets.text_block import Item

AROUND = 8.0  # units of clear space between the band, the words and the choices
PAGES = 2  # beyond so many a view gives up its second language, if that makes them fewer


class Screen(Generic[V]):
    """Draws one kind of view. Subclasses say what is special about it and lay nothing out themselves."""

    stacked: ClassVar[bool] = False  # choices below the words on a wide panel too
    columns: ClassVar[int] = 2  # of choices at most, per half of a wide panel or on the whole of a high one
    fill: ClassVar[bool] = False  # choices take all the room there is
    eager: ClassVar[bool] = False  # as many choices on the first page as go there; words may follow them
    quiet_below: ClassVar[bool] = False  # quiet choices in lower rows of their own, after the others
    whole: ClassVar[bool] = False  # on one page, whatever the size of text

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._by_width: dict[int, list[Grid]] = {}  # to set the choices of the one view it lays, by width: asked more than once

    # ---- what a view says; for subclasses ----

    def band(self, view: V) -> Band:
        return Band(("title", Role.TITLE, view.title, self.desk.title), self.desk.theme.header)

    def words(self, view: V) -> list[Sentence]:
        """Sentences below the band, in the order of reading."""
        found = [(f"body.{i}", Role.TEXT, sentence, self.desk.body) for i, sentence in enumerate(view.body)]
        return found + [(fact.element, Role.TEXT, fact.words, self.desk.body) for fact in facts(view)]

    def lead(self, view: V, width: int, room: int) -> list[Part]:
        """Parts before the choices."""
        return self.sentences(self.words(view), width, room)

    def leads(self, view: V, width: int, room: int) -> list[list[Part]]:
        """The same in ways to be tried where the choices would else not be seen at once; the last is in pieces."""
        return [self.lead(view, width, room), self.lead(view, width, 0)]

    def lead_wide(self, view: V, width: int, room: int) -> list[Part]:
        """Parts beside the choices, on a wide panel."""
        return self.lead(view, width, room)

    def share(self, view: V) -> float:
        """Of the width of a wide panel, for the words beside the choices."""
        return 0.44

    def aside(self, view: V, width: int, room: int) -> list[Part]:
        """Parts that on a wide panel stand above the choices instead of among the words."""
        return []

    def tail(self, view: V, width: int) -> list[Part]:
        """Parts after the choices."""
        return []

    def picture(self, view: V) -> str | None:
        return None

    def opened(self, first: list[Part], later: list[Part]) -> bool:
        """Whether enough choices stand on the first page: one at least, where there are any."""
        return paging.ways(first) > 0 or not paging.ways(later)

    # ---- laying ----

    def compose(self, shown: Shown, page: int = 0) -> Sheet:
        """The sheet of one page (from 0; the last one if there are fewer)."""
        keys, laid = self._ready(shown)
        return self._sheet(shown, keys, laid, min(page, len(laid.pages) - 1))

    def compose_all(self, shown: Shown) -> list[Sheet]:
        """Every page; the view is laid once for all of them."""
        keys, laid = self._ready(shown)
        return [self._sheet(shown, keys, laid, page) for page in range(len(laid.pages))]

    def _ready(self, shown: Shown) -> tuple[Fixed, Laid[V]]:
        keys = fixed.set_fixed(self.desk.blank, shown.tools)  # kept beyond the visit: its pen must never write a name
        return keys, self._laid(cast(V, shown.view), keys)

    def _sheet(self, shown: Shown, keys: Fixed, laid: Laid[V], page: int) -> Sheet:
        desk, view = self.desk, cast(V, shown.view)
        area, panel = desk.scale.area.box, desk.scale.panel
        elements, under = laid.screen._draw(view, laid.pages[page], laid.room, single=len(laid.pages) == 1)
        ways, bar = keys.draw(view, page, len(laid.pages))
        sheet = Sheet(
            seq=shown.seq,
            view=view.name,
            size=(area.w, area.h),
            ground=desk.theme.page.fill,
            page=page,
            pages=len(laid.pages),
            under=tuple([*laid.head.grounds, *under, *bar]),
            elements=tuple([*laid.head.elements, *elements, *ways]),
            lang=shown.settings.lang,
            step=shown.settings.size,
            theme=desk.theme,
        )
        return sheet.placed(area, (panel.width_px, panel.height_px))

    def _laid(self, view: V, keys: Fixed) -> Laid[V]:
        """In both languages at the visit's size if that can be; the fixed keys keep their size and place whatever is tried."""
        tried = (type(self)(desk)._try(view, keys) for desk in self.desk.fallbacks)
        found = until_together(tried)
        best = best_of(found)
        if not best.holds:
            return type(self)(self.desk.last)._try(view, keys)
        if self.desk.pen.alone or best.screen.desk is not self.desk or len(best.pages) <= PAGES:
            return best
        brief = found[1] if len(found) > 1 else next(tried)
        return brief if brief.fits and len(brief.pages) < len(best.pages) else best

    def _try(self, view: V, keys: Fixed) -> Laid[V]:
        around, margin = self._gap, self.desk.scale.margin
        for paged in (False, True):
            head = header.draw_header(self.desk, self.band(view), keys.foot(view, paged))
            left = margin if head.rest.x == 0 else around
            wide, high = head.rest.w - left - margin, head.rest.h - 2 * around
            top = head.rest.y + around
            room = Room(head.rest.x + left, top, wide, high, max(0, self.desk.scale.area.line - top))
            found = self._wide(view, room) if self._is_wide(view) else self._high(view, room)
            if len(found) == 1:
                break
        return Laid(self, head, found, room)

    def sentences(self, named: Sequence[Sentence], width: int, room: int) -> list[Part]:
        """All set together if they fit into ``room``, else each as a part of its own."""
        if not named:
            return []
        whole = self._sentences(named, width)
        if len(named) == 1 or whole.height <= room:
            return [whole]
        return [part for one in named for part in self.sentences([one], width, room)]

    def _sentences(self, named: Sequence[Sentence], width: int) -> Part:
        group = self.desk.pen.write([Item(words, hand) for _, _, words, hand in named], width)
        paint = self.desk.theme.page
        elements = [text_element(id, role, group, paint, item=i) for i, (id, role, _, _) in enumerate(named)]
        return Part(group.size[1], tuple(elements), gap=self.desk.scale.px(AROUND))

    def _is_wide(self, view: V) -> bool:
        return self.desk.scale.wide and not self.stacked and not self.desk.scale.last and bool(view.choices)

    def _high(self, view: V, room: Room) -> list[list[Page]]:
        lead, tail = self.lead(view, room.w, room.h), self.tail(view, room.w)
        gap = self._gap
        below = paging.height(tail) + tail[0].gap + gap if tail else 0
        free = Box(0, 0, room.w, room.h - self._above(lead, room) - below)

        def pages(rows: list[Part]) -> list[Page]:
            if len(view.choices) <= PINNED:
                return paging.pages(lead, room.h, pinned=[*rows, *tail], line=room.line)
            return paging.pages([*lead, *rows, *tail], room.h, line=room.line)

        found = [[page] for page in pages(self._rows(view, free, room.h - room.line, gap, pages))]
        good = len(found) == 1 or not self.eager and Laid(self, Headed((), (), room), found, room).opens
        return found if good or not view.choices else [[page] for page in self._ahead(view, room, tail)]

    def _ahead(self, view: V, room: Room, tail: list[Part]) -> list[Page]:
        """Ways on first: below as many words as leave room for all of them, else as many ways as go on the first page."""
        gap, grids = self._gap, self._grids(view, room.w)
        short = self.leads(view, room.w, room.h)
        again = len(view.choices) <= PINNED
        for words, loose in paging.splits(short):
            free = room.h - self._above(paging.split(words, loose)[0], room)
            if (found := grid.fitted(grids, free, fill=self.fill)) is not None:
                return paging.ahead(words, self._spaced(found, gap), tail, room.h, again, room.line)

        def cost(rows: list[Part]) -> tuple[int, ...]:
            laid = paging.ahead(short[-1], [replace(rows[0], gap=gap), *rows[1:]], tail, room.h, again, room.line)
            return paging.beyond(rows, room.h - room.line), -paging.ways(laid[0]), len(laid)

        rows = self._spaced(grid.fewest(self.desk, grids, cost), gap)
        return paging.ahead(short[-1], rows, tail, room.h, again, room.line)

    def _above(self, words: list[Part], room: Room) -> int:
        """Pixels from the top of the room that choices below these words cannot have."""
        return max(room.line, paging.height(words) + (self._gap if words else 0))

    def _wide(self, view: V, room: Room) -> list[list[Page]]:
        left, right = self._halves(view, room)
        lead = paging.pages([*self.lead_wide(view, left.w, room.h), *self.tail(view, left.w)], room.h)
        aside = self.aside(view, right.w, room.h)
        gap = self.desk.scale.px(AROUND) if aside else 0
        free = Box(right.x, right.y, right.w, room.h - max(room.line, paging.height(aside) + gap))

        def pages(rows: list[Part]) -> list[Page]:
            if len(view.choices) <= PINNED:
                return paging.pages(aside, room.h, pinned=rows, line=room.line)
            return paging.pages([*aside, *rows], room.h, line=room.line)

        rows = pages(self._rows(view, free, room.h - room.line, gap, pages))
        both = max(len(lead), len(rows))
        return [[lead[min(i, len(lead) - 1)], rows[min(i, len(rows) - 1)]] for i in range(both)]

    def _rows(self, view: V, room: Box, most: int, gap: int, pages: Callable[[list[Part]], list[Page]]) -> list[Part]:
        """Rows of choices that together take the ``room`` if they can, else pages of ``most`` pixels; ``gap``: clear pixels
        above the first."""
        if not view.choices:
            return []

        def cost(rows: list[Part]) -> tuple[int, ...]:
            return paging.beyond(rows, most), len(pages([replace(rows[0], gap=gap), *rows[1:]]))

        grids = self._grids(view, room.w)
        return self._spaced(grid.fitted(grids, room.h, fill=self.fill) or grid.fewest(self.desk, grids, cost), gap)

    def _grids(self, view: V, width: int) -> list[Grid]:
        if width not in self._by_width:
            self._by_width[width] = self._set(view, width)
        return self._by_width[width]

    def _set(self, view: V, width: int) -> list[Grid]:
        narrow = self.desk.pen.lang in VERTICAL and not self.fill  # words in columns leave room for more
        quiet = tuple(choice for choice in view.choices if self.quiet_below and choice.weight is Weight.QUIET)
        loud = tuple(choice for choice in view.choices if choice not in quiet)
        columns = self.columns * 2 if narrow else self.columns
        return grid.set_grids(self.desk, loud or quiet, width, columns, quiet if loud else ())

    def _spaced(self, found: Grid, gap: int) -> list[Part]:
        first, *rest = grid.parts(self.desk, found)
        return [replace(first, gap=gap), *rest]

    @property
    def _gap(self) -> int:
        return self.desk.scale.px(AROUND / 2 if self.desk.smallest else AROUND)

    def _halves(self, view: V, room: Room) -> tuple[Room, Room]:
        between = self.desk.scale.px(AROUND * 1.5)
        left = round(room.w * self.share(view)) - between
        right = room.w - left - between
        return replace(room, w=left), replace(room, x=room.x + left + between, w=right)

    def _draw(self, view: V, columns: list[Page], room: Room, single: bool) -> tuple[list[Element], list[Shape]]:
        boxes = self._halves(view, room) if len(columns) == 2 else (room,)
        elements: list[Element] = []
        under: list[Shape] = []
        for box, page in zip(boxes, columns):
            spare = box.h - paging.height(page)
            name = self.picture(view) if single and box is boxes[0] else None
            if name is not None and spare >= self.desk.scale.px(LEAST_PICTURE):
                words = len(self.lead(view, box.w, box.h))
                page = self._with_picture(page, words, name, box.w, spare)
            placed, grounds = paging.place(page, box.x, box.y, box.line)
            elements += placed
            under += grounds
        return elements, under

    def _with_picture(self, page: Page, at: int, name: str, width: int, spare: int) -> Page:
        """A picture in the spare room, after the words and before the choices."""
        gap = self.desk.scale.px(AROUND)
        part = Part(spare - gap, (draw_picture(self.desk, name, width, spare - gap),), gap=gap)
        return [*page[:at], part, *page[at:]]
