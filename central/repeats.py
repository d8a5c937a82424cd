"""A request that may be sent again under its Idempotency-Key: the same body gets the answer from before, another is refused."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from central.errors import KeyReused
from central.vault import Vault


def mark_of(vault: Vault, what: str, body: BaseModel, **dumped: Any) -> str:
    """A keyed hash of the body, to be stored with what came of it. ``dumped``: options of ``model_dump``; they stay as they are,
    for a request may be sent again after an update."""
    return vault.mark(what, json.dumps(body.model_dump(mode="json", **dumped), sort_keys=True))


def check_same(same: bool) -> None:
    """Raises for a key that was used before, with another body."""
    if not same:
        raise KeyReused("this Idempotency-Key was used with another body", "Idempotency-Key")
