"""What is refused about a mandate, beside what is refused anywhere."""

from __future__ import annotations

from central.errors import Refusal


class MandateUnknown(Refusal):
    code, status = "mandate_unknown", 404


class RelayUnknown(Refusal):
    code, status = "relay_unknown", 404


class SupplementAsked(Refusal):
    """What is missing is told once (一次性告知); it was."""

    code, status = "supplement_asked", 409


class MandateIncomplete(Refusal):
    """It cannot be filed yet. Beside the error: ``missing``, of ``filing.Gap``."""

    code, status = "mandate_incomplete", 409


class NotOffered(Refusal):
    """Nobody has laid the result before the resident, or too long ago for them to stand there still."""

    code, status = "not_offered", 409


class NotTheAgent(Refusal):
    """首问负责: only the agent, the deputy and who leads the hall do anything about a mandate that was taken."""

    code, status = "not_the_agent", 403
