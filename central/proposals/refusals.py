"""What is refused about a proposal, beside what is refused anywhere."""

from __future__ import annotations

from central.errors import Refusal


class ProposalUnknown(Refusal):
    code, status = "proposal_unknown", 404
