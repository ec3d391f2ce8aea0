"""A corrected document: what was kept, changed, withdrawn or added; people's work on what is kept stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reading.unit_names import UnitNames
from dondoc.rules.matching import Passage, pair
from dondoc.rules.rights import Operation
from dondoc.services.carried_cuts import carry
from dondoc.services.cutting import CUT
from dondoc.services.item_reading import fill, new_item
from dondoc.services.item_view import changes, view_of
from dondoc.services.ledger import record
from dondoc.services.plans import items_of, require_state
from models import Document, PlanState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading import result
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Item, Plan

WITHDRAWN = "Văn bản sửa đổi không còn nội dung này."
BESIDE_THE_POINT = ("span", "derivation", "lacks", "questions")
"""What may differ between two editions of a document though it orders the same."""


@dataclass(frozen=True)
class Change:
    """An item of the plan, its reference in the corrected document, and the names of what changed in it."""

    item: str
    ref: str | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What a corrected document does to a plan."""

    kept: tuple[Change, ...]
    changed: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    new: tuple[Change, ...]


def correct(
    world: World, occasion: Occasion, plan: Plan, reading: result.Reading, document: Document
) -> Difference:
    """Put a corrected document in the place of the one before and return the difference.

    A withdrawn item is dropped with that reason; codes of items stay as they are. An item that people cut
    stays as they cut it where its words are unchanged; else its paragraph is read anew. Raises Refused for a
    plan that has been submitted.
    """
    require_state(plan, PlanState.DRAFT, PlanState.OPEN)
    matched, withdrawn = _match(world, plan, reading)
    plan.document_id = document.id
    names = UnitNames(world.organisation, plan.subject_unit_id)
    seen: dict[str, list[Change]] = {"kept": [], "changed": [], "new": []}
    for position, (read, item) in enumerate(matched, start=1):
        what, change = _take(world, plan, item, read, position, names)
        seen[what].append(change)
    difference = Difference(
        kept=tuple(seen["kept"]),
        changed=tuple(seen["changed"]),
        withdrawn=tuple(change for change in withdrawn if change),
        new=tuple(seen["new"]),
    )
    _note(world, occasion, plan, document, difference)
    return difference


def _match(
    world: World, plan: Plan, reading: result.Reading
) -> tuple[list[tuple[result.Item, Item | None]], list[Change | None]]:
    """Return what the corrected document orders, each with its item of before, and what it withdraws."""
    before = world.session.get_one(Document, plan.document_id)
    items = list(items_of(world.session, plan))
    carried, rest = carry(before, items, reading)
    others = [item for item in items if item.id not in carried]
    for item in others:
        item.edited = [name for name in item.edited if name != CUT]
    pairs = pair(_passages(others), _passages(rest))
    matched: list[tuple[result.Item, Item | None]] = [
        (carried[item.id], item) for item in items if item.id in carried
    ]
    matched += [(read, others[pairs[at]] if at in pairs else None) for at, read in enumerate(rest)]
    withdrawn = [_withdraw(item) for at, item in enumerate(others) if at not in pairs.values()]
    return sorted(matched, key=lambda each: each[0].span), withdrawn


def _passages(items: Sequence[Item | result.Item]) -> list[Passage]:
    return [Passage.of(item.ref, item.text) for item in items]


def _withdraw(item: Item) -> Change | None:
    """Drop an item the document no longer holds; one that had been dropped before is no news."""
    if item.drop_reason is not None:
        return None
    item.drop_reason, item.orders_plan = WITHDRAWN, False
    return Change(item.code, None)


def _take(
    world: World, plan: Plan, item: Item | None, read: result.Item, position: int, names: UnitNames
) -> tuple[str, Change]:
    """Write one item of the corrected document down; return whether it was kept, changed or is new."""
    if item is None:
        item = new_item(world, plan, read, position)
        fill(world, plan, item, read, names)
        return "new", Change(item.code, read.ref)
    is_back = item.drop_reason is not None and not _dropped_by_people(item)
    before = view_of(world, plan, item)
    item.position = position
    item.drop_reason = None if is_back else item.drop_reason
    fill(world, plan, item, read, names)
    world.session.flush()
    changed = changes(before, view_of(world, plan, item)).keys() - set(BESIDE_THE_POINT)
    if is_back:
        return "new", Change(item.code, read.ref)
    return ("changed" if changed else "kept"), Change(item.code, read.ref, tuple(sorted(changed)))


def _dropped_by_people(item: Item) -> bool:
    """Tell what people dropped for a reason of their own from what is withdrawn, or joined to another."""
    return item.drop_reason != WITHDRAWN and "drop" in item.edited


def _note(world: World, occasion: Occasion, plan: Plan, document: Document, difference: Difference) -> None:
    codes = {
        what: [change.item for change in getattr(difference, what)]
        for what in ("changed", "withdrawn", "new")
    }
    fields = {change.item: list(change.fields) for change in difference.changed}
    record(
        world.session,
        occasion,
        Operation.PLAN_DRAFT,
        plan.code,
        corrected_by=document.sha256,
        fields=fields,
        **codes,
    )
