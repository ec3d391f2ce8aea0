"""The flows on a Prefect server of one's own: what `prefect.yaml` says is registered, with its work pool."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from prefect import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import ConcurrencyLimitConfig
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType
from prefect.workers.process import ProcessWorker

from dondoc.services import schedule

if TYPE_CHECKING:
    from prefect import Flow

FILE = Path(__file__).parents[2] / "prefect.yaml"


@dataclass(frozen=True)
class Deployed:
    """A flow that was registered: its name on the server, its work pool, its hours as cron writes them."""

    name: str
    pool: str
    schedules: tuple[str, ...]
    paused: bool


def deploy(*, simulated: bool) -> list[Deployed]:
    """Register every flow and its schedules with the server of PREFECT_API_URL; twice changes nothing.

    An entrypoint is registered as a module's name: a worker needs the project installed, not our folders. A
    simulated folder lives its days by command alone, so there the schedule of the daily run is paused.
    """
    described = yaml.safe_load(FILE.read_text(encoding="utf-8"))["deployments"]
    return [_deploy(one, simulated=simulated) for one in described]


def _deploy(described: dict[str, Any], *, simulated: bool) -> Deployed:
    pool, flow = described["work_pool"]["name"], _flow(described["entrypoint"])
    hours = [Cron(one["cron"], one["timezone"], slug=one["slug"]) for one in described.get("schedules", ())]
    limit = described.get("concurrency_limit")
    made = RunnerDeployment.from_flow(
        flow,
        described["name"],
        schedules=hours,
        concurrency_limit=limit and ConcurrencyLimitConfig(**limit),
        work_pool_name=pool,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    made.paused = (simulated and made.full_name == schedule.DEPLOYMENT) or _is_paused(made.full_name)
    _make_pool(pool)
    made.apply()
    return Deployed(made.full_name, pool, tuple(f"{one.cron} {one.timezone}" for one in hours), made.paused)


def _flow(entrypoint: str) -> Flow[Any, Any]:
    file, _, name = entrypoint.partition(":")
    found: Flow[Any, Any] = getattr(import_module(file.removesuffix(".py").replace("/", ".")), name)
    return found


def _is_paused(name: str) -> bool:
    """Say whether somebody has paused the deployment: registering it again leaves it so."""
    with get_client(sync_client=True) as client:
        try:
            return client.read_deployment_by_name(name).paused
        except ObjectNotFound:
            return False


def _make_pool(name: str) -> None:
    template = ProcessWorker.get_default_base_job_template()
    with get_client(sync_client=True) as client, suppress(ObjectAlreadyExists):
        client.create_work_pool(WorkPoolCreate(name=name, type="process", base_job_template=template))
