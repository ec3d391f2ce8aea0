"""The term of an item: as the document states it, as people set it, or none for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.terms import read_phrase
from dondoc.rules.sentences import Sentence
from dondoc.rules.vietnamese import format_date
from dondoc.services.readiness import due_of
from dondoc.services.stated_terms import write_term

if TYPE_CHECKING:
    from dondoc.rules.terms import Term
    from dondoc.services.world import World
    from models import Item, Plan

WHICH_DAY = N_('Which day is "%(phrase)s"? Write day, month and year.')


def set_term(world: World, plan: Plan, item: Item, phrase: str) -> None:
    """Set the term a person writes; raises BadInput as `written_term` does.

    One counted from an event whose day is not known becomes a question.
    """
    term = written_term(world, phrase)
    item.no_term_reason = None
    state_term(world, plan, item, term)


def written_term(world: World, phrase: str) -> Term:
    """Return the term a person writes; raises BadInput where it is not understood or names no full day."""
    read = read_phrase(phrase, world.on)
    if read.doubt is not None:
        raise BadInput(
            'The term "%(phrase)s" names no full day: write day, month and year, such as %(example)s.',
            phrase=read.term.phrase,
            example=format_date(read.proposed or world.on),
        )
    return read.term


def state_term(world: World, plan: Plan, item: Item, term: Term | None) -> None:
    """Write a term down with its derivation; ask for the day of an event nobody knows."""
    write_term(item, term, None)
    due = due_of(world, plan, item)
    item.derivation = str(due.derivation) if due else None
    asked = {about: asked for about, asked in item.questions.items() if about != "term"}
    if term is not None and due is not None and due.last_day is None:
        asked["term"] = [Sentence(WHICH_DAY, phrase=term.phrase).plain()]
    item.questions = asked


def drop_term(item: Item, reason: str) -> None:
    """Leave an item without a term, for a reason."""
    write_term(item, None, None)
    item.no_term_reason = reason
