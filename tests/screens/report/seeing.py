"""Rows 1 to 12, 37, 44 and 53 of the table: what is seen on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import combinations

from kiosk.text.shape import Block
from screens.geometry import Box
from screens.sheet import Element, Role, Sheet
from screens.theme import Paint
from screens.tree import overflows
from screens.widgets.text_block import cut
from tests.screens.report.cases import PLAIN, Seen
from tests.screens.report.rules import Found, Rule, on_every_page

LOW = "low-contrast"
DEGREES_MM = 0.7 * 3.14159265 / 180  # of EN 301 549: H = D x 0.7 degrees, as a part of the distance


@on_every_page(Rule("1", "大屏（对角线 28 厘米以上）正文字高", "text on a panel over 28 cm", 12.0, "mm", least=True))
def first_large(seen: Seen) -> Iterator[Found]:
    yield from _heights(seen, large=True, first=True)


@on_every_page(Rule("1", "小屏正文字高", "text on a smaller panel", 7.25, "mm", least=True))
def first_small(seen: Seen) -> Iterator[Found]:
    yield from _heights(seen, large=False, first=True)


@on_every_page(Rule("1", "大屏第二种文字字高（0.7°，600 毫米）", "the other language, large panel", 7.3, "mm", least=True))
def second_large(seen: Seen) -> Iterator[Found]:
    yield from _heights(seen, large=True, first=False)


@on_every_page(Rule("1", "小屏第二种文字字高", "the other language, small panel", 4.8, "mm", least=True))
def second_small(seen: Seen) -> Iterator[Found]:
    yield from _heights(seen, large=False, first=False)


def _heights(seen: Seen, *, large: bool, first: bool) -> Iterator[Found]:
    if seen.sheet.view == "board" or seen.panel.large is not large:
        return
    for element in seen.sheet.elements:
        for run in element.face.runs:
            if seen.is_first(element, run.lang) is first:
                yield seen.panel.mm(run.block.ink_px), seen.where(element.id)


@on_every_page(Rule("2", "选最大字号时正文字高（大屏）", "text at the greatest size, large panel", 9.0, "mm", least=True))
def greatest(seen: Seen) -> Iterator[Found]:
    if seen.panel.large and seen.setting.step == 3:
        for element in seen.sheet.elements:
            if element.id.startswith(("title", "body.")):
                yield min(seen.panel.mm(run.block.ink_px) for run in element.face.runs), seen.where(element.id)


@on_every_page(Rule("3", "超出屏幕、被截断、单词被拆开", "words clipped, cut, or off the glass"))
def clipped(seen: Seen) -> Iterator[Found]:
    glass = Box(0, 0, *seen.sheet.size)
    for element in seen.sheet.elements:
        broken = any(cut(run.block) for run in element.face.runs)
        yield float(broken or overflows(element, seen.panel) or not glass.holds(element.box)), seen.where(element.id)


@on_every_page(Rule("3", "互相重叠的内容", "things that overlap"))
def overlapping(seen: Seen) -> Iterator[Found]:
    for one, other in combinations(seen.sheet.elements, 2):
        if any(mine.overlaps(theirs) for mine in covered(one) for theirs in covered(other)):
            yield 1.0, seen.where(f"{one.id} and {other.id}")
    yield 0.0, seen.where("all")


def covered(element: Element) -> list[Box]:
    """What an element really covers: a target all of its box, a text the boxes of its words."""
    return [element.box] if element.act or element.role is Role.IMAGE else [run.box for run in element.face.runs]


@on_every_page(Rule("3", "没有字体的字", "characters that no font has"))
def tofu(seen: Seen) -> Iterator[Found]:
    for element in seen.sheet.elements:
        for run in element.face.runs:
            yield float(len(run.block.missing)), seen.where(f"{element.id} {''.join(run.block.missing)}")


@on_every_page(Rule("4", "还有下一页而没有翻页键的页", "pages that do not lead on by a key"))
def paged(seen: Seen) -> Iterator[Found]:
    if seen.sheet.pages > 1 and seen.setting.touched:
        ids = {target.act for target in seen.sheet.targets}
        wanted = ({"page.next"} if seen.sheet.page + 1 < seen.sheet.pages else set()) | (
            {"page.previous"} if seen.sheet.page else set()
        )
        yield float(len(wanted - ids)), seen.where("page keys")


@on_every_page(Rule("5", "行距（字号的倍数）", "line spacing", 1.5, "em", least=True))
def spacing(seen: Seen) -> Iterator[Found]:
    for element in seen.sheet.elements:
        for run in element.face.runs:
            if len(run.block.lines) > 1:
                yield _spacing(run.block), seen.where(element.id)


def _spacing(block: Block) -> float:
    """To a pixel: a pitch is whole pixels."""
    setting = block._setting
    return (setting.pitch + 0.5) / setting.type.em


@on_every_page(Rule("7", "文字和有含义的图形的对比度（算出）", "contrast of words and meaningful marks, computed", 10.0, ":1", least=True))
def contrast(seen: Seen) -> Iterator[Found]:
    if seen.setting.theme != LOW:
        for element in seen.elements:
            if element["colours"]:
                yield element["colours"]["ratio"], seen.where(element["id"])


@on_every_page(Rule("8", "低对比度配色的下限", "the low-contrast choice, least", 4.5, ":1", least=True))
def low_contrast(seen: Seen) -> Iterator[Found]:
    if seen.setting.theme == LOW:
        for element in seen.elements:
            if element["colours"]:
                yield element["colours"]["ratio"], seen.where(element["id"])


@on_every_page(Rule("8", "低对比度配色的上限", "the low-contrast choice, most", 8.0, ":1"))
def not_too_strong(seen: Seen) -> Iterator[Found]:
    """But for the code that a telephone reads, which is dark on white everywhere."""
    yield from (found for found in low_contrast(seen) if not found[1].startswith(("ticket.qr", "guide.qr")))


@on_every_page(Rule("8", "位置随配色而变的内容", "things whose place depends on the colours"))
def placed_by_colour(seen: Seen) -> Iterator[Found]:
    """That nothing does is why most settings are looked at in one set of colours."""
    if seen.setting.theme != PLAIN:
        plain = replace(seen.case, setting=replace(seen.setting, theme=PLAIN)).sheets
        yield float(_places(seen.all) != _places(plain)), seen.where("page")


def _places(sheets: tuple[Sheet, ...]) -> list[list[tuple[str, Box, list[Box]]]]:
    return [[(one.id, one.box, [run.box for run in one.face.runs]) for one in sheet.elements] for sheet in sheets]


@on_every_page(Rule("8", "不属于所选配色的颜色", "colours that are not of the chosen set"))
def of_the_set(seen: Seen) -> Iterator[Found]:
    theme = seen.sheet.theme
    paints = [paint for paint in (getattr(theme, field.name) for field in fields(theme)) if isinstance(paint, Paint)]
    known = {*paints, *(paint.pressed for paint in paints)}
    yield from ((float(one.paint not in known), seen.where(one.id)) for one in seen.sheet.elements if one.paint is not None)


@on_every_page(Rule("9", "只靠颜色区分的选中、不可用", "states told by colour alone"))
def by_colour_alone(seen: Seen) -> Iterator[Found]:
    for element in seen.sheet.elements:
        if element.selected is not None:
            marked = any(mark.name in ("check", "call") for mark in element.face.marks)
            yield float(element.selected is not marked), seen.where(element.id)
        if element.act and not element.enabled:
            yield float(not any(shape.broken for shape in element.face.shapes)), seen.where(element.id)


@on_every_page(Rule("10", "没有文字的按键", "keys without words"))
def wordless(seen: Seen) -> Iterator[Found]:
    for element in seen.sheet.elements:
        if element.act:
            yield float(not element.label or not element.face.runs), seen.where(element.id)


@on_every_page(Rule("11", "没有语言键的页", "pages without the language key"))
def language_key(seen: Seen) -> Iterator[Found]:
    if seen.setting.touched:
        yield float(seen.sheet.element("choice.tool.lang") is None), seen.where("page")


@on_every_page(Rule("11", "语言键上的名称不是该语言自己的文字", "language keys not in their own script"))
def own_script(seen: Seen) -> Iterator[Found]:
    key = seen.sheet.element("choice.tool.lang")
    if key is not None:
        choice = next(choice for choice in seen.case.shown.tools if choice.id == "tool.lang")
        named = choice.label.id.rpartition("-")[2]
        yield float(named not in {run.lang for run in key.face.runs}), seen.where(key.id)


@on_every_page(Rule("44", "没有求助键的页", "pages without the help key"))
def help_key(seen: Seen) -> Iterator[Found]:
    if seen.setting.touched:
        yield float("tool.help" not in {target.act for target in seen.sheet.targets}), seen.where("page")


@on_every_page(Rule("53", "大屏叫号数字高，比最远座位的 0.7°", "called numbers, against 0.7° at the last seat", 1.0, "×", least=True))
def board_numbers(seen: Seen) -> Iterator[Found]:
    """Capitals and digits are 0.84 of a Han glyph's height."""
    if seen.sheet.view == "board":
        for element in seen.sheet.elements:
            if element.role is Role.NUMBER:
                least = min(seen.panel.mm(run.block.ink_px) * 0.84 for run in element.face.runs)
                yield least / (DEGREES_MM * seen.panel.farthest_mm), seen.where(element.id)
