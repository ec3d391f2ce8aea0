"""What Prefect does where a flow does not end well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dondoc import clock, settings
from dondoc.services.outcome import alarm

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.client.schemas.objects import FlowRun, State


def tell_operator(flow: Flow[Any, Any], flow_run: FlowRun, state: State[Any]) -> None:  # noqa: ARG001 - Prefect's
    """Tell the operator through Apprise what the state says; without an address nobody is told."""
    from notifications.apprise_sender import AppriseSender  # late: most runs need no alarm

    loaded = settings.load()
    if loaded.operator is None:
        return
    letter = alarm(str(flow_run.id), state.message or "", loaded.language, clock.now())
    with AppriseSender() as sender:
        sender.send(loaded.operator, letter)
