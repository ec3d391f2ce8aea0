"""Secrets that are handed out once: whoever holds one may act, so the database keeps only its hash."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES = 32
SHORT = 18
"""Bytes of what stands in a message's address: 144 bits, 24 letters, no padding."""
LETTERS = SHORT * 4 // 3
MANY = 1000
"""Nonces that are made at once for a batch of messages."""


def new_token() -> str:
    """Return a secret nobody can guess, in letters that an address may hold."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """Return what is kept of a secret. A long random one needs no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_nonce() -> str:
    """Return what a message's token is derived from: no secret, and nobody's to choose."""
    return secrets.token_urlsafe(SHORT)


def new_nonces() -> Iterator[str]:
    """Go through as many as are wanted: the system is asked for chance once for many."""
    while True:
        many = secrets.token_urlsafe(SHORT * MANY)
        yield from (many[at : at + LETTERS] for at in range(0, len(many), LETTERS))


def derived(key: str, nonce: str) -> str:
    """Return the token that the secret key makes of a nonce: the same whenever a message is sent again."""
    mac = hmac.digest(key.encode(), f"link {nonce}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac[:SHORT]).decode()
