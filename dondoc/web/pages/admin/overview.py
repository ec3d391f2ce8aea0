"""The first page of the administration: the runs, and whether everything is well."""

from __future__ import annotations

from fastapi import APIRouter, Response

from dondoc.services.run_view import runs
from dondoc.web import health
from dondoc.web.administrators import Administrator
from dondoc.web.render import page

router = APIRouter(prefix="/admin")


@router.get("")
def show(visit: Administrator) -> Response:
    """Show how everything is, and the last runs."""
    lines = runs(visit.world.session)
    return page(visit, "admin/overview.html", runs=lines, findings=health.findings_in(visit.world))
