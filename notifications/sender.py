"""A letter, and what every way of sending one promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True)
class Letter:
    """One message to one person, complete and in their language.

    `message_id` is stable (`<digest-123@example.vn>`): by it a receiver recognises a repeat. `day` is the
    working day the letter belongs to, `composed_at` the aware moment it was written. `html` may be absent.
    """

    message_id: str
    person_name: str
    language: str
    day: dt.date
    composed_at: dt.datetime
    subject: str
    text: str
    html: str | None = None


class SendError(Exception):
    """A letter that did not leave: `reason` is the server's own answer, or our sentence where it gave none.

    `permanent` says that another try on this channel is of no use. A sentence of ours is a message id.
    """

    def __init__(self, reason: str, *, permanent: bool) -> None:
        """Keep the reason as it will be recorded."""
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


class Sender(Protocol):
    """Whatever carries letters."""

    def send(self, address: str, letter: Letter) -> str:
        """Send `letter` to one address and return the server's answer; SendError where it did not leave."""
        ...
