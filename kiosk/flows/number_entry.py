"""Digits struck on large keys: the code of an appointment or of a receipt, the number of a telephone."""

from __future__ import annotations

from dataclasses import replace

from kiosk import telephone
from kiosk.views import Choice, Msg, NumberKeys, Weight, msg

CODE = 6  # digits of an appointment's code
RECEIPT = 8  # and of a mandate's receipt
END = 4  # signs of a number that say whose it is
DIGITS = tuple(f"digit.{digit}" for digit in "123456789")


def code_keys(typed: str) -> NumberKeys:
    return _keys(msg("code-title"), (), typed, CODE, enough=len(typed) == CODE)


def phone_keys(title: Msg, body: tuple[Msg, ...], typed: str, none: Msg | None = None) -> NumberKeys:
    """Shown in groups; of what is typed only the count is said, since others stand by. ``none``: what the key is called that goes
    on without a number, where nobody needs to leave one."""
    without = none is not None and not typed
    enough = without or telephone.plausible(typed)
    return _keys(title, body, typed, telephone.most(typed), enough=enough, grouped=True, enter=none if without else None)


def receipt_keys(typed: str) -> NumberKeys:
    return _keys(msg("receipt-code-title"), (), typed, RECEIPT, enough=len(typed) == RECEIPT)


def end_keys(typed: str) -> NumberKeys:
    """The end of a number, which for one card in eleven is an X."""
    keys = _keys(msg("receipt-end-title"), (), typed, END, enough=len(typed) == END)
    sign = Choice("sign.X", msg("digit", digit="X"), typing=True)
    return replace(keys, choices=(*keys.choices, sign))


def struck(typed: str, choice: str, most: int) -> str:
    """What is typed after this key."""
    match choice.partition("."):
        case (("digit" | "sign"), _, digit) if len(typed) < most:
            return typed + digit
        case ("erase", _, _):
            return typed[:-1]
    return typed


def _keys(
    title: Msg,
    body: tuple[Msg, ...],
    typed: str,
    length: int,
    *,
    enough: bool,
    grouped: bool = False,
    enter: Msg | None = None,
) -> NumberKeys:
    keys = tuple(Choice(id, msg("digit", digit=id[-1]), typing=True) for id in (*DIGITS, "digit.0"))
    erase = Choice("erase", msg("code-erase"), weight=Weight.QUIET, enabled=bool(typed))
    done = Choice("enter", enter or msg("code-enter"), weight=Weight.PRIMARY, enabled=enough)
    return NumberKeys(
        title,
        body=body,
        choices=(*keys[:-1], erase, keys[-1], done),
        back=True,
        home=True,
        typed=typed,
        length=length,
        grouped=grouped,
    )
