"""The code of an appointment: six digits that an old person can read out and type.

It is stored nowhere. It comes from the appointment's id and the key file; when the first one is in use in the hall, from the next
try. The keyed mark that is stored tells which try it was, so the same code can be told again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from central.vault import Vault

DIGITS = 6
TRIES = 64  # a hall with 100,000 codes in use still finds one: 0.1 to the power of 64 for none


def choose(vault: Vault, hall: str, appointment_id: str, in_use: Callable[[str], bool]) -> tuple[str, str]:
    """A free code and its mark. ``in_use``: whether a mark is taken."""
    for code in _candidates(vault, appointment_id):
        found = mark(vault, hall, code)
        if not in_use(found):
            return code, found
    raise LookupError("no free code was found")


def again(vault: Vault, hall: str, appointment_id: str, stored: str) -> str:
    """The code that was told when ``stored`` was its mark."""
    return next(code for code in _candidates(vault, appointment_id) if mark(vault, hall, code) == stored)


def mark(vault: Vault, hall: str, code: str) -> str:
    return vault.mark("appointment code", f"{hall} {code}")


def tidied(typed: str) -> str:
    """What was typed, without the gaps that people put between digits, and with full-width digits made plain."""
    return "".join(unicodedata.normalize("NFKC", typed).replace("-", " ").split())


def _candidates(vault: Vault, appointment_id: str) -> Iterator[str]:
    for number in range(TRIES):
        yield f"{int(vault.mark('code of appointment', f'{appointment_id} {number}'), 16) % 10**DIGITS:0{DIGITS}}"
