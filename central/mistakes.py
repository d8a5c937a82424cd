"""One thing wrong with what was sent, named by a code that a page puts into words."""

from __future__ import annotations

from typing import Literal, cast, get_args

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
    "needs_words",  # says no more than yes or no, where more is owed
    "used_today",  # the letter stands on numbers of today
]


class Mistake(BaseModel):
    """One thing wrong with a body. ``code`` is what a page puts into words; no value of the body is repeated."""

    field: str | None
    code: MistakeCode
    message: str


def code_of(kind: str) -> MistakeCode:
    """The few that a page has words for, of the many that pydantic has."""
    if kind in OWN:
        return cast(MistakeCode, kind)
    return PYDANTICS.get(kind, "form")


OWN = frozenset(get_args(MistakeCode))
PYDANTICS: dict[str, MistakeCode] = {
    "string_too_short": "missing",
    "too_short": "missing",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "greater_than": "out_of_range",
    "greater_than_equal": "out_of_range",
    "less_than": "out_of_range",
    "less_than_equal": "out_of_range",
    "literal_error": "choice",
    "extra_forbidden": "not_taken",
}
