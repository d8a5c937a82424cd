"""归档: whether everything that belongs to a mandate is there. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Gap = Literal["signature", "outcome", "originals", "payments", "receipt", "call_back"]
"""What may be missing: the signed mandate, the result, originals that weren't given back, what was paid or fetched for the
resident and not handed over, their word that the result has come (a signature, or the end of the post's way), the call-back."""


@dataclass(frozen=True)
class Folder:
    """What a mandate's folder holds."""

    signed: bool
    outcome: bool
    originals_out: int
    payments_out: int
    received: bool
    called_back: bool


def gaps(folder: Folder) -> list[Gap]:
    """What is missing, in the order in which it comes about."""
    found: dict[Gap, bool] = {
        "signature": not folder.signed,
        "outcome": not folder.outcome,
        "originals": folder.originals_out > 0,
        "payments": folder.payments_out > 0,
        "receipt": not folder.received,
        "call_back": not folder.called_back,
    }
    return [gap for gap, missing in found.items() if missing]
