"""Digits struck on large keys: the code of an appointment, the number of a telephone."""

from __future__ import annotations

from kiosk import telephone
from kiosk.views import Choice, Msg, NumberKeys, Weight, msg

CODE = 6  # digits of an appointment's code
DIGITS = tuple(f"digit.{digit}" for digit in "123456789")


def code_keys(typed: str) -> NumberKeys:
    return _keys(msg("code-title"), (), typed, CODE, enough=len(typed) == CODE)


def phone_keys(title: Msg, body: tuple[Msg, ...], typed: str) -> NumberKeys:
    """Shown in groups; of what is typed only the count is said, since others stand by."""
    return _keys(title, body, typed, telephone.most(typed), enough=telephone.plausible(typed), grouped=True)


def struck(typed: str, choice: str, most: int) -> str:
    """What is typed after this key."""
    match choice.partition("."):
        case ("digit", _, digit) if len(typed) < most:
            return typed + digit
        case ("erase", _, _):
            return typed[:-1]
    return typed


def _keys(title: Msg, body: tuple[Msg, ...], typed: str, length: int, *, enough: bool, grouped: bool = False) -> NumberKeys:
    keys = tuple(Choice(id, msg("digit", digit=id[-1]), typing=True) for id in (*DIGITS, "digit.0"))
    erase = Choice("erase", msg("code-erase"), weight=Weight.QUIET, enabled=bool(typed))
    enter = Choice("enter", msg("code-enter"), weight=Weight.PRIMARY, enabled=enough)
    return NumberKeys(
        title,
        body=body,
        choices=(*keys[:-1], erase, keys[-1], enter),
        back=True,
        home=True,
        typed=typed,
        length=length,
        grouped=grouped,
    )
