"""Letter keys: what is typed on them, and what it may mean. For a search, a name, or whatever else can be spelled."""

from __future__ import annotations

from string import ascii_uppercase

from kiosk.flows.step import Now
from kiosk.views import Choice, Letters, Msg, Weight, msg

LONGEST = 24  # letters: more than the whole pinyin of any name
SLOTS = (3, 3, 2, 2)  # choices above the keys, by the size of text


def slots(now: Now) -> int:
    return SLOTS[now.settings.size]


def view(title: Msg, typed: str, meant: tuple[Choice, ...], now: Now, body: tuple[Msg, ...] = ()) -> Letters:
    """``meant``: at most ``slots`` choices, whatever ``typed`` is; ``body`` says how it is done, and gives way to them."""
    keys = tuple(Choice(f"letter.{letter}", msg("letter", letter=letter), typing=True) for letter in ascii_uppercase)
    erase = Choice("erase", msg("code-erase"), weight=Weight.QUIET, enabled=bool(typed))
    choices = (*meant, *keys, erase)
    return Letters(title, body=() if meant else body, choices=choices, back=True, home=True, typed=typed, slots=slots(now))


def struck(typed: str, choice: str) -> str | None:
    """What is typed after this key; None if it is none of them."""
    match choice.partition("."):
        case ("letter", _, letter):
            return typed + letter if len(typed) < LONGEST else typed
        case ("erase", _, _):
            return typed[:-1]
    return None
