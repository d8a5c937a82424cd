"""Secrets that are handed out once: tokens, codes, passwords. The database holds their hashes alone."""

from __future__ import annotations

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 O 1 I L: a person types it
CODE_LENGTH = 12  # 59 bits, and a code works once

STAFF_TOKEN, MACHINE_TOKEN = "staff", "machine"

HASHER = PasswordHasher()  # Argon2id, RFC 9106, the low-memory recommendation: 64 MiB, 3 passes
_of_nobody = HASHER.hash(secrets.token_urlsafe(16))


def new_token(kind: str) -> str:
    """256 random bits behind a word that says whose they are."""
    return f"{kind}_{secrets.token_urlsafe(32)}"


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def token_hash(token: str) -> str:
    """Plain SHA-256 is enough for a random secret of 256 bits; codes and tokens are never guessable words."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_hash(code: str) -> str:
    """Of a code as typed: case, spaces and hyphens don't matter."""
    return token_hash("".join(code.split()).replace("-", "").upper())


def password_hash(password: str) -> str:
    return HASHER.hash(password)


def password_fits(stored: str | None, password: str) -> bool:
    """Takes as long for an unknown user (``stored`` is None) as for a known one."""
    try:
        return HASHER.verify(stored or _of_nobody, password) and stored is not None
    except VerifyMismatchError:
        return False
