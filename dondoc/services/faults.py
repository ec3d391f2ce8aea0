"""Faults: what a run sets aside so that the rest can go on, kept for the operator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sqlmodel import col, select

from models import Fault

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.attempt import Attempt


class SetAside(Protocol):
    """Takes what broke (codes of tasks, a person, a department) and why."""

    def __call__(self, what: str, reason: Exception | str) -> None:
        """Remember it; the caller goes on."""


def set_aside_in(session: Session, attempt: Attempt) -> SetAside:
    """Return a SetAside that writes the faults of an attempt into the session, each once.

    What is broken may be met again in an attempt: by who looks after a helper. A database tells more than
    its first line each time in other words.
    """

    def set_aside(what: str, reason: Exception | str) -> None:
        said = f"{type(reason).__name__}: {reason}" if isinstance(reason, Exception) else reason
        same = col(Fault.reason).startswith(said.partition("\n")[0], autoescape=True)
        ours = select(Fault.id).where(Fault.on == attempt.on, Fault.attempt == attempt.number)
        if session.exec(ours.where(Fault.what == what, same)).first() is not None:
            return
        fault = Fault(on=attempt.on, what=what, reason=said, attempt=attempt.number, happened_at=attempt.now)
        session.add(fault)

    return set_aside
