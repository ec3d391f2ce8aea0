"""The sender: every address goes through Apprise, one Apprise object per recipient and channel."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING, Self

from apprise import Apprise, LogCapture, NotificationManager, NotifyBase, NotifyFormat

from dondoc.i18n import N_
from notifications.folder import FolderPlugin
from notifications.mail import MailPlugin
from notifications.plugin import Handover
from notifications.sender import Letter, SendError
from notifications.smtp import Connections

if TYPE_CHECKING:
    from types import TracebackType

for _plugin in (MailPlugin, FolderPlugin):
    NotificationManager().add(_plugin)


_NOT_UNDERSTOOD = N_("Apprise does not understand the address of this channel.")
_NO_REASON = N_("The channel refused without giving a reason.")
_NO_MOMENT = dt.datetime.min.replace(tzinfo=dt.UTC)
_TO_NOBODY = Letter("", "", "", _NO_MOMENT.date(), _NO_MOMENT, "", "")


class AppriseSender:
    """Sends to any Apprise address; use it in a `with`, which ends the connections it kept for mail."""

    def __init__(self) -> None:
        """Begin without a connection."""
        self._connections = Connections()

    def __enter__(self) -> Self:
        """Return the sender itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close what was kept."""
        self._connections.close()

    def send(self, address: str, letter: Letter) -> str:
        """Send the letter to one address and return its answer; SendError where it did not leave.

        Only our own plugins know the server's words. Any other tells True or False: what Apprise logged last
        then stands for the reason, and the failure counts as temporary.
        """
        handover = Handover(letter, self._connections)
        plugin = _instantiate(address, handover)
        with LogCapture(level=logging.WARNING, fmt="%(message)s") as log:
            left = _notify(plugin, letter)
        if handover.refusal is not None:
            raise handover.refusal
        if not left:
            raise SendError(_last_line(log.getvalue()), permanent=False)
        return handover.answer or f"{plugin.service_name}: accepted"


def unusable(address: str) -> str | None:
    """Return why no letter can ever be sent to an address (a message id); None where one can be tried."""
    try:
        _instantiate(address, Handover(_TO_NOBODY, Connections()))
    except SendError as error:
        return error.reason
    return None


def _instantiate(address: str, handover: Handover) -> NotifyBase:
    plugin = Apprise.instantiate(address, asset=handover)
    if plugin is None:
        raise handover.refusal or SendError(_NOT_UNDERSTOOD, permanent=True)
    # in an address, ?retry would repeat behind the outbox's back and ?optional call a failure a success
    plugin.retry = 0
    plugin.optional = False
    return plugin


def _notify(plugin: NotifyBase, letter: Letter) -> bool:
    courier = Apprise(plugin)
    return bool(courier.notify(body=letter.text, title=letter.subject, body_format=NotifyFormat.TEXT))


def _last_line(log: str) -> str:
    lines = [line for line in log.split("\n") if line]
    return lines[-1] if lines else _NO_REASON
