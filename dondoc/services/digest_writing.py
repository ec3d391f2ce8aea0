"""Writing digests: text, lines and first deliveries of a batch at once, or one by one where it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, update
from sqlmodel import col, select

from dondoc.services.statements import insert_many, rows_of, table_of
from models import Channel, Delivery, DeliveryState, DigestLine, FaultKind, Message, News, TaskLink

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from dondoc.services.faults import SetAside
    from dondoc.services.world import World
    from notifications.digest import Digest, Rendered

MESSAGES = table_of(Message)
SAY = (
    update(MESSAGES)
    .where(MESSAGES.c.id == bindparam("message"))
    .values({name: bindparam(name) for name in ("subject", "text", "html")})
)
"""Puts a claimed message in words."""
CHANNELS = (
    select(Channel.person_id, Channel.address)
    .where(col(Channel.person_id).in_(bindparam("people", expanding=True)))
    .order_by(col(Channel.position).desc())
)
"""The channels of some people, the first of each at last."""


@dataclass(frozen=True)
class Worded:
    """A claimed digest in words, ready to be written."""

    message_id: int
    person_id: int
    digest: Digest
    said: Rendered


def write(world: World, worded: Sequence[Worded], now: dt.datetime, set_aside: SetAside) -> int:
    """Write the digests and return how many; one the database refuses is set aside, its news stay untold."""
    if not worded:
        return 0
    try:
        with world.session.begin_nested():
            _write(world, worded, now)
    except Exception as error:  # noqa: BLE001 - whatever the database refuses in one must not silence the others
        if len(worded) > 1:
            return sum(write(world, [one], now, set_aside) for one in worded)
        set_aside(FaultKind.DIGEST, worded[0].digest.person_name, error)
        give_up(world, worded[0].message_id)
        return 0
    return len(worded)


def give_up(world: World, message_id: int) -> None:
    """Leave the person's day free and the news untold."""
    told = update(News).where(col(News.message_id) == message_id).values(message_id=None)
    world.session.execute(told.execution_options(synchronize_session=False))
    world.session.execute(delete(Message).where(col(Message.id) == message_id))


def _write(world: World, worded: Sequence[Worded], now: dt.datetime) -> None:
    addresses = _first_channels(world, [one.person_id for one in worded])
    session = world.session
    session.connection().execute(SAY, [{"message": one.message_id} | vars(one.said) for one in worded])
    insert_many(session, table_of(DigestLine), [line for one in worded for line in _lines(one)])
    insert_many(session, table_of(TaskLink), [link for one in worded for link in _links(one)])
    first = {"position": 1, "state": DeliveryState.PENDING, "attempts": 0, "next_try_at": now}
    deliveries = [
        first | {"message_id": one.message_id, "address": addresses.get(one.person_id)} for one in worded
    ]
    insert_many(session, table_of(Delivery), deliveries)


def _lines(one: Worded) -> Iterable[dict[str, object]]:
    """Record which tasks the digest names in which section; several facts about one task are one record."""
    named = {(line.task_id, part.section): line.step_id for part in one.digest.parts for line in part.lines}
    for (task_id, section), step_id in named.items():
        yield {"message_id": one.message_id, "task_id": task_id, "section": section, "step_id": step_id}


def _links(one: Worded) -> Iterable[dict[str, object]]:
    """Record the links the digest offers, one a task."""
    offered = {line.task_id: line.link for part in one.digest.parts for line in part.lines if line.link}
    for task_id, nonce in offered.items():
        yield {"message_id": one.message_id, "task_id": task_id, "nonce": nonce}


def _first_channels(world: World, people: Sequence[int]) -> dict[int, str]:
    found = rows_of(world.session, CHANNELS, people=people)
    return {person: address for person, address in found}  # noqa: C416 - rows are no pairs to mypy
