"""`dondoc plan export` and `dondoc plan import`: a plan filled in with Excel or LibreOffice."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir, On  # noqa: TC001 - Typer reads annotations when it runs
from dondoc.cli.output import print_json, print_table, say
from dondoc.errors import BadInput, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.services.plan_import import Difference

ENDING = ".xlsx"
FOLLOWS = ("derivation", "lacks", "questions")
"""What follows from a change and stands in no cell."""

Plan = Annotated[str, typer.Argument(metavar=_("PLAN"), help=_("Code of the plan."))]
File = Annotated[Path, typer.Argument(metavar=_("FILE.xlsx"), help=_("The workbook."))]
Replace = Annotated[bool, typer.Option("--replace", help=_("Write over a workbook that is there already."))]
Check = Annotated[bool, typer.Option("--check", help=_("Show the difference and change nothing."))]


def export(plan: Plan, file: File, *, replace: Replace = False, on: On = None, folder: Dir = None) -> None:
    """Write a plan's workbook, over another one only where that is asked for."""
    from dondoc.cli.deed import looking_at
    from dondoc.services.plan_export import export

    if file.suffix.lower() != ENDING:
        raise BadInput("%(file)s: the name of a workbook ends in .xlsx.", file=file.name)
    if file.exists() and not replace:
        raise Refused(
            "%(file)s is there already and may hold somebody's work: name another file, or give `--replace`.",
            file=str(file),
        )
    with looking_at(folder, on) as world:
        content = export(world, plan)
    file.write_bytes(content)
    say(_("%(plan)s is written to %(file)s.") % {"plan": plan, "file": file})


def import_(  # noqa: PLR0913 - one parameter for each option of the command
    plan: Plan,
    file: File,
    *,
    check: Check = False,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """Take a plan's workbook, or only show what it would change."""
    from dondoc.cli.deed import acting_in
    from dondoc.reading.files import content_of
    from dondoc.reading.workbook import LARGEST
    from dondoc.services.plan_import import compare, take

    content = content_of(file, LARGEST)
    with acting_in(folder, acting, on) as deed:
        difference = (compare if check else take)(deed.world, deed.occasion, plan, content, file.name)
    if as_json:
        print_json(asdict(difference))
    else:
        _print(difference, check=check)


def _print(difference: Difference, *, check: bool) -> None:
    from dondoc.cli.task_tables import count

    said = {"plan": difference.plan, "count": count(len(difference.changes))}
    if not difference.changes:
        say(_("The workbook says of %(plan)s what is set already: nothing is changed.") % said)
        return
    print_table((_("Code"), _("What"), _("Before"), _("After")), _rows(difference))
    if check:
        say(_("%(count)s item(s) of %(plan)s would change; nothing has been changed yet.") % said)
    else:
        say(_("Items of %(plan)s that are set: %(count)s.") % said)


def _rows(difference: Difference) -> Iterator[tuple[str, ...]]:
    from dondoc.words.plans import FIELDS

    for change in difference.changes:
        for name, (before, after) in change.fields.items():
            if name not in FOLLOWS:
                yield change.item, _(FIELDS.get(name, name)), _value(name, before), _value(name, after)


def _value(name: str, value: object) -> str:
    """Say a value as the plan's page does: words for kinds and periods, days as they are written."""
    from dondoc.cli.task_tables import date
    from dondoc.rules.vietnamese import format_time
    from dondoc.words.plans import KINDS, PERIODS
    from models import ItemKind, PeriodUnit

    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if name == "kind":
        return _(KINDS[ItemKind(str(value))])
    if name == "period":
        return _(PERIODS[PeriodUnit(str(value))])
    if name == "due_time":
        return format_time(dt.time.fromisoformat(str(value)))
    return date(dt.date.fromisoformat(str(value))) if name == "due_on" else str(value)
