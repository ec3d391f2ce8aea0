"""A letter as an internet message (RFC 5322)."""

from __future__ import annotations

from email.charset import Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

    from notifications.sender import Letter

SENDER_NAME = "Dondoc"

_WIRE = compat32.clone(linesep="\r\n")
_PLAIN_LENGTH = 60
_EIGHT_BIT = Charset("utf-8")
_EIGHT_BIT.body_encoding = None  # type: ignore[assignment] # typeshed forgets that None means none


def message_bytes(letter: Letter, sender: str, recipient: str, *, readable: bool = False) -> bytes:
    """Return the whole message; `sender` and `recipient` are header values made by `mailbox` or `group`.

    The body is base64, which every mail server passes on; `readable` leaves it as UTF-8 for a file that
    people open.
    """
    message = _body(letter, _EIGHT_BIT if readable else Charset("utf-8"))
    message["From"] = sender
    message["To"] = recipient
    message["Subject"] = _encoded(" ".join(letter.subject.split()), "Subject")
    message["Date"] = format_datetime(letter.composed_at)
    message["Message-ID"] = letter.message_id
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    return message.as_bytes(policy=_WIRE)


def mailbox(name: str, address: str) -> str:
    """Return a person with their mail address as a header value."""
    return f"{_phrase(name)} <{address}>" if name else address


def group(name: str) -> str:
    """Return a person without a mail address as a header value: RFC 5322's group of nobody."""
    return f"{_phrase(name)}:;"


def _body(letter: Letter, charset: Charset) -> Message:
    text = _text(letter.text, "plain", charset)
    if letter.html is None:
        return text
    return MIMEMultipart("alternative", _subparts=[text, _text(letter.html, "html", charset)])


def _text(content: str, subtype: str, charset: Charset) -> MIMEText:
    canonical = content.replace("\r\n", "\n").replace("\n", "\r\n")
    return MIMEText(canonical, subtype, charset)  # type: ignore[arg-type]


def _phrase(name: str) -> str:
    line = " ".join(name.split())
    encoded = _encoded(line, "To")
    return f'"{quote(line)}"' if encoded == line else encoded


def _encoded(value: str, header: str) -> str:
    # Header and not the newer EmailPolicy, which loses spaces where it folds long Vietnamese (Python 3.11.7)
    if value.isascii() and value.isprintable() and "=?" not in value and len(value) <= _PLAIN_LENGTH:
        return value
    return Header(value, "utf-8", header_name=header).encode()
