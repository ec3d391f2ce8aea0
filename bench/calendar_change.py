"""A change of the calendar that moves many open terms, beside plain statements that write the same rows.

`python bench/calendar_change.py [TASKS]`: by default 100,000 open tasks, all with one counted term.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import select

import databases
import nation
import stages
from dondoc import db
from dondoc.rules.calendar import Entry
from dondoc.rules.terms import Operator, Term, Unit, derive
from dondoc.services import calendar_entries
from dondoc.services.calendar import working_calendar
from dondoc.services.occasion import Occasion
from dondoc.services.stated_terms import columns_of
from models import Person, Task
from plain_sql import bring, insert_staged

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

DEFAULT = 100_000
TERM = Term(
    "90 ngày làm việc kể từ ngày giao",
    Operator.WITHIN,
    amount=90,
    unit=Unit.WORKING_DAY,
    anchor="ngày giao",
    anchor_day=nation.GIVEN,
)
OFF = Entry(dt.date(2014, 6, 18), working=False, name="Nghỉ bù", document="Công văn số 7/CV")
WRITTEN = {
    "new_terms": "SELECT id, due_on, derivation, next_look_on FROM {lived}tasks",
    "scratch_news": "SELECT * FROM {lived}news WHERE kind = 'moved'",
    "scratch_ledger": """SELECT * FROM {lived}ledger WHERE operation IN ('calendar.load', 'task.rederive')
    AND os_user = 'bench' AND "on" = '2014-05-27'""",
    "scratch_calendar_entries": "SELECT * FROM {lived}calendar_entries WHERE document = 'Công văn số 7/CV'",
}
"""What a program would write that knew the answer, by the scratch table from which it writes."""
MOVE = """UPDATE tasks SET due_on = m.due_on, derivation = m.derivation, next_look_on = m.next_look_on
FROM new_terms m WHERE m.id = tasks.id"""


def fill(session: Session, tasks: int) -> None:
    """Make the nation's tasks, and give each the counted term."""
    nation.populate(session, tasks)
    due = derive(TERM, working_calendar(session))
    dated = {"due_on": due.last_day, "original_due_on": due.last_day, "derivation": str(due.derivation)}
    session.execute(update(Task).values(**columns_of(TERM), **dated))


def change(url: str) -> float:
    """Load the entry and return the seconds."""
    on = nation.TODAY
    with databases.engine_of(url) as engine:
        start = time.perf_counter()
        with db.session(engine) as session:
            admin = session.exec(select(Person).where(Person.administrator)).one()
            occasion = Occasion(admin, "bench", on, dt.datetime.combine(on, dt.time(), dt.UTC))
            calendar_entries.load(session, [OFF], occasion, "lich.yaml")
        return time.perf_counter() - start


def plain(lived: Engine, before: Engine) -> tuple[float, int]:
    """Write the same rows by plain statements; return the seconds and how many."""
    with before.connect() as connection:
        for table, query in WRITTEN.items():
            bring(connection, lived, table, query)
        connection.commit()
        start = time.perf_counter()
        with connection.begin():
            rows = connection.exec_driver_sql(MOVE).rowcount
            rows += sum(insert_staged(connection, table) for table in ("news", "ledger", "calendar_entries"))
        return time.perf_counter() - start, rows


def main(tasks: int) -> None:
    """Measure on both databases."""
    for place in stages.STAGES:
        with place() as stage:
            with databases.engine_of(stage.url) as engine, db.session(engine) as session:
                fill(session, tasks)
            stage.analyse()
            copy = stage.copy()
            seconds, peak = stages.apart(change, stage.url)
            with databases.engine_of(stage.url) as lived, databases.engine_of(copy) as before:
                limit, rows = plain(lived, before)
            case = f"a calendar change that moves {tasks} terms"
            stages.Measured(case, stage.name, tasks, seconds, limit, peak, rows).print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT)
