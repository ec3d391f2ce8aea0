"""Catching up on Prefect: a day that nobody ran, or whose worker was lost on the way, is started again."""

from __future__ import annotations

from prefect import flow
from prefect.deployments import run_deployment

from dondoc import clock
from dondoc.services import schedule
from dondoc.workplace import workplace


@flow
def catch_up() -> bool:
    """Start today's run on some worker where it is due and was not completed; say whether it was started."""
    with workplace() as work, work.sessions() as session:
        behind = schedule.is_behind(session, clock.now())
    if behind:
        run_deployment(schedule.DEPLOYMENT, timeout=0, as_subflow=False)
    return behind
