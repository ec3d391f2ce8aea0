"""A plan by Excel: its workbook to keep, and the filled-in one shown as a difference before it is taken."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, Response, UploadFile

from dondoc.errors import BadInput, TooLarge
from dondoc.i18n import N_
from dondoc.services.names import names
from dondoc.services.plan_export import export
from dondoc.services.plan_import import compare, take
from dondoc.services.visible import find_plan
from dondoc.web.door import Doer, Visitor
from dondoc.web.file_change import LONGEST_FIELD
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.words.changes import value
from dondoc.words.plans import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.services.names import Names
    from dondoc.services.plan_import import Difference
    from dondoc.web.door import Visit

router = APIRouter(prefix="/plans/{code}")
TOO_LARGE = N_("%(file)s is too large: take pictures out of it, or let the operator load it.")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/workbook.xlsx")
def download(visit: Visitor, code: str) -> Response:
    """Give the plan as a workbook."""
    find_plan(visit.world, visit.person, code)
    named = {"content-disposition": f'attachment; filename="{code}.xlsx"'}
    return Response(export(visit.world, code), media_type=XLSX, headers=named)


@router.post("/workbook")
def upload(deed: Doer, code: str, workbook: UploadFile) -> Response:
    """Show what a filled-in workbook changes; nothing is changed yet."""
    find_plan(deed.world, deed.person, code)
    name, content = workbook.filename or f"{code}.xlsx", workbook.file.read()
    kept = base64.b64encode(content).decode()
    if len(kept) > LONGEST_FIELD:
        raise TooLarge(TOO_LARGE, file=name)
    difference = compare(deed.world, deed.occasion, code, content, name)
    return page(
        deed,
        "workbook.html",
        plan=code,
        changes=list(_changes(deed, difference)),
        count=len(difference.changes),
        name=name,
        content=kept,
    )


@router.post("/workbook/take")
def accept(deed: Doer, code: str, content: Annotated[str, Form()], name: Annotated[str, Form()]) -> Response:
    """Take the workbook whose difference was shown."""
    find_plan(deed.world, deed.person, code)
    difference = take(deed.world, deed.occasion, code, _decoded(content, name), name)
    said = N_("Items of %(plan)s that are set: %(count)s.")
    return done(deed, f"/plans/{code}", said, plan=code, count=deed.speech.count(len(difference.changes)))


def _decoded(content: str, name: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except ValueError:  # letters that are none of base64's, too
        raise BadInput("%(file)s arrived damaged: choose the file again.", file=name) from None


def _changes(deed: Visit, difference: Difference) -> Iterator[tuple[str, str, str, str]]:
    """Go through what changes: item, what, before, after; what follows by itself is left out."""
    people = [one for each in difference.changes for one in each.fields.get("assignee", ())]
    known = names(deed.world, map(str, filter(None, people)))
    for change in difference.changes:
        for name, pair in change.fields.items():
            if name in FIELDS:
                before, after = (_said(deed, known, name, plain) for plain in pair)
                yield change.item, FIELDS[name], before, after


def _said(deed: Visit, known: Names, name: str, plain: Any) -> str:
    """Say a value as people read it: units and people by their names."""
    match name:
        case "assignee":
            return known.person(plain)
        case "lead" | "supervisor":
            return known.unit(plain)
        case "coordinators":
            return "; ".join(map(known.unit, plain))
        case _:
            return value(deed.speech, name, plain)
