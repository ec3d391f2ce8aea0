"""A child process: the schedules of the daily run and of issuing, and the runs they start."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

from prefect import get_client
from prefect.exceptions import ObjectNotFound
from prefect.runner import Runner
from prefect.schedules import Cron, Interval
from prefect.types.entrypoint import EntrypointType

from dondoc import clock
from dondoc.hosting import server
from dondoc.hosting.child import end_with_parent
from dondoc.services import schedule
from dondoc.workplace import workplace
from flows.daily import daily_run
from flows.issuing import issue_plans

if TYPE_CHECKING:
    from uuid import UUID

    from prefect import Flow
    from prefect.schedules import Schedule

DAILY = Cron(f"{schedule.RUN_AT.minute} {schedule.RUN_AT.hour} * * *", timezone=str(clock.VIET_NAM))
ISSUING = Interval(60)
RUNS_AT_ONCE = 2


async def keep_schedules() -> None:
    """Register both schedules, catch up with today's run, and run what falls due until told to end."""
    with workplace() as work, work.sessions() as session:
        simulated = schedule.installation(session).simulated
        behind = schedule.is_behind(session, clock.now())
    runner = Runner(name="dondoc", limit=RUNS_AT_ONCE, pause_on_shutdown=False)
    daily = await _register(runner, daily_run, "daily", DAILY, paused=simulated)
    await _register(runner, issue_plans, "issuing", ISSUING, paused=False)
    if behind:
        async with get_client() as client:
            await client.create_flow_run_from_deployment(daily)
    await runner.start()


async def _register(runner: Runner, flow: Flow[Any, Any], name: str, when: Schedule, *, paused: bool) -> UUID:
    async with get_client() as client:
        try:
            # with it go the runs that fell due while nobody served: one of each is enough
            old = await client.read_deployment_by_name(f"{flow.name}/{name}")
            await client.delete_deployment(old.id)
        except ObjectNotFound:
            pass
    return await runner.aadd_flow(
        flow, name, schedule=when, paused=paused, entrypoint_type=EntrypointType.MODULE_PATH
    )


if __name__ == "__main__":
    end_with_parent()
    server.wait_for(os.environ["PREFECT_API_URL"])
    asyncio.run(keep_schedules())
