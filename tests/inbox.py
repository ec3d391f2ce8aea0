"""What the people of a story find in their mailboxes: the letters of a real SMTP server, read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dondoc.rules.vietnamese import VIET_NAM

if TYPE_CHECKING:
    import datetime as dt
    from email.message import EmailMessage

    from smtp_server import Received, SmtpServer

LATE = "NHIỆM VỤ QUÁ HẠN"
SOON = "NHIỆM VỤ SẮP ĐẾN HẠN"
WAITING = "CHỜ ĐỒNG CHÍ XỬ LÝ"
CLIMBED = "NHIỆM VỤ ĐƯỢC BÁO CÁO ĐỒNG CHÍ"
WEEKLY = "TỔNG HỢP TUẦN: NHIỆM VỤ ĐƯỢC BÁO CÁO TỔNG CỤC TRƯỞNG"
NEW = "NỘI DUNG MỚI"

DOMAIN = "@thads.example"
HEADING = re.compile(r"(?P<name>.+) \(\d+\)")
ENTRY = re.compile(r"^\d+\. (?P<task>\S+) – .*\n +(?P<says>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Mail:
    """One letter as its recipient sees it."""

    received: Received

    @cached_property
    def message(self) -> EmailMessage:
        return self.received.message

    @property
    def to(self) -> str:
        """The code of the person."""
        return self.received.recipient.removesuffix(DOMAIN)

    @property
    def day(self) -> str:
        """The day in Viet Nam on which it was written, as "05-22"."""
        written: dt.datetime = self.message["Date"].datetime
        return f"{written.astimezone(VIET_NAM):%m-%d}"

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])

    @cached_property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    @cached_property
    def sections(self) -> dict[str, dict[str, str]]:
        """What each section says of each task."""
        blocks: dict[str, list[str]] = {}
        heading = ""
        for line in self.text.split("\n"):
            if (found := HEADING.fullmatch(line)) and line.isupper():
                heading = found["name"]
            blocks.setdefault(heading, []).append(line)
        return {name: _entries("\n".join(lines)) for name, lines in blocks.items() if name}

    def names(self, task: str) -> list[str]:
        """Return the sections that speak of a task."""
        return [name for name, entries in self.sections.items() if task in entries]


def _entries(text: str) -> dict[str, str]:
    """Return what is said of each task, several facts one below the other."""
    said: dict[str, list[str]] = {}
    for entry in ENTRY.finditer(text):
        said.setdefault(entry["task"], []).append(entry["says"])
    return {task: "\n".join(facts) for task, facts in said.items()}


class Inbox:
    """Everybody's mailbox."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []

    def take(self, server: SmtpServer) -> None:
        """Take over what the server has been given since the last time."""
        self.mails += [Mail(received) for received in server.messages]
        server.messages.clear()

    def of(self, person: str) -> list[Mail]:
        """Return the letters of a person in the order they came."""
        return [mail for mail in self.mails if mail.to == person]

    def on(self, day: str, person: str) -> Mail:
        """Return the one letter that a person got on a day, given as "05-22"."""
        (mail,) = [mail for mail in self.of(person) if mail.day == day]
        return mail

    def days(self, person: str, task: str, section: str) -> str:
        """Return the days on which a section of a person's letters spoke of a task, as "05-22 05-23"."""
        return " ".join(mail.day for mail in self.of(person) if task in mail.sections.get(section, {}))
