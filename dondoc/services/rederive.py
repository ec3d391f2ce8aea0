"""After a change of the calendar: counted terms of open tasks are derived anew, and their ladders look anew.

The term version stays and no step is raised again; ended tasks and due dates moved by a decision are left
alone. SQL selects the distinct cases, the pure rules decide each once, equality joins apply the decisions.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Integer, and_, func, insert, literal, select, update
from sqlmodel import col

from dondoc.errors import Damaged
from dondoc.i18n import N_
from dondoc.rules.ladder import next_look
from dondoc.rules.sentences import Sentence
from dondoc.rules.terms import derive
from dondoc.services.scratch import LOOKS, MOVES, filled
from dondoc.services.situations import COLUMNS, Situation, shared_with
from dondoc.services.stated_terms import PARTS, term_of
from models import ENDED, URGED, LedgerLine, News, NewsKind, Task, TermColumns, UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import CursorResult, Update

    from dondoc.rules.calendar import WorkCalendar
    from dondoc.rules.terms import Term
    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World

Case = dict[str, Any]

MOVED_BY_CALENDAR = "task.rederive"
NAMED = 3
"""How many of the days whose change moved a due date its owner is told."""
MOVED = N_("from %(old)s to %(new)s, by a change of the working calendar (%(days)s)")
A_DAY = N_("on %(day)s: %(why)s")
ONE_MORE = N_("and %(count)s more day")
MORE = N_("and %(count)s more days")


def rederive(world: World, before: WorkCalendar, occasion: Occasion) -> int:
    """Apply the world's calendar, where it differs from `before`, to open tasks; return how many moved.

    Each moved one leaves a ledger line and is told its assignee, with the days that moved it.
    """
    with filled(world.session, MOVES, list(_moves(world, before))):
        _tell(world)
        moved = _record(world, occasion)
        with filled(world.session, LOOKS, list(_looks(world))):
            _move(world)
            _look_anew(world)
    world.session.expire_all()
    return moved


def _moves(world: World, before: WorkCalendar) -> Iterator[Case]:
    """Ask the rule once for each derivation on an open task: it says all that a due date follows from."""
    asked = [getattr(Task, f"term_{part}") for part in PARTS]
    stated = select(*asked, col(Task.derivation), col(Task.due_on)).where(
        _open(), col(Task.due_on).is_not(None)
    )
    rows = world.session.execute(stated.distinct()).mappings().all()
    for (derivation, due_on), row in {(row["derivation"], row["due_on"]): row for row in rows}.items():
        term = _readable_term(TermColumns(**row))
        if term is None:
            continue
        old, new = derive(term, before), derive(term, world.calendar)
        if (str(old.derivation), old.last_day) != (derivation, due_on) or old == new or new.last_day is None:
            continue
        yield {
            "derivation": derivation,
            "due_on": due_on,
            "new_derivation": str(new.derivation),
            "new_due_on": new.last_day,
            **_why(term.anchor_day or due_on, due_on, new.last_day, (before, world.calendar)),
        }


def _readable_term(row: TermColumns) -> Term | None:
    """Return the term a row states; None where it states none, or one that cannot be read."""
    try:
        return term_of(row)
    except Damaged:
        return None


def _why(
    anchor_day: dt.date, old: dt.date, new: dt.date, calendars: tuple[WorkCalendar, WorkCalendar]
) -> dict[str, Any]:
    """Say to the assignee and in the ledger which changed days lie between the anchor and the due dates."""
    before, after = calendars
    first, last = min(anchor_day, old, new), max(anchor_day, old, new)
    days = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    changed = [day for day in days if before.is_working(day) != after.is_working(day)]
    return {
        "reason": Sentence(MOVED, old=old, new=new, days=_named(changed, after)).plain(),
        "ledger_detail": {
            "from": old.isoformat(),
            "to": new.isoformat(),
            "days": [day.isoformat() for day in changed],
        },
    }


def _named(changed: Sequence[dt.date], calendar: WorkCalendar) -> list[Sentence]:
    """Name the first changed days, each with what makes it worked or not, and count the others."""
    named = [Sentence(A_DAY, day=day, why=calendar.source(day)) for day in changed[:NAMED]]
    more = len(changed) - NAMED
    return [*named, Sentence(ONE_MORE if more == 1 else MORE, count=more)] if more > 0 else named


def _open() -> ColumnElement[bool]:
    return col(Task.state).not_in(ENDED)


def _decided() -> ColumnElement[bool]:
    """Return the equality join of open tasks to what was decided for their derivation."""
    return and_(_open(), col(Task.derivation) == MOVES.c.derivation, col(Task.due_on) == MOVES.c.due_on)


def _tell(world: World) -> None:
    facts = select(
        col(Task.assignee_id), col(Task.id), literal(NewsKind.MOVED.value), literal(world.on), MOVES.c.reason
    ).join(MOVES, _decided())
    columns = ["person_id", "task_id", "kind", "happened_on", "detail"]
    _run(world, insert(News).from_select(columns, facts.where(MOVES.c.new_due_on != MOVES.c.due_on)))


def _record(world: World, occasion: Occasion) -> int:
    lines = select(
        literal(occasion.now, UtcDateTime()),
        literal(occasion.on),
        literal(occasion.person.id if occasion.person else None, Integer()),
        literal(occasion.os_user),
        literal(MOVED_BY_CALENDAR),
        col(Task.code),
        MOVES.c.ledger_detail,
    ).join(MOVES, _decided())
    columns = ["at", "on", "person_id", "os_user", "operation", "code", "detail"]
    moved = lines.where(MOVES.c.new_due_on != MOVES.c.due_on)
    statement = insert(LedgerLine).from_select(columns, moved)
    return _run(world, statement.execution_options(preserve_rowcount=True)).rowcount


def _move(world: World) -> None:
    """Move the due dates, of tasks on a ladder with their next look: each row is written once."""
    due = {"due_on": MOVES.c.new_due_on, "derivation": MOVES.c.new_derivation}
    urged, moved = col(Task.state).in_(URGED), update(Task).where(_decided())
    kept = [getattr(Task, name) == LOOKS.c[name] for name in COLUMNS if name != "due_on"]
    from_now_on = and_(*kept, LOOKS.c.due_on == MOVES.c.new_due_on)
    _write(world, moved.where(urged, from_now_on).values(**due, next_look_on=LOOKS.c.new_next_look_on))
    _write(world, moved.where(~urged).values(**due))


def _looks(world: World) -> Iterator[Case]:
    """Ask the rule once for each situation, as the moves leave it, when its tasks are looked at next.

    Damaged ones are looked at by the next run.
    """
    due_on = func.coalesce(MOVES.c.new_due_on, col(Task.due_on)).label("due_on")
    asked = [due_on if name == "due_on" else getattr(Task, name) for name in COLUMNS]
    urged = and_(col(Task.state).in_(URGED), col(Task.due_on).is_not(None))
    situations = select(*asked).select_from(Task).outerjoin(MOVES, _decided()).where(urged).distinct()
    for number, row in enumerate(world.session.execute(situations).all()):
        situation = Situation(*row)
        clock, steps = situation.readable_clock, world.steps[situation.ladder_id]
        day = next_look(steps, situation.last_step, clock, world.calendar) if clock else world.on
        decided = {"id": number, "new_last_step": situation.last_step, "new_next_look_on": day}
        yield situation.columns() | decided


def _look_anew(world: World) -> None:
    looked = update(Task).where(col(Task.state).in_(URGED), shared_with(LOOKS))
    changed = looked.where(col(Task.next_look_on).is_distinct_from(LOOKS.c.new_next_look_on))
    _write(world, changed.values(next_look_on=LOOKS.c.new_next_look_on))


def _write(world: World, statement: Update) -> None:
    _run(world, statement.execution_options(synchronize_session=False))


def _run(world: World, statement: Any) -> CursorResult[Any]:
    return cast("CursorResult[Any]", world.session.execute(statement))
