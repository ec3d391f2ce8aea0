"""Plans and their items on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from dondoc.cli.language import _, current
from dondoc.cli.output import print_table, say
from dondoc.cli.task_tables import count, date
from dondoc.rules.headline import headline
from dondoc.rules.vietnamese import format_time
from dondoc.words.plans import FIELDS, KINDS, LACKS, LIKENESSES, OPINIONS, PERIODS, STATES
from models import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dondoc.services.corrections import Difference
    from dondoc.services.issuing import Issued
    from dondoc.services.item_view import ItemView
    from dondoc.services.plan_view import OpinionView, PlanLine, PlanView


def print_plans(lines: Sequence[PlanLine]) -> None:
    """Print one row a plan."""
    if not lines:
        say(_("There is no plan yet: `dondoc draft` makes one."))
        return
    columns = (_("Code"), _("Unit"), _("State"), _("Items"), _("Document"), _("In force since"))
    print_table(columns, (_plan_row(line) for line in lines))


def print_plan(view: PlanView) -> None:
    """Print what a plan is, who has given an opinion, its items, and what is still open."""
    typer.echo(f"{view.line.plan}  {view.subject or ''}".rstrip())
    for label, value in _facts(view):
        typer.echo(f"{label}: {value}")
    for opinion in view.opinions:
        typer.echo(f"  - {_opinion(opinion)}")
    columns = (
        _("Code"),
        _("Item"),
        _("Kind"),
        _("Lead unit"),
        _("Assignee"),
        _("Term"),
        _("Due date"),
        _("Note"),
    )
    print_table(columns, (_item_row(item) for item in view.items))
    _print_owners(view.items)
    print_questions(view.items)


def print_item(item: ItemView) -> None:
    """Print everything there is to know about an item."""
    for label, value in _item_facts(item):
        typer.echo(f"{label}: {value}")
    print_questions([item])


def _print_owners(items: Sequence[ItemView]) -> None:
    """Print how each owner was recognised that the document does not call by its very name."""
    lines = [
        f"  - {item.item}: {_owner(owner)}" for item in items for owner in item.owners if owner["score"] < 1
    ]
    if lines:
        typer.echo(_("Owners recognised otherwise than by their names:"))
    for line in lines:
        typer.echo(line)


def _owner(owner: Mapping[str, Any]) -> str:
    said = f"“{owner['name']}”"
    if owner["unit"] is None:
        return f"{said}: {_(LIKENESSES[owner['rule']])}"
    sure = f"{round(owner['score'] * 100)}%"
    return f"{said} → {owner['unit']} ({sure}, {_(LIKENESSES[owner['rule']])})"


def print_questions(items: Sequence[ItemView]) -> None:
    """Print what a person still has to answer."""
    asked = [
        (item.item, question) for item in items if item.drop_reason is None for question in item.questions
    ]
    if asked:
        typer.echo(_("To be answered:"))
    for code, question in asked:
        typer.echo(f"  - {code}: {question.said(current())}")


def say_issued(issued: Issued) -> None:
    """Say which tasks issuing made."""
    if issued.already:
        say(_("%(plan)s had been issued before: nothing is made twice.") % {"plan": issued.plan})
        return
    said = _("%(plan)s is in force: %(count)s task(s) given out.")
    say(said % {"plan": issued.plan, "count": count(len(issued.made))})
    for code in issued.made:
        typer.echo(code)


def _plan_row(line: PlanLine) -> tuple[str, ...]:
    since = date(line.in_force_on) if line.in_force_on else ""
    return (line.plan, line.unit, _(STATES[line.state]), count(line.items), _document(line), since)


def _document(line: PlanLine) -> str:
    if line.document:
        return line.document
    return _("meeting of %(day)s") % {"day": date(line.meeting_date)} if line.meeting_date else ""


def _facts(view: PlanView) -> Iterator[tuple[str, str]]:
    line = view.line
    yield _("Unit"), line.unit
    yield _("Document"), _document(line)
    yield _("State"), _(STATES[line.state])
    if view.round:
        yield _("Times submitted"), count(view.round)
    if line.approved_on:
        yield _("Approved on"), date(line.approved_on)
    if view.past_due_reason:
        yield _("Why due dates already past were approved"), view.past_due_reason
    if line.in_force_on:
        yield _("In force since"), date(line.in_force_on)
    if view.opinions:
        yield _("Opinions"), ""


def _opinion(opinion: OpinionView) -> str:
    awaited = _("opinion awaited by %(day)s") % {"day": date(opinion.due_on)}
    stands = _(OPINIONS[opinion.state]) if opinion.state in OPINIONS else awaited
    said = f": {opinion.text} ({opinion.person})" if opinion.text else ""
    return _("%(unit)s, round %(round)s: %(stands)s") % {
        "unit": opinion.unit,
        "round": count(opinion.round),
        "stands": f"{stands}{said}",
    }


def _item_row(item: ItemView) -> tuple[str, ...]:
    return (
        item.item,
        headline(item.text),
        _(KINDS[item.kind]),
        item.lead or item.lead_name or "",
        item.assignee or "",
        _term(item),
        _due(item),
        _note(item),
    )


def _term(item: ItemView) -> str:
    if item.kind is ItemKind.STANDING:
        return _(PERIODS[item.period]) if item.period else ""
    return item.term or ""


def _due(item: ItemView) -> str:
    if item.kind is ItemKind.STANDING:
        return ""
    if item.due_on is None:
        return _("no term set") if item.no_term_reason else ""
    return f"{format_time(item.due_time)}, {date(item.due_on)}" if item.due_time else date(item.due_on)


def _note(item: ItemView) -> str:
    if item.drop_reason:
        return _("dropped: %(reason)s") % {"reason": item.drop_reason}
    marks = [_("orders the plan")] if item.orders_plan else []
    return "; ".join([*marks, *(_(LACKS[lack]) for lack in item.lacks)])


def _item_facts(item: ItemView) -> Iterator[tuple[str, str]]:
    yield _("Item"), headline(item.text)
    yield _("Kind"), _(KINDS[item.kind])
    yield _("Lead unit"), item.lead or item.lead_name or ""
    for owner in item.owners:
        yield _("Owner in the document"), _owner(owner)
    yield _("Coordinating units"), ", ".join(item.coordinators)
    yield _("Assignee"), item.assignee or ""
    yield _("Supervising unit"), item.supervisor or ""
    yield _("Term"), _term(item)
    if item.derivation and item.kind is not ItemKind.STANDING:
        yield _("How the due date follows"), item.derivation.said(current())
    if item.no_term_reason:
        yield _("Why there is no term"), item.no_term_reason
    if item.proof:
        yield _("Expected proof"), item.proof
    if item.note:
        yield _("Remark"), item.note
    if note := _note(item):
        yield _("Note"), note


def print_difference(difference: Difference) -> None:
    """Print what a corrected document did to a plan, an item a line."""
    said = {
        _("kept"): difference.kept,
        _("changed"): difference.changed,
        _("withdrawn"): difference.withdrawn,
        _("new"): difference.new,
    }
    rows = [
        (change.item, what, change.ref or "", ", ".join(_(FIELDS.get(name, name)) for name in change.fields))
        for what, changes in said.items()
        for change in changes
    ]
    print_table((_("Code"), _("Difference"), _("In the document"), _("What changed")), rows)
