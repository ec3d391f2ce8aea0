"""`dondoc plan set`: what people decide about one item."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir, On  # noqa: TC001 - Typer reads annotations when it runs
from dondoc.cli.output import print_json, say


class Kind(StrEnum):
    """The kinds of item, known without the models so that `--help` stays fast."""

    DELIVERABLE = "deliverable"
    STANDING = "standing"
    TARGET = "target"
    AUTHORITY = "authority"


class Period(StrEnum):
    """How often a standing duty is attested."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


Plan = Annotated[str, typer.Argument(metavar=_("PLAN"), help=_("Code of the plan."))]
Item = Annotated[
    str, typer.Argument(metavar=_("ITEM"), help=_("Reference of the item, such as 3.2.2, or its code."))
]
KindOption = Annotated[Kind | None, typer.Option("--kind", help=_("How the item is done."))]
Lead = Annotated[str | None, typer.Option("--lead", metavar=_("UNIT"), help=_("The lead unit."))]
Coordinators = Annotated[
    list[str] | None,
    typer.Option(
        "--coordinator", metavar=_("UNIT"), help=_("A coordinating unit; repeat it for each of them.")
    ),
]
Assignee = Annotated[str | None, typer.Option("--person", metavar=_("PERSON"), help=_("The assignee."))]
Supervisor = Annotated[
    str | None,
    typer.Option("--supervisor", metavar=_("UNIT"), help=_("The supervising unit, which accepts the work.")),
]
Term = Annotated[
    str | None,
    typer.Option("--term", metavar=_("PHRASE"), help=_("The term in words: “trước ngày 30/6/2014”.")),
]
NoTerm = Annotated[
    str | None, typer.Option("--no-term", metavar=_("REASON"), help=_("Why the item has no term."))
]
PeriodOption = Annotated[
    Period | None, typer.Option("--period", help=_("How often a standing duty is attested."))
]
Proof = Annotated[
    str | None, typer.Option("--proof", metavar=_("TEXT"), help=_("What proves that it is done."))
]
Note = Annotated[
    str | None, typer.Option("--note", metavar=_("TEXT"), help=_("A remark on it; an empty one removes it."))
]
OrdersPlan = Annotated[
    bool | None,
    typer.Option("--orders-plan/--no-orders-plan", help=_("Whether this item orders the plan itself.")),
]
Drop = Annotated[
    str | None,
    typer.Option("--drop", metavar=_("REASON"), help=_("Leave the item out of the plan, and why.")),
]
Restore = Annotated[bool, typer.Option("--restore", help=_("Take a dropped item back."))]


def set_(  # noqa: PLR0913 - one parameter for each option of the command
    plan: Plan,
    item: Item,
    *,
    kind: KindOption = None,
    lead: Lead = None,
    coordinator: Coordinators = None,
    person: Assignee = None,
    supervisor: Supervisor = None,
    term: Term = None,
    no_term: NoTerm = None,
    period: PeriodOption = None,
    proof: Proof = None,
    note: Note = None,
    orders_plan: OrdersPlan = None,
    drop: Drop = None,
    restore: Restore = False,
    acting: As = None,
    on: On = None,
    folder: Dir = None,
    as_json: AsJson = False,
) -> None:
    """Set what is given, and leave the rest as it is."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.plan_page import print_item
    from dondoc.services.plan_edits import Edit, edit
    from models import ItemKind, PeriodUnit

    change = Edit(
        kind=ItemKind(kind) if kind else None,
        lead=lead,
        coordinators=tuple(coordinator) if coordinator else None,
        person=person,
        supervisor=supervisor,
        term=term,
        no_term=no_term,
        period=PeriodUnit(period) if period else None,
        proof=proof,
        note=note,
        orders_plan=orders_plan,
        drop=drop,
        restore=restore or None,
    )
    with acting_in(folder, acting, on) as deed:
        view = edit(deed.world, deed.occasion, plan, item, change)
    if as_json:
        print_json(view.plain())
    else:
        say(_("%(item)s is set.") % {"item": view.item})
        print_item(view)
