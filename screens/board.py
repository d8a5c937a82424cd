"""The hall's display: the last calls, newest first, their numbers large enough for the farthest seat."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import Board, BoardRow, msg
from kiosk.visit import Shown
from screens.base import Screen
from screens.desk import text_element
from screens.drawings import Tone
from screens.geometry import Box
from screens.sheet import Element, Face, Mark, Role, Shape, Sheet
from screens.theme import Paint
from screens.widgets.text_block import Group, Hand, Item

FAR_MM = 61.0  # ink of a digit: 0.7 degrees at 5 m (accessibility.md row 53)
NEAR_MM = 30.0  # ink of the words: the ergonomic floor at 5 m (same row)
DIGIT = 0.84  # ink of a digit, of that of the Han character by which text is measured
BAND = 0.13  # of the panel's height
TALL = 0.62  # of a row's height that the ink of its number takes at most
ROWS = 3  # a column has the room of so many, however few there are
GAP, PAD = 0.012, 0.02  # of the panel's width
ICON, BETWEEN = 0.85, 0.4  # times the ink of the number


@dataclass(frozen=True)
class Plan:
    """How the rows lie: ``columns`` beside each other, each row ``width`` x ``height``; ``ink`` of a digit, and the widest
    number and window, in pixels."""

    columns: int
    width: int
    height: int
    ink: int
    number: int
    window: int

    @property
    def stops(self) -> tuple[int, int]:
        """Where number and window begin within a row."""
        return round(self.ink * (2 * BETWEEN + ICON)), self.width - round(self.ink * BETWEEN) - self.window

    @property
    def hand(self) -> Hand:
        return Hand(round(self.ink / DIGIT), "bold")


class BoardScreen(Screen[Board]):
    def compose(self, shown: Shown, page: int = 0) -> Sheet:
        view = shown.view
        assert isinstance(view, Board)
        panel, theme = self.desk.scale.panel, self.desk.theme
        elements, top = self._band(view)
        rule = Box(0, top - self.desk.scale.px(1), panel.width_px, self.desk.scale.px(1))
        grounds = (
            Shape(Box(0, 0, panel.width_px, top), theme.header.fill, theme.header.fill),
            Shape(rule, theme.header.edge, theme.header.edge),
        )
        pad = round(panel.width_px * PAD)
        room = Box(pad, top + pad, panel.width_px - 2 * pad, panel.height_px - top - 2 * pad)
        for i, words in enumerate(view.body):
            group = self.desk.pen.write([Item(words, self._near())], room.w, align="center")
            y = room.y if view.rows else room.y + (room.h - group.size[1]) // 2
            elements.append(text_element(f"body.{i}", Role.TEXT, group, theme.page, x=pad + (room.w - group.size[0]) // 2, y=y))
            room = Box(room.x, y + group.size[1] + pad, room.w, max(0, room.bottom - y - group.size[1] - pad))
        if view.rows:
            elements += self._table(view, room)
        return Sheet(
            seq=shown.seq,
            view=view.name,
            size=(panel.width_px, panel.height_px),
            ground=theme.page.fill,
            page=0,
            pages=1,
            under=grounds,
            elements=tuple(elements),
            lang=shown.settings.lang,
            step=shown.settings.size,
            theme=theme,
        )

    def _near(self, times: float = 1.0) -> Hand:
        """Words: readable from 5 m where the panel allows, and never so large that the numbers lack room."""
        panel = self.desk.scale.panel
        px = round(min(panel.px(NEAR_MM), panel.height_px * BAND * 0.36) * times)
        return Hand(px, "bold", second=round(px * self.desk.scale.ratio))

    def _band(self, view: Board) -> tuple[list[Element], int]:
        """Title, hall and clock, and the height of their band."""
        paint, panel, pen = self.desk.theme.header, self.desk.scale.panel, self.desk.pen
        pad = round(panel.width_px * PAD)
        right = panel.width_px - pad
        title = pen.write([Item(view.title, self._near())], panel.width_px // 2)
        laid = [("title", Role.TITLE, title, pad)]
        if view.clock:
            clock = pen.plain(view.clock, self._near())
            right -= clock.size[0]
            laid.append(("board.clock", Role.TEXT, clock, right))
            right -= pad
        if view.hall:
            name = pen.write([Item(msg("paper-hall", hall=view.hall), self._near(0.8))], right - title.size[0] - 2 * pad)
            laid.append(("board.hall", Role.TEXT, name, right - name.size[0]))
        high = max(round(panel.height_px * BAND), *(group.size[1] + pad for _, _, group, _ in laid))
        return [
            text_element(id, role, group, paint, x=x, y=(high - group.size[1]) // 2) for id, role, group, x in laid
        ], high

    # ---- the calls ----

    def _table(self, view: Board, room: Box) -> list[Element]:
        gap = round(self.desk.scale.panel.width_px * GAP)
        heads = self._heads()
        top = room.y + max(head.size[1] for head in heads) + gap
        plan = self._plan(view, Box(room.x, top, room.w, room.bottom - top))
        elements: list[Element] = []
        for column in range(plan.columns):
            x = room.x + column * (plan.width + gap)
            for name, head, at in zip(("number", "window"), heads, plan.stops):
                at = min(at, plan.width - head.size[0])
                elements.append(text_element(f"board.{name}.{column}", Role.TEXT, head, self.desk.theme.page, x=x + at, y=room.y))
        for i, row in enumerate(view.rows):
            column, line = divmod(i, -(-len(view.rows) // plan.columns))
            box = Box(room.x + column * (plan.width + gap), top + line * (plan.height + gap), plan.width, plan.height)
            elements.append(self._row(i, row, box, plan))
        return elements

    def _heads(self) -> tuple[Group, Group]:
        number, window = (
            self.desk.pen.write([Item(msg(id), self._near(0.8))], self.desk.scale.panel.width_px // 5)
            for id in ("board-number", "board-window")
        )
        return number, window

    def _plan(self, view: Board, room: Box) -> Plan:
        """One column if the numbers are then large enough, else whichever way makes them larger."""
        one = self._columns(view, room, 1)
        if one.ink >= self.desk.scale.panel.px(FAR_MM) or len(view.rows) <= ROWS:
            return one
        return max(one, self._columns(view, room, 2), key=lambda plan: plan.ink)

    def _columns(self, view: Board, room: Box, columns: int) -> Plan:
        gap = round(self.desk.scale.panel.width_px * GAP)
        width = (room.w - gap * (columns - 1)) // columns
        height = (room.h + gap) // max(-(-len(view.rows) // columns), ROWS) - gap
        number, window = self._widest(view, 100)
        across = (number + window) / 100 + 5 * BETWEEN + 2 * ICON
        ink = min(round(height * TALL), int(width / across))
        return Plan(columns, width, height, ink, *self._widest(view, ink))

    def _widest(self, view: Board, ink: int) -> tuple[int, int]:
        """The widest number and the widest window whose digits have this much ink."""
        hand = Hand(round(ink / DIGIT), "bold")
        number = max(self.desk.pen.plain(row.number, hand).size[0] for row in view.rows)
        return number, max(self.desk.pen.plain(row.window, hand).size[0] for row in view.rows)

    def _row(self, i: int, row: BoardRow, box: Box, plan: Plan) -> Element:
        theme, pen = self.desk.theme, self.desk.pen
        paint = theme.fresh if row.fresh else theme.plain
        groups = [(pen.plain(text, plan.hand), at) for text, at in zip((row.number, row.window), plan.stops)]
        runs = [run for group, at in groups for run in group.runs(paint, box.x + at, box.y + (box.h - group.size[1]) // 2)]
        thick = self.desk.scale.px(2.0 if row.fresh else 0.6)
        ground = Shape(box, paint.fill, paint.edge, thick, round(box.h * 0.12))
        said = tuple((line.lang, line.text) for line in pen.both(msg("board-call", number=row.number, window=row.window)))
        face = Face(shapes=(ground,), marks=self._marks(row, box, plan, paint), runs=tuple(runs))
        return Element(f"board.{i}", Role.NUMBER, box, face, paint, label=said, selected=row.fresh)

    def _marks(self, row: BoardRow, box: Box, plan: Plan, paint: Paint) -> tuple[Mark, ...]:
        """A loudspeaker before a call that has just come: not told by colour alone. An arrow to the window in every row."""
        side = round(plan.ink * ICON)
        y = box.y + (box.h - side) // 2
        start, end = plan.stops[0] + plan.number, plan.stops[1]
        to = Box(box.x + start + (end - start - side) // 2, y, side, side)
        arrow = Mark("arrow", Tone.LINE, to, paint.ink, paint.fill)
        call = Mark("call", Tone.LINE, Box(box.x + round(plan.ink * BETWEEN), y, side, side), paint.ink, paint.fill)
        return (call, arrow) if row.fresh else (arrow,)
