"""Signed links to single tasks: offered in a digest's lines, opened by their token, used once, revoked."""

from __future__ import annotations

import datetime as dt
import hmac
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import bindparam, col, select

from dondoc.rules.rights import Operation, Role, may
from dondoc.services.roles import owner_heads, task_roles
from dondoc.services.tasks import KINDS
from dondoc.services.tokens import derived, digest, new_nonces
from models import ENDED, URGED, Message, Person, Task, TaskLink

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.digest_facts import Named
    from dondoc.services.world import World

LASTS = dt.timedelta(days=30)
"""A late task stands in every digest with a new link; an older one need only outlast a leave."""

HELD = (
    select(Task.id).join(TaskLink).where(TaskLink.token_sha256 == bindparam("token")).with_for_update(of=Task)
)
OPENED = (
    select(TaskLink, Person, Task)
    .join(Message, col(Message.id) == TaskLink.message_id)
    .join(Person, col(Person.id) == Message.person_id)
    .join(Task, col(Task.id) == TaskLink.task_id)
    .where(TaskLink.token_sha256 == bindparam("token"), col(TaskLink.revoked_at).is_(None))
    .where(col(Person.active), col(Task.state).not_in(ENDED), col(Message.day) >= bindparam("oldest"))
)

LINKED = KINDS[Operation.TASK_REPORT]
"""The other duties are decisions, and a link never decides."""


class Offers:
    """Gives the lines of digests their links; each rule is asked once a unit."""

    def __init__(self, world: World) -> None:
        """Offer as the organisation is on the day."""
        self._heads = cache(lambda unit_id: owner_heads(world, unit_id))
        self._may = cache(_may_report)
        self._made: dict[tuple[int, int], str] = {}
        self._nonces = new_nonces()

    def nonce(self, person_id: int, task: Named) -> str | None:
        """Return what the link of a person to a task is made of, None where no link lets them act."""
        if task.kind not in LINKED or task.state not in URGED:
            return None
        if not self._may(person_id == task.assignee_id, person_id in self._heads(task.lead_unit_id)):
            return None
        return self._made.setdefault((person_id, task.id), next(self._nonces))


def _may_report(is_assignee: bool, is_head: bool) -> bool:  # noqa: FBT001 - two facts of a person and a task
    held = (Role.ASSIGNEE, is_assignee), (Role.OWNER_HEAD, is_head)
    return may(Operation.TASK_REPORT, frozenset(role for role, holds in held if holds))


@dataclass(frozen=True)
class Opened:
    """A link that works: whose it is, and to which task."""

    link: TaskLink
    person: Person
    task: Task
    held: frozenset[Role]
    """What the person is to the task."""

    @property
    def used(self) -> bool:
        """Whether its one change is used up."""
        return self.link.used_at is not None


def open_link(world: World, token: str, key: str, *, to_use: bool = False) -> Opened | None:
    """Return what a token opens, None for one unknown, expired, revoked, or made with another key.

    It opens nothing any more once the task has ended or its person may not report on it. With `to_use` the
    task's row is held until the transaction ends: of two who use a link at once, one waits and finds it used.
    """
    asked = {"token": digest(token)}
    if to_use:
        world.session.exec(HELD, params=asked).first()
    found = world.session.exec(OPENED, params=asked | {"oldest": world.on - LASTS}).one_or_none()
    if found is None:
        return None
    link, person, task = found
    held = task_roles(world, person, task)
    fits = hmac.compare_digest(derived(key, link.nonce), token)
    return Opened(link, person, task, held) if fits and may(Operation.TASK_REPORT, held) else None


def revoke_links(session: Session, task: Task, now: dt.datetime) -> None:
    """Make every link to a task useless: it has changed hands."""
    valid = (col(TaskLink.task_id) == task.id) & col(TaskLink.revoked_at).is_(None)
    session.execute(
        update(TaskLink).where(valid).values(revoked_at=now).execution_options(synchronize_session=False)
    )
