"""Units as a tree, and loading the organisation's file."""

from __future__ import annotations

from fastapi import APIRouter, Response, UploadFile

from dondoc.reading.organisation import read_organisation
from dondoc.services import organisation
from dondoc.services.chart import branches
from dondoc.services.world import World
from dondoc.web.administrators import Administrator
from dondoc.web.door import Doer
from dondoc.web.render import page
from dondoc.web.uploads import kept

router = APIRouter(prefix="/admin/units")


@router.get("")
def show(visit: Administrator) -> Response:
    """Show the units of the day."""
    return page(visit, "admin/units.html", units=branches(visit.world), difference=None)


@router.post("")
def load(deed: Doer, file: UploadFile) -> Response:
    """Load an organisation file, all or nothing, and show what it changed."""
    with kept(file) as path:
        read = read_organisation(path)
    found = organisation.load(deed.world.session, read, deed.occasion, file.filename or "")
    as_loaded = World(deed.world.session, deed.world.on)
    return page(deed, "admin/units.html", units=branches(as_loaded), difference=found)
