"""What waits for somebody's decision: opinions, plans to approve, work to accept, reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlmodel import bindparam, col, func, or_, select

from dondoc.rules.rights import Operation, Role, may
from dondoc.services.conditions import a_page, rows_at
from dondoc.services.evidence import pieces_by_submission
from dondoc.services.roles import on_owner_side
from dondoc.services.statements import among, look_at, rows_of
from dondoc.services.task_list import line
from dondoc.services.tasks import AWAITED
from models import ENDED, Person, Plan, Submission, Task, TaskKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from dondoc.services.evidence import Piece
    from dondoc.services.task_list import Listed
    from dondoc.services.world import World

PAGE = 30
WAITS = (
    among(Task.kind, AWAITED),
    ~among(Task.state, ENDED),
    or_(
        col(Task.assignee_id) == bindparam("person"),
        col(Task.lead_unit_id).in_(bindparam("units", expanding=True)),
    ),
)
"""The conditions on what waits for a person: given to them, or to a unit they answer for."""
COUNT = select(func.count()).select_from(Task).where(*WAITS)
SHOWN = a_page(select(Task).where(*WAITS).order_by(col(Task.due_on).asc().nulls_last(), col(Task.code)))
ABOUT = select(Task).where(col(Task.id).in_(bindparam("ids", expanding=True)))
PLANS = select(Plan.id, Plan.code).where(col(Plan.id).in_(bindparam("ids", expanding=True)))
UNDECIDED = select(Submission).where(
    col(Submission.task_id).in_(bindparam("ids", expanding=True)), col(Submission.decided_at).is_(None)
)
PEOPLE = select(Person).where(col(Person.id).in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True)
class HandedIn:
    """What is to be accepted: who handed it in, when, and the evidence; the person by name."""

    person: str
    on: dt.date
    evidence: tuple[Piece, ...]


@dataclass(frozen=True)
class Waiting:
    """A decision that waits: its line, the task or plan it is about, and whether the person may make it."""

    line: Listed
    about: Listed | None
    plan: str | None
    handed_in: HandedIn | None
    decides: bool


@dataclass(frozen=True)
class Inbox:
    """A page of decisions, the oldest due first."""

    rows: tuple[Waiting, ...]
    total: int
    page: int
    pages: int


def waiting_count(world: World, person: Person) -> int:
    """Return how many decisions wait for a person."""
    return int(rows_of(world.session, COUNT, **_asked(world, person)).scalar_one())


def inbox(world: World, person: Person, page: int = 1) -> Inbox:
    """Return a page of what waits for a person; a page too far is the last one."""
    total = waiting_count(world, person)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    asked = _asked(world, person) | rows_at(page, PAGE)
    found = look_at(world.session, SHOWN, **asked)
    return Inbox(tuple(_rows(world, person, found)), total, page, pages)


def _asked(world: World, person: Person) -> dict[str, Any]:
    """Return what WAITS asks of a person."""
    organisation = world.organisation
    held = {post.unit_id for post in organisation.posts_of(person.id)}
    answered = [unit_id for unit_id in held if person.id in organisation.answering_for(unit_id)]
    return {"person": person.id, "units": answered}


def _rows(world: World, person: Person, found: Sequence[Task]) -> Iterator[Waiting]:
    ids = [task.about_task_id for task in found if task.about_task_id is not None]
    abouts = {task.id: task for task in look_at(world.session, ABOUT, ids=ids)}
    plans = dict(rows_of(world.session, PLANS, ids=list({task.plan_id for task in found})).tuples().all())
    submissions = {one.task_id: one for one in look_at(world.session, UNDECIDED, ids=ids)}
    evidence = pieces_by_submission(world.session, submissions.values())
    named = {task.assignee_id for task in (*found, *abouts.values())}
    people = _people(world, named | {one.person_id for one in submissions.values()})
    for decision in found:
        about_id = decision.about_task_id or 0
        about, hand_in = abouts.get(about_id), submissions.get(about_id)
        yield Waiting(
            line=_line(world, decision, people),
            about=_line(world, about, people) if about else None,
            plan=plans.get(decision.plan_id),
            handed_in=HandedIn(
                people[hand_in.person_id].name, hand_in.handed_in_on, tuple(evidence.get(hand_in.id, ()))
            )
            if hand_in and decision.kind is TaskKind.ACCEPTANCE
            else None,
            decides=_decides(world, person, decision, about, hand_in),
        )


def _decides(
    world: World, person: Person, decision: Task, about: Task | None, hand_in: Submission | None
) -> bool:
    """Say whether the person may do what is waited for, by the rights that the deed asks."""
    match decision.kind:
        case TaskKind.ACCEPTANCE if about is not None:
            side = {Role.OWNER_SIDE} if on_owner_side(world, person.id, about) else set()
            own = hand_in is not None and hand_in.person_id == person.id
            return may(Operation.TASK_ACCEPT, frozenset({Role.ACCEPTOR} | side)) and not own
        case TaskKind.REVIEW if about is not None:
            answers = person.id in (about.assignee_id, *world.organisation.answering_for(about.lead_unit_id))
            return answers and may(Operation.TASK_REPORT, frozenset({Role.OWNER_HEAD}))
        case _:
            return True


def _line(world: World, task: Task, people: Mapping[int, Person]) -> Listed:
    known = world.organisation.units.get(task.lead_unit_id)
    unit = known.code if known else world.unit_code(task.lead_unit_id)
    return line(world, task, unit, people[task.assignee_id].code)


def _people(world: World, ids: set[int]) -> dict[int, Person]:
    return {person.id: person for person in look_at(world.session, PEOPLE, ids=list(ids))}
