"""`dondoc ladder`: the ladders with their steps, and changing them by a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, print_table, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dondoc.reading.ladders import LadderEntry
    from dondoc.services.touched import Taken

app = App(_("Ladders: show their steps, change them by a file."))

File = Annotated[
    Path,
    typer.Argument(metavar=_("FILE"), help=_("A .yaml file of ladders, or what `ladder show --json` gave.")),
]
Check = Annotated[bool, typer.Option("--check", help=_("Only show what would change."))]


@app.command(
    "show", help=_("Show the ladders: each step, its distance from the due date, and whom it tells.")
)
def show(folder: Dir = None, as_json: AsJson = False) -> None:
    """Show every ladder; as JSON in the form that `load` takes."""
    from dondoc.cli.deed import looking_at
    from dondoc.services.ladder_file import as_entries

    with looking_at(folder, None) as world:
        entries = as_entries(world)
    if as_json:
        print_json({"ladders": [entry.model_dump(mode="json") for entry in entries]})
    else:
        columns = (_("Code"), _("Step"), _("Working days from the due date"), _("Who is told"))
        print_table(columns, _steps(entries))


@app.command("load", help=_("Change ladders by a file; open tasks go on from where they are."))
def load(
    file: File,
    check: Check = False,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """Let ladders have the steps that a file says, all of them or none."""
    from dondoc.cli.deed import acting_in
    from dondoc.reading.ladders import read_ladders
    from dondoc.services.ladder_file import compare, take

    entries = read_ladders(file)
    with acting_in(folder, acting, on) as deed:
        done = (compare if check else take)(deed.world.session, entries, deed.occasion)
    if as_json:
        print_json({code: taken.difference.changed for code, taken in done.items()})
    else:
        _print(done, check=check)


def _steps(entries: list[LadderEntry]) -> Iterator[tuple[str, ...]]:
    from dondoc.cli.step_words import step as said
    from dondoc.words.tasks import AUDIENCES

    for ladder in entries:
        yield ladder.code, ladder.name, "", ""
        for step in ladder.steps:
            weekly = f", {_('with the first run of the week')}" if step.weekly else ""
            yield (
                "",
                said(step.code),
                f"{step.at:+d}" if step.at else "0",
                _(AUDIENCES[step.audience]) + weekly,
            )


def _print(done: Mapping[str, Taken], *, check: bool) -> None:
    from dondoc.cli.task_tables import count

    rows = list(_changes(done))
    if not rows:
        say(_("The file says what is so already; nothing is changed."))
        return
    print_table((_("Code"), _("Step"), _("What"), _("Before"), _("After")), rows)
    for taken in done.values():
        for touch in taken.touches:
            say(_(touch.msgid) % {"code": touch.code, "count": count(touch.tasks)})
    if check:
        say(_("Nothing is changed yet."))


def _changes(done: Mapping[str, Taken]) -> Iterator[tuple[str, ...]]:
    from dondoc.words.organisation import FIELDS, said
    from dondoc.words.speech import Speech

    speech = Speech(current())
    for code, taken in done.items():
        for step, fields in taken.difference.changed.items():
            for name, (before, after) in fields.items():
                values = said(speech, name, before), said(speech, name, after)
                yield code, "" if step == code else step, _(FIELDS[name]), *values
