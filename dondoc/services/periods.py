"""The periods of standing duties: each becomes a task of its own once it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam
from sqlmodel import col, select

from dondoc.rules.standing import ONE_DAY, attestation_term, ended_periods, next_end, stated_period
from dondoc.services.duties import give_all
from dondoc.services.item_duties import item_duty
from models import FaultKind, Item, Plan

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.faults import SetAside
    from dondoc.services.world import World
    from models import PeriodUnit


ENDED = (
    select(Item, col(Plan.in_force_on))
    .join(Plan)
    .where(col(Item.next_period_on) <= bindparam("on"))
    # in the order of the index: for that of the codes SQLite would read every item
    .order_by(col(Item.next_period_on), Item.code)
    .with_for_update(of=Item)
    .execution_options(populate_existing=True)
)
"""Only the duties with an ended period; built once: it is asked with every plan that is issued."""


def begin_periods(item: Item, in_force_on: dt.date) -> None:
    """Let the periods of a standing duty begin: the first is the first whole one in force."""
    item.next_period_on = next_end(_unit(item), in_force_on, in_force_on)


def open_ended_periods(world: World, set_aside: SetAside | None = None) -> list[str]:
    """Give out a task for every period that has ended by the world's day, and return their codes.

    Only the duties with an ended period are read; of two runs at once one waits for their rows, and then
    finds their next period in the future. A duty that breaks is set aside, where somebody takes it, and tried
    again the next day.
    """
    made: list[str] = []
    for item, in_force_on in sorted(world.session.exec(ENDED, params={"on": world.on}), key=_code):
        try:
            with world.session.begin_nested():
                made += _open(world, item, in_force_on or world.on)
        except Exception as broken:
            if set_aside is None:
                raise
            set_aside(FaultKind.DUTY, item.code, broken)
    return made


def _code(row: tuple[Item, dt.date | None]) -> str:
    return row[0].code


def _open(world: World, item: Item, in_force_on: dt.date) -> list[str]:
    unit, due_from = _unit(item), item.next_period_on
    periods = [
        p
        for p in ended_periods(unit, in_force_on, world.on)
        if due_from is None or p.last + ONE_DAY >= due_from
    ]
    item.next_period_on = next_end(unit, in_force_on, world.on)
    terms = [(attestation_term(period, item.recurrence), period) for period in periods]
    return give_all(world, [item_duty(world, item, term, period) for term, period in terms])


def _unit(item: Item) -> PeriodUnit:
    return item.period or stated_period(item.recurrence)
