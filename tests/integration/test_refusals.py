"""What the database itself refuses, whoever asks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from dondoc.services import ledger
from dondoc.services.occasion import Occasion
from models import Channel, Installation, LedgerLine, Person, Post, PostRole, Unit, UnitKind

if TYPE_CHECKING:
    from sqlmodel import Session, SQLModel

DAY = dt.date(2014, 5, 9)
NOW = dt.datetime(2014, 5, 9, 1, tzinfo=dt.UTC)
BY_RULE = Occasion(person=None, os_user="os", on=DAY, now=NOW)
UNIT = {"id": 1, "code": "HP", "name": "Cục", "kind": UnitKind.PROVINCIAL_DEPARTMENT, "valid_from": DAY}
HEAD = {"unit_id": 1, "role": PostRole.HEAD, "title": "Cục trưởng", "valid_from": DAY}


@pytest.fixture
def filled(session: Session) -> Session:
    """One unit with its head, and one ledger line."""
    people = [Person(id=1, code="hp-a", name="A"), Person(id=2, code="hp-b", name="B")]
    session.add_all([Unit.model_validate(UNIT), *people])
    session.flush()
    session.add(Post.model_validate(HEAD | {"person_id": 1}))
    ledger.record(session, BY_RULE, "org.load", "HP", file="organisation.yaml")
    session.flush()
    return session


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(Post.model_validate(HEAD | {"person_id": 2}), id="a second head of a unit"),
        pytest.param(Unit.model_validate(UNIT | {"id": 2}), id="a code twice"),
        pytest.param(Unit.model_validate(UNIT | {"id": 3, "code": "X", "parent_id": 3}), id="its own parent"),
        pytest.param(
            Unit.model_validate(UNIT | {"id": 4, "code": "Y", "parent_id": 99}), id="a parent that is not"
        ),
        pytest.param(
            Unit.model_validate(UNIT | {"id": 5, "code": "Z", "valid_to": dt.date(2014, 5, 8)}),
            id="an end before the beginning",
        ),
        pytest.param(Channel(person_id=9, position=1, address="folder:///x"), id="a channel of nobody"),
        pytest.param(Installation(id=2, created_at=NOW), id="a second installation"),
    ],
)
def test_the_database_refuses(filled: Session, row: SQLModel) -> None:
    with pytest.raises(IntegrityError), filled.begin_nested():
        filled.add(row)
    assert filled.get(Unit, 1) is not None


def test_a_kind_outside_its_enumeration_is_refused(filled: Session) -> None:
    with pytest.raises(IntegrityError), filled.begin_nested():
        filled.connection().execute(text("UPDATE units SET kind = 'kingdom'"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET os_user = 'another'",
        "DELETE FROM ledger",
        """INSERT INTO ledger (id, at, "on", os_user, operation, code, detail)
           VALUES (1, '2014-05-09', '2014-05-09', 'another', 'x', 'y', '{}')
           ON CONFLICT (id) DO UPDATE SET os_user = excluded.os_user""",
    ],
)
def test_a_ledger_line_is_never_changed(filled: Session, statement: str) -> None:
    with pytest.raises(DBAPIError, match="the ledger takes new lines only"), filled.begin_nested():
        filled.connection().execute(text(statement))
    filled.expire_all()
    line = filled.get_one(LedgerLine, 1)
    assert (line.os_user, line.at, line.detail) == ("os", NOW, {"file": "organisation.yaml"})


@pytest.mark.parametrize(
    ("database", "statement"),
    [
        pytest.param("postgresql", "TRUNCATE ledger", id="PostgreSQL empties a table without deleting"),
        pytest.param(
            "sqlite",
            """INSERT OR REPLACE INTO ledger (id, at, "on", os_user, operation, code, detail)
               VALUES (1, '2014-05-09', '2014-05-09', 'another', 'x', 'y', '{}')""",
            id="SQLite replaces without running the delete trigger",
        ),
    ],
    indirect=["database"],
)
def test_no_side_door_leads_into_the_ledger(filled: Session, statement: str) -> None:
    with pytest.raises(DBAPIError, match="the ledger takes new lines only"), filled.begin_nested():
        filled.connection().execute(text(statement))
