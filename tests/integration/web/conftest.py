"""The page on both databases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from days import ADDRESSES
from mailed import Mailed
from models import Person
from site_of import Site

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

GIVEN = dt.date(2014, 5, 9)
DUE = dt.date(2014, 5, 22)


@pytest.fixture
def site(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The small world on 23/5/2014, with one task a day overdue."""
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DONDOC_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("DONDOC_SECRET_KEY", str(ADDRESSES.key))
    made = Site(engine)
    made.task("T-1a", DUE, GIVEN)
    return made


@pytest.fixture
def mailed(site: Site, tmp_path: Path) -> Mailed:
    """The same, with the letters of the day sent."""
    made = Mailed(site, tmp_path / "slips")
    made.run()
    return made


@pytest.fixture
def administered(site: Site) -> Site:
    """The small world with somebody who administers it."""
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    return site
