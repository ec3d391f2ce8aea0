"""Running a flow from a command: who may, a Prefect server at hand, and nothing of it shown to the user."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dondoc import clock
from dondoc.cli.acting import occasion
from dondoc.cli.edge import transaction
from dondoc.cli.output import divert_stderr, progress
from dondoc.errors import Refused
from dondoc.hosting.prefect import prefect_for
from dondoc.hosting.server import log_file
from dondoc.rules.rights import Operation
from dondoc.rules.vietnamese import format_date
from dondoc.services import ledger, schedule
from dondoc.services.roles import require, roles
from dondoc.services.world import World

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from prefect.client.schemas.objects import State

    from dondoc.settings import Settings


def authorise(loaded: Settings, acting: str | None, on: dt.date) -> None:
    """Let a run of the day be started, and write in the ledger who did; a schedule names nobody.

    Raises Refused for a day to come outside a simulated folder, and for a person without the right.
    """
    with transaction(loaded) as session:
        simulated = schedule.installation(session).simulated
        if on > clock.today() and not simulated:
            raise Refused(
                "The day %(on)s has not come yet: look ahead with --dry-run, or live it in a folder made by"
                " `init --simulated`.",
                on=format_date(on),
            )
        if acting:
            circumstances = occasion(session, acting, on if simulated else None)
            held = roles(World(session, on), circumstances.person)
            require(Operation.RUN, held, circumstances.person)
            ledger.record(session, circumstances, Operation.RUN, on.isoformat())


@contextmanager
def flows_of(loaded: Settings, sentence: str) -> Iterator[None]:
    """Make the flows of a data folder runnable and say `sentence` meanwhile; import the flow inside."""
    divert_stderr(log_file(loaded.dir))
    with progress(sentence), prefect_for(loaded.dir):
        yield


def result(state: State[Any]) -> Any:
    """Return what a flow returned, also where it ended in a failed state; raise what it raised."""
    found = state.result(raise_on_failure=False)
    if isinstance(found, BaseException):
        raise found
    return found
