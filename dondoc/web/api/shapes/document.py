"""What became of a document, and the document of a plan."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Told
from dondoc.web.api.shapes.reading import Words
from models import DocumentKind


class ItemChange(Told):
    """What a corrected document does to an item."""

    item: str = Field(description="Code of the item.", examples=["HP-2014-01.3.2.2"])
    ref: str | None = Field(description="Its reference in the corrected document; null: it is gone from it.")
    fields: list[str] = Field(description="The fields of the item that it changes, by their names.")


class Correction(Told):
    """What a corrected document does to a plan."""

    kept: list[ItemChange] = Field(description="Items that it leaves as they were.")
    changed: list[ItemChange] = Field(description="Items that it changes.")
    withdrawn: list[ItemChange] = Field(description="Items that it no longer has: they are dropped.")
    new: list[ItemChange] = Field(description="Items that it adds.")


class Drafted(Told):
    """What became of a document."""

    plan: str = Field(description="Code of the plan.", examples=["HP-2014-01"])
    new: bool = Field(description="Whether the plan was made of it now.")
    items: int = Field(description="How many items the plan has, dropped ones too.", ge=0)
    difference: Correction | None = Field(
        description="What it does to the plan; null unless it corrects the document before."
    )


class KeptDocument(Told):
    """A document as it was read."""

    file_name: str = Field(description="Name of its file.")
    kind: DocumentKind = Field(description="What kind of document it is.")
    number: str | None = Field(description="Its number; null: not stated.")
    date: dt.date | None = Field(description="Its own date, never the meeting's; null: not stated.")
    meeting_date: dt.date | None = Field(description="The day of the meeting; null: not stated.")
    issuer: str | None = Field(description="Who issued it; null: not stated.")
    subject: str | None = Field(description="What it is about; null: not stated.")
    sha256: str = Field(description="Hash of the file.")
    text_sha256: str = Field(description="Hash of the text, in UTF-8.")
    text: str = Field(description="The text that was read: the spans of items are places in it.")


class PlanDocument(Told):
    """The document of a plan, and what of it is in no item."""

    document: KeptDocument = Field(description="The document with its text.")
    unread: list[Words] = Field(
        description="Sentences that look like orders and are in no item of the plan: they can be added."
    )
