"""`dondoc org`: units, posts, people and channels."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _, current
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, print_table, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.services.chart import Branch
    from dondoc.services.loading import Difference
    from models import Person

app = App(_("The organisation: load it from a file, show it."))

File = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("A .yaml file with the whole organisation."))]


@app.command("load", help=_("Load units, posts, people and channels; what the file no longer holds ends."))
def load(file: File, acting: As = None, on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Load an organisation file, all or nothing."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import count
    from dondoc.i18n import translate
    from dondoc.reading.organisation import read_organisation
    from dondoc.services import organisation
    from dondoc.services.world import World

    read = read_organisation(file)
    with acting_in(folder, acting, on) as deed:
        taken = organisation.take(deed.world.session, read, deed.occasion, file.name)
        gaps = organisation.gaps(World(deed.world.session, deed.occasion.on))
    if as_json:
        print_json(asdict(taken.difference))
    else:
        _print_difference(taken.difference)
    for touch in taken.touches:
        say(_(touch.msgid) % {"code": touch.code, "count": count(touch.tasks)})
    for gap in gaps:
        say(translate(gap, current()))


@app.command("show", help=_("Show the units of a day as a tree, with their people."))
def show(on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Show the organisation as it is on a day."""
    from dondoc.cli.deed import looking_at
    from dondoc.services.chart import branches, people_without_post

    with looking_at(folder, on) as world:
        units, others = branches(world), people_without_post(world)
    if as_json:
        rest = [{"code": one.code, "name": one.name, "administrator": one.administrator} for one in others]
        print_json({"on": world.on, "units": [asdict(unit) for unit in units], "people_without_post": rest})
    else:
        print_table((_("Code"), _("Name"), _("Post"), _("Channels")), _rows(units, others))


def _print_difference(difference: Difference) -> None:
    from dondoc.cli.task_tables import count

    changes = [(name, _("added"), "") for name in difference.added]
    changes += [(name, _("changed"), ", ".join(fields)) for name, fields in difference.changed.items()]
    changes += [(name, _("ended"), "") for name in difference.ended]
    is_first = not (difference.changed or difference.ended or difference.unchanged)
    if changes and not is_first:  # what there was nothing to compare with, `org show` shows better
        print_table((_("Code"), _("Difference"), _("Fields")), changes)
    said = {"new": difference.added, "changed": difference.changed}
    said |= {"ended": difference.ended, "same": difference.unchanged}
    counts = {name: count(len(found)) for name, found in said.items()}
    say(_("%(new)s new, %(changed)s changed, %(ended)s ended, %(same)s as before.") % counts)


def _rows(units: list[Branch], others: list[Person]) -> Iterator[tuple[str, ...]]:
    for unit in units:
        indent = "  " * unit.depth
        yield unit.code, f"{indent}{unit.name}", "", ""
        for one in unit.people:
            yield one.code, f"{indent}  · {one.name}", one.title, ", ".join(one.channels)
    for person in others:
        yield person.code, person.name, _("no post"), ""
