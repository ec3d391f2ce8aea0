"""A Prefect server as its own programs see it: what runs, what it swept, and who is gone."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

import databases
import ministry

if TYPE_CHECKING:
    import datetime as dt
    import subprocess
    from collections.abc import Callable, Iterator

REFUSE = """
CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.deployment_id = (SELECT id FROM deployment WHERE name = '{deployment}') THEN
    RAISE 'broken';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER broken BEFORE INSERT ON flow_run FOR EACH ROW EXECUTE FUNCTION refuse()"""


def until(true: Callable[[], object], what: str, seconds: float = 90) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.2)


def answers(api: str) -> bool:
    try:
        return httpx.get(f"{api}/health").is_success
    except httpx.HTTPError:
        return False


def ask(api: str, path: str, **body: Any) -> Any:
    return httpx.post(f"{api}/{path}", json=body).raise_for_status().json()


def start_the_day(api: str, on: dt.date) -> str:
    """Let a worker run the day; return the number of the flow run."""
    daily = httpx.get(f"{api}/deployments/name/daily-run/daily").json()["id"]
    made = ask(api, f"deployments/{daily}/create_flow_run", parameters={"on": on.isoformat()})
    return str(made["id"])


def state(api: str, run: str) -> str:
    return str(httpx.get(f"{api}/flow_runs/{run}").json()["state"]["type"])


def lose(api: str, worker: subprocess.Popen[bytes]) -> None:
    """Kill a worker with its runs, and let Prefect notice at once that it is gone: it takes 90 seconds."""
    ministry.kill(worker)
    *_, name = ministry.words(worker)
    httpx.delete(f"{api}/work_pools/dondoc/workers/{name}").raise_for_status()


def runs_of(api: str, flow: str) -> list[str]:
    """Return the numbers of a flow's runs."""
    return [run["id"] for run in ask(api, "flow_runs/filter", flows={"name": {"any_": [flow]}})]


def swept_by(api: str, run: str) -> list[str]:
    """Return the names of the departments that a run has swept: those at which nobody else was."""
    tasks = ask(api, "task_runs/filter", flow_runs={"id": {"any_": [run]}})
    return [
        task["name"]
        for task in tasks
        if task["name"].startswith("sweep-") and task["state_name"] == "Completed"
    ]


def composed_by(api: str, run: str) -> list[str]:
    """Return the functions by which a run has composed digests, each time once."""
    tasks = ask(api, "task_runs/filter", flow_runs={"id": {"any_": [run]}})
    functions = [task["name"].rpartition("-")[0] for task in tasks if task["state_name"] == "Completed"]
    return sorted(name for name in functions if name.startswith("compose"))


def warnings_of(api: str, run: str) -> list[str]:
    """Return what a run was warned of, as the page of Prefect shows it."""
    wanted = {"flow_run_id": {"any_": [run]}, "level": {"ge_": logging.WARNING}}
    return [log["message"] for log in ask(api, "logs/filter", logs=wanted)]


@contextmanager
def without_deployment(api: str, name: str) -> Iterator[None]:
    """Take a deployment from the server; who wants it back deploys again."""
    number = httpx.get(f"{api}/deployments/name/{name}").json()["id"]
    httpx.delete(f"{api}/deployments/{number}").raise_for_status()
    yield


@contextmanager
def breaking_at(prefect: str, name: str) -> Iterator[None]:
    """Let the server fail where it is to run a deployment: its own database, at this address, refuses."""
    _flow, _, deployment = name.partition("/")
    databases.command(prefect, REFUSE.format(deployment=deployment))
    yield
    databases.command(prefect, "DROP TRIGGER broken ON flow_run")
