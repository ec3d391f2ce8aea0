"""Composing the digests of a day, beside reading their lines, rendering them bare and inserting the bodies.

`python bench/digests.py [TASKS]`: by default 100,000 open tasks, of which nearly everybody of 10,000 is told.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import sys
import time
from typing import TYPE_CHECKING

from sqlalchemy import text

import databases
import nation
import plain_sql
import stages
from dondoc import db
from dondoc.services import compose, daily
from dondoc.services.wording import templates
from notifications.digest import render

if TYPE_CHECKING:
    from jinja2 import Environment
    from sqlalchemy import Engine

    from notifications.digest import Digest, Rendered

DEFAULT = 100_000
ON = nation.TODAY
NOW = dt.datetime.combine(ON, dt.time(), dt.UTC)
READ = """SELECT l.message_id, l.section, l.step_id, t.*, p.name FROM digest_lines l
JOIN messages m ON m.id = l.message_id JOIN tasks t ON t.id = l.task_id
JOIN people p ON p.id = t.assignee_id WHERE m.day = :on"""


def swept(url: str) -> daily.Opening:
    """Do everything of the day that stands before its digests."""
    with databases.engine_of(url) as engine:
        with db.session(engine) as session:
            opening = daily.open_day(session, ON, NOW)
        assert opening.attempt is not None
        for department in opening.departments:
            with db.session(engine) as session:
                daily.sweep_department(session, department, opening.attempt)
    return opening


def composed(url: str, opening: daily.Opening) -> tuple[float, list[Digest]]:
    """Compose every digest; return the seconds and what was put in words."""
    said: list[Digest] = []

    def listen(digest: Digest, templates: Environment) -> Rendered:
        said.append(digest)
        return render(digest, templates)

    compose.render = listen  # type: ignore[attr-defined] # the digests are wanted as they were worded
    assert opening.attempt is not None
    with databases.engine_of(url) as engine:
        start = time.perf_counter()
        with db.session(engine) as session:
            batches = daily.batches_to_tell(session, opening.attempt)
        for people in batches:
            with db.session(engine) as session:
                daily.compose_digests(session, people, opening.attempt)
        return time.perf_counter() - start, said


def bare(lived: Engine, plain: Engine, digests: list[Digest]) -> tuple[float, int]:
    """Read and sign the lines, render and insert the bodies; return the seconds and the rows inserted."""
    with lived.connect() as source:
        rows = {
            table: source.execute(text(query.format(on=ON))).all()
            for table, query in plain_sql.WORDED.items()
        }
        start = time.perf_counter()
        for line in source.execute(text(READ), {"on": ON}).all():
            hmac.new(b"secret", f"{line.message_id}.{line.id}".encode(), hashlib.sha256).hexdigest()
        for digest in digests:
            render(digest, templates(digest.language))
        with plain.begin() as connection:
            written = sum(plain_sql.insert(connection, table, found) for table, found in rows.items())
        return time.perf_counter() - start, written


def main(tasks: int) -> None:
    """Measure on both databases."""
    for place in stages.STAGES:
        with place() as stage:
            with databases.engine_of(stage.url) as engine, db.session(engine) as session:
                nation.populate(session, tasks)
            opening = swept(stage.url)
            stage.analyse()
            before = stage.copy()
            seconds, digests = composed(stage.url, opening)
            with databases.engine_of(stage.url) as lived, databases.engine_of(before) as plain:
                limit, rows = bare(lived, plain, digests)
            case = f"{len(digests)} digests"
            stages.Measured(case, stage.name, tasks, seconds, limit, stages.peak(), rows).print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT)
