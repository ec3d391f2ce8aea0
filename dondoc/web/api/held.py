"""What a change is about, held to the end of the transaction as it was when the caller read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends

from dondoc.services import plans, tasks
from dondoc.services.visible import find_plan, find_task
from dondoc.web.api.asked import PlanCode, TaskCode  # noqa: TC001 - FastAPI reads annotations when it runs
from dondoc.web.api.door import Changer  # noqa: TC001 - as above
from dondoc.web.api.plans import plan_shape
from dondoc.web.api.tags import IfMatch, require_given, require_match, tag_of
from dondoc.web.api.tasks import shape_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import Response
    from pydantic import BaseModel

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from dondoc.web.api.door import Change


@dataclass(frozen=True)
class Held:
    """A task, or a plan with its items: nobody else changes it before the transaction ends."""

    change: Change
    code: str
    read: Callable[[Change, str], BaseModel]
    """Gives its state as it now is."""
    called: object = None
    """How a refusal calls it; None: by its code."""

    @property
    def world(self) -> World:
        """The world of the day."""
        return self.change.world

    @property
    def occasion(self) -> Occasion:
        """The circumstances of what is done to it."""
        return self.change.occasion

    def decided_on(self, if_match: str | None) -> Held:
        """Return it where it is as it was when it was read; raise what `require_match` raises elsewhere."""
        called = self.called or self.code
        known = require_given(if_match, called)
        require_match(self.read(self.change, self.code), known, called)
        return self

    def answer(self, part: BaseModel | None = None) -> Response:
        """Answer with it as it now is, or with a part of it; the tag is that of the whole.

        Who handed it over may see it no more, and is answered all the same.
        """
        session = self.world.session
        session.flush()
        session.expire_all()  # what is answered is what the next reading gives
        whole = self.read(self.change, self.code)
        return self.change.answer(part or whole, tag_of(whole))


def held_task(change: Changer, code: TaskCode, if_match: IfMatch = None) -> Held:
    """Hold a task that the caller may see."""
    find_task(change.world, change.person, code)
    return Held(change, code, _task).decided_on(if_match)


def any_plan(change: Changer, code: PlanCode) -> Held:
    """Hold a plan that the caller may see, whatever its state."""
    find_plan(change.world, change.person, code)
    return plan_of(change, code)


AnyPlan = Annotated[Held, Depends(any_plan)]


def held_plan(plan: AnyPlan, if_match: IfMatch = None) -> Held:
    """Hold a plan that the caller may see."""
    return plan.decided_on(if_match)


HeldTask = Annotated[Held, Depends(held_task)]
HeldPlan = Annotated[Held, Depends(held_plan)]


def plan_of(change: Change, code: str) -> Held:
    """Hold a plan."""
    return Held(change, code, _plan)


def _task(change: Change, code: str) -> BaseModel:
    return shape_of(change, tasks.claim(change.world.session, code))


def _plan(change: Change, code: str) -> BaseModel:
    return plan_shape(change, plans.claim(change.world.session, code))
