"""A row, a unit, a channel and an address broken at once: each is set aside and shown, the rest is done."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from databases import engine_of
from dondoc import db
from inbox import DOMAIN
from models import Channel, Person, Post, PostRole, Unit, UnitKind
from shell import dondoc
from small_world import SINCE, SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import Session

    from smtp_server import SmtpServer

LATE = "2014-05-23"
DUE, GIVEN = dt.date(2014, 5, 22), dt.date(2014, 5, 9)


class Country(SmallWorld):
    """The small organisation with a second province, Hưng Yên, and three officers more."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        unit = Unit(
            code="HY",
            name="Cục Hưng Yên",
            kind=UnitKind.PROVINCIAL_DEPARTMENT,
            parent_id=self.units["TC"],
            valid_from=SINCE,
        )
        self._add(unit)
        self.units["HY"] = unit.id
        for code, place in (("hung", "HY"), ("vinh", "HP-TCCB"), ("oanh", "HP-TCCB")):
            person = Person(code=code, name=code)
            self._add(person)
            self.people[code] = person.id
            place_id = self.units[place]
            self._add(
                Post(unit_id=place_id, person_id=person.id, role=PostRole.OFFICER, title="", valid_from=SINCE)
            )
            self._add(Channel(person_id=person.id, position=1, address=f"memory://{code}"))


@pytest.fixture
def broken(lived_in: Path, smtp_server: SmtpServer) -> Path:
    """Five late tasks: of An Viên, of a broken row, of a broken unit, and of two who cannot be reached."""
    file = lived_in / "dondoc.sqlite3"
    with sqlite3.connect(file) as connection:
        for table in ("news", "tasks", "posts", "channels", "people", "steps", "ladders", "units"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    with engine_of(f"sqlite:///{file}") as engine, db.session(engine) as session:
        country = Country(session)
        country.task("T-1a", DUE, GIVEN)
        country.task("T-2a", DUE, GIVEN).quiet_days = "nonsense"
        hung = {"lead_unit_id": country.units["HY"], "assignee_id": country.people["hung"]}
        country.task("T-3a", DUE, GIVEN, **hung)
        country.task("T-4a", DUE, GIVEN, assignee_id=country.people["vinh"])
        country.task("T-5a", DUE, GIVEN, assignee_id=country.people["oanh"])
        for channel, person in session.exec(select(Channel, Person).join(Person)).all():
            channel.address = smtp_server.address(person.code + DOMAIN)
            if person.code == "vinh":
                channel.address = "zalo://0912345678"
    smtp_server.refusals["oanh" + DOMAIN] = "550 5.1.1 mailbox unknown"
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON escalations WHEN NEW.task_id IN "
            "(SELECT id FROM tasks WHERE code = 'T-3a') BEGIN SELECT RAISE(ABORT, 'it is broken'); END"
        )
    return lived_in


def test_each_is_set_aside_and_shown_and_the_rest_is_done(
    broken: Path, smtp_server: SmtpServer, prefect_server: str
) -> None:
    done = dondoc("run", "daily", "--on", LATE, "--json", "--dir", broken, PREFECT_API_URL=prefect_server)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    failed = {one["what"]: one["reason"] for one in report["failed"]}
    assert {"T-2a", "HY", "vinh", "oanh"} <= failed.keys()
    assert "it is broken" in failed["HY"]
    assert "550 5.1.1" in failed["oanh"]
    assert {one["task"] for one in report["raised"]} == {"T-1a", "T-4a", "T-5a"}
    told = {received.recipient.removesuffix(DOMAIN) for received in smtp_server.messages}
    assert {"vien", "phong", "hung"} <= told  # a late line needs no step
    slips = list(broken.glob(f"slips/{LATE}/*.html"))
    assert len(slips) == 2
    again = dondoc("why", "oanh", "--on", LATE, "--json", "--dir", broken)
    ways = [one["channel"] for one in json.loads(again.stdout)["told"]]
    assert ways == ["dmail", "slip"]
