"""The key in a ticket's QR code: its id and a seal, so that nothing but the id has to be stored or searched."""

from __future__ import annotations

import base64
import binascii
import hmac
from uuid import UUID

from central.vault import Vault

SEAL = 8  # bytes; who guesses has one chance in 1.8e19 for each request


def phone_key(vault: Vault, ticket_id: str) -> str:
    """32 characters of A-Z a-z 0-9 - _: short enough for a QR code that old phones read."""
    return base64.urlsafe_b64encode(bytes.fromhex(ticket_id.replace("-", "")) + _seal(vault, ticket_id)).decode()


def ticket_of(vault: Vault, key: str) -> str | None:
    """The ticket that a key opens; None when the key was not made here."""
    try:
        raw = base64.b64decode(key, b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != 16 + SEAL:
        return None
    ticket_id = str(UUID(bytes=raw[:16]))
    return ticket_id if hmac.compare_digest(raw[16:], _seal(vault, ticket_id)) else None


def _seal(vault: Vault, ticket_id: str) -> bytes:
    return bytes.fromhex(vault.mark("phone page", ticket_id))[:SEAL]
