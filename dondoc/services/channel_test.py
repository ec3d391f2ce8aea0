"""A message that only shows whether a person's channels work; it leaves through the outbox like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.errors import Refused
from dondoc.i18n import translator
from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.accounts import person_called
from dondoc.services.roles import require_account
from dondoc.services.wording import templates
from models import Channel, Delivery, Language, Message, MessageKind

if TYPE_CHECKING:
    import datetime as dt

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Person


def send_test(world: World, occasion: Occasion, code: str, now: dt.datetime) -> int:
    """Send a person one message by each of their channels, and return how many those are.

    `now` is the real moment. Raises BadInput for an unknown person; Refused for one without a channel, and
    where `occasion.person` is neither that person nor an administrator.
    """
    person, session = person_called(world.session, code), world.session
    require_account(Operation.CHANNEL_TEST, world, occasion.person, person)
    mine = select(Channel.address).where(Channel.person_id == person.id).order_by(col(Channel.position))
    addresses = session.exec(mine).all()
    if not addresses:
        raise Refused("%(person)s has no channel: slips are printed.", person=person.name)
    sent = select(func.count()).where(
        Message.person_id == person.id, Message.day == world.on, Message.kind == MessageKind.TEST
    )
    for number, address in enumerate(addresses, start=session.exec(sent).one()):
        message = _message(world, person, number, now)
        session.add(message)
        session.flush()
        session.add(Delivery(message_id=message.id, position=1, address=address, next_try_at=now))
    ledger.record(session, occasion, Operation.CHANNEL_TEST, code, channels=len(addresses))
    return len(addresses)


def _message(world: World, person: Person, number: int, now: dt.datetime) -> Message:
    language = Language(person.language)
    wording, facts = templates(language), {"name": person.name}
    return Message(
        person_id=person.id,
        day=world.on,
        kind=MessageKind.TEST,
        number=number,
        language=language,
        subject=translator(language).gettext("Dondoc: a test message"),
        text=wording.get_template("test/body.txt").render(facts),
        html=wording.get_template("test/body.html").render(facts),
        composed_at=now,
        attempt=0,
    )
