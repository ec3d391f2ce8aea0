"""A real SMTP server on loopback that keeps what it is given, and answers as told."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from aiosmtpd.controller import Controller

if TYPE_CHECKING:
    from email.message import EmailMessage

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Received:
    sender: str
    recipient: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)


class SmtpServer:
    """`refusals` maps a recipient to its answer; `after_data` replaces the acceptance of a message.

    With `drops_after_data` a message is taken and the connection closed without a word; the answer to one
    that is taken comes after `seconds_to_answer`. To the next `goodbyes` letters it answers by taking leave.
    """

    def __init__(self, **options: Any) -> None:
        """Take a free port; `options` are aiosmtpd's (tls_context, ssl_context, authenticator, …)."""
        self.messages: list[Received] = []
        self.connections = 0
        self.refusals: dict[str, str] = {}
        self.after_data: str | None = None
        self.drops_after_data = False
        self.goodbyes = 0
        self.seconds_to_answer = 0.0
        with socket.create_server((LOOPBACK, 0)) as free:
            self.port = free.getsockname()[1]
        self._options = options
        self._transports: list[Any] = []
        self._controller = self._new_controller()

    def address(self, recipient: str, *, login: str = "", options: str = "tls=none") -> str:
        """Return the channel address by which mail for `recipient` comes here."""
        return f"dmail://{login}{LOOPBACK}:{self.port}/{recipient}?from=dondoc@thads.example&{options}"

    def restart(self) -> None:
        """Drop every connection and listen again on the same port."""
        if self._controller.server is not None:
            self.__exit__()
        self._controller = self._new_controller()
        self.__enter__()

    def stop(self) -> None:
        """Be away, with every connection dropped, until `restart`."""
        self.__exit__()

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        for transport in self._transports:
            self._controller.loop.call_soon_threadsafe(transport.abort)
        self._transports.clear()
        self._controller.stop()

    def _new_controller(self) -> Any:
        return Controller(self, hostname=LOOPBACK, port=self.port, **self._options)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd finds its hooks by these names
        self, server: Any, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        self._transports.append(server.transport)
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.goodbyes:
            self.goodbyes -= 1
            return "421 4.4.2 idle for too long"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 sender ok"

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 recipient ok"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.after_data is not None:
            return self.after_data
        self.messages += [
            Received(envelope.mail_from, recipient, envelope.content) for recipient in envelope.rcpt_tos
        ]
        await asyncio.sleep(self.seconds_to_answer)
        if self.drops_after_data:
            server.transport.abort()
        return f"250 2.0.0 OK queued as {len(self.messages)}"
