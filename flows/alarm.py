"""What Prefect does where a flow does not end well."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from dondoc import clock, settings
from dondoc.i18n import translator
from dondoc.services import operator
from dondoc.services.outcome import alarm
from dondoc.workplace import workplace
from notifications.sender import SendError

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.client.schemas.objects import FlowRun, State


def tell_operator(flow: Flow[Any, Any], flow_run: FlowRun, state: State[Any]) -> None:  # noqa: ARG001 - Prefect's
    """Tell the operator through Apprise what the state says; without an address nobody is told.

    Where that fails too, it is kept for the page of health and for who runs the day by hand.
    """
    from notifications.apprise_sender import AppriseSender  # late: most runs need no alarm

    loaded = settings.load()
    if loaded.operator is None:
        return
    letter = alarm(str(flow_run.id), state.message or "", loaded.language, clock.now())
    try:
        with AppriseSender() as sender:
            sender.send(loaded.operator, letter)
    except SendError as error:
        reason = translator(loaded.language).gettext(error.reason)
        with workplace() as work, work.sessions() as session:
            operator.note_unreached(session, _day_of(flow_run), reason, clock.now())


def _day_of(flow_run: FlowRun) -> dt.date:
    """Return the day a run was for: its own, else today."""
    on = flow_run.parameters.get("on")
    return clock.today() if on is None else dt.date.fromisoformat(str(on))
