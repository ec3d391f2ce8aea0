"""A notice comes in: its file is read, and a draft plan made of it, or compared with the plan it corrects."""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile
from sqlmodel import col, select

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.rules.rights import Operation
from dondoc.services.directory import Named
from dondoc.services.drafts import draft
from dondoc.services.roles import require, roles
from dondoc.services.statements import look_at
from dondoc.web import door
from dondoc.web.door import Doer, Visitor, refuse_foreign
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.web.uploads import Document, read_document
from models import Plan, PlanState, Unit
from models.search import searchable

if TYPE_CHECKING:
    from dondoc.rules.organisation import Organisation
    from dondoc.services.drafts import Drafted
    from dondoc.services.world import World
    from dondoc.web.door import Visit

router = APIRouter(prefix="/notices")
CORRECTABLE = (
    select(Plan.code, Unit.name)
    .join(Unit)
    .where(col(Plan.state).in_((PlanState.DRAFT, PlanState.OPEN)))
    .order_by(col(Plan.code))
)


@router.get("/new")
def show(visit: Visitor) -> Response:
    """Ask for a notice and whom it is about."""
    _require_right(visit)
    units = _units(visit.world.organisation).choices
    return page(visit, "notice.html", units=units, plans=look_at(visit.world.session, CORRECTABLE))


def upload(request: Request, file: Annotated[UploadFile | None, File()] = None) -> Document:
    """Read the file of somebody who may draft; before the deed begins, so that nobody waits for it."""
    refuse_foreign(request)
    with contextmanager(door.visit)(request, None) as visit:  # in one step, which takes no turn
        _require_right(visit)
    return read_document(file)


Uploaded = Annotated[Document, Depends(upload)]
Text = Annotated[str, Form()]


@router.post("/new")
def make(uploaded: Uploaded, deed: Doer, subject: Text = "", plan: Text = "") -> Response:
    """Make a draft plan of a notice, or correct the plan that is named, and lead to its check."""
    code, unit = plan.strip() or None, _subject(deed.world, subject.strip(), plan.strip())
    drafted = draft(deed.world, deed.occasion, uploaded.reading, uploaded.name, unit, code)
    said = _said(drafted)
    count = deed.speech.count(drafted.items)
    return done(deed, f"/plans/{drafted.plan}/check", said, plan=drafted.plan, count=count)


def _require_right(visit: Visit) -> None:
    require(Operation.PLAN_DRAFT, roles(visit.world, visit.person), visit.person)


@lru_cache(maxsize=2)  # of a country it is long, and the same from page to page
def _units(organisation: Organisation) -> Named:
    units = sorted(organisation.units.values(), key=lambda unit: (unit.kind, searchable(unit.name)))
    return Named(
        names={unit.code: unit.name for unit in units},
        aliases={unit.code: unit.aliases for unit in units},
        circles=(tuple(unit.code for unit in units),),
    )


def _subject(world: World, subject: str, plan: str) -> str:
    """Return the code of the unit a notice is about; of a plan that is corrected it is known."""
    if plan:
        known = world.session.exec(select(Plan.subject_unit_id).where(Plan.code == plan)).one_or_none()
        if known is not None:
            return world.unit_code(known)
    if not subject:
        raise BadInput("Name the unit the document is about.")
    return _units(world.organisation).code_of(subject)


def _said(drafted: Drafted) -> str:
    if drafted.new:
        return N_("%(plan)s is drafted with %(count)s items: check them against the document.")
    if drafted.difference is None:
        return N_("%(plan)s is already made of this document: nothing has changed.")
    return N_("%(plan)s has been compared with the corrected document.")
