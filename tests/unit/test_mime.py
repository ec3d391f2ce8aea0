"""A letter comes out of its MIME form as it went in."""

from __future__ import annotations

import email
import email.policy
import re
from email.charset import CHARSETS, QP
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from letters import a_letter
from notifications.mime import group, mailbox, message_bytes

if TYPE_CHECKING:
    from email.message import EmailMessage

WORDS = st.sampled_from(
    [
        "",
        "Cục",
        "Thi",
        "hành",
        "án",
        "thành",
        "phố",
        "22/5/2014:",
        "=?utf-8?q?a?=",
        "đ",
        "a,",
        '"b"',
        "(c)",
        "\\",
        "😀",
    ]
)
LONG_LINES = st.lists(WORDS, max_size=40).map(" ".join)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r"))


def parsed(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


def decoded(raw: bytes, header: str) -> str:
    """The header by the older parser: the newer one breaks long display names when it reads them."""
    return str(make_header(decode_header(email.message_from_bytes(raw)[header])))


@given(subject=LONG_LINES | ANY_TEXT, readable=st.booleans())
def test_any_subject_comes_out_as_one_line(subject: str, readable: bool) -> None:
    raw = message_bytes(a_letter(subject=subject), "a@b.example", "c@d.example", readable=readable)
    assert decoded(raw, "Subject") == " ".join(subject.split())


@given(text=ANY_TEXT, html=st.none() | ANY_TEXT, readable=st.booleans())
@example(text="From here on", html=None, readable=True)  # mail boxes of old write >From
def test_any_body_comes_out_as_it_went_in(text: str, html: str | None, readable: bool) -> None:
    raw = message_bytes(a_letter(text=text, html=html), "a@b.example", "c@d.example", readable=readable)
    message = parsed(raw)
    parts = message.iter_parts() if message.is_multipart() else [message]
    bodies = [part.get_content().replace("\r\n", "\n") for part in parts]
    assert bodies == [text] if html is None else [text, html]


@given(name=LONG_LINES)
def test_any_display_name_comes_out_whole(name: str) -> None:
    raw = message_bytes(a_letter(), "a@b.example", mailbox(name, "c@d.example"))
    unfolded = re.sub(r"\r?\n", "", email.message_from_bytes(raw)["To"])
    found, address = parseaddr(unfolded)
    assert (str(make_header(decode_header(found))), address) == (" ".join(name.split()), "c@d.example")


@given(text=ANY_TEXT, name=LONG_LINES)
def test_mail_is_ascii_in_lines_that_every_server_takes(text: str, name: str) -> None:
    raw = message_bytes(a_letter(text=text, subject=name), mailbox(name, "a@b.example"), "c@d.example")
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_line_ends_are_those_of_mail() -> None:
    raw = message_bytes(a_letter(text="01\n02\r\n"), "a@b.example", "c@d.example")
    assert parsed(raw).get_payload(decode=True) == b"01\r\n02\r\n"


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Message-ID", "<digest-7@thads.example>"),
        ("Date", "Thu, 22 May 2014 00:00:00 +0000"),
        ("Content-Language", "vi"),
        ("Auto-Submitted", "auto-generated"),
        ("From", "a@b.example"),
        ("To", "Trần Thị Hòa:;"),
    ],
)
def test_each_header_stands_once(header: str, value: str) -> None:
    raw = message_bytes(a_letter(html="<p>"), "a@b.example", group("Trần Thị Hòa"))
    assert parsed(raw).get_all(header) == [value]


def test_a_second_header_cannot_be_smuggled_in() -> None:
    raw = message_bytes(
        a_letter(subject="a\r\nBcc: x@y.example"),
        mailbox("b\nBcc: x@y.example", "a@b.example"),
        "c@d.example",
    )
    assert parsed(raw)["Bcc"] is None


def test_a_letter_sent_again_is_the_same_to_the_byte() -> None:
    first, again = (message_bytes(a_letter(html="<p>a</p>"), "a@b.example", "c@d.example") for _ in range(2))
    assert first == again


def test_what_another_library_makes_of_utf8_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    before = message_bytes(a_letter(html="<p>Cục</p>"), "a@b.example", "c@d.example")
    monkeypatch.setitem(CHARSETS, "utf-8", (QP, QP, "utf-8"))
    assert message_bytes(a_letter(html="<p>Cục</p>"), "a@b.example", "c@d.example") == before
    encodings = [part["Content-Transfer-Encoding"] for part in parsed(before).iter_parts()]
    assert encodings == ["base64", "base64"]
