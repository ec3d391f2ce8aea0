"""How a mail connection is protected, and who it says it is."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest
import trustme
from aiosmtpd.smtp import AuthResult, LoginPassword

from letters import a_letter, failure_of
from smtp_server import LOOPBACK, SmtpServer

if TYPE_CHECKING:
    from pathlib import Path

    from notifications.apprise_sender import AppriseSender

HOA = "hoa@hp.example"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def certificate(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK).configure_cert(context)
    return context


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("way", ["starttls", "ssl"])
def test_it_speaks_protected(sender: AppriseSender, certificate: ssl.SSLContext, way: str) -> None:
    context = "tls_context" if way == "starttls" else "ssl_context"
    with SmtpServer(**{context: certificate}, require_starttls=way == "starttls") as server:
        sender.send(server.address(HOA, options=f"tls={way}"), a_letter())
        assert len(server.messages) == 1


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        pytest.param("tls=ssl", "certificate verify failed", id="nobody vouches for the server"),
        pytest.param("tls=ssl&verify=no", None, id="the address says that it need not"),
    ],
)
def test_it_trusts_no_stranger(
    sender: AppriseSender, certificate: ssl.SSLContext, options: str, reason: str | None
) -> None:
    with SmtpServer(ssl_context=certificate) as server:
        address = server.address(HOA, options=options)
        if reason is None:
            sender.send(address, a_letter())
        else:
            refused = failure_of(sender, address)
            assert reason in refused.reason
            assert not refused.permanent
        assert len(server.messages) == (reason is None)


def test_it_says_nothing_where_protection_is_not_offered(
    sender: AppriseSender, smtp_server: SmtpServer
) -> None:
    refused = failure_of(sender, smtp_server.address(HOA, options="", login="office:s%40cret@"))
    assert not refused.permanent
    assert smtp_server.messages == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("login", "answer"),
    [
        pytest.param("office:s%40cret@", None, id="the right one, percent-encoded"),
        pytest.param("office:wrong@", "535 5.7.8 Authentication credentials invalid", id="the wrong one"),
    ],
)
def test_it_logs_in(
    sender: AppriseSender, certificate: ssl.SSLContext, login: str, answer: str | None
) -> None:
    def check(_server: object, _session: object, _envelope: object, _way: str, given: object) -> AuthResult:
        return AuthResult(success=given == LoginPassword(b"office", b"s@cret"), handled=False)

    with SmtpServer(tls_context=certificate, authenticator=check, auth_required=True) as server:
        address = server.address(HOA, login=login, options="tls=starttls")
        if answer is None:
            sender.send(address, a_letter())
        else:
            refused = failure_of(sender, address)
            assert (refused.reason, refused.permanent) == (answer, False)
        assert len(server.messages) == (answer is None)
