"""Faults: what a run sets aside so that the rest can go on, kept for the operator."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from sqlmodel import col, select

from models import Fault, FaultKind

if TYPE_CHECKING:
    from sqlmodel import Session

    from dondoc.services.attempt import Attempt


class Part(NamedTuple):
    """A part of a run that breaks as a whole: the sweep of a department, by its code, or a phase."""

    kind: FaultKind
    what: str


COMPOSING = Part(FaultKind.COMPOSING, "compose")
DELIVERY = Part(FaultKind.DELIVERY, "deliver")


def sweep_of(department: str) -> Part:
    """Return the sweep of a department; its steps go into the next digest."""
    return Part(FaultKind.DEPARTMENT, department)


class SetAside(Protocol):
    """Takes what broke (its kind, and codes of tasks, a person, a department) and why."""

    def __call__(self, kind: FaultKind, what: str, reason: Exception | str) -> None:
        """Remember it; the caller goes on."""


def set_aside_in(session: Session, attempt: Attempt) -> SetAside:
    """Return a SetAside that writes the faults of an attempt into the session, each once.

    What is broken may be met again in an attempt: by who looks after a helper. A database tells more than
    its first line each time in other words.
    """

    def set_aside(kind: FaultKind, what: str, reason: Exception | str) -> None:
        said = f"{type(reason).__name__}: {reason}" if isinstance(reason, Exception) else reason
        same = col(Fault.reason).startswith(said.partition("\n")[0], autoescape=True)
        ours = select(Fault.id).where(Fault.on == attempt.on, Fault.attempt == attempt.number)
        if session.exec(ours.where(Fault.what == what, same)).first() is not None:
            return
        now, number = attempt.now, attempt.number
        session.add(Fault(on=attempt.on, kind=kind, what=what, reason=said, attempt=number, happened_at=now))

    return set_aside
