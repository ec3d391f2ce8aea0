"""A sender that keeps what it is given: for tests, with failures as told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notifications.sender import SendError

if TYPE_CHECKING:
    from notifications.sender import Letter


class MemorySender:
    """Keeps each (address, letter) in `sent`.

    An address in `temporary` or `permanent` fails that way until it is taken out.
    """

    def __init__(self) -> None:
        """Begin with nothing sent and nobody unreachable."""
        self.sent: list[tuple[str, Letter]] = []
        self.temporary: set[str] = set()
        self.permanent: set[str] = set()

    def send(self, address: str, letter: Letter) -> str:
        """Keep the letter, or fail as told."""
        if address in self.permanent:
            raise SendError("550 5.1.1 mailbox unknown", permanent=True)
        if address in self.temporary:
            raise SendError("451 4.3.0 try again later", permanent=False)
        self.sent.append((address, letter))
        return f"250 2.0.0 kept as {len(self.sent)}"
