"""What looks after the installation: test messages, and the outbox."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from dondoc import clock
from dondoc.rules.rights import Operation
from dondoc.services import ledger, outbox
from dondoc.services.channel_test import send_test
from dondoc.services.outbox_view import counts, deliveries_before
from dondoc.services.roles import require, roles
from dondoc.services.visible_people import find_person
from dondoc.web.api.administrators import Administrator
from dondoc.web.api.asked import Limit, PersonCode, page_of
from dondoc.web.api.description import CHANGE, problems
from dondoc.web.api.door import Changer
from dondoc.web.api.shapes.administration import Tried, Waiting
from dondoc.web.api.shapes.runs import Delivery, Outbox
from models import DeliveryState

router = APIRouter(tags=["administration"], responses=CHANGE)
Before = Annotated[
    int | None,
    Query(
        ge=1,
        le=2**31 - 1,
        description="`next_cursor` of the page before; left out: the newest.",
        examples=[4711],
    ),
]


@router.post("/people/{code}/test", summary="Send a test message", response_model=Tried)
def test_channels(change: Changer, code: PersonCode) -> Response:
    """Send a person a message by each of their channels, to see whether it arrives."""
    find_person(change.world, change.person, code)
    sent = send_test(change.world, change.occasion, code, clock.now())
    return change.answer(Tried(messages=sent))


@router.get("/outbox", summary="List what is sent", responses=problems(404))
def list_outbox(
    call: Administrator,
    state: Annotated[DeliveryState, Query(description="In which state.")] = DeliveryState.PENDING,
    limit: Limit = 50,
    cursor: Before = None,
) -> Outbox:
    """Return the deliveries in a state, the newest first; for administrators only."""
    session = call.world.session
    rows = deliveries_before(session, state, cursor, limit + 1)
    page = page_of(Delivery, rows, limit, lambda row: str(row.number))
    return Outbox(items=page.items, next_cursor=page.next_cursor, counts=counts(session))


@router.post("/outbox/hasten", summary="Try again at once what waits", response_model=Waiting)
def hasten(change: Changer) -> Response:
    """Let every message that waits for its next try be tried at once: what kept it back has been mended."""
    session, on = change.world.session, change.world.on.isoformat()
    require(Operation.RUN, roles(change.world, change.person), change.person)
    ledger.record(session, change.occasion, Operation.RUN, on, what="deliver")
    outbox.hasten(session, clock.now())
    return change.answer(Waiting(messages=counts(session)[DeliveryState.PENDING]))
