"""Between a term and the columns that keep it, on an item or a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dondoc.errors import Damaged
from dondoc.i18n import N_
from dondoc.rules.sentences import as_kept
from dondoc.rules.terms import Operator, Term, Unit, derive

if TYPE_CHECKING:
    from dondoc.rules.sentences import Sentence
    from dondoc.services.world import World
    from models import TermColumns

PARTS = ("phrase", "operator", "date", "time", "amount", "unit", "anchor", "anchor_day", "basis")
UNREADABLE = N_(
    'What is kept of the term "%(phrase)s" cannot be read: set the term anew or, where the plan is approved, '
    "let the operator of Dondoc mend it."
)


def term_of(row: TermColumns) -> Term | None:
    """Return the term a row states; None where it states none. Raises Damaged where it cannot be read."""
    if row.term_phrase is None or row.term_operator is None:
        return None
    try:
        operator, unit = Operator(row.term_operator), Unit(row.term_unit) if row.term_unit else None
    except ValueError as broken:
        raise Damaged(UNREADABLE, phrase=row.term_phrase) from broken
    return Term(
        phrase=row.term_phrase,
        operator=operator,
        date=row.term_date,
        time=row.term_time,
        amount=row.term_amount,
        unit=unit,
        anchor=row.term_anchor,
        anchor_day=row.term_anchor_day,
        basis=row.term_basis,
    )


def derivation_of(world: World, row: TermColumns) -> Sentence | None:
    """Return how the due date of a row follows from its term; None where nothing follows.

    It is derived again, to be said in any language. Where today's calendar says otherwise, or the term cannot
    be read, the past judgement stands in the words it was kept in.
    """
    if not row.derivation:
        return None
    kept = as_kept(row.derivation)
    try:
        term = term_of(row)
    except Damaged:
        return kept
    again = derive(term, world.calendar).derivation if term else kept
    return again if again == kept else kept


def columns_of(term: Term | None) -> dict[str, Any]:
    """Return the columns of a term by their names, all null for none; the derivation is not among them."""
    return {f"term_{part}": None if term is None else getattr(term, part) for part in PARTS}


def write_term(row: TermColumns, term: Term | None, derivation: str | None) -> None:
    """State another term on a row, with the line that says how its due date follows."""
    for name, value in columns_of(term).items():
        setattr(row, name, value)
    row.derivation = derivation
