"""One thing wrong with what was sent, named by a code that a page puts into words."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

MistakeCode = Literal[
    "missing",
    "too_long",
    "form",  # not of the form or type that is taken
    "out_of_range",
    "choice",  # none of those there are
    "not_taken",  # a field that the service doesn't know
    "taken",  # another one has it
    "unknown",  # names what isn't there, or isn't active
    "twice",
    "needs_chinese",
    "time_of_day",
    "backwards",  # closes before it opens
    "overlap",
    "tidal_rule",  # would close as soon as it opens
    "only_tidal",
    "both_or_none",
    "needs_age",
    "needs_spans",
    "no_spans",
    "needs_window",
    "used_today",  # the letter stands on numbers of today
]


class Mistake(BaseModel):
    """One thing wrong with a body. ``code`` is what a page puts into words; no value of the body is repeated."""

    field: str | None
    code: MistakeCode
    message: str
