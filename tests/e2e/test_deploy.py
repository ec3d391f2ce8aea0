"""`dondoc deploy`: schedules on a Prefect server of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from shell import dondoc

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["daily-run/daily", "catch-up/catching-up", "issue-plans/issuing", "deliver-outbox/delivery"]
STEADY = ("id", "entrypoint", "paused", "work_pool_name", "concurrency_options", "version")


def on_the_server(api: str, name: str) -> dict[str, Any]:
    """Return what must be the same after a second deployment."""
    found = httpx.get(f"{api}/deployments/name/{name}").json()
    hours = [(one["id"], one["schedule"], one["active"]) for one in found["schedules"]]
    limit = found["global_concurrency_limit"]["limit"]
    return {key: found[key] for key in STEADY} | {"hours": hours, "limit": limit}


def test_twice_changes_nothing(lived_in: Path, prefect_server: str) -> None:
    found = []
    for _ in range(2):
        done = dondoc("deploy", "--json", "--dir", lived_in, PREFECT_API_URL=prefect_server)
        assert (done.returncode, done.stderr) == (0, "Đang đăng ký lịch chạy...\n")
        assert [one["name"] for one in json.loads(done.stdout)] == NAMES
        found.append([on_the_server(prefect_server, name) for name in NAMES])
    assert found[0] == found[1]
    daily = found[0][0]
    assert (daily["entrypoint"], daily["work_pool_name"]) == ("flows.daily.daily_run", "dondoc")
    assert (daily["limit"], daily["paused"]) == (1, True)  # the days of this folder are lived by command


def test_what_somebody_paused_stays_so(lived_in: Path, prefect_server: str) -> None:
    dondoc("deploy", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    number = on_the_server(prefect_server, NAMES[-1])["id"]
    httpx.patch(f"{prefect_server}/deployments/{number}", json={"paused": True}).raise_for_status()
    again = dondoc("deploy", "--dir", lived_in, PREFECT_API_URL=prefect_server)
    assert again.returncode == 0, again.stderr
    assert on_the_server(prefect_server, NAMES[-1])["paused"]


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
