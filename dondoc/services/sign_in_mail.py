"""A sign-in link that somebody asks for: it leaves through the outbox, by a channel of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from dondoc.i18n import translator
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services.sign_in import refuse_guessing
from dondoc.services.sign_in_links import LASTS
from dondoc.services.tokens import new_nonce
from dondoc.services.wording import templates
from models import Channel, Delivery, Language, Message, MessageKind, Person, SignInAttempt, SignInLink
from notifications.addresses import of_sign_in

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel.sql.expression import SelectOfScalar

    from dondoc.services.world import World


def send_link(world: World, login: str, address: str, now: dt.datetime) -> None:
    """Send a person a link that signs them in once; nothing where nobody has that code, or no channel.

    Whoever asks learns nothing of it. `address` is where the request comes from, `now` the real moment, in a
    simulated folder too. Raises Refused after too many requests and failures.
    """
    session = world.session
    refuse_guessing(session, login, address, now)
    session.add(SignInAttempt(login=login[:200], address=address, at=now))
    known = select(Person).where(Person.code == login, Person.active).with_for_update(key_share=True)
    person = session.exec(known).one_or_none()
    channel = session.exec(_channel(person)).first() if person else None
    if person is None or channel is None:
        return
    nonce = new_nonce()
    message = _message(world, person, nonce, now)
    session.add(message)
    session.flush()
    expires_at = now + LASTS
    session.add(SignInLink(person_id=person.id, message_id=message.id, nonce=nonce, expires_at=expires_at))
    session.add(Delivery(message_id=message.id, position=1, address=channel, next_try_at=now))


def _channel(person: Person) -> SelectOfScalar[str]:
    return select(Channel.address).where(Channel.person_id == person.id).order_by(col(Channel.position))


def _message(world: World, person: Person, nonce: str, now: dt.datetime) -> Message:
    language = Language(person.language)
    wording = templates(language)
    facts = {"name": person.name, "address": of_sign_in(nonce), "until": (now + LASTS).astimezone(VIET_NAM)}
    earlier = select(func.count()).where(
        Message.person_id == person.id, Message.day == world.on, Message.kind == MessageKind.SIGN_IN
    )
    return Message(
        person_id=person.id,
        day=world.on,
        kind=MessageKind.SIGN_IN,
        number=world.session.exec(earlier).one(),
        language=language,
        subject=translator(language).gettext("Link to sign in to Dondoc"),
        text=wording.get_template("sign_in/body.txt").render(facts),
        html=wording.get_template("sign_in/body.html").render(facts),
        composed_at=now,
        attempt=0,
    )
