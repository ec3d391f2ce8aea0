"""The language Dondoc speaks to somebody, as they choose it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from dondoc.rules.rights import Operation
from dondoc.services import ledger
from dondoc.services.accounts import person_called
from dondoc.services.roles import require_account
from models import LedgerLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlmodel import Session

    from dondoc.services.occasion import Occasion
    from dondoc.services.world import World
    from models import Language, Person


def choose_language(world: World, occasion: Occasion, code: str, language: Language) -> Person:
    """Let page and messages speak a language to a person, and return them; the same again changes nothing.

    Raises BadInput for an unknown person, Forbidden where `occasion.person` is somebody else.
    """
    person = person_called(world.session, code)
    require_account(Operation.ACCOUNT_LANGUAGE, world, occasion.person, person)
    if person.language != language:
        told = {"from": person.language.value, "to": language.value}
        ledger.record(world.session, occasion, Operation.ACCOUNT_LANGUAGE, code, **told)
        person.language = language
    return person


def chosen_languages(session: Session, codes: Iterable[str]) -> dict[str, str]:
    """Return the language that each of these people chose last, for those who ever did."""
    lines = select(LedgerLine.code, LedgerLine.detail).where(
        LedgerLine.operation == Operation.ACCOUNT_LANGUAGE, col(LedgerLine.code).in_(set(codes))
    )
    return {code: detail["to"] for code, detail in session.exec(lines.order_by(col(LedgerLine.id)))}
