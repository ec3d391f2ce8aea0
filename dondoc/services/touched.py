"""What a change of the organisation touches: open tasks of who leaves and of units that end, own choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import col, func, select

from dondoc.i18n import N_
from dondoc.services.own_language import chosen_languages
from models import ENDED, Person, Post, Task, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlmodel import Session

    from dondoc.services.loading import Difference

LEAVES = N_(
    "%(code)s has open tasks (%(count)s) and then holds no post: their steps pass up the ladder until the "
    "head of the unit hands them over."
)
ENDS = N_(
    "%(code)s leads open tasks (%(count)s): they stay with it, and once it has ended their steps pass up "
    "the ladder."
)
CHOSE = N_("%(code)s chose the language of their messages themselves: this sets another one.")
MOVES = N_(
    "%(code)s leads open tasks (%(count)s): from then on they climb to those who stand above it now. "
    "What was told already stays as it is."
)
FELT = ("valid_to", "parent", "kind")
"""Fields of a unit or a post whose change its open tasks feel."""


@dataclass(frozen=True)
class Taken:
    """What a change did, and the open tasks that feel it."""

    difference: Difference
    touches: list[Touch]


class Touch(NamedTuple):
    """A sentence about the open tasks of a person or unit, or about a choice of theirs."""

    msgid: str
    code: str
    tasks: int = 0


def touched(session: Session, difference: Difference, on: dt.date) -> list[Touch]:
    """Say which open tasks feel what was just loaded on the day, and whose own choice it sets aside.

    Nothing is said of those without any.
    """
    felt = (*_of_people(session, difference, on), *_of_units(session, difference))
    return [*felt, *_of_choices(session, difference)]


def _named(difference: Difference) -> set[str]:
    """Return the codes of what ended or got another end, parent or kind; of a post, who holds it."""
    changed = {name for name, fields in difference.changed.items() if fields.keys() & set(FELT)}
    return {name.partition("@")[0] for name in (*difference.ended, *changed)}


def _of_people(session: Session, difference: Difference, on: dt.date) -> Iterator[Touch]:
    goes_on = select(Post.person_id).where(col(Post.valid_to).is_(None), Post.valid_from <= on)
    stays = col(Person.active) & col(Person.id).in_(goes_on)
    gone = select(Person.code, func.count()).join(Task, col(Task.assignee_id) == Person.id)
    named = gone.where(col(Person.code).in_(_named(difference)), ~stays, col(Task.state).not_in(ENDED))
    for code, tasks in session.exec(named.group_by(Person.code).order_by(Person.code)):
        yield Touch(LEAVES, code, tasks)


def _of_units(session: Session, difference: Difference) -> Iterator[Touch]:
    leading = select(Unit.code, col(Unit.valid_to), func.count()).join(
        Task, col(Task.lead_unit_id) == Unit.id
    )
    named = leading.where(col(Unit.code).in_(_named(difference)), col(Task.state).not_in(ENDED))
    for code, last, tasks in session.exec(named.group_by(Unit.code, col(Unit.valid_to)).order_by(Unit.code)):
        yield Touch(MOVES if last is None else ENDS, code, tasks)


def _of_choices(session: Session, difference: Difference) -> Iterator[Touch]:
    """Find whose language is set to another than they chose, if they still had that."""
    before = {
        code: fields["language"][0] for code, fields in difference.changed.items() if "language" in fields
    }
    for code, chosen in sorted(chosen_languages(session, before).items() if before else ()):
        if chosen == before[code]:
            yield Touch(CHOSE, code)
