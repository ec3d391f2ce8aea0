"""Whether the daily run's schedule lives, asked of the Prefect server itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from dondoc.errors import DondocError, Refused
from dondoc.services.schedule import DEPLOYMENT

if TYPE_CHECKING:
    import datetime as dt

SECONDS_TO_ANSWER = 3.0


def ailment(api: str | None, now: dt.datetime) -> DondocError | None:
    """Return what is not well about the schedule on the server at `api`, None where all is.

    Somebody must be looking for runs of the deployment, and one must be scheduled, unless it is paused.
    """
    if api is None:
        return Refused(
            "No Prefect server is named: start the page by `dondoc serve`, or set PREFECT_API_URL."
        )
    try:
        with httpx.Client(base_url=api, timeout=SECONDS_TO_ANSWER) as client:
            return _ask(client, now)
    except (httpx.HTTPError, ValueError):
        return Refused("The Prefect server %(api)s does not answer.", api=api)


def _ask(client: httpx.Client, now: dt.datetime) -> DondocError | None:
    found = client.get(f"/deployments/name/{DEPLOYMENT}")
    if found.status_code == httpx.codes.NOT_FOUND:
        return Refused("The daily run has no schedule on the Prefect server.")
    deployment: dict[str, Any] = found.raise_for_status().json()
    if deployment["status"] != "READY":
        return Refused("Nobody is there to start the daily run at its hour.")
    if not deployment["paused"] and not _has_next_run(client, deployment["id"], now):
        return Refused("No next daily run is scheduled.")
    return None


def _has_next_run(client: httpx.Client, deployment: str, now: dt.datetime) -> bool:
    wanted = {
        "deployments": {"id": {"any_": [deployment]}},
        "flow_runs": {
            "state": {"type": {"any_": ["SCHEDULED"]}},
            "next_scheduled_start_time": {"after_": now.isoformat()},
        },
        "limit": 1,
    }
    return bool(client.post("/flow_runs/filter", json=wanted).raise_for_status().json())
