"""From a document that was read to a draft plan; the same document again changes nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import BadInput, Refused
from dondoc.reading.unit_names import UnitNames
from dondoc.rules.rights import Operation
from dondoc.services import documents
from dondoc.services.corrections import Difference, correct
from dondoc.services.item_owners import unit_id
from dondoc.services.item_reading import fill, new_item
from dondoc.services.ledger import record
from dondoc.services.plans import claim, items_of
from dondoc.services.roles import require, roles
from models import Document, Person, Plan, Unit

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.reading.result import Reading
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World

CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
LONGEST_CODE = 40


@dataclass(frozen=True)
class Drafted:
    """What became of a document; `difference` is None unless it corrects the one before."""

    plan: str
    new: bool
    items: int
    difference: Difference | None = None


def draft(
    world: World, occasion: Occasion, reading: Reading, file_name: str, subject: str, code: str | None = None
) -> Drafted:
    """Make a draft plan of what a document orders one unit to do, or compare it with the plan it corrects.

    Raises BadInput for an unknown unit or an unusable code; Refused without the right, for a document that
    orders nothing or belongs to another plan, and for a correction of a plan that has been submitted.
    """
    require(Operation.PLAN_DRAFT, roles(world, occasion.person), occasion.person)
    subject_id = unit_id(world, subject)
    if not reading.items:
        raise Refused("%(file)s orders nothing: there is nothing to make a plan of.", file=file_name)
    document = documents.keep(world.session, reading, file_name, occasion.now)
    if existing := _plan_of(world, document, subject_id):
        return _unchanged(world, existing, code)
    if code is not None and _taken(world, Plan, code):
        return _correction(world, occasion, reading, document, claim(world.session, code), subject_id)
    return _new(world, occasion, reading, document, subject_id, code)


def require_no_plan(world: World, code: str | None) -> None:
    """Refuse a code that a plan has already."""
    if code is not None and _taken(world, Plan, code):
        raise Refused("There is a plan %(plan)s already: correct that one, or give another code.", plan=code)


def _plan_of(world: World, document: Document, subject_id: int) -> Plan | None:
    wanted = select(Plan).where(Plan.document_id == document.id, Plan.subject_unit_id == subject_id)
    return world.session.exec(wanted).one_or_none()


def _unchanged(world: World, plan: Plan, code: str | None) -> Drafted:
    if code not in (None, plan.code):
        raise Refused("This document is already the plan %(plan)s.", plan=plan.code)
    return Drafted(plan.code, new=False, items=len(items_of(world.session, plan)))


def _correction(
    world: World, occasion: Occasion, reading: Reading, document: Document, plan: Plan, subject_id: int
) -> Drafted:
    if plan.subject_unit_id != subject_id:
        raise Refused(
            "The plan %(plan)s is of another unit: name that unit as its subject, or give another code.",
            plan=plan.code,
        )
    difference = correct(world, occasion, plan, reading, document)
    return Drafted(plan.code, new=False, items=len(items_of(world.session, plan)), difference=difference)


def _new(
    world: World, occasion: Occasion, reading: Reading, document: Document, subject_id: int, code: str | None
) -> Drafted:
    if code is None:
        _require_unlike_others(world, document, subject_id)
    else:
        _require_free(world, code)
    year = (document.date or document.meeting_date or occasion.on).year
    plan = Plan(
        code=code or _next_code(world, subject_id, year),
        document_id=document.id,
        subject_unit_id=subject_id,
        drafted_on=occasion.on,
    )
    world.session.add(plan)
    world.session.flush()
    names = UnitNames(world.organisation, subject_id)
    for position, read in enumerate(reading.items, start=1):
        fill(world, plan, new_item(world, plan, read, position), read, names)
    record(
        world.session,
        occasion,
        Operation.PLAN_DRAFT,
        plan.code,
        document=document.sha256,
        file=document.file_name,
        items=len(reading.items),
    )
    return Drafted(plan.code, new=True, items=len(reading.items))


def _next_code(world: World, subject_id: int, year: int) -> str:
    prefix = f"{world.organisation.units[subject_id].code}-{year}-"
    taken = world.session.exec(select(Plan.code).where(col(Plan.code).startswith(prefix, autoescape=True)))
    numbers = [int(code.removeprefix(prefix)) for code in taken if code.removeprefix(prefix).isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:02}"


def _require_free(world: World, code: str) -> None:
    """Refuse a code that is none, or that names something else: codes are unique over all kinds."""
    if not CODE.fullmatch(code) or len(code) > LONGEST_CODE:
        raise BadInput(
            'A plan\'s code is made of capitals, digits and hyphens, such as HP-2014-01, not "%(code)s".',
            code=code,
        )
    if _taken(world, Unit, code) or _taken(world, Person, code):
        raise BadInput("%(code)s is already the code of something else: give the plan another.", code=code)


def _taken(world: World, kind: type[Plan | Unit | Person], code: str) -> bool:
    return world.session.exec(select(kind.id).where(kind.code == code)).first() is not None


def _require_unlike_others(world: World, document: Document, subject_id: int) -> None:
    """Refuse to make a second plan of what looks like a correction, unless its code says so."""
    others = (
        select(Plan.code, Document)
        .join(Document, col(Document.id) == Plan.document_id)
        .where(Plan.subject_unit_id == subject_id, Document.kind == document.kind)
    )
    for code, other in world.session.exec(others):
        if _mark(other) is not None and _mark(other) == _mark(document):
            raise Refused(
                "This looks like a correction of the document of %(plan)s: name that plan to compare them, "
                "or give a new code to make a plan of its own.",
                plan=code,
            )


def _mark(document: Document) -> tuple[str | None, dt.date] | None:
    """Return what tells a document from others: number and date, else the meeting it concludes."""
    day = document.date or document.meeting_date
    return None if day is None else (document.number, day)
