"""What is too large is cut off while it comes, whatever it says of its length, on page and API."""

from __future__ import annotations

import socket
from itertools import chain, repeat
from select import select as ready
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from sqlmodel import select

from api_of import program, token_of
from dondoc.web import bounds
from dondoc.web.api.app import PREFIX
from models import Language, Person
from serving import server
from site_of import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_of import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # no database decides here
PIECE = b"a" * 50_000
BOUND = 10 * len(PIECE)
BUFFERS = 20_000_000
"""What the system may hold of a connection that nobody reads."""
FORM = b'--x\r\ncontent-disposition: form-data; name="%s"; filename="a.txt"\r\n\r\n'
MULTIPART = "multipart/form-data; boundary=x"


@pytest.fixture
def bounded(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(bounds, "LARGEST", BOUND)
    return site


@pytest.mark.parametrize(
    ("path", "kind", "begins"),
    [
        pytest.param("/notices/new", MULTIPART, FORM % b"file", id="a form of the page"),
        pytest.param(f"{PREFIX}/readings", MULTIPART, FORM % b"file", id="a form of the API"),
        pytest.param(f"{PREFIX}/tasks/T-1a/report", "application/json", b'{"note": "', id="JSON"),
        pytest.param(f"{PREFIX}/tasks/T-1a/accept", "text/plain", b"", id="where nothing is asked for"),
    ],
)
def test_an_endless_body_is_cut_off(bounded: Site, path: str, kind: str, begins: bytes) -> None:
    head = f"authorization: Bearer {token_of(bounded, 'vien')}\r\nif-match: *\r\ncontent-type: {kind}\r\n"
    with server() as address:
        status, sent = poured(address, path, head, chain([begins], repeat(PIECE)))
    assert (status, sent < BOUND + BUFFERS) == (413, True)


@pytest.mark.parametrize("stated", [True, False], ids=["stated", "found while reading"])
def test_it_is_told_as_a_problem(bounded: Site, *, stated: bool) -> None:
    body = b'{"percent": 1, "note": "' + PIECE * 11 + b'"}'
    with program(bounded, "vien") as officer:
        headers = {"if-match": "*", "content-type": "application/json"}
        content = body if stated else iter([body[:600], body[600:]])
        answer = officer.send("POST", "/tasks/T-1a/report", headers, content=content)
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:dondoc:problem:too-large")


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "sentence"),
    [
        pytest.param(
            "POST",
            "/plans/X/workbook",
            {"files": {"workbook": ("a.xlsx", PIECE * 11)}},
            413,
            "more than is taken: send less",
            id="too large",
        ),
        pytest.param("GET", "/nothing", {}, 404, "There is no such page.", id="no such page"),
        pytest.param("GET", "/plans?page=x", {}, 422, "is not a value it can have", id="no number"),
        pytest.param(
            "POST",
            "/notices/new",
            {"content": b"x", "headers": {"content-type": MULTIPART}},
            400,
            "cannot be read: send it again",
            id="no form",
        ),
    ],
)
def test_who_is_signed_in_is_told_in_their_words(
    bounded: Site, method: str, path: str, sent: dict[str, Any], status: int, sentence: str
) -> None:
    with bounded.session() as session:
        session.exec(select(Person).where(Person.code == "chanh")).one().language = Language.EN
    with bounded.browser("chanh") as office:
        answer = office.send(method, path, **sent)
    assert (answer.status_code, sentence in text_of(answer)) == (status, True)
    assert "Sign out" in answer.text, "the menu stands on it"


def poured(address: str, path: str, head: str, body: Iterator[bytes]) -> tuple[int, int]:
    """Send a body in pieces, without its length, until it is answered; return status and bytes sent."""
    sent, host = 0, urlsplit(address)
    with socket.create_connection((host.hostname or "", host.port or 0), timeout=20) as line:
        line.sendall(f"POST {path} HTTP/1.1\r\nhost: a\r\n{head}transfer-encoding: chunked\r\n\r\n".encode())
        while not ready([line], [], [], 0)[0]:
            piece = next(body)
            line.sendall(b"%x\r\n%s\r\n" % (len(piece), piece) if piece else b"")
            sent += len(piece)
        return int(line.recv(12).split()[1]), sent
