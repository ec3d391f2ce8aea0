"""What the API refuses beside what services do: each a status of HTTP of its own."""

from __future__ import annotations

from dondoc.errors import Refused


class Unauthenticated(Refused):
    """No valid token came with the request."""


class PreconditionRequired(Refused):
    """A change must say which state of the thing it was decided on."""


class PreconditionFailed(Refused):
    """The thing has changed since it was read."""


class KeyReused(Refused):
    """The idempotency key came with another request before."""
