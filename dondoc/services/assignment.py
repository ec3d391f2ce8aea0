"""Handing a task over to somebody else; its clock goes on as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

from dondoc.errors import BadInput, Refused
from dondoc.rules.rights import Operation
from dondoc.services.duties import tell
from dondoc.services.ledger import record
from dondoc.services.roles import on_owner_side, require, task_roles
from dondoc.services.task_links import revoke_links
from dondoc.services.tasks import claim, require_state
from models import NewsKind, Person, Task, TaskKind

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World


def assign(world: World, occasion: Occasion, code: str, person_code: str) -> bool:
    """Give a task to another of the owner's people; return False, with nothing changed, if it is theirs.

    No step is repeated and no day given back. Raises BadInput for an unknown person; Refused without the
    right, for an ended task, and for a person of another unit or on the owner's side of what is accepted.
    """
    task = claim(world.session, code)
    actor = require(Operation.TASK_ASSIGN, task_roles(world, occasion.person, task), occasion.person, code)
    require_state(task, Operation.TASK_ASSIGN)
    heir = world.session.exec(select(Person).where(Person.code == person_code)).one_or_none()
    if heir is None:
        raise BadInput("There is no person %(person)s: the organisation lists them.", person=person_code)
    if heir.id == task.assignee_id:
        return False
    if not world.organisation.is_own(heir.id, task.lead_unit_id):
        raise Refused(
            "%(person)s does not serve in the unit that owes %(task)s.", person=heir.name, task=code
        )
    _stand_apart(world, task, actor, heir)
    before, task.assignee_id = task.assignee_id, heir.id
    revoke_links(world.session, task, occasion.now)
    tell(world, task, NewsKind.HANDED_OVER, before)
    tell(world, task, NewsKind.GIVEN)
    predecessor = world.session.get_one(Person, before)
    record(
        world.session, occasion, Operation.TASK_ASSIGN, code, **{"from": predecessor.code, "to": person_code}
    )
    return True


@dataclass(frozen=True)
class Heir:
    """Somebody a task can be handed over to; the title is that of their post."""

    code: str
    name: str
    title: str


def heirs(world: World, lead_unit_id: int) -> list[Heir]:
    """Return the owner's own people, by name: whoever may take over what a unit owes."""
    titles = {post.person_id: post.title for post in world.organisation.own_posts(lead_unit_id)}
    people = world.people
    by_name = sorted(titles, key=lambda one: (people[one].search, people[one].name))
    return [Heir(people[one].code, people[one].name, titles[one]) for one in by_name]


def _stand_apart(world: World, task: Task, *people: Person) -> None:
    """Keep the owner's side of a task away from its acceptance: neither holding it nor choosing who does."""
    if task.kind is not TaskKind.ACCEPTANCE:
        return
    about = world.session.get_one(Task, task.about_task_id)
    for person in people:
        if on_owner_side(world, person.id, about):
            raise Refused(
                "%(person)s is on the owner's side of %(task)s and cannot have a hand in its acceptance.",
                person=person.name,
                task=about.code,
            )
