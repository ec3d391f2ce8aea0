"""A stage for tests of what is done to tasks: the cast in a database, a task, and what each does on a day."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

import cast
from dondoc.rules.sentences import as_kept, sentence_of
from dondoc.rules.terms import DueDate
from dondoc.rules.vietnamese import VIET_NAM
from dondoc.services import acceptance, assignment, reports, submissions
from dondoc.services.duties import Duty, give
from dondoc.services.evidence import File, Folder
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from models import LedgerLine, News, Person, Task, TaskKind

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import Session

    from models import NewsKind

CODE = "HP-2014-01.3.2.2a"
GIVEN = dt.date(2014, 5, 9)
DUE = dt.date(2014, 5, 22)
PDF = b"%PDF-1.4\n"
REPORT = "152/BC-CTHADS, 12/5/2014"


def may(number: int) -> dt.date:
    """A day of May 2014."""
    return dt.date(2014, 5, number)


@dataclass(frozen=True)
class Stage:
    """The cast has been stored in `session`; evidence goes to `folder`."""

    session: Session
    folder: Path

    @property
    def store(self) -> Folder:
        return Folder(self.folder)

    def world(self, on: dt.date) -> World:
        return World(self.session, on)

    def by(self, person: str, on: dt.date, hour: int = 8) -> Occasion:
        moment = dt.datetime.combine(on, dt.time(hour), VIET_NAM)
        actor = self.session.get_one(Person, cast.PERSON_IDS[person])
        return Occasion(actor, "tester", on, moment)

    def give(self, code: str = CODE, *, due: dt.date | None = DUE, **changes: object) -> Task:
        """Give a task of the room HP-NV, followed by NV1, to its officer."""
        duty = {
            "kind": TaskKind.ITEM,
            "code": code,
            "title": "Lập hồ sơ bàn giao",
            "lead_unit_id": cast.UNIT_IDS["HP-NV"],
            "assignee_id": cast.PERSON_IDS["room-officer"],
            "supervisor_unit_id": cast.UNIT_IDS["NV1"],
            "ladder": "default",
            "due": due and DueDate(due, None, as_kept(""), due),
        }
        return give(self.world(GIVEN), Duty(**(duty | changes)))  # type: ignore[arg-type]

    def report(self, person: str, on: dt.date, percent: int = 50) -> Task:
        return reports.report(self.world(on), self.by(person, on), CODE, percent, "một nửa")

    def submit(self, person: str, on: dt.date, content: bytes = b"done", code: str = CODE) -> Task:
        files = [File("bien-ban.pdf", io.BytesIO(PDF + content))]
        occasion = self.by(person, on)
        return submissions.submit(self.world(on), occasion, code, self.store, files, [REPORT])

    def accept(self, person: str, on: dt.date, code: str = CODE) -> Task:
        return acceptance.accept(self.world(on), self.by(person, on), code, self.store)

    def return_(self, person: str, on: dt.date, reason: str = "thiếu chữ ký") -> Task:
        return acceptance.return_(self.world(on), self.by(person, on), CODE, reason)

    def assign(self, person: str, on: dt.date, heir: str, code: str = CODE) -> bool:
        return assignment.assign(self.world(on), self.by(person, on), code, heir)

    def task(self, code: str = CODE) -> Task:
        return self.session.exec(select(Task).where(Task.code == code)).one()

    def ledger(self, code: str = CODE) -> list[LedgerLine]:
        found = self.session.exec(select(LedgerLine).where(LedgerLine.code == code))
        return sorted(found, key=lambda line: line.id)

    def news(self, person: str, code: str = CODE) -> list[tuple[NewsKind, str | None]]:
        """What a person is owed of a task: (kind, why in Vietnamese) in the order it happened."""
        wanted = select(News).join(Task).where(Task.code == code, News.person_id == cast.PERSON_IDS[person])
        owed = sorted(self.session.exec(wanted), key=lambda one: one.id)
        return [(one.kind, str(sentence_of(one.detail)) if one.detail else None) for one in owed]
