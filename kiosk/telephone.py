"""Telephone numbers as people type and read them: digits alone, in groups."""

from __future__ import annotations

SHORTEST, LONGEST = 7, 12  # a number without area code; 0 with an area code of three and a number of eight digits
MOBILE = 11


def plausible(digits: str) -> bool:
    """Whether somebody could be called by it: a mobile number (1 and ten more), one with its area code, one without."""
    if digits.startswith("1"):
        return len(digits) == MOBILE
    return 10 <= len(digits) <= LONGEST if digits.startswith("0") else SHORTEST <= len(digits) <= 8


def most(digits: str) -> int:
    """How many digits it can have in all, by those that are typed."""
    return MOBILE if digits[:1] in ("", "1") else LONGEST if digits.startswith("0") else 8


def grouped(digits: str) -> str:
    """138 0000 0000; 0477 000 0000; 398 0000."""
    head = 3 if digits.startswith("1") or len(digits) == SHORTEST else 4
    parts = [digits[:head], *(digits[at : at + 4] for at in range(head, len(digits), 4))]
    return " ".join(part for part in parts if part)


def tail(digits: str) -> str:
    return digits[-4:]
