"""`dondoc draft`: a document becomes a draft plan, or is compared with the one it corrects."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, say
from dondoc.cli.read import warn_of_missing_end

if TYPE_CHECKING:
    from dondoc.reading.result import Reading
    from dondoc.services.drafts import Drafted

app = App()

File = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The document: .docx, .pdf, .txt or .doc."))]
Subject = Annotated[
    str, typer.Option("--subject", metavar=_("UNIT"), help=_("Code of the unit the document is about."))
]
Plan = Annotated[
    str | None,
    typer.Option("--plan", metavar=_("PLAN"), help=_("Code of the new plan, or of the one this corrects.")),
]


@app.command(help=_("Make a draft plan of a document; a corrected document is compared with its plan."))
def draft(  # noqa: PLR0913 - one parameter for each option of the command
    file: File,
    subject: Subject,
    *,
    plan: Plan = None,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """Read a document and make, or correct, the draft plan of it."""
    from dondoc.cli.deed import acting_in
    from dondoc.reading.notice import read_file
    from dondoc.services.drafts import draft

    reading = read_file(file)
    with acting_in(folder, acting, on) as deed:
        drafted = draft(deed.world, deed.occasion, reading, file.name, subject, plan)
    if as_json:
        print_json(asdict(drafted) | {"unread": [asdict(words) for words in reading.unread]})
    else:
        _print(drafted, reading)


def _print(drafted: Drafted, reading: Reading) -> None:
    from dondoc.cli.task_tables import count

    if not drafted.new and drafted.difference is None:
        say(_("%(plan)s is already made of this document: nothing has changed.") % {"plan": drafted.plan})
        return
    if drafted.difference is not None:
        from dondoc.cli.plan_page import print_difference

        say(_("%(plan)s has been compared with the corrected document:") % {"plan": drafted.plan})
        print_difference(drafted.difference)
    else:
        said = _("%(plan)s is drafted with %(count)s items; check them with `dondoc plan show %(plan)s`.")
        say(said % {"plan": drafted.plan, "count": count(drafted.items)})
        typer.echo(drafted.plan)
    warn_of_missing_end(reading)
    if reading.unread:
        say(_("These sentences look like orders and were read into no item:"))
    for words in reading.unread:
        typer.echo(f"  - [{words.span[0]}, {words.span[1]}) {' '.join(words.text.split())}")
