"""What happens to a data folder from issuing to delivery, here or in a process that may be killed."""

from __future__ import annotations

import datetime as dt
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

import databases
import day_process
import helping
from day_process import Countdown
from dondoc.rules.calendar import Entry
from dondoc.services import calendar_entries, daily, issuing, organisation, reports, sharing
from dondoc.services.occasion import Occasion
from dondoc.services.schedule import run_moment
from dondoc.services.world import World
from dondoc.workplace import workplace
from lived import CLERK, as_file
from model_world import Staff
from models import Person, PostRole
from small_plan import CODE, day

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from sqlmodel import Session

    from dondoc.services.attempt import Attempt
    from dondoc.workplace import Workplace

REPORTS = 20


@dataclass(frozen=True)
class Deed:
    """One of DEEDS, on a day given as "05-28"."""

    what: str
    day: str


def do(work: Workplace, deed: Deed, minutes: int = 0) -> None:
    """Do it to its end, so many minutes after seven o'clock."""
    on = day(deed.day)
    moment = run_moment(on) + dt.timedelta(minutes=minutes)
    DEEDS[deed.what](work, on, moment)


def start(folder: Path, deed: Deed, last_words: int = 0) -> BaseProcess:
    """Begin a process that does it, and is killed before those words to the database; 0 never is."""
    process: BaseProcess = day_process._processes.Process(target=_do, args=(folder, deed, last_words))
    process.start()
    return process


def killed(folder: Path, deed: Deed, last_words: int) -> None:
    """Do it in a process that is killed, and wait for its end."""
    process = start(folder, deed, last_words)
    process.join()
    assert process.exitcode == -signal.SIGKILL, f"it was not killed: {process.exitcode}"
    with workplace(folder) as work:
        databases.forgotten(work.engine)


def _do(folder: Path, deed: Deed, last_words: int) -> None:
    with workplace(folder) as work:
        Countdown(last_words).listen(work.engine)
        do(work, deed)


def _issue(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    with work.sessions() as session:
        issuing.issue(session, CODE, on, now)


def _run(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    with work.carriers() as carriers:
        assert daily.run_day(work.sessions, carriers, on, lambda: now, work.writers).failed == ()


def _open(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    with work.sessions() as session:
        daily.open_day(session, on, now)


def _lead(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    """Live the day that was opened as its run does where others help."""
    attempt = _joined(work, on, now)
    assert attempt
    helping.sweep_all(work.sessions, attempt)
    helping.compose_all(work.sessions, attempt)
    work.deliver(lambda: now)
    with work.sessions() as session:
        daily.close_day(session, attempt)


def _help(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    if attempt := _joined(work, on, now):
        helping.help_out(work.sessions, attempt)


def _joined(work: Workplace, on: dt.date, now: dt.datetime) -> Attempt | None:
    with work.sessions() as session:
        return sharing.join(session, on, 1, now)


def _compose(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    daily.run_day(work.sessions, None, on, lambda: now, work.writers)


def _deliver(work: Workplace, _on: dt.date, now: dt.datetime) -> None:
    later = now + dt.timedelta(minutes=10)  # than any digest of the day was composed
    work.deliver(lambda: later)


def _report(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    for percent in range(REPORTS):
        with work.sessions() as session:
            owner = session.exec(select(Person).where(Person.code == "vien")).one()
            occasion = Occasion(owner, "tester", on, now)
            reports.report(World(session, on), occasion, f"{CODE}.3.1a", percent, "")


def _declare(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    """A decision swaps a Thursday for the Saturday after it."""
    swap = [
        Entry(day("06-12"), working=False, name="Nghỉ bù", document="Công văn 01/CV"),
        Entry(day("06-14"), working=True, name="Làm bù", document="Công văn 01/CV"),
    ]
    with work.sessions() as session:
        calendar_entries.load(session, swap, _clerk(session, on, now), "cong-van.yaml")


def _organise(work: Workplace, on: dt.date, now: dt.datetime) -> None:
    """The head of the province leaves, the head of a room acts for him; the room's head is gone."""
    staff = Staff()
    del staff.posts["cuc"]
    staff.posts["phong"] = ("HP", PostRole.ACTING_HEAD)
    with work.sessions() as session:
        organisation.load(session, as_file(staff), _clerk(session, on, now), "to-chuc.yaml")


def _clerk(session: Session, on: dt.date, now: dt.datetime) -> Occasion:
    return Occasion(session.exec(select(Person).where(Person.code == CLERK)).one(), "tester", on, now)


DEEDS: dict[str, Callable[[Workplace, dt.date, dt.datetime], None]] = {
    "issue": _issue,
    "run": _run,
    "open": _open,
    "lead": _lead,
    "help": _help,
    "compose": _compose,
    "deliver": _deliver,
    "report": _report,
    "declare": _declare,
    "organise": _organise,
}
