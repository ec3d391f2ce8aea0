"""`dondoc plan mend`, `split`, `join` and `add`: where the items of a draft stand in its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir, On  # noqa: TC001 - Typer reads annotations when it runs
from dondoc.cli.output import print_json, say

if TYPE_CHECKING:
    from dondoc.services.item_view import ItemView

Plan = Annotated[str, typer.Argument(metavar=_("PLAN"), help=_("Code of the plan."))]
Item = Annotated[
    str, typer.Argument(metavar=_("ITEM"), help=_("Reference of the item, such as 3.2.2, or its code."))
]
Begins = Annotated[
    str | None,
    typer.Option("--begins", metavar=_("WORDS"), help=_("The words of the document it begins with.")),
]
Ends = Annotated[
    str | None, typer.Option("--ends", metavar=_("WORDS"), help=_("The words of the document it ends with."))
]
Before = Annotated[
    str,
    typer.Option("--before", metavar=_("WORDS"), help=_("The words of the item the second one begins with.")),
]
Words = Annotated[
    str, typer.Option("--words", metavar=_("WORDS"), help=_("The words of the document that are the item."))
]


def mend(  # noqa: PLR0913 - one parameter for each option of the command
    plan: Plan,
    item: Item,
    *,
    begins: Begins = None,
    ends: Ends = None,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """Let an item begin or end elsewhere."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.item_cuts import mend

    with acting_in(folder, acting, on) as deed:
        view = mend(deed.world, deed.occasion, plan, item, begins, ends)
    _show(_("%(item)s is mended.") % {"item": view.item}, view, as_json=as_json)


def split(  # noqa: PLR0913 - one parameter for each option of the command
    plan: Plan,
    item: Item,
    *,
    before: Before,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """Make two items of one."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.item_cuts import split

    with acting_in(folder, acting, on) as deed:
        first, second = split(deed.world, deed.occasion, plan, item, before)
    said = _("%(item)s is split: what follows is %(second)s.")
    _show(said % {"item": first.item, "second": second.item}, first, second, as_json=as_json)


def join(
    plan: Plan, item: Item, acting: As = None, on: On = None, folder: Dir = None, *, as_json: AsJson = False
) -> None:
    """Make one item of two."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.item_cuts import join

    with acting_in(folder, acting, on) as deed:
        view = join(deed.world, deed.occasion, plan, item)
    _show(_("%(item)s is joined with the next item.") % {"item": view.item}, view, as_json=as_json)


def add(
    plan: Plan, *, words: Words, acting: As = None, on: On = None, folder: Dir = None, as_json: AsJson = False
) -> None:
    """Make an item of words that were read into none."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.item_cuts import add

    with acting_in(folder, acting, on) as deed:
        view = add(deed.world, deed.occasion, plan, words)
    _show(_("%(item)s is added.") % {"item": view.item}, view, as_json=as_json)


def _show(said: str, *views: ItemView, as_json: bool) -> None:
    from dondoc.cli.plan_page import print_item

    if as_json:
        plain = [view.plain() for view in views]
        print_json(plain if len(plain) > 1 else plain[0])
        return
    say(said)
    for view in views:
        print_item(view)
