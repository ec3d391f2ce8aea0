"""The ledger: every deed leaves one line, in the transaction that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import LedgerLine

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.occasion import Occasion


def record(session: Session, occasion: Occasion, operation: str, code: str, **detail: object) -> LedgerLine:
    """Write down that `operation` ("task.submit") was done to `code`; `detail` must be plain JSON values."""
    line = LedgerLine(
        at=occasion.now,
        on=occasion.on,
        person_id=None if occasion.person is None else occasion.person.id,
        os_user=occasion.os_user,
        operation=operation,
        code=code,
        detail=detail if occasion.link is None else detail | {"link": occasion.link},
    )
    session.add(line)
    return line
