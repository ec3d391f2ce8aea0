"""A letter as an internet message (RFC 5322)."""

from __future__ import annotations

import hashlib
from email.charset import BASE64, SHORTEST, Charset
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


def _utf8(body_encoding: int | None) -> Charset:
    """Return UTF-8 as letters are written: other libraries, Apprise too, change what the process has."""
    charset = Charset("utf-8")
    charset.header_encoding = SHORTEST
    charset.body_encoding = body_encoding  # type: ignore[assignment] # typeshed forgets that None means none
    return charset


_BASE64 = _utf8(BASE64)
_EIGHT_BIT = _utf8(None)


def message_bytes(letter: Letter, sender: str, recipient: str, *, readable: bool = False) -> bytes:
    """Return the whole message; `sender` and `recipient` are header values made by `mailbox` or `group`.

    The body is base64, which every mail server passes on; `readable` leaves it as UTF-8 for a file that
    people open.
    """
    message = _body(letter, _EIGHT_BIT if readable else _BASE64)
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
    html = _text(letter.html, "html", charset)
    return MIMEMultipart("alternative", _boundary(letter), _subparts=[text, html])


def _boundary(letter: Letter) -> str:
    """Return what parts the letter's forms: the same whenever it is sent again; no base64 holds "=_"."""
    return f"=_{hashlib.sha256(letter.message_id.encode()).hexdigest()[:32]}"


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
    return Header(value, _BASE64, header_name=header).encode()
