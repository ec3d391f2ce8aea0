"""`dondoc plan issue` as a whole process: the real flow gives the tasks out, and nobody sees Prefect."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from databases import engine_of
from dondoc import db
from models import Installation, PlanState
from small_plan import CODE, EIGHT, MEETING, SmallPlan, day

DONDOC = Path(sys.executable).with_name("dondoc")


@pytest.fixture
def folder(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """Return a simulated data folder with a plan that was approved on 27 May."""
    file = shutil.copy(migrated_sqlite, tmp_path / "dondoc.sqlite3")
    with engine_of(f"sqlite:///{file}") as engine, db.session(engine) as session:
        plan = SmallPlan(session).plan
        plan.state, plan.approved_on = PlanState.APPROVED, day("05-27")
        session.add(Installation(simulated=True, created_at=dt.datetime.combine(MEETING, EIGHT, dt.UTC)))
    return tmp_path


def issue(folder: Path, server: str) -> subprocess.CompletedProcess[str]:
    command = [str(DONDOC), "plan", "issue", CODE, "--as", "chanh", "--on", "2014-05-28", "--json"]
    environment = os.environ | {"DONDOC_DIR": str(folder), "DONDOC_LANGUAGE": "vi", "PREFECT_API_URL": server}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def test_it_gives_the_tasks_out(folder: Path, prefect_server: str) -> None:
    done = issue(folder, prefect_server)
    assert (done.returncode, done.stderr) == (0, "Đang giao nhiệm vụ...\n")
    assert json.loads(done.stdout) == {
        "plan": CODE,
        "made": [f"{CODE}.3.1a", f"{CODE}.3.7a"],
        "already": False,
    }
