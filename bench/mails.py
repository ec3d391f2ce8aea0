"""Delivering mails, each answer committed, beside one smtplib connection that sends the same messages.

`python bench/mails.py [MAILS]`: by default 10,000, to a server in a process of its own.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import smtplib
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import select

import databases
import nation
import stages
from dondoc import db
from dondoc.settings import Settings
from dondoc.workplace import Workplace
from models import Delivery, DigestLine, Language, Message, Person, Task
from notifications.mime import mailbox, message_bytes
from notifications.sender import Letter
from smtp_server import LOOPBACK, SmtpServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from sqlmodel import Session

DEFAULT = 10_000
NOW = dt.datetime.combine(nation.TODAY, dt.time(), dt.UTC)
SENDER = "dondoc@thads.example"
LINE = "1. HP-2014-01.3.2.2b – Lập danh mục hồ sơ\n   Quá hạn 03 ngày làm việc (hạn 22/5/2014).\n"
TEXT = "Kính gửi đồng chí,\n\n" + 10 * LINE
HTML = "<!doctype html><p>Kính gửi đồng chí,</p>" + 10 * f"<p>{LINE}</p>"


@contextmanager
def mail_server() -> Iterator[int]:
    """Run a mail server in a process of its own and give its port."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,))
    process.start()
    yield ours.recv()
    ours.send("enough")
    process.join()


def _serve(parent: Connection) -> None:
    with SmtpServer() as server:
        parent.send(server.port)
        parent.recv()


def write(session: Session, mails: int, port: int) -> list[tuple[str, str]]:
    """Put digests of one task into the outbox, a person each; return code and name of everybody."""
    nation.populate(session, 1)
    people = session.exec(select(Person).order_by(Person.code).limit(mails)).all()
    task = session.exec(select(Task)).one()
    for number, person in enumerate(people):
        address = f"dmail://{LOOPBACK}:{port}/p{number}@thads.example?from={SENDER}&tls=none"
        message = Message(
            person_id=person.id,
            day=nation.TODAY,
            language=Language.VI,
            subject="Bản tin",
            text=TEXT,
            html=HTML,
            composed_at=NOW,
            attempt=1,
        )
        session.add(message)
        session.flush()
        session.add(DigestLine(message_id=message.id, task_id=task.id, section="new"))
        session.add(Delivery(message_id=message.id, position=1, address=address, next_try_at=NOW))
    return [(person.code, person.name) for person in people]


def delivered(url: str, mails: int) -> float:
    """Deliver what the outbox holds, as a run does, and return the seconds."""
    with tempfile.TemporaryDirectory() as folder, databases.engine_of(url) as engine:
        work = Workplace(Settings(dir=Path(folder), database_url=url), engine)
        start = time.perf_counter()
        sent = work.deliver(lambda: NOW)
        seconds = time.perf_counter() - start
    if sent != mails:
        sys.exit(f"Of {mails} mails {sent} left.")
    return seconds


def plain(people: list[tuple[str, str]], port: int) -> float:
    """Send the same messages, to people by code and name, over one connection; return the seconds."""
    start = time.perf_counter()
    with smtplib.SMTP(LOOPBACK, port) as smtp:
        for number, (code, name) in enumerate(people):
            one = f"<{nation.TODAY}.{code}.1@dondoc>"
            letter = Letter(one, name, "vi", nation.TODAY, NOW, "Bản tin", TEXT, HTML)
            to = f"p{number}@thads.example"
            whole = message_bytes(letter, mailbox("Dondoc", SENDER), mailbox(name, to))
            smtp.sendmail(SENDER, [to], whole)
    return time.perf_counter() - start


def main(mails: int) -> None:
    """Measure on both databases."""
    for place in stages.STAGES:
        with place() as stage, mail_server() as port:
            with databases.engine_of(stage.url) as engine, db.session(engine) as session:
                people = write(session, mails, port)
            stage.analyse()
            seconds, peak = stages.apart(delivered, stage.url, mails)
            limit = plain(people, port)
            stages.Measured(f"{mails} mails", stage.name, 1, seconds, limit, peak, mails).print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT)
