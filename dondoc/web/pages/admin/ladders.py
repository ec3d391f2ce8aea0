"""The ladders: their steps, whom each tells and when, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from sqlmodel import bindparam, col, select

from dondoc.errors import Absent
from dondoc.services import ladders
from dondoc.services.statements import look_at
from dondoc.web import changing
from dondoc.web.administrators import Administrator
from dondoc.web.changing import Sent, take
from dondoc.web.door import Doer
from dondoc.web.ladder_form import SPARE, ladder_of
from dondoc.web.render import page
from dondoc.words.organisation import worded
from dondoc.words.steps import STEPS
from dondoc.words.tasks import AUDIENCES
from models import Ladder

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.services.touched import Taken
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/ladders")
LADDERS = select(Ladder).order_by(col(Ladder.id))
LADDER = select(Ladder).where(Ladder.code == bindparam("code"))


@router.get("")
def show(visit: Administrator) -> Response:
    """Show every ladder with its steps."""
    found = look_at(visit.world.session, LADDERS)
    return page(visit, "admin/ladders.html", ladders=found, steps=visit.world.steps, STEPS=STEPS)


@router.get("/{code}")
def form(visit: Administrator, code: str) -> Response:
    """Show the form that changes a ladder."""
    return _page(visit, code, changing.Form())


@router.post("/{code}")
def change(deed: Doer, code: str, sent: Sent) -> Response:
    """Let a ladder have the steps that the form says."""

    def edit() -> Taken:
        ladders.begin(deed.world.session, deed.occasion, code)  # who may not is told nothing of the form
        return ladders.load(deed.world.session, ladder_of(code, sent), deed.occasion)

    def again(wrong: AtField) -> Response:
        return _page(deed, code, changing.Form("ladder", sent, wrong), status=422)

    return take(deed, sent, edit, f"/admin/ladders/{code}", again)


def _page(visit: Visit, code: str, sent: changing.Form, *, status: int = 200) -> Response:
    ladder = next(iter(look_at(visit.world.session, LADDER, code=code)), None)
    if ladder is None:
        raise Absent("There is no ladder %(ladder)s.", ladder=code)
    return page(
        visit,
        "admin/ladder.html",
        status=status,
        ladder=ladder,
        rows=[*visit.world.steps[ladder.id], *[None] * SPARE],
        form=sent,
        audiences=worded(visit.speech, AUDIENCES),
    )
