"""What our own Apprise plugins have in common: the whole letter comes in, the server's answer goes out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from apprise import AppriseAsset, NotifyBase

from notifications.sender import SendError

if TYPE_CHECKING:
    from notifications.sender import Letter
    from notifications.smtp import Connections


class Handover(AppriseAsset):
    """The letter on its way through Apprise, and what came of it.

    Apprise passes a title and a body, and gives True or False back; the asset is the one thing of the
    caller's that reaches a plugin untouched.
    """

    letter: Letter
    recipient: str | None
    answer: str | None
    refusal: SendError | None = None

    def __init__(self, connections: Connections) -> None:
        """Take the connections kept for mail; there is no letter yet."""
        super().__init__()
        self.connections = connections

    def take(self, letter: Letter, recipient: str | None) -> None:
        """Take the next letter, to whom the channel itself names, or to another recipient on its server."""
        self.letter, self.recipient = letter, recipient
        self.answer = self.refusal = None


class LetterPlugin(NotifyBase):
    """An Apprise plugin that delivers the handed-over letter, whole and with its own Message-ID."""

    service_name: str  # type: ignore[assignment] # Apprise types both by their first value, None
    protocol: str  # type: ignore[assignment]
    body_maxlen = sys.maxsize  # ?overflow=split would send a letter once for every piece

    def __init__(self, **kwargs: Any) -> None:
        """Refuse with TypeError, as Apprise has it, to work for another than our sender."""
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        if not isinstance(self.asset, Handover):
            raise TypeError("Only notifications.apprise_sender hands over whole letters.")
        self.handover = self.asset

    def unusable(self, reason: str) -> TypeError:
        """Return what Apprise wants raised for an unusable address; `reason` reaches our sender."""
        self.handover.refusal = SendError(reason, permanent=True)
        return TypeError(reason)

    def send(self, *_args: Any, **_kwargs: Any) -> bool:
        """Deliver the letter and hand back what came of it."""
        try:
            self.handover.answer = self.deliver(self.handover.letter)
        except SendError as refusal:
            self.handover.refusal = refusal
            return False
        return True

    def deliver(self, letter: Letter) -> str:
        """Bring the letter to where the address says and return the answer; SendError where that fails."""
        raise NotImplementedError
