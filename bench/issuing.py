"""Issuing many plans, beside inserting the same tasks and news as plain SQL through the driver.

`python bench/issuing.py [TASKS]`: by default 100,000, of approved plans of 50 items; a transaction a plan.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, text
from sqlmodel import col, select

import databases
import nation
import plain_sql
import stages
from dondoc import db
from dondoc.rules.terms import Operator, Term
from dondoc.services import issuing
from dondoc.services.stated_terms import columns_of
from dondoc.services.world import World
from models import Document, DocumentKind, Item, ItemKind, Plan, PlanState, Post, PostRole, Unit, UnitKind

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

DEFAULT = 100_000
ITEMS = 50
ON = nation.TODAY
NOW = dt.datetime.combine(ON, dt.time(), dt.UTC)
TERM = Term("chậm nhất ngày 31/7/2014", Operator.BY, date=dt.date(2014, 7, 31))
WRITTEN = {
    "tasks": "SELECT * FROM tasks ORDER BY id",
    "news": "SELECT * FROM news ORDER BY id",
    "ledger": """SELECT id, "at", "on", os_user, operation, code, CAST(detail AS TEXT) AS detail
    FROM ledger WHERE operation = 'plan.issued' ORDER BY id""",
}


def fill(session: Session, plans: int) -> None:
    """Make approved plans, each of a document of its own."""
    nation.populate(session, 0)
    leads = session.exec(
        select(Unit.id, Post.person_id)
        .join(Post, col(Post.unit_id) == Unit.id)
        .where(Unit.kind == UnitKind.DISTRICT_OFFICE, Post.role == PostRole.OFFICER)
        .order_by(col(Post.id))
    ).all()
    for number in range(plans):
        lead, person = leads[number % len(leads)]
        plan = _plan(session, number, lead)
        session.execute(insert(Item), [_item(plan, lead, person, place) for place in range(ITEMS)])


def _plan(session: Session, number: int, subject: int) -> Plan:
    document = Document(
        sha256=f"{number:064}",
        text_sha256="",
        file_name="",
        kind=DocumentKind.CONCLUSION,
        text="",
        read_at=NOW,
    )
    session.add(document)
    session.flush()
    plan = Plan(
        code=f"P-{number}",
        document_id=document.id,
        subject_unit_id=subject,
        state=PlanState.APPROVED,
        drafted_on=ON,
        approved_on=ON,
    )
    session.add(plan)
    session.flush()
    return plan


def _item(plan: Plan, lead: int, person: int, place: int) -> dict[str, Any]:
    return columns_of(TERM) | {
        "code": f"{plan.code}.{place}",
        "plan_id": plan.id,
        "document_id": plan.document_id,
        "position": place,
        "ref": str(place),
        "kind": ItemKind.DELIVERABLE,
        "text": f"Việc {place}",
        "span_start": 0,
        "span_end": 0,
        "lead_unit_id": lead,
        "assignee_id": person,
        "orders_plan": False,
        "questions": {},
        "edited": [],
    }


def issued(url: str) -> float:
    """Issue every plan that waits, as the flow does, and return the seconds."""
    with databases.engine_of(url) as engine:
        start = time.perf_counter()
        with db.session(engine) as session:
            codes = issuing.waiting(session)
            around = World(session, ON).complete()
        for code in codes:
            with db.session(engine) as session:
                issuing.issue(session, code, ON, NOW, around)
        return time.perf_counter() - start


def plain(lived: Engine, before: Engine, plans: int) -> tuple[float, int]:
    """Insert the same rows, a transaction a plan; return the seconds and how many."""
    with lived.connect() as source:
        rows = {table: source.execute(text(query)).all() for table, query in WRITTEN.items()}
    with before.connect() as connection:
        start = time.perf_counter()
        for number in range(plans):
            with connection.begin():
                for table, found in rows.items():
                    share = len(found) // plans
                    plain_sql.insert(connection, table, found[number * share : (number + 1) * share])
                connection.execute(
                    text("UPDATE plans SET state = 'in_force', in_force_on = :on WHERE code = :code"),
                    {"code": f"P-{number}", "on": ON.isoformat()},
                )
        return time.perf_counter() - start, sum(map(len, rows.values()))


def main(tasks: int) -> None:
    """Measure on both databases."""
    plans = max(1, tasks // ITEMS)
    for place in stages.STAGES:
        with place() as stage:
            with databases.engine_of(stage.url) as engine, db.session(engine) as session:
                fill(session, plans)
            stage.analyse()
            copy = stage.copy()
            seconds, peak = stages.apart(issued, stage.url)
            with databases.engine_of(stage.url) as lived, databases.engine_of(copy) as before:
                limit, rows = plain(lived, before, plans)
            case = f"issuing {plans} plans"
            stages.Measured(case, stage.name, plans * ITEMS, seconds, limit, peak, rows).print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else DEFAULT)
