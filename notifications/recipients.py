"""Whom the address of a mail channel leads to, said without its server, user and password."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

MAIL = "dmail"


def recipient_of(address: str) -> str:
    """Return the mail address a channel leads to; "" for a channel of another kind."""
    parts = urlsplit(address)
    return unquote(parts.path.strip("/")) if parts.scheme == MAIL else ""
