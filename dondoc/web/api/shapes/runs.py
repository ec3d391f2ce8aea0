"""Daily runs, and the outbox."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from dondoc.web.api.shapes.base import Moment, Page, Told
from models import DeliveryState, FaultKind, RunState


class Run(Told):
    """The run of one day."""

    on: dt.date = Field(description="The day.")
    working_day: bool = Field(description="Whether it was a working day; on others nobody is told anything.")
    state: RunState = Field(description="How it stands.")
    attempts: int = Field(description="How often the day was run.", ge=0)
    started_at: Moment
    completed_at: Moment | None = Field(description="When it ended; null: it has not.")
    set_aside: int = Field(description="How much it set aside, so that the rest could go on.", ge=0)


class SetAside(Told):
    """What a run set aside."""

    kind: FaultKind | None = Field(description="What kind of thing; null: of a run before kinds were kept.")
    what: str = Field(description="Code of the task, unit, person or message.")
    meaning: str | None = Field(
        description="What that means and what to do, in the reader's language; null without a kind."
    )
    reason: str = Field(description="Why, in the reader's language where it is known.")


class RunInFull(Run):
    """The run of one day, and what it set aside."""

    faults: list[SetAside] = Field(description="What it set aside, in order.")


class Delivery(Told):
    """A message on its way by one channel; of its address only the kind is told."""

    number: int = Field(description="Which one it is.")
    person: str = Field(description="Code of the person it is for.", examples=["hp-tran-van-a"])
    name: str = Field(description="Their name.")
    day: dt.date = Field(description="The day it is of.")
    state: DeliveryState = Field(description="What came of it.")
    channel: str = Field(description="The scheme of the address; empty: a slip to be printed.")
    attempts: int = Field(description="How often it was tried.", ge=0)
    next_try_at: Moment
    sent_at: Moment | None = Field(description="When it left; null: it has not.")
    answer: str | None = Field(description="What the server said last; null: nothing yet.")


class Outbox(Page[Delivery]):
    """One page of the outbox, the newest first."""

    counts: dict[DeliveryState, int] = Field(description="How many deliveries there are in each state.")
