"""Issuing on Prefect: what a command or a page asked for becomes tasks."""

# No deferred annotations: Prefect makes a model of a flow's parameters, and may not find their types later.

import datetime as dt

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from dondoc import clock
from dondoc.services import issuing, schedule
from dondoc.services.issuing import Issued
from dondoc.services.world import World
from dondoc.workplace import Workplace, workplace


@task(task_run_name="issue-{plan}", cache_policy=NO_CACHE)
def issue(work: Workplace, plan: str, around: World) -> Issued:
    """Give out the tasks of one plan, in one transaction."""
    now = work.clock_on(around.on)
    with work.sessions() as session:
        return issuing.issue(session, plan, around.on, now(), around)


@flow
def issue_plans(plan: str | None = None, on: dt.date | None = None) -> list[Issued]:
    """Issue one plan, or every approved plan that waits; twice makes nothing twice.

    A plan that fails stops no other; the first failure is raised at the end.
    """
    with workplace() as work:
        with work.sessions() as session:
            codes = [plan] if plan else issuing.waiting(session)
            simulated = schedule.installation(session).simulated
            day = on or schedule.work_day(schedule.last_day(session), clock.today(), simulated=simulated)
            around = World(session, day).complete()
        states = [issue(work, code, around, return_state=True) for code in codes]
        return [state.result() for state in states]
