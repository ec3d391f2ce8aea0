"""What tests of a plan's workbook share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from databases import engine_of
from dondoc import db
from models import PeriodUnit
from plan_office import PlanOffice
from workbooks import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlmodel import Session

Kept = tuple[PlanOffice, bytes]


@pytest.fixture
def office(session: Session) -> PlanOffice:
    return PlanOffice(session)


@pytest.fixture(scope="module")
def kept(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """A plan and its workbook, made once for what no database has a part in."""
    file = tmp_path_factory.mktemp("kept") / "dondoc.sqlite3"
    shutil.copyfile(migrated_sqlite, file)
    with engine_of(f"sqlite:///{file}") as engine, db.session(engine) as session:
        office = PlanOffice(session)
        office.set("3.2", period=PeriodUnit.MONTH)
        yield office, office.export().save()


@pytest.fixture
def kept_office(kept: Kept) -> Iterator[PlanOffice]:
    """The office of the kept plan; what a test does there is rolled back."""
    office, _content = kept
    trial = office.session.begin_nested()
    yield office
    trial.rollback()
    office.session.expire_all()


@pytest.fixture
def desk(kept: Kept) -> Desk:
    """The kept workbook, open."""
    _office, content = kept
    return Desk(content)
