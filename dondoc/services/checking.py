"""A plan beside its document, for who checks what was read: each item where it stands, and what is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from dondoc.reading.notice import read_text
from dondoc.rules.rights import Operation
from dondoc.services.item_view import asked_of, views
from dondoc.services.plans import items_of
from dondoc.services.roles import plan_roles
from dondoc.services.settable import may_cut, settable, settable_in
from models import Document, LedgerLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dondoc.reading.result import Reading, Words
    from dondoc.rules.sentences import Sentence
    from dondoc.services.item_view import ItemView
    from dondoc.services.world import World
    from models import Item, Person, Plan

BECAME = ("changed", "withdrawn", "new")


@dataclass(frozen=True)
class Card:
    """An item as it is checked; `asked` are its questions by what they are about."""

    view: ItemView
    asked: Mapping[str, Sequence[Sentence]]
    stands: bool
    """Whether its words stand in the document as it is now, and not in an edition before."""
    may: frozenset[str]
    """What of it the person may set now."""
    became: str | None
    """What the corrected document made of it."""
    fields: Sequence[str]
    """What the corrected document changed in it."""

    @property
    def is_open(self) -> bool:
        """Say whether something is still to be answered."""
        return self.view.drop_reason is None and bool(self.asked)


@dataclass(frozen=True)
class Checking:
    """A plan, its document, and what was read."""

    plan: Plan
    document: Document
    reading: Reading
    cards: tuple[Card, ...]
    unread: tuple[Words, ...]
    may_cut: bool
    corrected: bool
    """Whether the document has taken the place of an earlier edition."""


def checking(world: World, person: Person, plan: Plan) -> Checking:
    """Return a plan as `person` checks it."""
    document = world.session.get_one(Document, plan.document_id)
    reading = _reading(document.text)
    items, roles = items_of(world.session, plan), plan_roles(world, person, plan)
    names = settable(plan, roles)
    difference = _difference(world, plan, document)
    shown = views(world, plan, items)
    return Checking(
        plan=plan,
        document=document,
        reading=reading,
        cards=tuple(
            _card(plan, item, view, names, difference) for item, view in zip(items, shown, strict=True)
        ),
        unread=_unread(reading, items, plan),
        may_cut=may_cut(plan, roles),
        corrected=bool(difference),
    )


@lru_cache(maxsize=16)  # the same document is looked at again after each answer
def _reading(text: str) -> Reading:
    return read_text(text)


def _card(
    plan: Plan, item: Item, view: ItemView, names: frozenset[str], difference: Mapping[str, Any]
) -> Card:
    became = next((what for what in BECAME if item.code in difference.get(what, ())), None)
    return Card(
        view=view,
        asked=asked_of(plan, item),
        stands=item.document_id == plan.document_id,
        may=settable_in(item, plan, names),
        became=became,
        fields=difference.get("fields", {}).get(item.code, ()),
    )


def _difference(world: World, plan: Plan, document: Document) -> Mapping[str, Any]:
    """Return what the ledger has of the correction that gave a plan its document; nothing for the first."""
    lines = select(LedgerLine).where(
        LedgerLine.operation == Operation.PLAN_DRAFT, LedgerLine.code == plan.code
    )
    last = world.session.exec(lines.order_by(col(LedgerLine.id).desc()).limit(1)).one_or_none()
    return last.detail if last is not None and last.detail.get("corrected_by") == document.sha256 else {}


def _unread(reading: Reading, items: Sequence[Item], plan: Plan) -> tuple[Words, ...]:
    """Return the sentences that look like orders and belong to no item, whether read or cut by people."""
    held = [
        (item.span_start, item.span_end)
        for item in items
        if item.drop_reason is None and item.document_id == plan.document_id
    ]
    return tuple(
        words
        for words in reading.unread
        if not any(start < words.span[1] and words.span[0] < end for start, end in held)
    )
