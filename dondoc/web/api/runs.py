"""The daily runs, and what each set aside."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Query

from dondoc.services import run_view
from dondoc.services.meanings import MEANINGS
from dondoc.web.api.administrators import Administrator
from dondoc.web.api.asked import Limit, page_of
from dondoc.web.api.description import problems
from dondoc.web.api.shapes.base import Page
from dondoc.web.api.shapes.runs import Run, RunInFull, SetAside

if TYPE_CHECKING:
    from dondoc.services.run_view import RunLine
    from dondoc.words.speech import Speech
    from models import Fault

router = APIRouter(prefix="/runs", tags=["administration"], responses=problems(404))
FIRST, LAST = dt.date(1946, 1, 1), dt.date(2100, 12, 31)
Before = Annotated[
    dt.date | None,
    Query(
        ge=FIRST,
        le=LAST,
        description="`next_cursor` of the page before; left out: the newest.",
        examples=["2014-05-23"],
    ),
]
Day = Annotated[dt.date, Path(ge=FIRST, le=LAST, description="The day of the run.", examples=["2014-05-23"])]


@router.get("", summary="List the daily runs")
def list_runs(call: Administrator, limit: Limit = 50, cursor: Before = None) -> Page[Run]:
    """Return the runs, the newest first; for administrators only."""
    rows = [_shape(line) for line in run_view.runs(call.world.session, limit + 1, cursor)]
    return page_of(Run, rows, limit, lambda run: run.on.isoformat())


@router.get("/{on}", summary="Show a daily run")
def show_run(call: Administrator, on: Day) -> RunInFull:
    """Return the run of a day with what it set aside; for administrators only."""
    session = call.world.session
    found = run_view.find_run(session, on)
    aside = [_set_aside(call.speech, fault) for fault in run_view.faults(session, on)]
    return RunInFull(**_shape(found).model_dump(), faults=aside)


def _shape(line: RunLine) -> Run:
    run = line.run
    return Run(
        on=run.on,
        working_day=run.working_day,
        state=run.state,
        attempts=run.attempts,
        started_at=run.started_at,
        completed_at=run.completed_at,
        set_aside=line.faults,
    )


def _set_aside(speech: Speech, fault: Fault) -> SetAside:
    meaning = speech.say(MEANINGS[fault.kind]) if fault.kind else None
    return SetAside(kind=fault.kind, what=fault.what, meaning=meaning, reason=speech.say(fault.reason))
