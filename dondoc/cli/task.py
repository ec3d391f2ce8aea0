"""`dondoc task`: what is done to a task, and what there is to know about it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, say
from dondoc.i18n import N_

app = App(_("Tasks: report, hand in, accept, return, hand over, list and show."))

Code = Annotated[str, typer.Argument(metavar=_("TASK"), help=_("Code of the task."))]
Percent = Annotated[int, typer.Option("--percent", metavar="N", help=_("How far it is, from 0 to 100."))]
Note = Annotated[str | None, typer.Option("--note", metavar=_("TEXT"), help=_("What to say about it."))]
Reason = Annotated[str, typer.Option("--reason", metavar=_("TEXT"), help=_("Why it is returned."))]
Heir = Annotated[str, typer.Option("--person", metavar=_("PERSON"), help=_("Code of the new assignee."))]
Files = Annotated[
    list[Path] | None,
    typer.Option("--evidence", metavar=_("FILE"), help=_("A file that proves it; may be repeated.")),
]
Documents = Annotated[
    list[str] | None,
    typer.Option(
        "--document",
        metavar=_('"NUMBER, DATE"'),
        help=_("A document that proves it, kept elsewhere; may be repeated."),
    ),
]
OfUnit = Annotated[
    str | None,
    typer.Option("--unit", metavar=_("UNIT"), help=_("Only tasks of this unit and those below it.")),
]
OfPerson = Annotated[
    str | None, typer.Option("--person", metavar=_("PERSON"), help=_("Only tasks of this assignee."))
]
Late = Annotated[bool, typer.Option("--late", help=_("Only tasks overdue on the day."))]

WHOLE = 100


@app.command("list", help=_("List tasks by due date."))
def list_(
    unit: OfUnit = None,
    person: OfPerson = None,
    late: Late = False,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """List tasks."""
    from dondoc.cli.deed import looking_at
    from dondoc.cli.task_tables import print_list
    from dondoc.services.task_list import listed

    with looking_at(folder, on) as world:
        lines = listed(world, unit, person, late=late)
    if as_json:
        print_json([asdict(line) for line in lines])
    else:
        print_list(lines)


@app.command("show", help=_("Show a task: source, term, evidence, steps and history."))
def show(task: Code, on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Show one task in full."""
    from dondoc.cli.deed import looking_at
    from dondoc.cli.task_page import print_story
    from dondoc.services.task_story import story

    with looking_at(folder, on) as world:
        told = story(world, task)
    if as_json:
        fields = asdict(told)
        print_json(fields.pop("line") | fields)
    else:
        print_story(told)


@app.command("report", help=_("Report progress."))
def report(
    task: Code, percent: Percent, note: Note = None, acting: As = None, on: On = None, folder: Dir = None
) -> None:
    """Write down how far a task is."""
    from dondoc.cli.deed import acting_in
    from dondoc.services import reports

    with acting_in(folder, acting, on) as deed:
        reports.report(deed.world, deed.occasion, task, percent, note)
    say(_("%(task)s: %(percent)s per cent written down.") % {"task": task, "percent": percent})
    if percent == WHOLE:
        say(_("It is finished only once handed in and accepted: `dondoc task submit`."))


@app.command("submit", help=_("Hand a task in with its evidence."))
def submit(
    task: Code,
    evidence: Files = None,
    document: Documents = None,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
) -> None:
    """Hand a task in."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import date
    from dondoc.services.evidence import File
    from dondoc.services.submissions import submit
    from models import Person

    with ExitStack() as opened, acting_in(folder, acting, on) as deed:
        files = [File(path.name, opened.enter_context(_open(path))) for path in evidence or ()]
        acceptance = submit(deed.world, deed.occasion, task, deed.store, files, document or ())
        acceptor = deed.world.session.get_one(Person, acceptance.assignee_id)
    say(
        _("%(task)s is handed in; %(person)s decides on it by %(day)s.")
        % {"task": task, "person": acceptor.name, "day": date(acceptance.due_on)}
    )


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        from dondoc.reading.files import unreadable

        raise unreadable(str(path), error) from error


@app.command("accept", help=_("Accept what was handed in."))
def accept(task: Code, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Accept what was handed in."""
    from dondoc.cli.deed import acting_in
    from dondoc.services import acceptance

    with acting_in(folder, acting, on) as deed:
        acceptance.accept(deed.world, deed.occasion, task, deed.store)
    say(_("%(task)s is accepted: it is done.") % {"task": task})


@app.command("return", help=_("Return what was handed in, to be done again."))
def return_(task: Code, reason: Reason, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Return what was handed in."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import date
    from dondoc.services import acceptance

    with acting_in(folder, acting, on) as deed:
        returned = acceptance.return_(deed.world, deed.occasion, task, reason)
    due = {"task": task, "day": date(returned.due_on)}
    say(_("%(task)s is returned to its owner; due date: %(day)s.") % due)


@app.command("assign", help=_("Hand a task over to another person."))
def assign(task: Code, person: Heir, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Hand a task over."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.assignment import assign

    with acting_in(folder, acting, on) as deed:
        changed = assign(deed.world, deed.occasion, task, person)
    said = N_("%(task)s is now with %(person)s.") if changed else N_("%(task)s is with %(person)s already.")
    say(_(said) % {"task": task, "person": person})
