"""A chat channel: Apprise's own webhook to a server on loopback."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from letters import a_letter, failure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notifications.apprise_sender import AppriseSender


class Chat(HTTPServer):
    """Keeps every post, and answers each with `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Hook)
        self.posts: list[dict[str, Any]] = []
        self.status = 200

    def address(self, options: str = "method=post") -> str:
        return f"json://127.0.0.1:{self.server_port}/room/7?{options}"


class Hook(BaseHTTPRequestHandler):
    server: Chat

    def do_POST(self) -> None:
        self.server.posts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def chat() -> Iterator[Chat]:
    with Chat() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_room_gets_subject_and_text(sender: AppriseSender, chat: Chat) -> None:
    letter = a_letter(text="Đồng chí <b> & 02 nhiệm vụ\n", html="<p>không dùng</p>")
    assert sender.send(chat.address(), letter) == "JSON: accepted"
    (post,) = chat.posts
    assert (post["title"], post["message"]) == (letter.subject, letter.text.rstrip())


@pytest.mark.parametrize("status", [404, 503])
def test_a_refusal_is_temporary_in_apprises_words(sender: AppriseSender, chat: Chat, status: int) -> None:
    chat.status = status
    refused = failure_of(sender, chat.address())
    assert not refused.permanent  # Apprise tells True or False, and no more
    assert f"error={status}" in refused.reason


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("retry=3", id="Apprise would repeat at once, behind the outbox's back"),
        pytest.param("optional=yes", id="Apprise would call the failure a success"),
    ],
)
def test_failures_are_the_outboxs_to_judge(sender: AppriseSender, chat: Chat, options: str) -> None:
    chat.status = 500
    assert not failure_of(sender, chat.address(options)).permanent
    assert len(chat.posts) == 1


def test_a_room_that_is_not_there_is_a_temporary_failure(sender: AppriseSender, chat: Chat) -> None:
    address = chat.address()
    chat.shutdown()
    chat.server_close()
    assert not failure_of(sender, address).permanent
