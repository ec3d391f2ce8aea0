"""Everything about one task on a day: where it comes from, how it stands, what was done and what comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select as columns
from sqlmodel import bindparam, col, select

from dondoc.rules.judgement import judge
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services import task_records
from dondoc.services.stated_terms import derivation_of
from dondoc.services.statements import rows_of
from dondoc.services.task_list import line
from dondoc.services.tasks import find
from models import Document, Item, ItemCoordinator, Person, TaskState, Unit

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.rules.judgement import Cell
    from dondoc.rules.sentences import Sentence
    from dondoc.services.task_list import Listed
    from dondoc.services.task_records import Deed, HandIn, StepSeen
    from dondoc.services.world import World
    from models import Task

ASSIGNEE = select(Person.code).where(Person.id == bindparam("person"))
SOURCE = (
    columns(
        *(col(Item.span_start), col(Item.span_end)),
        *(col(Document.number), col(Document.file_name), col(Document.text)),
    )
    .join(Document, col(Document.id) == Item.document_id)
    .where(col(Item.id) == bindparam("item"))
)
COORDINATORS = (
    select(Unit.code)
    .join(ItemCoordinator, col(ItemCoordinator.unit_id) == Unit.id)
    .where(ItemCoordinator.item_id == bindparam("item"))
    .order_by(Unit.code)
)


@dataclass(frozen=True)
class Source:
    """The words of the document a task comes from, their place in its text, and what stands around them."""

    document: str
    quote: str
    span: tuple[int, int]
    before: str
    after: str


@dataclass(frozen=True)
class Term:
    """The term as written, how the due date follows from it, and how the work stands against it."""

    phrase: str | None
    derivation: Sentence | None
    time: dt.time | None
    no_term_reason: str | None
    against_original: Cell | None
    against_current: Cell | None


@dataclass(frozen=True)
class Story:
    """A task in full. Units and people are codes."""

    line: Listed
    source: Source | None
    coordinators: tuple[str, ...]
    supervisor: str
    acceptor: str
    proof: str | None
    term: Term
    submissions: tuple[HandIn, ...]
    raised: tuple[StepSeen, ...]
    to_come: tuple[StepSeen, ...]
    history: tuple[Deed, ...]


def story(world: World, code: str) -> Story:
    """Return everything about a task; raises BadInput where there is none of that code."""
    return story_of(world, find(world.session, code))


def story_of(world: World, task: Task) -> Story:
    """Return everything about a task at hand."""
    assignee = rows_of(world.session, ASSIGNEE, person=task.assignee_id).scalar_one()
    submissions = task_records.submissions(world, task)
    steps = task_records.steps(world, task)
    return Story(
        line=line(world, task, world.unit_code(task.lead_unit_id), assignee),
        source=_source(world, task),
        coordinators=_coordinators(world, task),
        supervisor=world.unit_code(task.supervisor_unit_id),
        acceptor=world.unit_code(task.acceptor_unit_id),
        proof=task.proof,
        term=_term(world, task, submissions),
        submissions=submissions,
        raised=steps.raised,
        to_come=steps.to_come,
        history=task_records.history(world, task),
    )


def _source(world: World, task: Task) -> Source | None:
    if task.item_id is None:
        return None
    start, end, number, name, text = rows_of(world.session, SOURCE, item=task.item_id).one()
    return Source(number or name, text[start:end], (start, end), *_around(text, start, end))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the rest of the paragraphs that a span stands in, and the paragraph before them."""
    first = text.rfind("\n", 0, start) + 1
    before = text.rfind("\n", 0, len(text[:first].rstrip())) + 1
    last = text.find("\n", end)
    return text[before:start], text[end : len(text) if last < 0 else last]


def _coordinators(world: World, task: Task) -> tuple[str, ...]:
    if task.item_id is None:
        return ()
    return tuple(rows_of(world.session, COORDINATORS, item=task.item_id).scalars())


def _term(world: World, task: Task, submissions: tuple[HandIn, ...]) -> Term:
    return Term(
        phrase=task.term_phrase,
        derivation=derivation_of(world, task),
        time=task.due_time,
        no_term_reason=task.no_term_reason,
        against_original=_cell(world, task, task.original_due_on, submissions),
        against_current=_cell(world, task, task.due_on, submissions),
    )


def _cell(world: World, task: Task, due_on: dt.date | None, submissions: tuple[HandIn, ...]) -> Cell | None:
    """Judge by the hand-in that was accepted or waits, else the day it ended, else the day asked about."""
    if task.state is TaskState.CANCELLED:
        return None
    done = task.state is TaskState.ACCEPTED
    counting = [one for one in submissions if one.accepted is not False]
    if counting:
        return judge(due_on, task.due_time, counting[-1].on, counting[-1].at, done=done)
    if task.handed_in_at is not None:  # a duty of the plan's own life, handed in by another command
        on = task.handed_in_at.astimezone(VIET_NAM).date()
        return judge(due_on, task.due_time, on, task.handed_in_at, done=done)
    return judge(due_on, task.due_time, task.ended_on or world.on, None, done=done)
