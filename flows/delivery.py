"""Delivery on Prefect, between daily runs: what failed for a while is tried again."""

from __future__ import annotations

from prefect import flow

from dondoc import clock
from dondoc.workplace import workplace


@flow
def deliver_outbox() -> int:
    """Send what the outbox holds and is due; return how many letters left."""
    with workplace() as work:
        return work.deliver(clock.now)
