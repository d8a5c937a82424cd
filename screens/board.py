"""The hall's display: the last calls, newest first, their numbers large enough for the farthest seat."""

from __future__ import annotations

from kiosk.views import Board, BoardRow, Msg, msg
from kiosk.visit import Shown
from screens import board_plan
from screens.base import Screen
from screens.board_band import draw_band, near, pad
from screens.board_plan import BETWEEN, GAP, ICON, Plan
from screens.desk import text_element
from screens.drawings import Tone
from screens.geometry import Box
from screens.sheet import Element, Face, Mark, Role, Shape, Sheet
from screens.theme import Paint
from screens.widgets.text_block import Group, Hand, Item

SMALLER = 0.8  # times the other words
RING = 0.1  # of the ink: between a row's edge and the line within it that marks what is being spoken


class BoardScreen(Screen[Board]):
    def compose_all(self, shown: Shown) -> list[Sheet]:
        return [self.compose(shown)]

    def compose(self, shown: Shown, page: int = 0) -> Sheet:
        view = shown.view
        assert isinstance(view, Board)
        panel, theme = self.desk.scale.panel, self.desk.theme
        band = draw_band(self.desk, self._title(view.title), view.hall, view.clock)
        elements, room = list(band.elements), band.room
        for i, words in enumerate(view.body):
            group = self._told(words, room, view.rows)
            y = room.y if view.rows else room.y + (room.h - group.size[1]) // 2
            x = room.x + (room.w - group.size[0]) // 2
            elements.append(text_element(f"body.{i}", Role.TEXT, group, theme.page, x=x, y=y))
            taken = y + group.size[1] + pad(self.desk) - room.y
            room = Box(room.x, room.y + taken, room.w, max(0, room.h - taken))
        if view.rows:
            elements += self._table(view, room)
        return Sheet(
            seq=shown.seq,
            view=view.name,
            size=(panel.width_px, panel.height_px),
            ground=theme.page.fill,
            page=0,
            pages=1,
            under=band.grounds,
            elements=tuple(elements),
            lang=shown.settings.lang,
            step=shown.settings.size,
            theme=theme,
        )

    def _title(self, words: Msg) -> Group:
        return self.desk.pen.write([Item(words, near(self.desk))], self.desk.scale.panel.width_px // 2)

    def _told(self, words: Msg, room: Box, rows: tuple[BoardRow, ...]) -> Group:
        """A sentence. Above calls it is smaller where it would else take from them what the farthest seat needs."""
        panel, heads = self.desk.scale.panel, self._heads()
        for times in (1.0, SMALLER):
            group = self.desk.pen.write([Item(words, near(self.desk, times))], room.w, align="center")
            taken = group.size[1] + pad(self.desk)
            rest = self._below(heads, Box(room.x, room.y + taken, room.w, max(0, room.h - taken)))
            if not rows or board_plan.plan(rows, rest, panel, self._measured).ink >= board_plan.least_px(panel):
                break
        return group

    def served_mm(self) -> float:
        """The distance from which a single call on this panel is read."""
        panel = self.desk.scale.panel
        band = draw_band(self.desk, self._title(msg("board-title")), None, "00:00")
        return board_plan.served_mm(self._below(self._heads(), band.room), panel, self._measured)

    # ---- the calls ----

    def _table(self, view: Board, room: Box) -> list[Element]:
        heads = self._heads()
        below = self._below(heads, room)
        plan = board_plan.plan(view.rows, below, self.desk.scale.panel, self._measured)
        elements: list[Element] = []
        for column in range(plan.columns):
            x = room.x + column * (plan.width + plan.gap)
            for name, head, at in zip(("number", "window"), heads, plan.stops):
                at = min(at, plan.width - head.size[0])
                elements.append(text_element(f"board.{name}.{column}", Role.TEXT, head, self.desk.theme.page, x=x + at, y=room.y))
        for i, row in enumerate(plan.rows):
            column, line = plan.place(i)
            left, top = room.x + column * (plan.width + plan.gap), below.y + line * (plan.height + plan.gap)
            elements.append(self._row(row, Box(left, top, plan.width, plan.height), plan))
        return elements

    def _below(self, heads: tuple[Group, ...], room: Box) -> Box:
        """The room that the heads of the columns leave."""
        taken = max(head.size[1] for head in heads) + round(self.desk.scale.panel.width_px * GAP)
        return Box(room.x, room.y + taken, room.w, room.h - taken)

    def _heads(self) -> tuple[Group, Group]:
        number, window = (
            self.desk.pen.write([Item(msg(id), near(self.desk, SMALLER))], self.desk.scale.panel.width_px // 5)
            for id in ("board-number", "board-window")
        )
        return number, window

    def _measured(self, text: str, hand: Hand) -> int:
        return self.desk.pen.plain(text, hand).size[0]

    def _row(self, row: BoardRow, box: Box, plan: Plan) -> Element:
        theme, pen = self.desk.theme, self.desk.pen
        paint = theme.fresh if row.fresh else theme.plain
        groups = [(pen.plain(text, plan.hand), at) for text, at in zip((row.number, row.window), plan.stops)]
        runs = [run for group, at in groups for run in group.runs(paint, box.x + at, box.y + (box.h - group.size[1]) // 2)]
        thick = self.desk.scale.px(2.0 if row.fresh else 0.6)
        grounds = [Shape(box, paint.fill, paint.edge, thick, round(box.h * 0.12))]
        if row.aloud:
            grounds.append(Shape(box.inset(round(plan.ink * RING)), paint.fill, paint.ink, thick, round(box.h * 0.09)))
        said = tuple((line.lang, line.text) for line in pen.both(msg("board-call", number=row.number, window=row.window)))
        face = Face(shapes=tuple(grounds), marks=self._marks(row, box, plan, paint), runs=tuple(runs))
        return Element(f"board.{row.number}", Role.NUMBER, box, face, paint, label=said, selected=row.fresh)

    def _marks(self, row: BoardRow, box: Box, plan: Plan, paint: Paint) -> tuple[Mark, ...]:
        """A loudspeaker before a call that has just come: not told by colour alone. An arrow to the window in every row."""
        side = round(plan.ink * ICON)
        y = box.y + (box.h - side) // 2
        start, end = plan.stops[0] + plan.number, plan.stops[1]
        to = Box(box.x + start + (end - start - side) // 2, y, side, side)
        arrow = Mark("arrow", Tone.LINE, to, paint.ink, paint.fill)
        call = Mark("call", Tone.LINE, Box(box.x + round(plan.ink * BETWEEN), y, side, side), paint.ink, paint.fill)
        return (call, arrow) if row.fresh else (arrow,)
