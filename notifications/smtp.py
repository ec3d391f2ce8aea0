"""Mail servers, each with one connection kept from letter to letter."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from dataclasses import dataclass, field
from enum import StrEnum

from dondoc.i18n import N_
from notifications.sender import SendError

_NO_ANSWER = N_("The mail server closed the connection without an answer; the message may have arrived.")
_OK = 250
_CLOSING = 421
_Reply = tuple[int, bytes]


class Security(StrEnum):
    """How a connection is protected: upgraded before anything is said, from its first byte, or not at all."""

    STARTTLS = "starttls"
    SSL = "ssl"
    NONE = "none"


@dataclass(frozen=True)
class MailServer:
    """A mail server and who we are to it; `timeout` in seconds holds for every step."""

    host: str
    port: int
    security: Security
    user: str | None
    password: str | None = field(repr=False)
    verify: bool
    timeout: float

    def connect(self) -> smtplib.SMTP:
        """Open a connection, protected and logged in as set; smtplib's errors or OSError where that fails."""
        if self.security is Security.SSL:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.timeout, context=self._context()
            )
        else:
            smtp = smtplib.SMTP(self.host, self.port, timeout=self.timeout)
        try:
            self._greet(smtp)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        if self.security is Security.STARTTLS:
            smtp.starttls(context=self._context())
        smtp.ehlo_or_helo_if_needed()
        if self.user is not None:
            smtp.login(self.user, self.password or "")

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if not self.verify:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context


class Connections:
    """One kept connection per mail server."""

    def __init__(self) -> None:
        """Begin without any; each is opened by its first letter."""
        self._kept: dict[MailServer, smtplib.SMTP] = {}

    def send(self, server: MailServer, sender: str, recipient: str, message: bytes) -> str:
        """Offer one message to one recipient and return the answer; SendError where it is not taken.

        Only a 5xx to the message itself is permanent: a refused connection or login says nothing about it.
        """
        try:
            smtp, greeted = self._begin(server, sender)
        except (smtplib.SMTPException, OSError) as closed:
            raise SendError(_said(closed), permanent=False) from closed
        try:
            _accepted(greeted)
            _accepted(smtp.rcpt(recipient))
            return _accepted(smtp.data(message))
        except smtplib.SMTPResponseException as refusal:
            _clear(smtp)
            raise _refused(refusal.smtp_code, refusal.smtp_error) from refusal
        except (smtplib.SMTPException, OSError) as dropped:
            raise SendError(_NO_ANSWER, permanent=False) from dropped

    def close(self) -> None:
        """Take leave of every server."""
        while self._kept:
            _, smtp = self._kept.popitem()
            with contextlib.suppress(smtplib.SMTPException, OSError):
                smtp.quit()

    def _begin(self, server: MailServer, sender: str) -> tuple[smtplib.SMTP, _Reply]:
        """Name the sender on the kept connection; where the server has ended that since, on a new one."""
        if kept := self._kept.pop(server, None):
            with contextlib.suppress(smtplib.SMTPException, OSError):
                reply = kept.mail(sender)
                if reply[0] != _CLOSING:
                    self._kept[server] = kept
                    return kept, reply
            kept.close()
        smtp = self._kept[server] = server.connect()
        return smtp, smtp.mail(sender)


def _clear(smtp: smtplib.SMTP) -> None:
    """Clear what a refused letter left behind; where that fails, the next one finds the connection closed."""
    with contextlib.suppress(smtplib.SMTPException, OSError):
        if smtp.rset()[0] == _OK:
            return
    smtp.close()


def _accepted(reply: _Reply) -> str:
    code, text = reply
    if code // 100 != 2:  # noqa: PLR2004 - 2xx is SMTP's word for yes
        raise smtplib.SMTPResponseException(code, text)
    return _answer(code, text)


def _refused(code: int, text: bytes | str) -> SendError:
    return SendError(_answer(code, text), permanent=code // 100 == 5)  # noqa: PLR2004 - 5xx is SMTP's never


def _answer(code: int, text: bytes | str) -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(words.split())}"


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    return str(error) or type(error).__name__
