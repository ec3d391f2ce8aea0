"""The run of a day: what it set aside, what that means, and what to do about it."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from fastapi import APIRouter, Response

from dondoc.services.day_report import Noted, stuck
from dondoc.services.meanings import MEANINGS
from dondoc.services.names import names
from dondoc.services.outcome import first_line
from dondoc.services.run_view import faults
from dondoc.web.administrators import Administrator
from dondoc.web.render import page
from dondoc.words.faults import FAULT_KINDS

router = APIRouter(prefix="/admin/runs/{on}")


@router.get("")
def show(visit: Administrator, on: dt.date) -> Response:
    """Show what the run of a day set aside, and what did not leave."""
    session = visit.world.session
    aside = [Noted(fault.what, fault.reason, fault.kind) for fault in faults(session, on)]
    unsent = stuck(session, on)
    return page(
        visit,
        "admin/run.html",
        day=on,
        noted=Counter([*aside, *unsent]),
        names=names(visit.world, (one.what for one in unsent)),
        first_line=first_line,
        KINDS=FAULT_KINDS,
        MEANINGS=MEANINGS,
    )
