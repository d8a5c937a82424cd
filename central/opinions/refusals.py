"""What is refused about an opinion, beside what is refused anywhere."""

from __future__ import annotations

from central.errors import Refusal


class OpinionUnknown(Refusal):
    code, status = "opinion_unknown", 404


class NotTheOwner(Refusal):
    """Only who leads the hall, and the one to whom they gave it, see it and do anything about it."""

    code, status = "not_the_owner", 403
