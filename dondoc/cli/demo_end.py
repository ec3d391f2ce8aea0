"""How the demo ends: who was told what at which step, and the commands to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.cli.language import _
from dondoc.cli.output import print_table, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dondoc.reading.demo import Script
    from dondoc.services.climb import Climbed


def print_end(where: Path, script: Script) -> None:
    """Print the climb and what to try next."""
    from dondoc.services.climb import climbed
    from dondoc.workplace import workplace

    with workplace(where) as work, work.sessions() as session:
        lines = climbed(session)
    say("")
    print_table((_("Task"), _("Due"), _("Step"), _("Told on"), _("Told")), _rows(lines))
    say(_("Every message lies in %(dir)s. Go on with:") % {"dir": where / "messages"})
    for line in _next(script):
        say(f"  dondoc {line} --dir {where}")


def _rows(lines: Iterable[Climbed]) -> list[tuple[str, ...]]:
    from dondoc.cli.task_tables import date

    return [
        (one.task, date(one.due_on), _step(one), date(one.raised_on), ", ".join(one.people)) for one in lines
    ]


def _step(one: Climbed) -> str:
    from dondoc.words.tasks import AUDIENCES

    return f"+{one.working_days}: {_(AUDIENCES[one.audience])}"


def _next(script: Script) -> tuple[str, ...]:
    day = script.last.isoformat()
    return (
        f"plan show {script.plan}",
        f"task list --late --on {day}",
        f"why tc-dang-minh-loan --on {day}",
        "serve",
        "account link tc-dang-minh-loan --as admin",
    )
