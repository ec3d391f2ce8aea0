"""The page of a task: where it comes from, how it stands, what was done, and every deed its viewer may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Response, UploadFile

from dondoc.i18n import N_
from dondoc.rules.rights import Operation
from dondoc.services import acceptance, reports
from dondoc.services.allowed import allowed
from dondoc.services.assignment import assign, heirs
from dondoc.services.evidence import File
from dondoc.services.names import names
from dondoc.services.submissions import submit
from dondoc.services.task_place import place_of
from dondoc.services.task_story import story_of
from dondoc.services.visible import find_task
from dondoc.web.door import Doer, Visitor
from dondoc.web.render import page
from dondoc.web.said import done

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.services.task_story import Story

router = APIRouter(prefix="/tasks/{code}")
Code = str
LISTS = ("/", "/inbox")
SEARCHED = "/?"
"""How a page of somebody's work begins, a part of it or what was searched for."""
Text = Annotated[str, Form()]


@router.get("")
def show(visit: Visitor, code: Code) -> Response:
    """Show one task in full."""
    task = find_task(visit.world, visit.person, code)
    told, may = story_of(visit.world, task), allowed(visit.world, visit.person, task)
    return page(
        visit,
        "task.html",
        task=told,
        place=place_of(visit.world.session, task),
        may=may,
        heirs=heirs(visit.world, task.lead_unit_id) if Operation.TASK_ASSIGN in may else (),
        names=names(visit.world, _people(told)),
    )


@router.post("/report")
def report(
    deed: Doer, code: Code, percent: Annotated[int, Form()], note: Text = "", to: Text = ""
) -> Response:
    """Report progress."""
    find_task(deed.world, deed.person, code)
    reports.report(deed.world, deed.occasion, code, percent, note.strip() or None)
    said = N_("%(task)s: %(percent)s per cent written down.")
    return done(deed, _back(code, to), said, task=code, percent=percent)


@router.post("/submit")
def hand_in(
    deed: Doer, code: Code, evidence: list[UploadFile] | None = None, document: Text = ""
) -> Response:
    """Hand the task in with its evidence."""
    find_task(deed.world, deed.person, code)
    files = [File(one.filename, one.file) for one in evidence or () if one.filename]
    documents = [line.strip() for line in document.splitlines() if line.strip()]
    decision = submit(deed.world, deed.occasion, code, deed.house.evidence, files, documents)
    said = N_("%(task)s is handed in; it is decided on by %(day)s.")
    return done(deed, f"/tasks/{code}", said, task=code, day=deed.speech.date(decision.due_on))


@router.post("/accept")
def accept(deed: Doer, code: Code, to: Text = "") -> Response:
    """Accept what was handed in."""
    find_task(deed.world, deed.person, code)
    acceptance.accept(deed.world, deed.occasion, code, deed.house.evidence)
    return done(deed, _back(code, to), N_("%(task)s is accepted: it is done."), task=code)


@router.post("/return")
def return_(deed: Doer, code: Code, reason: Text, to: Text = "") -> Response:
    """Return what was handed in, to be done again."""
    find_task(deed.world, deed.person, code)
    returned = acceptance.return_(deed.world, deed.occasion, code, reason)
    said = N_("%(task)s is returned to its owner; due date: %(day)s.")
    return done(deed, _back(code, to), said, task=code, day=deed.speech.date(returned.due_on))


@router.post("/assign")
def hand_over(deed: Doer, code: Code, person: Text) -> Response:
    """Hand the task over to another person."""
    find_task(deed.world, deed.person, code)
    changed = assign(deed.world, deed.occasion, code, person)
    said = N_("%(task)s is now with %(person)s.") if changed else N_("%(task)s is with %(person)s already.")
    name = names(deed.world, [person]).person(person)
    return done(deed, f"/tasks/{code}", said, task=code, person=name)


def _back(code: str, to: str) -> str:
    """Return the list that a form stood in, else the page of the task."""
    return to if to in LISTS or to.startswith(SEARCHED) else f"/tasks/{code}"


def _people(told: Story) -> Iterator[str | None]:
    yield told.line.assignee
    yield from (hand_in.person for hand_in in told.submissions)
    yield from (line.person for line in told.history)
    for step in told.raised:
        yield from step.people
