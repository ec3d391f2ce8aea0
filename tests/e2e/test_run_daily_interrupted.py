"""`dondoc run daily` as two whole processes at once, and killed on its way: the real flow."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update
from sqlmodel import select

from dondoc import db
from models import Channel, DailyRun, Installation
from notifications.folder import folder_address
from outcome import outcome
from shell import DONDOC, dondoc
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

MADE = dt.datetime(2014, 5, 9, 1, tzinfo=dt.UTC)
LATE = "2014-05-23"
MOMENTS = (0, 10, 20, 40, 80) if os.environ.get("SOAK") == "full" else (0,)
"""Hundredths of a second after its beginning in which the day's flow is killed; it takes about one second."""


@pytest.fixture
def folder(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect_server: str) -> Path:
    """A simulated folder with three tasks due on 22/5/2014, messages to `messages` in it."""
    with db.session(engine) as session:
        session.add(Installation(simulated=True, created_at=MADE))
        world = SmallWorld(session)
        for number in range(1, 4):
            world.task(f"T-{number}a", dt.date(2014, 5, 22), dt.date(2014, 5, 9))
        session.execute(update(Channel).values(address=folder_address(tmp_path / "messages")))
    monkeypatch.setenv("DONDOC_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    return tmp_path


def begin(folder: Path) -> subprocess.Popen[str]:
    command = [str(DONDOC), "run", "daily", "--on", LATE, "--json", "--dir", str(folder)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=os.environ
    )


def left(engine: Engine) -> dict[str, list[str]]:
    with db.session(engine) as session:
        return outcome(session)


def require_once(engine: Engine, folder: Path) -> None:
    """Require every step raised and every person told once: assignee and head, of three late tasks."""
    rows = left(engine)
    assert len(rows["escalations"]) == 3 * 5  # four reminders and the late step of each
    assert len(rows["messages"]) == len(set(rows["messages"])) == 2
    assert [row for row in rows["deliveries"] if "sent" not in row] == []
    assert len(list(folder.glob(f"messages/{LATE}/*.eml"))) == 2


def test_two_at_once_raise_and_tell_everything_once(engine: Engine, folder: Path) -> None:
    both = [begin(folder), begin(folder)]
    reports = [json.loads(process.communicate()[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum(report["messages"] for report in reports) == 2
    require_once(engine, folder)


@pytest.mark.soak
@pytest.mark.parametrize("hundredths", MOMENTS)
def test_a_run_that_is_killed_is_finished_by_the_next(engine: Engine, folder: Path, hundredths: int) -> None:
    doomed = begin(folder)
    wait_for_the_day_to_begin(engine)
    time.sleep(hundredths / 100)
    doomed.kill()
    doomed.communicate()
    assert doomed.returncode < 0
    assert dondoc("run", "daily", "--on", LATE, "--dir", folder).returncode == 0
    assert dondoc("run", "deliver", "--dir", folder).returncode == 0  # what the dead sender held, if anything
    require_once(engine, folder)


def wait_for_the_day_to_begin(engine: Engine) -> None:
    for _ in range(600):
        with db.session(engine, read_only=True) as session:
            if session.exec(select(DailyRun)).first():
                return
        time.sleep(0.05)
    pytest.fail("the run never began its day")
