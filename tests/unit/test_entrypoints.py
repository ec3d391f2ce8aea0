"""Every entrypoint of prefect.yaml loads strictly: `prefect deploy` accepts a broken import in silence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from dondoc.services import schedule

ROOT = Path(__file__).parents[2]
DEPLOYMENTS = {
    deployment["name"]: deployment
    for deployment in yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
}

LOAD = """
import json, sys
from prefect.flows import load_flow_from_entrypoint
flows = [load_flow_from_entrypoint(entrypoint, use_placeholder_flow=False) for entrypoint in sys.argv[1:]]
print(json.dumps({flow.name: flow.parameters.model_dump() for flow in flows}))
"""


def load(folder: Path, home: Path, *entrypoints: str) -> dict[str, Any]:
    """Load entrypoints as a worker whose working folder is `folder` does; return each flow's parameters."""
    command = [sys.executable, "-c", LOAD, *entrypoints]
    environment = os.environ | {"PREFECT_HOME": str(home), "DO_NOT_TRACK": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return loaded


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


def test_each_loads_from_the_project(elsewhere: Path) -> None:
    found = load(ROOT, elsewhere, *(deployment["entrypoint"] for deployment in DEPLOYMENTS.values()))
    assert set(found) == {"daily-run", "share-day", "catch-up", "issue-plans", "deliver-outbox"}


def test_each_loads_from_another_folder(elsewhere: Path) -> None:
    found = load(
        elsewhere, elsewhere, *(str(ROOT / deployment["entrypoint"]) for deployment in DEPLOYMENTS.values())
    )
    assert {name: list(flow["properties"]) for name, flow in found.items()} == {
        "daily-run": ["on"],
        "share-day": ["on", "attempt", "now"],
        "catch-up": [],
        "issue-plans": ["plan", "on"],
        "deliver-outbox": [],
    }


def test_the_daily_run_finds_its_helpers_by_name() -> None:
    assert schedule.SHARING == "share-day/sharing"
    assert DEPLOYMENTS["sharing"]["work_pool"] == DEPLOYMENTS["daily"]["work_pool"]
    assert set(DEPLOYMENTS["sharing"]) == {"name", "entrypoint", "work_pool"}  # no hours, and no limit


def test_the_day_is_scheduled_alike_here_and_by_serve() -> None:
    daily = DEPLOYMENTS["daily"]
    assert schedule.DEPLOYMENT == "daily-run/daily"
    (hours,) = daily["schedules"]
    assert (hours["cron"], hours["timezone"]) == (f"0 {schedule.RUN_AT.hour} * * *", "Asia/Ho_Chi_Minh")
