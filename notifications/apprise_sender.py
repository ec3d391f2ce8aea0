"""The sender: every address goes through Apprise, which hears of one letter to one recipient at a time."""

from __future__ import annotations

import logging
from threading import Lock
from typing import TYPE_CHECKING, Self

from apprise import Apprise, LogCapture, NotificationManager, NotifyBase, NotifyFormat

from dondoc.i18n import N_
from notifications.folder import FolderPlugin
from notifications.mail import MailPlugin, parted
from notifications.plugin import Handover, LetterPlugin
from notifications.sender import SendError
from notifications.smtp import Connections

if TYPE_CHECKING:
    from types import TracebackType

    from notifications.sender import Letter

for _plugin in (MailPlugin, FolderPlugin):
    NotificationManager().add(_plugin)


_LISTENING = Lock()
_NOT_UNDERSTOOD = N_("Apprise does not understand the address of this channel.")
_NO_REASON = N_("The channel refused without giving a reason.")


class AppriseSender:
    """Sends to any Apprise address; use it in a `with`, which ends the connections it kept for mail.

    Parsing an address costs Apprise more than sending a mail costs, so a channel of our own is opened once, a
    mail server's for all its recipients. Others may hold back whoever asks again: they are opened each time.
    """

    def __init__(self) -> None:
        """Begin without a connection."""
        self._connections = Connections()
        self._kept: dict[str, _Channel] = {}

    def __enter__(self) -> Self:
        """Return the sender itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close what was kept."""
        self._connections.close()

    def send(self, address: str, letter: Letter) -> str:
        """Send the letter to one address and return its answer; SendError where it did not leave."""
        shared, recipient = parted(address)
        channel = self._kept.get(shared)
        if channel is None:
            channel = _Channel(address, self._connections)
            if channel.is_ours:
                self._kept[shared] = channel
        return channel.send(letter, recipient)


class _Channel:
    """An address as Apprise has opened it."""

    def __init__(self, address: str, connections: Connections) -> None:
        """Let Apprise open it; SendError, a permanent one, where it cannot be used."""
        self._handover = Handover(connections)
        plugin = Apprise.instantiate(address, asset=self._handover)
        if plugin is None:
            raise self._handover.refusal or SendError(_NOT_UNDERSTOOD, permanent=True)
        # in an address, ?retry would repeat behind the outbox's back and ?optional call a failure a success
        plugin.retry = 0
        plugin.optional = False
        self._plugin: NotifyBase = plugin
        self._courier = Apprise(plugin)

    @property
    def is_ours(self) -> bool:
        """Whether it is of one of our own plugins."""
        return isinstance(self._plugin, LetterPlugin)

    def send(self, letter: Letter, recipient: str | None) -> str:
        """Send the letter to a recipient, by default its own, and return the answer.

        Only our own plugins know the server's words. Any other tells True or False: what Apprise logged last
        then stands for the reason, and the failure counts as temporary.
        """
        handover = self._handover
        handover.take(letter, recipient)
        left, log = (self._notify(letter), "") if self.is_ours else self._listen(letter)
        if handover.refusal is not None:
            raise handover.refusal
        if not left:
            raise SendError(_last_line(log), permanent=False)
        return handover.answer or f"{self._plugin.service_name}: accepted"

    def _notify(self, letter: Letter) -> bool | None:
        return self._courier.notify(body=letter.text, title=letter.subject, body_format=NotifyFormat.TEXT)

    def _listen(self, letter: Letter) -> tuple[bool | None, str]:
        # Apprise logs for the whole process: of two senders at once each is to hear its own
        with _LISTENING, LogCapture(level=logging.WARNING, fmt="%(message)s") as log:
            return self._notify(letter), log.getvalue()


def unusable(address: str) -> str | None:
    """Return why no letter can ever be sent to an address (a message id); None where one can be tried."""
    try:
        _Channel(address, Connections())
    except SendError as error:
        return error.reason
    return None


def _last_line(log: str) -> str:
    lines = [line for line in log.split("\n") if line]
    return lines[-1] if lines else _NO_REASON
