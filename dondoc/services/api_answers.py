"""One deed for one key: a change asked for again is not done again, and is told what was answered first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlmodel import col, delete, select

from dondoc.services.statements import insert_once
from models import ApiAnswer

if TYPE_CHECKING:
    from sqlmodel import Session

    from models import Person

KEPT = dt.timedelta(days=7)
"""A program that was away for a long weekend may still ask again."""


def claim_key(session: Session, person: Person, key: str, request_sha256: str, now: dt.datetime) -> ApiAnswer:
    """Return the row of a person's key, which this transaction now holds; with a `body` it is answered.

    Of two requests at once the second waits here for the first one's end. Answers older than KEPT are
    forgotten.
    """
    old = (col(ApiAnswer.person_id) == person.id) & (col(ApiAnswer.at) < now - KEPT)
    session.exec(delete(ApiAnswer).where(old))
    row = {"person_id": person.id, "key": key, "request_sha256": request_sha256, "at": now}
    session.connection().execute(insert_once(session, ApiAnswer).values(row))
    wanted = select(ApiAnswer).where(ApiAnswer.person_id == person.id, ApiAnswer.key == key)
    return session.exec(wanted).one()
