"""What looking after the installation is answered with."""

from __future__ import annotations

from pydantic import Field

from dondoc.web.api.shapes.base import Told


class Tried(Told):
    """A test of a person's channels."""

    messages: int = Field(description="How many messages are on their way, one by each channel.", ge=1)


class Waiting(Told):
    """What waits in the outbox."""

    messages: int = Field(description="How many messages wait to be sent.", ge=0)
