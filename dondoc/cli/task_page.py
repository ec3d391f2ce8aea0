"""One task in full on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from dondoc.cli.language import _, current
from dondoc.cli.task_tables import count, date, state, title
from dondoc.rules.vietnamese import format_time
from dondoc.words.tasks import AUDIENCES, CELLS, DEEDS, DETAILS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dondoc.rules.judgement import Cell
    from dondoc.services.task_records import Deed, HandIn, StepSeen
    from dondoc.services.task_story import Source, Story, Term


def print_story(told: Story) -> None:
    """Print what a task is, then what was done, then what comes."""
    typer.echo(f"{told.line.task}  {title(told.line)}")
    for label, value in (*_facts(told), *_term(told)):
        typer.echo(f"{label}: {value}")
    _print_part(_("Handed in"), map(_hand_in, told.submissions))
    _print_part(_("Steps raised"), map(_raised, told.raised))
    _print_part(_("Steps to come, unless it is handed in"), map(_to_come, told.to_come))
    _print_part(_("Ledger"), map(_deed, told.history))


def _facts(told: Story) -> Iterator[tuple[str, str]]:
    line = told.line
    yield _("State"), f"{state(line)} ({line.percent}%)" if line.percent else state(line)
    if told.source:
        yield _("Source"), _source(told.source)
    yield _("Lead unit"), line.unit
    if told.coordinators:
        yield _("Coordinating units"), ", ".join(told.coordinators)
    yield _("Assignee"), line.assignee
    yield _("Supervising unit"), told.supervisor
    yield _("Accepted by"), told.acceptor
    if told.proof:
        yield _("Expected proof"), told.proof


def _source(source: Source) -> str:
    start, end = source.span
    return f"{source.document} [{start}, {end}): “{' '.join(source.quote.split())}”"


def _term(told: Story) -> Iterator[tuple[str, str]]:
    term, line = told.term, told.line
    yield _("Term"), term.phrase or _("no term set")
    if term.derivation:
        yield _("How the due date follows"), term.derivation.said(current())
    if term.no_term_reason:
        yield _("Why there is no term"), term.no_term_reason
    if line.due_on is None:
        return
    yield _("Original due date"), _judged(date(line.original_due_on), term.against_original)
    yield _("Due date"), _judged(_with_hour(date(line.due_on), term), term.against_current)


def _with_hour(day: str, term: Term) -> str:
    return day if term.time is None else f"{format_time(term.time)}, {day}"


def _judged(day: str, cell: Cell | None) -> str:
    return day if cell is None else f"{day} ({_(CELLS[cell])})"


def _print_part(heading: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        typer.echo(f"{heading}:")
    for text in found:
        typer.echo(f"  - {text}")


def _hand_in(seen: HandIn) -> str:
    proofs = "; ".join(piece.file_name or piece.document or piece.sha256 for piece in seen.evidence)
    stands = {None: _("waits to be accepted or returned"), True: _("accepted"), False: _("returned")}[
        seen.accepted
    ]
    reason = f": {seen.reason}" if seen.reason else ""
    return f"{count(seen.round)}, {date(seen.on)}, {seen.person}: {proofs} ({stands}{reason})"


def _raised(seen: StepSeen) -> str:
    return _("%(day)s: %(audience)s (due %(due)s)") % {
        "day": date(seen.raised_on),
        "audience": _(AUDIENCES[seen.audience]),
        "due": date(seen.due_on),
    }


def _to_come(seen: StepSeen) -> str:
    return f"{date(seen.due_on)}: {_(AUDIENCES[seen.audience])}"


def _deed(deed: Deed) -> str:
    name = DEEDS.get(deed.operation)
    known = ((_(label), deed.detail.get(key)) for key, label in DETAILS.items())
    facts = "".join(f"; {label}: {value}" for label, value in known if value is not None)
    return f"{date(deed.on)}, {deed.person or _('by rule')}: {_(name) if name else deed.operation}{facts}"
