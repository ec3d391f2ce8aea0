"""One unit: its names, place, fields of work and end, changed by a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from dondoc.services import unit_edits
from dondoc.services.unit_card import unit_card
from dondoc.web import changing
from dondoc.web.administrators import Administrator
from dondoc.web.changing import Sent, take, unit_fields, units_to_choose
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.words.organisation import POST_ROLES, UNIT_KINDS, worded

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/units/{code}")


@router.get("")
def show(visit: Administrator, code: str) -> Response:
    """Show a unit with the form that changes it."""
    return _page(visit, code, changing.Form())


@router.post("")
def change(deed: Doer, code: str, sent: Sent) -> Response:
    """Change a unit; one that ends takes the posts in it along."""

    def again(wrong: AtField) -> Response:
        return _page(deed, code, changing.Form("unit", sent, wrong), status=422)

    edit = partial(unit_edits.change_unit, deed.world.session, deed.occasion, code, unit_fields(sent))
    return take(deed, sent, edit, f"/admin/units/{code}", again)


def _page(visit: Visit, code: str, form: changing.Form, *, status: int = 200) -> Response:
    return page(
        visit,
        "admin/unit.html",
        status=status,
        one=unit_card(visit.world, code),
        form=form,
        parents={"": "–", **units_to_choose(visit.world)},
        kinds=worded(visit.speech, UNIT_KINDS),
        roles=worded(visit.speech, POST_ROLES),
    )
