"""One choice: a target with a letter or an icon, its label, and its hint beside or below it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.views import Choice, Weight
from screens import icons
from screens.desk import Desk
from screens.drawings import Tone
from screens.geometry import Box
from screens.sheet import Element, Face, Mark, Role, Run, Shape
from screens.theme import Paint, Theme
from screens.widgets.text_block import Align, Group, Item

PAD_ACROSS, PAD_TIGHT, PAD_DOWN, EDGE, PRESSED, RADIUS = 5.0, 2.0, 6.0, 0.7, 1.6, 3.5  # units (Scale.px)
HINT_GAP = 0.4  # em between a label and its hint below
ICON, BADGE, LEAST_BADGE, FACE = 1.25, 1.7, 1.25, 1.9  # times the label's ink height

# Choices whose flow names no icon. The words beside it say the same.
ICON_OF = {
    "card-none": "ticket",
    "card-priority": "priority",
    "class": "priority",
    "class-none": "ticket",
    "not-me": "cross",
    "done": "check",
    "again": "printer",
    "retry": "again",
    "go-on": "ticket",
    "other-card": "card",
    "other-line": "list",
    "other-code": "keys",
    "other-time": "clock",
    "book.move": "clock",
    "book.cancel": "cross",
    "visit-again": "again",
    "opinion-again": "again",
    "more-topic": "more",
    "more-none": "check",
    "help-return": "back",
    "still-here": "person",
    "skip": "skip",
    "rate.5": "level-5",
    "rate.4": "level-4",
    "rate.3": "level-3",
    "rate.2": "level-2",
    "rate.1": "level-1",
}


@dataclass(frozen=True)
class Button:
    """A choice with its words set, before its final box is known. ``beside``: the hint stands at the right end."""

    choice: Choice
    width: int
    lead: int  # width kept at the left for a badge, an icon or a tick; 0: none, and the words are centred
    words: Group
    hint: Group | None

    @property
    def natural(self) -> int:
        """Height of the words alone."""
        return max(self.words.size[1], self.hint.size[1] if self.hint else 0)

    @property
    def broken(self) -> bool:
        return self.words.broken or (self.hint is not None and self.hint.broken)


def icon_of(choice: Choice) -> str | None:
    name = choice.icon or ICON_OF.get(choice.id) or ICON_OF.get(choice.id.partition(".")[0])
    return name if icons.known(name) else None


def _is_face(choice: Choice) -> bool:
    """A level of a rating, or skipping it: drawn large, for those who read with difficulty."""
    return choice.id.startswith("rate.") or choice.id == "skip"


def lead_widths(desk: Desk, choices: tuple[Choice, ...]) -> tuple[int, ...]:
    """The same for all choices of a view, so that their words begin on one line; then what it may shrink to before a page is
    turned. A letter goes last, for the ticket shows it too; a switch keeps its box."""
    if any(choice.selected is not None for choice in choices):
        return (round(desk.label.px * (BADGE if any(choice.badge for choice in choices) else ICON)),)
    if any(choice.badge for choice in choices):
        return round(desk.label.px * BADGE), round(desk.label.px * LEAST_BADGE), 0
    if any(_is_face(choice) for choice in choices):
        return round(desk.label.px * FACE), 0
    return (round(desk.label.px * ICON), 0) if any(icon_of(choice) for choice in choices) else (0,)


def set_button(desk: Desk, choice: Choice, width: int, lead: int) -> Button | None:
    """The words of a choice in a target of this ``width``, its hint at the right end; None if that has no room."""
    if choice.hint is None:
        return set_below(desk, choice, width, lead)
    pad, room = _room(desk, width, lead)
    words = desk.pen.write([Item(choice.label, desk.label)], room)
    aside = desk.pen.write([Item(choice.hint, desk.hint)], room, align="right")
    single = all(len(piece.block.lines) == 1 for piece in words.pieces if not piece.block.vertical)
    fits = single and words.size[0] + 2 * pad + aside.size[0] <= room
    return Button(choice, width, lead, words, aside) if fits else None


def set_below(desk: Desk, choice: Choice, width: int, lead: int) -> Button:
    """The words of a choice, its hint below its label."""
    items = [Item(choice.label, desk.label)] + ([Item(choice.hint, desk.hint)] if choice.hint else [])
    align: Align = "left" if lead or choice.hint else "center"
    return Button(choice, width, lead, desk.pen.write(items, _room(desk, width, lead)[1], align=align, gap=HINT_GAP), None)


def _room(desk: Desk, width: int, lead: int) -> tuple[int, int]:
    """Padding, and the width that is left for words."""
    pad = _pad(desk)
    return pad, width - 2 * pad - (lead + pad if lead else 0)


def _pad(desk: Desk) -> int:
    return desk.scale.px(PAD_TIGHT if desk.smallest else PAD_ACROSS)


def draw_button(desk: Desk, button: Button, box: Box) -> Element:
    choice = button.choice
    paint = paint_of(desk.theme, choice)
    hint = button.hint.label() if button.hint else button.words.label(1)
    return Element(
        id=f"choice.{choice.id}",
        role=Role.BUTTON if choice.selected is None else Role.SWITCH,
        box=box,
        face=_face(desk, button, box, paint, broken=not choice.enabled),
        paint=paint,
        label=button.words.label(0),
        hint=hint,
        act=choice.id,
        down=_face(desk, button, box, paint.pressed, thick=PRESSED),
        enabled=choice.enabled,
        selected=choice.selected,
        typing=choice.typing,
    )


def outline(desk: Desk, button: Button, box: Box) -> Element:
    """What the button is and where it stands, without its faces: enough to weigh one way of setting choices against another."""
    choice = button.choice
    role = Role.BUTTON if choice.selected is None else Role.SWITCH
    paint = paint_of(desk.theme, choice)
    return Element(f"choice.{choice.id}", role, box, Face(), paint, act=choice.id, selected=choice.selected)


def paint_of(theme: Theme, choice: Choice) -> Paint:
    if not choice.enabled:
        return theme.off
    return {Weight.PRIMARY: theme.primary, Weight.PLAIN: theme.plain, Weight.QUIET: theme.quiet}[choice.weight]


def _face(desk: Desk, button: Button, box: Box, paint: Paint, *, broken: bool = False, thick: float = EDGE) -> Face:
    px = desk.scale.px
    pad = _pad(desk)
    ground = Shape(box, paint.fill, paint.edge, px(thick), px(RADIUS), broken)
    shapes, marks, badge = _lead(desk, button, box.x + pad, box, paint)
    left = box.x + pad + (button.lead + pad if button.lead else 0)
    room = box.right - pad - left
    x = left if button.lead or button.choice.hint else left + (room - button.words.size[0]) // 2
    runs = button.words.runs(paint, x, box.y + (box.h - button.words.size[1]) // 2)
    if button.hint:
        width, height = button.hint.size
        runs += button.hint.runs(paint, box.right - pad - width, box.y + (box.h - height) // 2)
    return Face(shapes=(ground, *shapes), marks=marks, runs=badge + runs)


def _lead(
    desk: Desk, button: Button, x: int, box: Box, paint: Paint
) -> tuple[tuple[Shape, ...], tuple[Mark, ...], tuple[Run, ...]]:
    """The badge, the tick box or the icon at the left."""
    choice, px = button.choice, desk.scale.px
    if choice.badge and button.lead:
        return _badge(desk, choice, Box(x, box.y + (box.h - button.lead) // 2, button.lead, button.lead), paint)
    side = round(desk.label.px * (FACE if _is_face(choice) else ICON))
    place = Box(x + (button.lead - side) // 2, box.y + (box.h - side) // 2, side, side)
    if choice.selected is not None:
        frame = Shape(place, paint.ink if choice.selected else paint.fill, paint.ink, px(EDGE * 1.6), px(1.5))
        tick = Mark("check", Tone.LINE, place.inset(round(side * 0.12)), paint.fill, paint.ink)
        return (frame,), (tick,) if choice.selected else (), ()
    name = icon_of(choice)
    return (), (Mark(name, Tone.LINE, place, paint.ink, paint.fill),) if name and button.lead else (), ()


def _badge(
    desk: Desk, choice: Choice, place: Box, paint: Paint
) -> tuple[tuple[Shape, ...], tuple[Mark, ...], tuple[Run, ...]]:
    assert choice.badge is not None
    inverse = Paint(paint.ink, paint.fill, paint.fill, paint.ink)
    colours = desk.theme.badge if paint == desk.theme.plain else inverse
    letter = desk.pen.plain(choice.badge, desk.label)
    width, height = letter.size
    runs = letter.runs(colours, place.x + (place.w - width) // 2, place.y + (place.h - height) // 2)
    return (Shape(place, colours.fill, colours.fill, 0, desk.scale.px(2.5)),), (), runs
