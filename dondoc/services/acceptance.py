"""Accepting or returning what was handed in: a task of the acceptor, bound to the evidence's hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.errors import BadInput, Refused
from dondoc.i18n import N_
from dondoc.rules.judgement import on_time
from dondoc.rules.rights import Operation
from dondoc.rules.sentences import Sentence
from dondoc.rules.terms import Operator, Term, Unit, derive, number_of
from dondoc.services import evidence
from dondoc.services.clocks import end, wake
from dondoc.services.duties import Duty, give, tell
from dondoc.services.ledger import record
from dondoc.services.reviews import resume_reviews
from dondoc.services.roles import on_owner_side, require, task_roles
from dondoc.services.tasks import claim, require_kind, require_state
from models import NewsKind, Submission, Task, TaskKind, TaskState

if TYPE_CHECKING:
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Person

ACCEPTED_WITHIN = Term(
    "05 ngày làm việc kể từ ngày nộp kết quả", Operator.WITHIN, amount=5, unit=Unit.WORKING_DAY
)

GIVE_BACK = "task.give_back"
"""What the ledger calls a due date moved by the days a decision was late."""
MOVED = N_("from %(old)s to %(new)s, as the decision came %(count)s late")


def give_acceptance(world: World, task: Task, number: int) -> Task:
    """Make the task of deciding on the hand-in of that number."""
    organisation = world.organisation
    top = task.acceptor_unit_id == organisation.general_department
    return give(
        world,
        Duty(
            kind=TaskKind.ACCEPTANCE,
            code=f"{task.code}.NT{number}",
            title=task.code,
            lead_unit_id=task.acceptor_unit_id,
            assignee_id=_acceptor(world, task),
            supervisor_unit_id=organisation.office,
            ladder="director_general" if top else "authority",
            due=derive(ACCEPTED_WITHIN, world.calendar, world.on),
            term=ACCEPTED_WITHIN,
            plan_id=task.plan_id,
            about_task_id=task.id,
            round=number,
        ),
    )


def accept(world: World, occasion: Occasion, code: str, store: evidence.Store) -> Task:
    """Accept what was handed in: the task is done.

    Raises Refused for anybody but the acceptor, for a task that is not handed in, and where the evidence is
    no longer what was handed in.
    """
    task, submission, person = _decided_on(world, occasion, Operation.TASK_ACCEPT, code)
    _require_bound(world, task, submission, store)
    end(task, TaskState.ACCEPTED, occasion.on)
    task.done_late = _was_late(task, submission)
    _close(world, occasion, task, submission, person)
    submission.accepted = True
    tell(world, task, NewsKind.ACCEPTED)
    record(
        world.session,
        occasion,
        Operation.TASK_ACCEPT,
        code,
        round=submission.round,
        evidence_sha256=submission.evidence_sha256,
    )
    return task


def return_(world: World, occasion: Occasion, code: str, reason: str) -> Task:
    """Give a task back to its owner to be handed in again, with the working days the acceptor was late.

    Raises BadInput without a reason; Refused for anybody but the acceptor, and for a task not handed in.
    """
    if not reason.strip():
        raise BadInput("Returning %(task)s needs a reason.", task=code)
    task, submission, person = _decided_on(world, occasion, Operation.TASK_RETURN, code)
    acceptance = _close(world, occasion, task, submission, person)
    submission.accepted, submission.reason = False, reason
    task.handed_in_at = None
    record(world.session, occasion, Operation.TASK_RETURN, code, round=submission.round, reason=reason)
    tell(world, task, NewsKind.RETURNED, detail=reason)
    give_back(world, occasion, task, acceptance)
    wake(task, TaskState.RETURNED, world)
    resume_reviews(world, task)
    return task


def _was_late(task: Task, submission: Submission) -> bool | None:
    """Judge by the hand-in that is accepted; None for an undated task."""
    if task.due_on is None:
        return None
    return not on_time(task.due_on, task.due_time, submission.handed_in_on, submission.handed_in_at)


def _acceptor(world: World, task: Task) -> int:
    """Return who answers for the acceptor unit, or above it where all of those are on the owner's side."""
    organisation = world.organisation
    for unit in organisation.above(task.acceptor_unit_id):
        for person_id in organisation.answering_for(unit.id):
            if not on_owner_side(world, person_id, task):
                return person_id
    raise Refused(
        "Nobody can accept %(task)s: all who answer for %(unit)s, up to the top, are on the owner's side.",
        task=task.code,
        unit=organisation.units[task.acceptor_unit_id].name,
    )


def _decided_on(
    world: World, occasion: Occasion, operation: Operation, code: str
) -> tuple[Task, Submission, Person]:
    task = claim(world.session, code)
    require_kind(task, operation)
    person = require(operation, task_roles(world, occasion.person, task), occasion.person, code)
    require_state(task, operation)
    wanted = select(Submission).where(Submission.task_id == task.id, col(Submission.decided_at).is_(None))
    submission = world.session.exec(wanted).one()
    if submission.person_id == person.id:
        raise Refused("%(person)s handed %(task)s in and cannot decide on it.", person=person.name, task=code)
    return task, submission, person


def _require_bound(world: World, task: Task, submission: Submission, store: evidence.Store) -> None:
    """Refuse unless the evidence is, piece by piece and over all, what the submission's hash stands for."""
    pieces = evidence.pieces_of(world.session, submission)
    evidence.require_unchanged(store, pieces, task.code)
    if evidence.hash_over(pieces) != submission.evidence_sha256:
        raise Refused(
            "The evidence listed for %(task)s is not what was handed in: return it.", task=task.code
        )


def _close(world: World, occasion: Occasion, task: Task, submission: Submission, person: Person) -> Task:
    """Note who decided, and end the acceptance task."""
    submission.decided_by_id, submission.decided_at = person.id, occasion.now
    wanted = select(Task).where(
        Task.about_task_id == task.id, Task.kind == TaskKind.ACCEPTANCE, Task.round == submission.round
    )
    acceptance = world.session.exec(wanted.with_for_update()).one()
    end(acceptance, TaskState.ACCEPTED, occasion.on)
    return acceptance


def give_back(world: World, occasion: Occasion, task: Task, decision: Task) -> None:
    """Move the due date by the working days the decision was late; the original date and the version stay."""
    if task.due_on is None or decision.due_on is None:
        return
    late = world.calendar.working_days_between(decision.due_on, occasion.on)
    if not late:
        return
    before, task.due_on = task.due_on, world.calendar.add_working_days(task.due_on, late)
    moved = {"from": before.isoformat(), "to": task.due_on.isoformat(), "working_days": late}
    record(world.session, occasion, GIVE_BACK, task.code, **moved, decision=decision.code)
    why = Sentence(MOVED, old=before, new=task.due_on, count=number_of(late, Unit.WORKING_DAY))
    tell(world, task, NewsKind.MOVED, detail=why)
