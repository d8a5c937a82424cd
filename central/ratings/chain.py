"""The chains over the ratings: each row's seal covers the row and the seal before it, and the end is sealed with the count.

Only the holder of the key file can make a seal, so a row that was altered, removed, inserted or moved is noticed. What a chain
cannot notice alone is the whole database put back to an earlier state: for that, keep the ``head`` of an earlier check.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from central.ratings import repository
from central.ratings.models import HelpRating, Rating, RatingHead
from central.vault import Vault

START = "0" * 64


@dataclass(frozen=True)
class Chain:
    """The ratings of one kind. ``end``: the row of ``rating_heads`` that is its end. ``content``: what a seal covers of a row
    beside its number and the seal before it."""

    name: str
    table: type[Rating] | type[HelpRating]
    end: int
    content: Callable[[Any], list[Any]]


def _of_ticket(rating: Rating) -> list[Any]:
    where = [rating.hall_id, rating.ticket_mark, rating.window_id, rating.line_id]
    return [*where, rating.level, rating.channel, rating.lang, rating.served_on.isoformat(), rating.rated_at.isoformat()]


def _of_help(rating: HelpRating) -> list[Any]:
    whose = [rating.hall_id, rating.call_mark, rating.helper_id]
    return [*whose, rating.level, rating.channel, rating.lang, rating.helped_on.isoformat(), rating.rated_at.isoformat()]


TICKETS = Chain("ratings", Rating, 1, _of_ticket)
HELP = Chain("help_ratings", HelpRating, 2, _of_help)


@dataclass(frozen=True)
class Verdict:
    """``broken_at``: the first whose seal doesn't fit; one behind the last when the end is missing; None when all is well."""

    count: int
    head: str
    broken_at: int | None

    @property
    def intact(self) -> bool:
        return self.broken_at is None


def seal_of(vault: Vault, before: str, rating: Rating | HelpRating, kept: Chain = TICKETS) -> str:
    return vault.seal(json.dumps([before, rating.seq, *kept.content(rating)]).encode())


def append(session: Session, vault: Vault, rating: Rating | HelpRating, kept: Chain = TICKETS) -> None:
    """Gives the rating its place and seal, and moves the end."""
    head = repository.head(session, kept.end)
    if head is None:
        head = RatingHead(id=kept.end, count=0, last=START, seal="")
        session.add(head)
    rating.seq = head.count + 1
    rating.seal = seal_of(vault, head.last, rating, kept)
    session.add(rating)
    head.count, head.last = rating.seq, rating.seal
    head.seal = _seal_of_end(vault, head.count, head.last)


def verify(session: Session, vault: Vault, kept: Chain = TICKETS) -> Verdict:
    """Reads every rating and compares every seal."""
    return _walk(vault, repository.in_order(session, kept.table), repository.head(session, kept.end), kept)


def _walk(vault: Vault, ratings: Iterable[Rating | HelpRating], head: RatingHead | None, kept: Chain) -> Verdict:
    count, last = 0, START
    for rating in ratings:
        if rating.seq != count + 1 or not hmac.compare_digest(rating.seal, seal_of(vault, last, rating, kept)):
            return Verdict(count, last, count + 1)
        count, last = rating.seq, rating.seal
    if head is None:
        return Verdict(count, last, None if count == 0 else count + 1)
    fits = head.count == count and head.last == last and hmac.compare_digest(head.seal, _seal_of_end(vault, count, last))
    return Verdict(count, last, None if fits else count + 1)


def _seal_of_end(vault: Vault, count: int, last: str) -> str:
    return vault.seal(f"end {count} {last}".encode())
