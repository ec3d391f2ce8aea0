"""A story: days lived one after the other on one data folder, with the deeds of its people between them.

The morning's run is the service that the daily flow wraps; what a person does goes through the command line.
"""

from __future__ import annotations

import datetime as dt
import shlex
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from typing import TYPE_CHECKING

from sqlmodel import col, select

import databases
from dondoc.cli.main import run
from dondoc.services import daily, issuing
from dondoc.services.schedule import run_moment
from dondoc.workplace import workplace
from inbox import Inbox
from models import Escalation, News, Person, Step, Task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlmodel import Session

    from dondoc.services.day_report import DayReport
    from dondoc.workplace import Workplace
    from smtp_server import SmtpServer

ONE_DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    """Read "05-22" as a day of 2014, the year of every story."""
    return dt.date.fromisoformat(f"2014-{text}")


@dataclass(frozen=True)
class Climbed:
    """A step of a task that was raised; days as "05-22"."""

    raised: str
    due: str
    step: str
    told: tuple[str, ...]


class Story:
    """`folder` is a data folder made by `init --simulated`; mail goes to `server`."""

    def __init__(self, folder: Path, server: SmtpServer, today: str) -> None:
        self.folder = folder
        self.server = server
        self.inbox = Inbox()
        self.today = day(today)
        """The day whose morning has been lived last."""
        self._end = ExitStack()

    def until(self, last: str) -> list[DayReport]:
        """Live every day after today, and this one's morning too."""
        reports = []
        while self.today < day(last):
            self.today += ONE_DAY
            reports.append(self.run(self.today))
        return reports

    def skip_to(self, morning: str) -> DayReport:
        """Live the morning of a later day; nothing ran on those between."""
        self.today = day(morning)
        return self.run(self.today)

    def run(self, on: dt.date, minutes: int = 0) -> DayReport:
        """Run a day, so many minutes after its hour."""
        moment = run_moment(on) + dt.timedelta(minutes=minutes)
        with self.work.carriers() as carriers:
            report = daily.run_day(self.work.sessions, carriers, on, lambda: moment, self.work.writers)
        assert not report.failed, report.failed
        self.inbox.take(self.server)
        return report

    def does(self, person: str, command: str) -> str:
        """Let somebody give a command today, and return what it said."""
        code, said = self.command(f"{command} --as {person} --on {self.today}")
        assert code == 0, said
        return said

    def refused(self, person: str, command: str) -> str:
        """Let somebody give a command that is refused, and return why."""
        code, said = self.command(f"{command} --as {person} --on {self.today}")
        assert code == 1, said
        return said

    def command(self, line: str) -> tuple[int, str]:
        """Give a command, and return its exit code and everything it printed."""
        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            code = run([*shlex.split(line), "--dir", str(self.folder)])
        return code, said.getvalue()

    def issue(self, plan: str) -> list[str]:
        """Issue a plan as the flow does, and return the codes of the tasks it made."""
        with self.work.sessions() as session:
            return issuing.issue(session, plan, self.today, run_moment(self.today)).made

    def climb(self, task: str) -> list[Climbed]:
        """Return the steps raised of a task, in their order."""
        with self.work.sessions() as session:
            steps = session.exec(
                select(col(Escalation.id), col(Escalation.raised_on), col(Escalation.due_on), Step.code)
                .join(Step, col(Step.id) == Escalation.step_id)
                .join(Task, col(Task.id) == Escalation.task_id)
                .where(Task.code == task)
                .order_by(col(Escalation.id))
            ).all()
            return [
                Climbed(f"{raised:%m-%d}", f"{due:%m-%d}", step, _told(session, number))
                for number, raised, due, step in steps
            ]

    def task(self, code: str) -> Task:
        """Return a task as it is now."""
        with self.work.sessions() as session:
            return session.exec(select(Task).where(Task.code == code)).one()

    def tasks(self, beginning: str) -> list[str]:
        """Return the codes of the tasks that begin so."""
        with self.work.sessions() as session:
            wanted = select(Task.code).where(col(Task.code).startswith(beginning))
            return list(session.exec(wanted.order_by(Task.code)))

    @cached_property
    def work(self) -> Workplace:
        """The data folder, opened until the story is closed."""
        return self._end.enter_context(workplace(self.folder))

    def close(self) -> None:
        """Let go of the database."""
        self._end.close()
        vars(self).pop("work", None)


Begin = Callable[[Story], AbstractContextManager[Story]]
"""Begins a story where another one stands."""


def _told(session: Session, escalation: int) -> tuple[str, ...]:
    people = select(Person.code).join(News).where(News.escalation_id == escalation).order_by(Person.code)
    return tuple(session.exec(people))


@contextmanager
def copy_of(story: Story, folder: Path, postgres: str | None) -> Iterator[Story]:
    """Give a story that goes on from where another one stands, on a database of its own.

    `postgres` is the address of the server where the database lives on one, None for SQLite.
    """
    origin = story.work.settings.database_url
    story.close()
    shutil.copytree(story.folder, folder)
    copy = Story(folder, story.server, f"{story.today:%m-%d}")
    with ExitStack() as end:
        if postgres:
            url = databases.create_postgres(postgres, template=origin)
            end.callback(databases.drop_postgres, postgres, url)
            settings = folder / "dondoc.toml"
            settings.write_text(settings.read_text().replace(origin, url))
        end.callback(copy.close)
        yield copy
