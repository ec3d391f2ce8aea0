"""Composing the digests of a day, beside reading their lines, rendering them bare and inserting the bodies.

`python bench/digests.py [TASKS]`: by default 100,000 open tasks, of which nearly everybody of 10,000 is told:
on the worst day of all they have climbed at once, on the usual day after it of what is new.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import text

import databases
import nation
import plain_sql
import stages
from daily_run import USUAL, WORST, leave
from dondoc import db
from dondoc.services import compose, daily
from dondoc.services.day_report import failures
from dondoc.services.wording import templates
from notifications.digest import render

if TYPE_CHECKING:
    from jinja2 import Environment
    from sqlalchemy import Engine

    from notifications.digest import Digest, Rendered

DEFAULT = 100_000
READ = """SELECT l.message_id, l.section, l.step_id, t.*, p.name FROM digest_lines l
JOIN messages m ON m.id = l.message_id JOIN tasks t ON t.id = l.task_id
JOIN people p ON p.id = t.assignee_id WHERE m.day = :on"""


def swept(url: str, on: dt.date) -> None:
    """Do everything of the day that stands before its digests."""
    with databases.engine_of(url) as engine:
        with db.session(engine) as session:
            opening = daily.open_day(session, on, moment(on))
        assert opening.attempt is not None
        daily.sweep_all(partial(db.session, engine), opening.attempt, opening.departments)


def composed(url: str, on: dt.date) -> float:
    """Compose every digest of a day that was swept, as another attempt at it; return the seconds."""
    with databases.engine_of(url) as engine:
        with db.session(engine) as session:
            attempt = daily.open_day(session, on, moment(on)).attempt
        assert attempt is not None
        start = time.perf_counter()
        daily.compose_all(partial(db.session, engine), attempt, db.writers(engine))
        seconds = time.perf_counter() - start
        with db.session(engine) as session:
            if failed := failures(session, on, {attempt.number}):
                sys.exit(f"The digests did not end well: {failed[:3]}")
        return seconds


def worded(url: str, on: dt.date) -> list[Digest]:
    """Compose every digest, and return what was put in words."""
    said: list[Digest] = []

    def listen(digest: Digest, templates: Environment) -> Rendered:
        said.append(digest)
        return render(digest, templates)

    compose.render = listen  # type: ignore[attr-defined] # the digests are wanted as they were worded
    composed(url, on)
    compose.render = render  # type: ignore[attr-defined]
    return said


def moment(on: dt.date) -> dt.datetime:
    """Return when a day is lived."""
    return dt.datetime.combine(on, dt.time(), dt.UTC)


def bare(lived: Engine, plain: Engine, digests: list[Digest], on: dt.date) -> tuple[float, int]:
    """Read and sign the lines, render and insert the bodies; return the seconds and the rows inserted."""
    with lived.connect() as source:
        rows = {
            table: source.execute(text(query.format(on=on))).all()
            for table, query in plain_sql.WORDED.items()
        }
        start = time.perf_counter()
        for line in source.execute(text(READ), {"on": on}).all():
            hmac.new(b"secret", f"{line.message_id}.{line.id}".encode(), hashlib.sha256).hexdigest()
        for digest in digests:
            render(digest, templates(digest.language))
        with plain.begin() as connection:
            written = sum(plain_sql.insert(connection, table, found) for table, found in rows.items())
        return time.perf_counter() - start, written


def day(stage: stages.Stage, case: str, on: dt.date, tasks: int) -> None:
    """Sweep a day, compose its digests and print them beside their limit."""
    swept(stage.url, on)
    stage.analyse()
    digests = worded(stage.copy(), on)
    before = stage.copy()
    seconds, peak = stages.apart(composed, stage.url, on)
    with databases.engine_of(stage.url) as lived, databases.engine_of(before) as plain:
        limit, rows = bare(lived, plain, digests, on)
    stages.Measured(f"{len(digests)} digests, {case}", stage.name, tasks, seconds, limit, peak, rows).print()
    leave(stage.url)


def main(tasks: int) -> None:
    """Measure on both databases."""
    for place in stages.STAGES:
        with place() as stage:
            with databases.engine_of(stage.url) as engine, db.session(engine) as session:
                nation.populate(session, tasks)
            day(stage, "worst day", WORST, tasks)
            day(stage, "usual day", USUAL, tasks)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT)
