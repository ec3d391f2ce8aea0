"""Handing in: the owner's ladder falls quiet, and accepting becomes somebody else's task."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlmodel import func, select

from dondoc.errors import BadInput
from dondoc.reading.citations import read_citation
from dondoc.rules.rights import Operation
from dondoc.rules.vietnamese import format_date
from dondoc.services import evidence
from dondoc.services.acceptance import give_acceptance
from dondoc.services.clocks import hush
from dondoc.services.ledger import record
from dondoc.services.reviews import cancel_review
from dondoc.services.roles import require, task_roles
from dondoc.services.tasks import claim, require_kind, require_state
from models import Evidence, Submission, TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Task


def submit(
    world: World,
    occasion: Occasion,
    code: str,
    store: evidence.Store,
    files: Sequence[evidence.File] = (),
    documents: Sequence[str] = (),
) -> Task:
    """Hand a task in with its evidence and return the acceptance task that now waits for the acceptor.

    `documents` are cited as "NUMBER, DATE". Raises BadInput without evidence; Refused without the right, for
    a task that is handed in, suspended or ended, and for a duty of the process, which another command does.
    """
    cited = [_cited(text, occasion) for text in documents]
    if not files and not cited:
        raise BadInput("Handing in %(task)s needs evidence: a file or a cited document.", task=code)
    task = claim(world.session, code)
    person = require(Operation.TASK_SUBMIT, task_roles(world, occasion.person, task), occasion.person, code)
    require_kind(task, Operation.TASK_SUBMIT)
    require_state(task, Operation.TASK_SUBMIT)
    submission = _write(world, occasion, task, person.id, evidence.keep(store, files, cited))
    task.handed_in_at = occasion.now
    hush(task, TaskState.HANDED_IN, occasion.on)
    cancel_review(world, task)
    acceptance = give_acceptance(world, task, submission.round)
    seal = {"evidence_sha256": submission.evidence_sha256, "acceptance": acceptance.code}
    record(world.session, occasion, Operation.TASK_SUBMIT, code, round=submission.round, **seal)
    return acceptance


def _cited(text: str, occasion: Occasion) -> str:
    citation = read_citation(text)
    if citation.date > occasion.on:
        raise BadInput(
            "The document %(document)s is dated after the day it is handed in, %(on)s.",
            document=citation,
            on=format_date(occasion.on),
        )
    return str(citation)


def _write(
    world: World, occasion: Occasion, task: Task, person_id: int, pieces: list[evidence.Piece]
) -> Submission:
    session = world.session
    earlier = session.exec(select(func.count()).where(Submission.task_id == task.id)).one()
    submission = Submission(
        task_id=task.id,
        round=earlier + 1,
        person_id=person_id,
        handed_in_on=occasion.on,
        handed_in_at=occasion.now,
        evidence_sha256=evidence.hash_over(pieces),
    )
    session.add(submission)
    session.flush()
    session.add_all(Evidence(submission_id=submission.id, **asdict(piece)) for piece in pieces)
    return submission
