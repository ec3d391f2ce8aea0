"""`dondoc run`: the daily run, and sending what the outbox holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, print_table, say

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.day_report import DayReport
    from dondoc.settings import Settings

app = App(_("Runs: the daily run, and sending what the outbox holds."))

INWARD = ("steps", "attempts")
"""Fields of a report that `raised` says better."""

DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Only show what would happen; change nothing."))]


@app.command("daily", help=_("Live one day: raise the steps that are owed and tell each person once."))
def daily(
    on: On = None, dry_run: DryRun = False, acting: As = None, folder: Dir = None, as_json: AsJson = False
) -> None:
    """Run the daily flow, or ask the service what it would do."""
    from dondoc import clock
    from dondoc.cli.edge import load_settings
    from dondoc.services.outcome import sentences

    loaded = load_settings(folder)
    day = on or clock.today()
    report = _preview(loaded, day) if dry_run else _run(loaded, day, acting or loaded.person)
    _print(report, as_json=as_json)
    for sentence in sentences(report, current()):
        say(sentence)
    if report.failed:
        raise typer.Exit(1)


@app.command("deliver", help=_("Send what the outbox holds."))
def deliver(acting: As = None, folder: Dir = None) -> None:
    """Send what is due."""
    from dondoc import clock
    from dondoc.cli.running import authorise
    from dondoc.services import outbox
    from dondoc.services.outcome import FAILED, say_noted
    from dondoc.services.undelivered import undelivered
    from dondoc.services.wording import FILTERS
    from dondoc.workplace import workplace

    with workplace(folder) as work:
        authorise(work.settings, acting or work.settings.person, clock.today())
        with work.sessions() as session:
            outbox.hasten(session, clock.now())
        sent = work.deliver(clock.now)
        with work.sessions() as session:
            failed = undelivered(session)
    say(_("Messages sent: %(count)s.") % {"count": FILTERS[current()]["count"](sent)})
    for noted in failed:
        say(say_noted(FAILED, noted, current()))
    if failed:
        raise typer.Exit(1)


def _preview(loaded: Settings, day: dt.date) -> DayReport:
    from dondoc import clock
    from dondoc.cli.edge import transaction
    from dondoc.services.daily import preview
    from dondoc.services.schedule import installation

    with transaction(loaded) as session:
        today = None if installation(session).simulated else clock.today()
        report = preview(session, day, clock.now(), today)
        session.rollback()
    return report


def _run(loaded: Settings, day: dt.date, acting: str | None) -> DayReport:
    from dondoc.cli.edge import transaction
    from dondoc.cli.running import authorise, flows_of, result
    from dondoc.services.day_report import listed
    from dondoc.services.operator import with_operator

    authorise(loaded, acting, day)
    with flows_of(loaded, _("The daily run is at work...")):
        from flows.daily import daily_run

        report: DayReport = result(daily_run(day, return_state=True))
    with transaction(loaded, read_only=True) as session:
        return with_operator(session, listed(session, report))


def _print(report: DayReport, *, as_json: bool) -> None:
    if as_json:
        print_json({name: value for name, value in asdict(report).items() if name not in INWARD})
    elif report.raised:
        from dondoc.cli.step_words import step
        from dondoc.cli.task_tables import date

        rows = [(one.task, step(one.step), date(one.due_on), ", ".join(one.people)) for one in report.raised]
        print_table([_("Task"), _("Step"), _("Day of the step"), _("Told")], rows)
