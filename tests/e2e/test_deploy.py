"""`dondoc deploy`: schedules on a Prefect server of one's own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tenacity import retry, stop_after_delay, wait_random

from shell import dondoc

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    "daily-run/daily",
    "share-day/sharing",
    "catch-up/catching-up",
    "issue-plans/issuing",
    "deliver-outbox/delivery",
]
STEADY = ("id", "entrypoint", "paused", "work_pool_name", "concurrency_options", "version")


def on_the_server(api: str, name: str) -> dict[str, Any]:
    """Return what must be the same after a second deployment."""
    found = httpx.get(f"{api}/deployments/name/{name}").json()
    hours = [(one["id"], one["schedule"], one["active"]) for one in found["schedules"]]
    limit = found["global_concurrency_limit"]
    return {key: found[key] for key in STEADY} | {"hours": hours, "limit": limit and limit["limit"]}


def test_twice_changes_nothing(lived_in: Path, prefect_server: str) -> None:
    found = []
    for _ in range(2):
        done = dondoc("deploy", "--json", "--dir", lived_in, PREFECT_API_URL=prefect_server)
        assert (done.returncode, done.stderr) == (0, "Đang đăng ký lịch chạy...\n")
        assert [one["name"] for one in json.loads(done.stdout)] == NAMES
        found.append([on_the_server(prefect_server, name) for name in NAMES])
    assert found[0] == found[1]
    daily, sharing, *_ = found[0]
    assert (daily["entrypoint"], daily["work_pool_name"]) == ("flows.daily.daily_run", "dondoc")
    assert (daily["limit"], daily["paused"]) == (1, True)  # the days of this folder are lived by command
    assert (sharing["limit"], sharing["hours"], sharing["work_pool_name"]) == (None, [], "dondoc")


def test_what_somebody_paused_stays_so(lived_in: Path, prefect_server: str) -> None:
    dondoc("deploy", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    number = on_the_server(prefect_server, NAMES[-1])["id"]
    httpx.patch(f"{prefect_server}/deployments/{number}", json={"paused": True}).raise_for_status()
    again = dondoc("deploy", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    assert again.returncode == 0, again.stderr
    assert on_the_server(prefect_server, NAMES[-1])["paused"]


# a Prefect server on SQLite refuses while it writes; its own client asks again, too
@retry(stop=stop_after_delay(60), wait=wait_random(0, 0.5), reraise=True)
def forget(address: str) -> None:
    httpx.delete(address).raise_for_status()


CATCH_UP = """
import time_machine
from flows.catching_up import catch_up
with time_machine.travel("2014-05-23T07:05+07:00"):
    print(catch_up.fn())
"""


def catch_up(folder: Path, api: str) -> str:
    """Look for a day to catch up with, at five past seven; return whether it was started."""
    variables = {"DONDOC_DIR": str(folder), "PREFECT_API_URL": api, "PREFECT_HOME": str(folder / "prefect")}
    command = [sys.executable, "-c", CATCH_UP]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_day_that_was_not_completed_is_started_again(lived_in: Path, prefect_server: str) -> None:
    dondoc("deploy", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    daily = {"deployments": {"id": {"any_": [on_the_server(prefect_server, NAMES[0])["id"]]}}}
    with sqlite3.connect(lived_in / "dondoc.sqlite3") as connection:
        connection.execute("UPDATE installation SET simulated = 0")
    assert catch_up(lived_in, prefect_server) == "True"
    (run,) = httpx.post(f"{prefect_server}/flow_runs/filter", json=daily).json()
    forget(f"{prefect_server}/flow_runs/{run['id']}")
    with sqlite3.connect(lived_in / "dondoc.sqlite3") as connection:
        connection.execute(
            'INSERT INTO daily_runs ("on", working_day, state, started_at, completed_at, attempts)'
            " VALUES ('2014-05-23', 1, 'completed', '2014-05-23 00:00:00', '2014-05-23 00:01:00', 1)"
        )
    assert catch_up(lived_in, prefect_server) == "False"


@pytest.mark.parametrize(
    ("api", "sentence"),
    [
        pytest.param("", "Chưa nêu máy chủ Prefect", id="no server is named"),
        pytest.param("http://127.0.0.1:9/api", "http://127.0.0.1:9/api", id="it does not answer"),
    ],
)
def test_it_refuses_in_one_sentence(lived_in: Path, api: str, sentence: str) -> None:
    refused = dondoc("deploy", "--dir", lived_in, PREFECT_API_URL=api)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert sentence in refused.stderr.splitlines()[-1]
    assert not (lived_in / "prefect").exists()
