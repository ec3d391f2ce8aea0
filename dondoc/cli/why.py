"""`dondoc why`: who was told what on a day, or why nobody was."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import AsJson, Dir, On
from dondoc.cli.output import print_json, print_table, say
from dondoc.errors import BadInput

if TYPE_CHECKING:
    from dondoc.rules.silence import Reason
    from dondoc.services.why import Told, Why
    from dondoc.services.world import World

app = App()

Code = Annotated[str, typer.Argument(metavar=_("PERSON|TASK"), help=_("Code of a person or of a task."))]


@app.command(help=_("Say what was told on a day, by which step and channel, or why nothing was."))
def why(code: Code, on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Answer for a person or a task."""
    from dondoc.cli.deed import looking_at

    with looking_at(folder, on) as world:
        answer = _answer(world, code)
    reasons = [(line.task, _said(line.reason)) for line in answer.not_told]
    if as_json:
        told = [asdict(line) for line in answer.told]
        print_json(
            {"on": answer.on, "told": told, "not_told": [{"task": t, "reason": r} for t, r in reasons]}
        )
        return
    _print(answer, reasons)


def _answer(world: World, code: str) -> Why:
    from sqlmodel import select

    from dondoc.services.why import why_person, why_task
    from models import Person, Task

    task = world.session.exec(select(Task).where(Task.code == code)).one_or_none()
    if task is not None:
        return why_task(world.session, task, world.on)
    person = world.session.exec(select(Person).where(Person.code == code)).one_or_none()
    if person is None:
        raise BadInput("There is no person and no task %(code)s.", code=code)
    return why_person(world.session, person, world.on)


def _print(answer: Why, reasons: list[tuple[str, str]]) -> None:
    if answer.told:
        columns = (_("Person"), _("Task"), _("Step"), _("Channel"), _("Result"))
        print_table(columns, [_row(line) for line in answer.told])
    if reasons:
        print_table((_("Not told"), _("Reason")), reasons)
    if not answer.told and not reasons:
        say(_("Nothing was told on that day, and nothing was owed."))


def _row(line: Told) -> tuple[str, ...]:
    from dondoc.cli.step_words import channel, result, step

    return line.person, line.task, step(line.step), channel(line.channel), result(line.result)


def _said(reason: Reason) -> str:
    import datetime as dt

    from dondoc.cli.step_words import step
    from dondoc.cli.task_tables import date

    params = {
        name: date(value) if isinstance(value, dt.date) else step(str(value))
        for name, value in reason.params.items()
    }
    return _(reason.msgid) % params
