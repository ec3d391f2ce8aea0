"""What a document says, as `dondoc read --json` has it. A span is [start, end) in the text that was read."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from dondoc.reading.result import DocumentKind, ItemKind, Purpose
from dondoc.web.api.shapes.base import Told

Span = Annotated[
    tuple[int, int], Field(description="Where it stands: characters [start, end) of the text that was read.")
]


class Signer(Told):
    """Who signed."""

    name: str = Field(description="Their name.")
    title: str | None = Field(description="Their post; null: not stated.")
    on_behalf: str | None = Field(description="`TL.`, `KT.`, `TM.` …; null: in their own right.")


class Document(Told):
    """What the document states of itself."""

    kind: DocumentKind = Field(description="What kind of document it is.")
    number: str | None = Field(description="Its number; null: not stated.")
    date: dt.date | None = Field(description="Its own date, never the meeting's; null: not stated.")
    meeting_date: dt.date | None = Field(description="The day of the meeting; null: not stated.")
    issuer: str | None = Field(description="Who issued it; null: not stated.")
    subject: str | None = Field(description="What it is about; null: not stated.")
    signer: Signer | None = Field(description="Who signed; null: not stated.")
    sha256: str = Field(description="Hash of the file.")
    text_sha256: str = Field(description="Hash of the text that was read, in UTF-8.")


class Named(Told):
    """A body, a post or a case by its name in the document."""

    name: str = Field(description="Quoted.")
    span: Span


class Words(Told):
    """Words of the document."""

    text: str = Field(description="Quoted.")
    span: Span


class Recipient(Named):
    """A line of Nơi nhận."""

    purpose: Purpose | None = Field(description="What it is sent for; null: not stated.")


class Figure(Named):
    """A figure of a finding."""

    value: float | None = Field(description="Its value, in `unit`; null: not a number.")
    unit: str | None = Field(description="Its unit as written; null: none.", examples=["%"])
    compared_with: float | None = Field(description="The value it is compared with; null: none.")
    rank: int | str | None = Field(description="A rank or a grade; null: none.")
    of: int | None = Field(description="Of how many; null: not stated.")


class Finding(Words):
    """A shortcoming or a result that the document states."""

    ref: str = Field(description="Its reference.")
    figures: list[Figure] = Field(description="The figures in it.")


class Target(Told):
    """A threshold to be met."""

    value: float = Field(description="Its value, in `unit`.")
    unit: str = Field(description="Its unit as written.", examples=["%"])
    span: Span


class ReadTerm(Told):
    """A term as written, and what follows from it."""

    phrase: str = Field(description="Quoted.", examples=["trước ngày 23/5/2014"])
    span: Span
    operator: str = Field(description="`before`, `by`, `within` or `between` (then `date` is the end).")
    date: dt.date | None = Field(description="The day named; null: none, or its anchor is not known yet.")
    time: str | None = Field(description="The hour named, HH:MM; null: none.")
    amount: int | None = Field(description="How many `unit`s are counted; null: none are.")
    unit: str | None = Field(description="`day`, `working_day`, `week` or `month`; null: nothing counted.")
    anchor: str | None = Field(description="From what it is counted, quoted; null: nothing counted.")
    basis: str | None = Field(description="The legal basis, quoted; null: not stated.")
    last_day: dt.date | None = Field(description="The due date; null until its anchor is known.")
    derivation: str = Field(description="How the due date follows, in Vietnamese.")


class Part(Words):
    """One obligation that can be checked by itself."""

    ref: str = Field(description="Its reference.", examples=["3.2.2"])
    kind: ItemKind = Field(description="How it is done.")
    field: str | None = Field(description="The field of work; null: not stated.")
    leads: list[Named] = Field(description="Who leads.")
    coordinators: list[Named] = Field(description="Who works beside.")
    term: ReadTerm | None = Field(description="Its term; null: none is stated.")
    urgency: Words | None = Field(description="How urgent; null: not stated.")
    recurrence: Words | None = Field(description="How often; null: not stated.")
    outputs: list[Words] = Field(description="What it is to give.")
    targets: list[Target] = Field(description="The thresholds to be met.")
    legal_refs: list[Words] = Field(description="The laws and documents it cites.")
    cases: list[Named] = Field(description="The cases it names.")
    questions: list[str] = Field(description="What a person has to answer, in Vietnamese.")


class ReadItem(Part):
    """A directive of the document."""

    parts: list[Part] = Field(description="The obligations it is made of.")


class Reading(Told):
    """What a document says; one that orders nothing has no items."""

    document: Document = Field(description="What the document says of itself.")
    recipients: list[Recipient] = Field(description="Nơi nhận, in order.")
    findings: list[Finding] = Field(description="What the document finds.")
    items: list[ReadItem] = Field(description="What it orders.")
    unread: list[Words] = Field(description="Sentences that look like orders and were read into no item.")
    references: list[Words] = Field(description="All laws and documents it cites.")
