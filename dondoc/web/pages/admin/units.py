"""Units as a tree, adding one, and loading the organisation's file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response, UploadFile

from dondoc.reading.organisation import read_organisation
from dondoc.services import organisation, unit_edits
from dondoc.services.chart import branches
from dondoc.services.world import World
from dondoc.web import changing
from dondoc.web.administrators import Administrator
from dondoc.web.changing import Sent, take, unit_fields, units_to_choose, words_in
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.web.uploads import kept
from dondoc.words.organisation import UNIT_KINDS, worded

if TYPE_CHECKING:
    from dondoc.errors import AtField
    from dondoc.services.loading import Difference
    from dondoc.web.door import Visit

router = APIRouter(prefix="/admin/units")
NOTHING = {"name": "", "kind": "room", "aliases": (), "supervises": (), "valid_to": None}


@router.get("")
def show(visit: Administrator) -> Response:
    """Show the units of the day."""
    return _page(visit, visit.world, changing.Form())


@router.post("")
def load(deed: Doer, file: UploadFile) -> Response:
    """Load an organisation file, all or nothing, and show what it changed."""
    with kept(file) as path:
        read = read_organisation(path)
    found = organisation.load(deed.world.session, read, deed.occasion, file.filename or "")
    as_loaded = World(deed.world.session, deed.world.on)
    return _page(deed, as_loaded, changing.Form(), found)


@router.post("/add")
def add(deed: Doer, sent: Sent) -> Response:
    """Add a unit."""

    def again(wrong: AtField) -> Response:
        return _page(deed, deed.world, changing.Form("unit", sent, wrong), status=422)

    fields = words_in(sent, "code") | unit_fields(sent)
    edit = partial(unit_edits.add_unit, deed.world.session, deed.occasion, fields)
    return take(deed, sent, edit, f"/admin/units/{fields['code']}", again)


def _page(
    visit: Visit,
    world: World,
    form: changing.Form,
    difference: Difference | None = None,
    *,
    status: int = 200,
) -> Response:
    return page(
        visit,
        "admin/units.html",
        status=status,
        units=branches(world),
        difference=difference,
        form=form,
        new=NOTHING | {"valid_from": world.on},
        parents={"": "–"} | units_to_choose(world),
        kinds=worded(visit.speech, UNIT_KINDS),
    )
