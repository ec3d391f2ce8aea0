"""The page of a unit, for its head: who has what, how much, and handing over many at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.services.assignment import assign, heirs
from dondoc.services.load import load_page
from dondoc.services.names import names
from dondoc.services.roles import heads
from dondoc.services.task_page import Part, Wanted, task_page
from dondoc.services.visible import find_unit, of_units
from dondoc.web.door import Doer, Visitor
from dondoc.web.paging import PageNumber
from dondoc.web.render import page
from dondoc.web.said import done

router = APIRouter(prefix="/units/{code}")


@router.get("")
def show(
    visit: Visitor,
    code: str,
    part: Part = Part.OPEN,
    q: str = "",
    number: PageNumber = 1,
    people: PageNumber = 1,
) -> Response:
    """Show a unit's people and their tasks, those of the units below it too."""
    unit = find_unit(visit.world, visit.person, code)
    units = set(visit.world.organisation.below(unit.id))
    return page(
        visit,
        "unit.html",
        unit=unit,
        parts=Part,
        wanted=Wanted(part, q, number),
        tasks=task_page(visit.world, of_units(units), Wanted(part, q, number)),
        loads=load_page(visit.world, units, people),
        heirs=heirs(visit.world, unit.id) if heads(visit.world, visit.person, unit.id) else (),
        names=visit.world.organisation.names,
    )


@router.post("/assign")
def hand_over(
    deed: Doer,
    code: str,
    person: Annotated[str, Form()] = "",
    task: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Hand the chosen tasks over to one person: all of them or none."""
    find_unit(deed.world, deed.person, code)
    if not task or not person:
        raise BadInput("Choose the tasks and the person who takes them over.")
    changed = sum(assign(deed.world, deed.occasion, one, person) for one in task)
    name = names(deed.world, [person]).person(person)
    said = N_("Tasks now with %(person)s: %(count)s.")
    return done(deed, f"/units/{code}", said, count=deed.speech.count(changed), person=name)
