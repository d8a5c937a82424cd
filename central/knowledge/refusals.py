"""What is refused about the knowledge base, beside what is refused anywhere."""

from __future__ import annotations

from central.errors import Refusal


class AnswerUnknown(Refusal):
    code, status = "answer_unknown", 404


class AlreadyTaken(Refusal):
    """The enquiry's answer is in the knowledge base already."""

    code, status = "already_taken", 409
