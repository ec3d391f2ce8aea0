"""What a person is to a plan or a task, and the one door that asks whether they may act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select

from dondoc.errors import Forbidden, Refused
from dondoc.i18n import N_
from dondoc.rules.rights import HOLDERS, MAY, NAMES, Operation, Role, may
from dondoc.services.statements import look_at, rows_of
from models import ENDED, Task, TaskKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.services.world import World
    from models import Person, Plan

OPINION_TASKS = select(Task).where(
    Task.plan_id == bindparam("plan"), Task.kind == TaskKind.OPINION, Task.round == bindparam("number")
)
NOT_THEIRS = N_("%(person)s may not %(operation)s: that is the work of %(holders)s.")
NOT_TO_IT = N_("%(person)s may not %(operation)s (%(what)s): that is the work of %(holders)s.")
NAMED_ACCEPTOR = select(Task.id).where(
    Task.about_task_id == bindparam("task"),
    Task.kind == TaskKind.ACCEPTANCE,
    Task.assignee_id == bindparam("person"),
    col(Task.state).not_in(ENDED),
)


def require(operation: Operation, roles: frozenset[Role], person: Person | None, what: str = "") -> Person:
    """Return the person; refuse, saying whose work it is, unless someone with these roles may do `operation`.

    `what` it is done to is said as its readers know it: the code of a plan or a task, the name of the rest.
    """
    if person is None or not may(operation, roles):
        raise Forbidden(
            NOT_TO_IT if what else NOT_THEIRS,
            person="-" if person is None else person.name,
            operation=Refused(NAMES[operation]),
            what=what,
            holders=_holders(operation),
        )
    return person


def require_account(operation: Operation, world: World, person: Person | None, owner: Person) -> None:
    """Refuse unless a person may do `operation` to the account of `owner`."""
    require(operation, account_roles(world, person, owner), person, owner.name)


def _holders(operation: Operation) -> Refused:
    """Say who may do it."""
    first, *others = (Refused(HOLDERS[role]) for role in Role if role in MAY[operation])
    for other in others:
        first = Refused("%(one)s or %(other)s", one=first, other=other)
    return first


def roles(world: World, person: Person | None) -> frozenset[Role]:
    """Return what a person is whatever the object."""
    return frozenset(_roles(world, person)) if person is not None else frozenset()


def plan_roles(world: World, person: Person | None, plan: Plan) -> frozenset[Role]:
    """Return what a person is to a plan."""
    if person is None:
        return frozenset()
    found = set(_roles(world, person))
    if person.id in owner_heads(world, plan.subject_unit_id):
        found.add(Role.SUBJECT_HEAD)
    if any(answers_for_opinion(world, person, task) for task in opinion_tasks(world, plan)):
        found.add(Role.CONSULTED_HEAD)
    return frozenset(found)


def task_roles(world: World, person: Person | None, task: Task) -> frozenset[Role]:
    """Return what a person is to a task."""
    if person is None:
        return frozenset()
    found = set(_roles(world, person))
    if person.id == task.assignee_id:
        found.add(Role.ASSIGNEE)
    if person.id in owner_heads(world, task.lead_unit_id):
        found.add(Role.OWNER_HEAD)
    if on_owner_side(world, person.id, task):
        found.add(Role.OWNER_SIDE)
    if _accepts(world, person, task):
        found.add(Role.ACCEPTOR)
    return frozenset(found)


def account_roles(world: World, person: Person | None, owner: Person) -> frozenset[Role]:
    """Return what a person is to the account of `owner`."""
    found = roles(world, person)
    return found | {Role.SELF} if person is not None and person.id == owner.id else found


def on_owner_side(world: World, person_id: int, task: Task) -> bool:
    """Say whether a person is the assignee or one of the owner's own people, who never accept the work."""
    return person_id == task.assignee_id or world.organisation.is_own(person_id, task.lead_unit_id)


def opinion_tasks(world: World, plan: Plan) -> Sequence[Task]:
    """Return the tasks of giving an opinion on a plan in the round that is being prepared."""
    return look_at(world.session, OPINION_TASKS, plan=plan.id, number=plan.round + 1)


def answers_for_opinion(world: World, person: Person, task: Task) -> bool:
    """Say whether a person speaks for a unit asked for its opinion: its head, or who was given the task."""
    return person.id in (task.assignee_id, *world.organisation.answering_for(task.lead_unit_id))


def _roles(world: World, person: Person) -> Iterator[Role]:
    organisation = world.organisation
    if person.administrator:
        yield Role.ADMINISTRATOR
    if not organisation.serves(person.id):
        return
    if (
        organisation.works_in(person.id, organisation.office)
        and organisation.office != organisation.general_department
    ):
        yield Role.OFFICE
    if person.id in organisation.director_general:
        yield Role.DIRECTOR_GENERAL


def heads(world: World, person: Person, unit_id: int) -> bool:
    """Say whether a person hands over what a unit owes: they answer for it, or above it in its department."""
    return person.id in owner_heads(world, unit_id)


def owner_heads(world: World, unit_id: int) -> set[int]:
    """Return who answers for the unit, and for each unit above it up to its department."""
    organisation = world.organisation
    department = organisation.department_of(unit_id)
    people: set[int] = set()
    for unit in organisation.above(unit_id):
        if unit.id == department and department == organisation.general_department and unit.id != unit_id:
            break
        people.update(organisation.answering_for(unit.id))
        if unit.id == department:
            break
    return people


def _accepts(world: World, person: Person, task: Task) -> bool:
    """Say whether a person answers for the acceptor unit, or is named in the open acceptance task."""
    if person.id in world.organisation.answering_for(task.acceptor_unit_id):
        return True
    named = rows_of(world.session, NAMED_ACCEPTOR, task=task.id, person=person.id)
    return named.first() is not None
