"""A sign-in link that somebody asks for: it leaves through the outbox, by a channel of theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import false
from sqlmodel import col, func, select

from dondoc.i18n import translator
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services.sign_in import refuse_guessing
from dondoc.services.sign_in_links import LASTS
from dondoc.services.tokens import new_nonce
from dondoc.services.wording import templates
from models import Channel, Delivery, Language, Message, MessageKind, Person, SignInAttempt, SignInLink
from notifications.addresses import of_sign_in
from notifications.recipients import MAIL, recipient_of

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement
    from sqlmodel import Session
    from sqlmodel.sql.expression import SelectOfScalar

    from dondoc.services.world import World

LITERAL = re.compile(r"[a-z0-9._-]*")
"""How a mail address begins that stands in a channel's as it is, not percent-encoded."""


def send_link(world: World, login: str, address: str, now: dt.datetime) -> None:
    """Send a person a link that signs them in once; nothing where nobody is meant, or there is no channel.

    `login` is a code, or the mail address of one person's channel. Whoever asks learns nothing of it.
    `address` is where the request comes from, `now` the real moment, in a simulated folder too. Raises
    Refused after too many requests and failures.
    """
    session = world.session
    login = login.casefold() if "@" in login else login
    refuse_guessing(session, login, address, now)
    session.add(SignInAttempt(login=login[:200], address=address, at=now))
    known = select(Person).where(_means(session, login), Person.active).with_for_update(key_share=True)
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


def _means(session: Session, login: str) -> ColumnElement[bool]:
    """Return the condition for whom a login means: a mail address means whoever alone is reached by it."""
    if "@" not in login:
        return col(Person.code) == login
    mails = select(Channel.person_id, Channel.address).join(Person).where(Person.active)
    begins = LITERAL.match(login)
    ours = mails.where(
        col(Channel.address).startswith(f"{MAIL}://"),
        func.lower(Channel.address).contains(begins[0] if begins else "", autoescape=True),
    )
    found = {person for person, mail in session.exec(ours) if recipient_of(mail).casefold() == login}
    return col(Person.id).in_(found) if len(found) == 1 else false()


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
