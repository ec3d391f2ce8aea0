"""Addresses of ours in a message as it is kept: no token stands in them, and the site may move."""

from __future__ import annotations

PLACE = "dondoc:/"
"""How each begins; what sends the message puts the site's own address here."""


def of_task(code: str, nonce: str | None) -> str:
    """Return the address of a task's page, or where its reader has a signed link, the place of that."""
    return f"{PLACE}tasks/{code}" if nonce is None else f"{PLACE}s/{nonce}"


def of_list(section: str) -> str:
    """Return the address of everything a section of a digest counts."""
    return f"{PLACE}lists/{section}"


def of_sign_in(nonce: str) -> str:
    """Return the place of a link that signs its reader in."""
    return f"{PLACE}sign-in/{nonce}"
