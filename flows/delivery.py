"""Delivery on Prefect, between daily runs: what failed for a while is tried again."""

from __future__ import annotations

from prefect import flow

from dondoc import clock
from dondoc.services import outbox
from dondoc.workplace import workplace


@flow
def deliver_outbox() -> int:
    """Send what the outbox holds and is due; return how many letters left."""
    with workplace() as work, work.carriers() as carriers, work.one_by_one() as sessions:
        return outbox.deliver(sessions, carriers, clock.now)
