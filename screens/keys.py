"""What the keys of the tactile keypad mean. Pure.

The numeric pad types where digits are asked for. Elsewhere its keys are those of a talking book, with the marked 5 in the middle:
4 and 6 go to the sentence before and the next one, 5 stops and goes on, 2 says the sentence again, 0 says all of it.
"""

from __future__ import annotations

from screens.focus import Focus
from screens.sheet import Element, Sheet

TOOLS = {
    "help": "tool.help",
    "volume": "tool.volume",
    "volume_up": "set.gain.up",
    "volume_down": "set.gain.down",
    "speed": "tool.speed",
    "speed_up": "set.rate.up",
    "speed_down": "set.rate.down",
    "pause": "speech.pause",
    "repeat": "speech.repeat",
    "next": "speech.skip",
    "previous": "speech.back",
}
TALKING_BOOK = {"4": "speech.back", "5": "speech.pause", "6": "speech.skip", "2": "speech.repeat", "0": "tool.repeat"}
DIGITS = frozenset("0123456789")

KEYBOARD = {  # keypads that call themselves keyboards, by SDL key code
    273: "up",
    274: "down",
    275: "right",
    276: "left",
    13: "select",
    271: "select",
    8: "back",
    27: "back",
    280: "page_up",
    281: "page_down",
    **dict(zip(range(282, 289), ("help", "volume", "speed", "pause", "repeat", "previous", "next"))),  # F1 to F7
    **{ord(digit): digit for digit in "0123456789"},
    **{256 + int(digit): digit for digit in "0123456789"},  # of the numeric pad
}


def meant(sheet: Sheet, focus: Focus, key: str) -> str | None:
    """The act that a key stands for on this sheet; None: it means nothing here."""
    if key == "select":
        target = focus.on(sheet)
        return target.act if target else None
    if key == "back":
        return "back" if sheet.element("choice.back") else None
    if key in DIGITS:
        return f"digit.{key}" if digit(sheet, key) else None if digit(sheet, "0") else TALKING_BOOK.get(key)
    return TOOLS.get(key)


def digit(sheet: Sheet, key: str) -> Element | None:
    """The key on the glass that types this digit."""
    found = sheet.element(f"choice.digit.{key}")
    return found if found is not None and found.touchable else None
