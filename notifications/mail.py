"""Mail as an Apprise plugin of ours: our Message-ID once, one kept connection, the server's answer."""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

from apprise import NotifyBase

from dondoc.i18n import N_
from notifications.mime import SENDER_NAME, mailbox, message_bytes
from notifications.plugin import LetterPlugin
from notifications.smtp import MailServer, Security

if TYPE_CHECKING:
    from notifications.sender import Letter

_PORTS = {Security.STARTTLS: 587, Security.SSL: 465, Security.NONE: 25}
_ADDRESS = re.compile(r"[!-?A-~]+@[!-?A-~]+")
_PLAIN = re.compile(r"(dmail://[^/?#]+/)(\w[\w.+-]*@[\w.-]+)((?:\?.*)?)", re.ASCII)


def parted(address: str) -> tuple[str, str | None]:
    """Part an address into what all recipients of its mail server share, and who this recipient is.

    One that is not of mail, or spells its recipient in another way than as it is, is shared by nobody else.
    """
    if plain := _PLAIN.fullmatch(address):
        server, recipient, options = plain.groups()
        return server + options, recipient
    return address, None


class MailPlugin(LetterPlugin):
    """`dmail://USER:PASSWORD@HOST:PORT/TO?from=NAME <ADDRESS>&tls=starttls`, percent-encoded.

    `tls` is starttls (unless said), ssl or none. USER, PASSWORD and PORT may be absent, and so may NAME.
    """

    service_name = "Dondoc mail"
    protocol = "dmail"
    socket_read_timeout = 60.0  # a server that scans answers late; Apprise's 4 s would repeat its mail

    def __init__(self, sender: str = "", tls: str = Security.STARTTLS, **kwargs: Any) -> None:
        """Take the parsed address; TypeError, as Apprise has it, for one that cannot be used."""
        super().__init__(**kwargs)
        if tls not in set(Security):
            raise self.unusable(N_("In the address of a mail channel, tls must be starttls, ssl or none."))
        security = Security(tls)
        name, self.sender = parseaddr(sender)
        self.sender_name = name or SENDER_NAME
        self.recipient = self.fullpath.strip("/")
        if not (_ADDRESS.fullmatch(self.sender) and _ADDRESS.fullmatch(self.recipient)):
            raise self.unusable(
                N_("A mail channel's address must be dmail://HOST/RECIPIENT?from=SENDER, with one recipient.")
            )
        self.server = MailServer(
            host=self.host.strip("[]"),
            port=self.port or _PORTS[security],
            security=security,
            user=self.user or None,
            password=self.password,
            verify=self.verify_certificate,
            timeout=self.socket_read_timeout,
        )

    @staticmethod
    def parse_url(url: str, *_args: Any, **_kwargs: Any) -> dict[str, Any] | None:
        """Return the parts of the address as the arguments of this class, None where it is not one."""
        parts: dict[str, Any] | None = NotifyBase.parse_url(url)
        if parts:
            parts["sender"] = parts["qsd"].get("from", "")
            parts["tls"] = parts["qsd"].get("tls", Security.STARTTLS)
        return parts

    def deliver(self, letter: Letter) -> str:
        """Offer the letter to the mail server and return its answer."""
        recipient = self.handover.recipient or self.recipient
        message = message_bytes(
            letter,
            sender=mailbox(self.sender_name, self.sender),
            recipient=mailbox(letter.person_name, recipient),
        )
        return self.handover.connections.send(self.server, self.sender, recipient, message)
