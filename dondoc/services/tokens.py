"""Secrets that are handed out once: whoever holds one may act, so the database keeps only its hash."""

from __future__ import annotations

import hashlib
import secrets

BYTES = 32


def new_token() -> str:
    """Return a secret nobody can guess, in letters that an address may hold."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """Return what is kept of a secret. A long random one needs no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
