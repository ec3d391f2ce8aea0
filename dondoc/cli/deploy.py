"""`dondoc deploy`: the flows' schedules on a Prefect server of one's own."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import AsJson, Dir
from dondoc.cli.output import print_json, print_table
from dondoc.errors import Refused

if TYPE_CHECKING:
    from dondoc.hosting.deployments import Deployed

app = App()


@app.command(
    help=_("Register the schedules with the Prefect server of PREFECT_API_URL, and their work pool.")
)
def deploy(folder: Dir = None, as_json: AsJson = False) -> None:
    """Register every flow; twice changes nothing."""
    from dondoc.cli.edge import load_settings, transaction
    from dondoc.cli.running import flows_of
    from dondoc.services.schedule import installation

    loaded = load_settings(folder)
    if not os.environ.get("PREFECT_API_URL"):
        raise Refused("No Prefect server is named: set PREFECT_API_URL, as in http://127.0.0.1:4200/api.")
    with transaction(loaded, read_only=True) as session:
        simulated = installation(session).simulated
    with flows_of(loaded, _("The schedules are being registered...")):
        from dondoc.hosting import deployments

        deployed = deployments.deploy(simulated=simulated)
    if as_json:
        print_json([asdict(one) for one in deployed])
        return
    rows = [(one.name, one.pool, _hours(one)) for one in deployed]
    print_table([_("Flow"), _("Work pool"), _("Schedule")], rows)


def _hours(deployed: Deployed) -> str:
    if deployed.paused:
        return _("paused")
    return "; ".join(deployed.schedules) or _("by the daily run")
