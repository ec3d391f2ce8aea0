"""Somebody's work on a whole plan at once: its items as they were, and what is set in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dondoc.errors import DondocError
from dondoc.services.directory import directory
from dondoc.services.item_view import views
from dondoc.services.plan_columns import line_of
from dondoc.services.plan_edits import Edit, claim_to_edit, edit
from dondoc.services.plans import items_of

if TYPE_CHECKING:
    from dondoc.services.directory import Directory
    from dondoc.services.item_view import ItemView
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Plan


@dataclass(frozen=True)
class PlanWork:
    """A plan that somebody works on, held to the end of the transaction."""

    world: World
    occasion: Occasion
    plan: Plan
    items: dict[str, ItemView]
    """By their codes, the dropped ones too."""

    @classmethod
    def begin(cls, world: World, occasion: Occasion, plan_code: str) -> PlanWork:
        """Claim a plan; raises Refused where the person may not change it, or nobody may any more."""
        plan = claim_to_edit(world, occasion, plan_code, Edit())
        shown = views(world, plan, items_of(world.session, plan))
        return cls(world, occasion, plan, {item.item: item for item in shown})

    @cached_property
    def names(self) -> Directory:
        """The units and people that its items can name."""
        return directory(self.world, self.plan.subject_unit_id)

    def line(self, item: ItemView) -> dict[str, str]:
        """Return what the row of an item says in a workbook."""
        return line_of(item, self.names)

    def set(self, item: str, edits: dict[str, Any]) -> ItemView:
        """Set values by the names of `Edit`; what is refused is raised, and leaves the item as it was."""
        with self.world.session.begin_nested():
            return edit(self.world, self.occasion, self.plan.code, item, Edit(**edits))

    def refuses(self, item: str, edits: dict[str, Any]) -> bool:
        """Say whether values are refused; they are not set."""
        with self.world.session.begin_nested() as trial:
            try:
                edit(self.world, self.occasion, self.plan.code, item, Edit(**edits))
            except DondocError:
                return True
            finally:
                trial.rollback()
        return False
