"""Encryption at rest. One key file, three keys derived from it: to encrypt, to find, to seal.

AES-256-GCM with the record's place as associated data, so that a value moved to another row doesn't open. Numbers are found by
HMAC-SHA-256, never in plain. Losing the file makes what it protects unreadable; the database remembers its fingerprint and the
service doesn't start with another one.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12  # NIST SP 800-38D 8.2.2: a random nonce of 96 bits


class VaultTrouble(RuntimeError):
    """The key file is not as it must be; the service doesn't start."""


class Vault:
    def __init__(self, master: bytes) -> None:
        self._cipher = AESGCM(_derive(master, b"encrypt"))
        # Keyed once: keying costs three times as much as hashing a short text.
        self._finding = hmac.new(_derive(master, b"find"), digestmod="sha256")
        self._sealing = _derive(master, b"seal")
        self.fingerprint = hashlib.sha256(_derive(master, b"fingerprint")).hexdigest()

    def encrypt(self, text: str, place: str) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, text.encode(), place.encode())

    def decrypt(self, sealed: bytes, place: str) -> str:
        """Raises ``cryptography.exceptions.InvalidTag`` when the value was altered or belongs to another place."""
        return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode()).decode()

    def mark(self, purpose: str, text: str) -> str:
        """A keyed hash to find ``text`` by; marks of different purposes cannot be compared."""
        keyed = self._finding.copy()
        keyed.update(f"{purpose}\0{text}".encode())
        return keyed.hexdigest()

    def seal(self, content: bytes) -> str:
        """What only the holder of the key can compute over ``content``."""
        return hmac.digest(self._sealing, content, "sha256").hex()


def open_vault(state_dir: Path) -> Vault:
    """Reads the key file of ``state_dir``, or makes one at the first start."""
    state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = state_dir / "vault.key"
    if not path.exists():
        _make_key(path)
    if path.stat().st_mode & 0o077:
        raise VaultTrouble(f"{path} must be readable by the service alone: chmod 600")
    master = path.read_bytes()
    if len(master) != KEY_BYTES:
        raise VaultTrouble(f"{path} must hold exactly {KEY_BYTES} bytes")
    return Vault(master)


def _make_key(path: Path) -> None:
    """All or nothing, and on the disk before anything is encrypted with it."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, secrets.token_bytes(KEY_BYTES))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    draft.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"bangban central " + purpose).derive(master)
