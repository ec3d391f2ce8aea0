"""The outbox: what waits, what failed and what the server said, and trying again at once."""

from __future__ import annotations

from fastapi import APIRouter, Response

from dondoc import clock
from dondoc.i18n import N_
from dondoc.rules.rights import Operation
from dondoc.services import ledger, outbox
from dondoc.services.outbox_view import counts, deliveries
from dondoc.services.roles import require, roles
from dondoc.web.administrators import Administrator
from dondoc.web.door import Doer
from dondoc.web.paging import PageNumber
from dondoc.web.render import page
from dondoc.web.said import done
from dondoc.words.steps import CHANNELS, RESULTS
from models import DeliveryState

router = APIRouter(prefix="/admin/outbox")


@router.get("")
def show(
    visit: Administrator, state: DeliveryState = DeliveryState.PENDING, number: PageNumber = 1
) -> Response:
    """Show the deliveries in a state."""
    session = visit.world.session
    return page(
        visit,
        "admin/outbox.html",
        state=state,
        number=number,
        counts=counts(session),
        deliveries=deliveries(session, state, number),
        RESULTS=RESULTS,
        CHANNELS=CHANNELS,
    )


@router.post("/hasten")
def hasten(deed: Doer) -> Response:
    """Let everything that waits for its next try be tried at once."""
    occasion, on = deed.occasion, deed.world.on.isoformat()
    require(Operation.RUN, roles(deed.world, deed.person), deed.person)
    ledger.record(deed.world.session, occasion, Operation.RUN, on, what="deliver")
    outbox.hasten(deed.world.session, clock.now())
    return done(deed, "/admin/outbox", N_("What waits is tried again at once."))
