"""`dondoc serve` as its user sees it: one page of health, children that come back, nobody left behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tenacity import retry, stop_after_delay, wait_random

from shell import DONDOC, dondoc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CHILDREN = {"prefect", "runner", "sender", "web"}
pytestmark = pytest.mark.timeout(600)


@dataclass
class Served:
    """A `dondoc serve` that is up."""

    folder: Path
    process: subprocess.Popen[str]

    @property
    def about(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "serve.json").read_text(encoding="utf-8"))
        return found

    def health(self) -> httpx.Response | None:
        try:
            return httpx.get(f"{self.about['url']}/health", timeout=10)
        except (httpx.HTTPError, OSError):
            return None

    def is_well(self) -> bool:
        answer = self.health()
        return answer is not None and answer.status_code == 200


def until(true: Callable[[], bool], seconds: float = 120) -> bool:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.3)
    return true()


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    command = [str(DONDOC), "serve", "--port", "0", "--dir", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        served = Served(folder, process)
        try:
            yield served
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def served(prefect_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A new folder, served and well."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(prefect_home, folder / "prefect")
    assert dondoc("init", "--dir", folder).returncode == 0
    with serve(folder) as served:
        assert until(served.is_well), (folder / "logs" / "runner.log").read_text()
        yield served


def test_it_answers_for_all_its_parts(served: Served) -> None:
    assert set(served.about["children"]) == CHILDREN
    answer = served.health()
    assert answer is not None
    fine = {"database": "bình thường", "schedule": "bình thường", "daily_run": "bình thường"}
    assert answer.json() == {"well": True} | fine


def test_the_folder_is_served_once(served: Served) -> None:
    second = dondoc("serve", "--port", 0, "--dir", served.folder)
    assert (second.returncode, second.stdout) == (1, "")
    assert "đang được phục vụ" in second.stderr
    assert served.is_well()


def test_a_port_that_is_taken_is_said_so(served: Served, tmp_path: Path) -> None:
    dondoc("init", "--dir", tmp_path)
    port = served.about["url"].rpartition(":")[2]
    refused = dondoc("serve", "--port", port, "--dir", tmp_path)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "một chương trình khác đang dùng. Chọn cổng khác bằng --port" in refused.stderr
    assert not (tmp_path / "serve.json").exists()


def test_a_run_by_hand_uses_its_server(served: Served) -> None:
    done = dondoc("run", "daily", "--dir", served.folder)
    assert done.returncode == 0, done.stderr
    runs = httpx.post(
        f"{served.about['prefect']}/flow_runs/filter",
        json={
            "flows": {"name": {"any_": ["daily-run"]}},
            "flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}},
        },
    )
    assert len(runs.json()) >= 1


def test_its_runner_runs_what_is_due(served: Served) -> None:
    api = served.about["prefect"]

    @retry(stop=stop_after_delay(60), wait=wait_random(0, 0.5), reraise=True)
    def start(deployment: str) -> str:
        """Ask again where Prefect's server answers 503, as Prefect's own client does."""
        number = httpx.get(f"{api}/deployments/name/{deployment}").json()["id"]
        made = httpx.post(f"{api}/deployments/{number}/create_flow_run", json={}).raise_for_status()
        return str(made.json()["id"])

    def is_completed(run: str) -> bool:
        return bool(httpx.get(f"{api}/flow_runs/{run}").json()["state"]["type"] == "COMPLETED")

    runs = [start("daily-run/daily"), start("issue-plans/issuing")]
    assert until(lambda: all(map(is_completed, runs)))


@pytest.mark.parametrize("name", ["web", "runner"])
def test_a_child_that_is_killed_comes_back(served: Served, name: str) -> None:
    before = served.about["children"][name]
    os.kill(before, signal.SIGKILL)
    assert until(lambda: served.about["children"].get(name, before) != before)
    assert until(served.is_well)


def test_it_ends_with_all_its_children(served: Served) -> None:
    pids = served.about["children"].values()
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(60) == 0
    assert not any(lives(pid) for pid in pids)
    assert not (served.folder / "serve.json").exists()
