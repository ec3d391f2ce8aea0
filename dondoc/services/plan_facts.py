"""The rows a plan's life is decided by, read once: its items, who works beside them, and its tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import bindparam, col, select

from dondoc.services.plans import ITEMS, coordinators, items_of
from dondoc.services.statements import look_at
from models import ENDED, Item, Plan, Task, TaskKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlmodel import Session

TASKS = (
    select(Task)
    .where(Task.plan_id == bindparam("plan"))
    .order_by(col(Task.due_on).nulls_last(), col(Task.code))
)


@dataclass(frozen=True)
class PlanFacts:
    """A plan with its items in the document's order, their coordinating units, and all its tasks."""

    plan: Plan
    items: Sequence[Item]
    beside: Mapping[int, Sequence[int]]
    tasks: Sequence[Task]

    @property
    def kept(self) -> list[Item]:
        """The items that are not dropped."""
        return [item for item in self.items if item.drop_reason is None]

    @property
    def ordering(self) -> Item | None:
        """The item that orders the plan itself, if one is marked so."""
        return next((item for item in self.kept if item.orders_plan), None)

    @property
    def units_to_consult(self) -> Sequence[int]:
        """The coordinating units of the item that orders the plan."""
        return self.beside[self.ordering.id] if self.ordering else ()

    @property
    def was_consulted(self) -> bool:
        """Whether opinions were asked for in any round."""
        return any(task.kind is TaskKind.OPINION for task in self.tasks)

    @property
    def opinions(self) -> list[Task]:
        """The tasks of giving an opinion in the round that is being prepared."""
        wanted = self.plan.round + 1
        return [task for task in self.tasks if task.kind is TaskKind.OPINION and task.round == wanted]

    @property
    def awaited(self) -> list[Task]:
        """Those of them that have not been done."""
        return [task for task in self.opinions if task.state not in ENDED]


def facts_of(session: Session, plan: Plan) -> PlanFacts:
    """Read what is known of a plan, as it is now."""
    items = items_of(session, plan)
    tasks = session.exec(TASKS, params={"plan": plan.id}).all()
    return PlanFacts(plan, items, coordinators(session, items), tasks)


def facts_seen(session: Session, plan: Plan) -> PlanFacts:
    """Read the same to be looked at only."""
    items = look_at(session, ITEMS, plan=plan.id)
    return PlanFacts(plan, items, coordinators(session, items), look_at(session, TASKS, plan=plan.id))
