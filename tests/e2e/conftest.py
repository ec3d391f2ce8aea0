"""A data folder for whole processes: simulated, one task due on 22/5/2014, messages to a folder in it."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from databases import engine_of
from dondoc import db
from models import Channel, Installation
from notifications.folder import folder_address
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

MADE = dt.datetime(2014, 5, 9, 1, tzinfo=dt.UTC)


@pytest.fixture
def lived_in(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """The folder; messages go to `messages` in it."""
    file = shutil.copy(migrated_sqlite, tmp_path)
    with engine_of(f"sqlite:///{file}") as engine, db.session(engine) as session:
        session.add(Installation(simulated=True, created_at=MADE))
        SmallWorld(session).task("T-1a", dt.date(2014, 5, 22), dt.date(2014, 5, 9))
        session.execute(update(Channel).values(address=folder_address(tmp_path / "messages")))
    return tmp_path
