"""The chain over the ratings: each row's seal covers the row and the seal before it, and the end is sealed with the count.

Only the holder of the key file can make a seal, so a row that was altered, removed, inserted or moved is noticed. What the chain
cannot notice alone is the whole database put back to an earlier state: for that, keep the ``head`` of an earlier check.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from central.ratings import repository
from central.ratings.models import Rating, RatingHead
from central.vault import Vault

START = "0" * 64


@dataclass(frozen=True)
class Verdict:
    """``broken_at``: the first whose seal doesn't fit; one behind the last when the end is missing; None when all is well."""

    count: int
    head: str
    broken_at: int | None

    @property
    def intact(self) -> bool:
        return self.broken_at is None


def seal_of(vault: Vault, before: str, rating: Rating) -> str:
    content = [
        before,
        rating.seq,
        rating.hall_id,
        rating.ticket_mark,
        rating.window_id,
        rating.line_id,
        rating.level,
        rating.channel,
        rating.lang,
        rating.served_on.isoformat(),
        rating.rated_at.isoformat(),
    ]
    return vault.seal(json.dumps(content).encode())


def append(session: Session, vault: Vault, rating: Rating) -> None:
    """Gives the rating its place and seal, and moves the end."""
    head = repository.head(session)
    if head is None:
        head = RatingHead(id=1, count=0, last=START, seal="")
        session.add(head)
    rating.seq = head.count + 1
    rating.seal = seal_of(vault, head.last, rating)
    session.add(rating)
    head.count, head.last = rating.seq, rating.seal
    head.seal = _seal_of_end(vault, head.count, head.last)


def verify(session: Session, vault: Vault) -> Verdict:
    """Reads every rating and compares every seal."""
    return _walk(vault, repository.in_order(session), repository.head(session))


def _walk(vault: Vault, ratings: Iterable[Rating], head: RatingHead | None) -> Verdict:
    count, last = 0, START
    for rating in ratings:
        if rating.seq != count + 1 or not hmac.compare_digest(rating.seal, seal_of(vault, last, rating)):
            return Verdict(count, last, count + 1)
        count, last = rating.seq, rating.seal
    if head is None:
        return Verdict(count, last, None if count == 0 else count + 1)
    fits = head.count == count and head.last == last and hmac.compare_digest(head.seal, _seal_of_end(vault, count, last))
    return Verdict(count, last, None if fits else count + 1)


def _seal_of_end(vault: Vault, count: int, last: str) -> str:
    return vault.seal(f"end {count} {last}".encode())
