"""Items of a plan, and what people set in one."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Code, Given, Line, Text, Told, Words, Yes
from models import ItemKind, PeriodUnit


class Item(Told):
    """A directive of the document as people have corrected it."""

    item: str = Field(description="Its code.", examples=["HP-2014-01.3.2.2"])
    ref: str = Field(description="Its reference in the document.", examples=["3.2.2"])
    kind: ItemKind = Field(description="How it is done.")
    field: str | None = Field(description="The field of work, in the document's words; null: not stated.")
    text: str = Field(description="Its words in the document.")
    span: tuple[int, int] = Field(description="Where: characters [start, end) of the document's text.")
    lead: str | None = Field(description="Code of the lead unit; null: to be said yet.")
    lead_name: str | None = Field(description="The owner in the document's words; null: not stated.")
    coordinators: list[str] = Field(description="Codes of the coordinating units.")
    assignee: str | None = Field(description="Code of the responsible person; null: to be said yet.")
    supervisor: str | None = Field(description="Code of the supervising unit; null: to be said yet.")
    term: str | None = Field(description="The term as written; null: not stated.")
    due_on: dt.date | None = Field(
        description="The due date if the plan were issued today; null: not known, or no term."
    )
    due_time: dt.time | None = Field(description="Its hour, in Viet Nam; null: the whole day.")
    derivation: Line | None = Field(
        description="How the due date follows, in Vietnamese; null without a term."
    )
    no_term_reason: str | None = Field(description="Why there is no term; null where none was given.")
    urgency: str | None = Field(description="How urgent, in the document's words; null: not stated.")
    recurrence: str | None = Field(description="How often, in the document's words; null: not stated.")
    period: PeriodUnit | None = Field(description="How often a standing duty is attested; else null.")
    proof: str | None = Field(description="The proof that is expected; null: not stated.")
    note: str | None = Field(description="What people remark on it; null: nothing.")
    orders_plan: bool = Field(description="Whether it is the item that orders the plan itself.")
    drop_reason: str | None = Field(description="Why it was dropped; null: it stands.")
    lacks: list[str] = Field(description="What is missing before approval: `lead`, `assignee`, `term`.")
    questions: list[Line] = Field(description="What a person has to answer, in Vietnamese.")


class ItemEdit(Given):
    """What people decide about one item; what is left out or null stays as it is."""

    kind: ItemKind | None = Field(default=None, description="How it is done.")
    lead: Code | None = Field(default=None, description="Code of the lead unit.")
    coordinators: list[Code] | None = Field(
        default=None, description="Codes of all coordinating units; an empty list: none.", max_length=100
    )
    person: Code | None = Field(default=None, description="Code of the responsible person.")
    supervisor: Code | None = Field(default=None, description="Code of the supervising unit.")
    term: Words | None = Field(
        default=None, description="The term, as a document writes it.", examples=["trước ngày 23/5/2014"]
    )
    no_term: Words | None = Field(default=None, description="Why there is no term; never with `term`.")
    period: PeriodUnit | None = Field(default=None, description="How often a standing duty is attested.")
    proof: Words | None = Field(default=None, description="The proof that is expected.")
    note: Text | None = Field(default=None, description="A remark; an empty one removes it.")
    orders_plan: Yes | None = Field(default=None, description="Whether it orders the plan itself.")
    drop: Words | None = Field(default=None, description="Why it is dropped.")
    restore: Yes | None = Field(default=None, description="true: a dropped item stands again.")


class ItemAdded(Given):
    """Words that become an item."""

    words: Words = Field(description="The words, as the document has them; they stand in it once.")


class ItemBounds(Given):
    """Where an item begins and ends; what is left out or null stays as it is."""

    begins: Words | None = Field(default=None, description="Words of the document that it begins with.")
    ends: Words | None = Field(default=None, description="Words of the document that it ends with.")


class ItemBefore(Given):
    """Where an item is split."""

    before: Words = Field(description="Words of the item that the second one begins with.")


class Pieces(Told):
    """The two items that became of one."""

    first: Item = Field(description="The item as it now is, under its own code.")
    second: Item = Field(description="The new one, under a code of its own.")
