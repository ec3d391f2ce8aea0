"""Mail to a real SMTP server on loopback."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from letters import a_letter, failure_of

if TYPE_CHECKING:
    from notifications.apprise_sender import AppriseSender
    from smtp_server import SmtpServer

HOA = "hoa@hp.example"


def test_it_hands_back_the_servers_answer(sender: AppriseSender, smtp_server: SmtpServer) -> None:
    answer = sender.send(smtp_server.address(HOA), a_letter())
    assert answer == "250 2.0.0 OK queued as 1"


def test_the_letter_arrives_whole(sender: AppriseSender, smtp_server: SmtpServer) -> None:
    letter = a_letter(html="<p>Kính gửi đồng chí</p>")
    sender.send(smtp_server.address(HOA), letter)
    (received,) = smtp_server.messages
    message = received.message
    plain, html = message.iter_parts()
    assert (received.sender, received.recipient) == ("dondoc@thads.example", HOA)
    assert message["Subject"] == letter.subject
    assert message["To"] == f"{letter.person_name} <{HOA}>"
    assert message.get_all("Message-ID") == [letter.message_id]
    assert plain.get_content().replace("\r\n", "\n") == letter.text
    assert html.get_content() == letter.html


def test_the_sender_has_the_name_that_the_address_gives(
    sender: AppriseSender, smtp_server: SmtpServer
) -> None:
    address = smtp_server.address(HOA).replace("from=", "from=T%E1%BB%95ng%20c%E1%BB%A5c%20%3C") + "%3E"
    sender.send(address.replace("&tls=none%3E", "%3E&tls=none"), a_letter())
    assert smtp_server.messages[0].message["From"] == "Tổng cục <dondoc@thads.example>"


def test_no_option_cuts_a_letter_in_pieces(sender: AppriseSender, smtp_server: SmtpServer) -> None:
    long = a_letter(text="02 nhiệm vụ\n" * 5000)
    sender.send(smtp_server.address(HOA, options="tls=none&overflow=split"), long)
    assert len(smtp_server.messages) == 1


def test_one_connection_serves_every_recipient(sender: AppriseSender, smtp_server: SmtpServer) -> None:
    for number in range(5):
        sender.send(smtp_server.address(f"p{number}@hp.example"), a_letter())
    assert smtp_server.connections == 1
    assert [received.recipient for received in smtp_server.messages] == [f"p{n}@hp.example" for n in range(5)]


def test_what_an_address_says_holds_for_it_alone(sender: AppriseSender, smtp_server: SmtpServer) -> None:
    other = smtp_server.address(HOA).replace("from=dondoc", "from=tong")
    spelled = smtp_server.address("h%6Fa@hp.example")
    for address in (smtp_server.address("lan@hp.example"), other, spelled, smtp_server.address(HOA)):
        sender.send(address, a_letter())
    assert [(one.sender.partition("@")[0], one.recipient) for one in smtp_server.messages] == [
        ("dondoc", "lan@hp.example"),
        ("tong", HOA),
        ("dondoc", HOA),
        ("dondoc", HOA),
    ]


def test_it_connects_anew_where_the_server_went_away(sender: AppriseSender, smtp_server: SmtpServer) -> None:
    sender.send(smtp_server.address(HOA), a_letter())
    smtp_server.restart()
    sender.send(smtp_server.address(HOA), a_letter())
    assert smtp_server.connections == 2
    assert len(smtp_server.messages) == 2


def test_it_connects_anew_where_the_server_takes_leave(
    sender: AppriseSender, smtp_server: SmtpServer
) -> None:
    sender.send(smtp_server.address(HOA), a_letter())
    smtp_server.goodbyes = 1
    sender.send(smtp_server.address(HOA), a_letter())
    assert smtp_server.connections == 2
    assert len(smtp_server.messages) == 2


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [
        pytest.param("550 5.1.1 no such mailbox", True, id="no such person"),
        pytest.param("452 4.2.2 mailbox full", False, id="room may be made"),
        pytest.param("421 4.7.0 come back later", False, id="the server wants to close"),
    ],
)
def test_a_refused_recipient_stops_nobody_else(
    sender: AppriseSender, smtp_server: SmtpServer, answer: str, permanent: bool
) -> None:
    smtp_server.refusals[HOA] = answer
    refused = failure_of(sender, smtp_server.address(HOA))
    assert (refused.reason, refused.permanent) == (answer, permanent)
    sender.send(smtp_server.address("binh@hp.example"), a_letter())
    assert smtp_server.connections == 1
    assert [received.recipient for received in smtp_server.messages] == ["binh@hp.example"]


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [
        pytest.param("554 5.7.1 message refused", True, id="the content is refused"),
        pytest.param("451 4.3.0 try again", False, id="the server is in trouble"),
    ],
)
def test_a_refused_message_is_told_in_the_servers_words(
    sender: AppriseSender, smtp_server: SmtpServer, answer: str, permanent: bool
) -> None:
    smtp_server.after_data = answer
    refused = failure_of(sender, smtp_server.address(HOA))
    assert (refused.reason, refused.permanent) == (answer, permanent)


def test_taken_and_dropped_is_tried_again_under_the_same_id(
    sender: AppriseSender, smtp_server: SmtpServer
) -> None:
    smtp_server.drops_after_data = True
    dropped = failure_of(sender, smtp_server.address(HOA))
    assert not dropped.permanent
    assert "may have arrived" in dropped.reason
    smtp_server.drops_after_data = False
    sender.send(smtp_server.address(HOA), a_letter())
    first, repeat = smtp_server.messages
    assert first.message["Message-ID"] == repeat.message["Message-ID"]
    assert first.raw == repeat.raw


def test_a_server_that_is_not_there_is_a_temporary_failure(sender: AppriseSender) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    refused = failure_of(sender, f"dmail://127.0.0.1:{port}/{HOA}?from=a@b.example&tls=none")
    assert not refused.permanent
    assert "refused" in refused.reason


def test_a_server_that_stays_silent_is_a_temporary_failure(sender: AppriseSender) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        refused = failure_of(sender, f"dmail://127.0.0.1:{port}/{HOA}?from=a@b.example&tls=none&rto=0.2")
    assert not refused.permanent
    assert "timed out" in refused.reason


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        pytest.param("dmail://127.0.0.1/hoa@hp.example", "one recipient", id="no sender"),
        pytest.param("dmail://127.0.0.1/?from=a@b.example", "one recipient", id="no recipient"),
        pytest.param(
            "dmail://127.0.0.1/a@b.example/c@d.example?from=a@b.example", "one recipient", id="two recipients"
        ),
        pytest.param(
            "dmail://127.0.0.1/%C4%91@b.example?from=a@b.example",
            "one recipient",
            id="a recipient beyond ASCII",
        ),
        pytest.param(
            "dmail://127.0.0.1/a%0D%0ADATA@b.example?from=a@b.example",
            "one recipient",
            id="a command smuggled in",
        ),
        pytest.param(
            "dmail://127.0.0.1/a@b.example?from=a@b.example&tls=maybe", "tls", id="unknown protection"
        ),
        pytest.param("dmail:///a@b.example?from=a@b.example", "HOST", id="no server"),
    ],
)
def test_an_address_that_cannot_be_used_is_a_permanent_failure(
    sender: AppriseSender, address: str, reason: str
) -> None:
    refused = failure_of(sender, address)
    assert refused.permanent
    assert reason in refused.reason
