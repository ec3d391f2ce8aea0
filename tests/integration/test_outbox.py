"""The outbox on both databases: back-off, next channel, slip; what is pointless, what is taken up again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

import databases
from days import ADDRESSES, DUE, GIVEN, Days
from dondoc import db
from dondoc.services import clocks, daily, outbox
from dondoc.services.day_report import Noted
from dondoc.services.outbox import Carriers
from dondoc.services.parcels import FRESH, LEASE, Queue
from models import Channel, Delivery, DeliveryState, News, Person, Task, TaskState
from notifications.memory import MemorySender
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from notifications.sender import Letter

DAY = dt.date(2014, 5, 9)
AT = dt.datetime(2014, 5, 9, tzinfo=dt.UTC)
HOME = "memory://vien"
CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        SmallWorld(session).task("T-1a", DUE, GIVEN)
    return days


def add_channel(days: Days, address: str) -> None:
    with days.sessions() as session:
        person = session.exec(select(Person).where(Person.code == "vien")).one()
        session.add(Channel(person_id=person.id, position=2, address=address))


def hand_in(days: Days, on: dt.date) -> None:
    with days.sessions() as session:
        clocks.hush(session.exec(select(Task).where(Task.code == "T-1a")).one(), TaskState.HANDED_IN, on)


def test_it_waits_longer_after_each_failure_and_sends_when_the_server_is_back(days: Days) -> None:
    days.sender.temporary.add(HOME)
    report = days.run(DAY)
    assert [noted.what for noted in report.failed] == ["vien"]
    assert days.deliver(AT) == 0  # a minute has not passed
    assert days.deliver(AT + dt.timedelta(minutes=1)) == 0
    days.sender.temporary.clear()
    assert days.deliver(AT + dt.timedelta(minutes=5)) == 0  # the second wait is five minutes
    assert days.deliver(AT + dt.timedelta(minutes=6)) == 1
    assert days.deliveries("vien") == [("2014-05-09", HOME, "sent")]


def test_it_waits_for_nothing_when_somebody_asks(days: Days) -> None:
    days.sender.temporary.add(HOME)
    days.run(DAY)
    days.sender.temporary.clear()
    with days.sessions() as session:
        outbox.hasten(session, AT)
    assert days.deliver(AT) == 1
    assert days.deliveries("vien") == [("2014-05-09", HOME, "sent")]


def test_it_goes_to_the_next_channel_after_a_permanent_failure(days: Days) -> None:
    add_channel(days, "memory://vien-chat")
    days.sender.permanent.add(HOME)
    days.run(DAY)
    assert days.deliveries("vien") == [
        ("2014-05-09", HOME, "failed"),
        ("2014-05-09", "memory://vien-chat", "sent"),
    ]


def test_it_prints_a_slip_when_every_channel_has_failed(days: Days, tmp_path: Path) -> None:
    days.sender.permanent.add(HOME)
    days.run(DAY)
    assert days.deliveries("vien")[-1] == ("2014-05-09", None, "printed")
    (slip,) = tmp_path.glob("2014-05-09/*.html")
    page = slip.read_text(encoding="utf-8")
    assert [word for word in ("T-1a", "Phiếu đôn đốc", "Phòng Tổ chức cán bộ") if word not in page] == []


def test_it_prints_a_slip_at_once_for_somebody_without_a_channel(days: Days) -> None:
    with days.sessions() as session:
        channel = session.exec(select(Channel).join(Person).where(Person.code == "vien")).one()
        session.delete(channel)
    report = days.run(DAY)
    assert [noted.what for noted in report.skipped] == ["vien"]
    assert days.deliveries("vien") == [("2014-05-09", None, "printed")]


def test_it_gives_a_channel_up_within_the_day(days: Days) -> None:
    add_channel(days, "memory://vien-chat")
    days.sender.temporary.add(HOME)
    days.run(DAY)
    for minutes in range(0, 12 * 60, 5):
        days.deliver(AT + dt.timedelta(minutes=minutes))
    assert days.deliveries("vien")[-1] == ("2014-05-09", "memory://vien-chat", "sent")


def test_it_takes_an_undelivered_digest_up_into_the_next_one(days: Days) -> None:
    days.sender.temporary.add(HOME)
    days.run(DAY)  # the news that the task was given stays behind
    days.sender.temporary.clear()
    days.run(dt.date(2014, 5, 13))
    assert days.deliveries("vien") == [("2014-05-09", HOME, "void"), ("2014-05-13", HOME, "sent")]
    (letter,) = [letter for to, letter in days.sender.sent if to == HOME]
    assert "Đồng chí được giao" in letter.text
    assert "còn 07 ngày làm việc" in letter.text


def test_it_leaves_a_reminder_unsent_that_has_lost_its_point(days: Days) -> None:
    days.run(DAY)
    days.sender.temporary.add(HOME)
    days.run(dt.date(2014, 5, 13))
    hand_in(days, dt.date(2014, 5, 13))
    days.sender.temporary.clear()
    assert days.deliver(AT + dt.timedelta(days=5)) == 0
    assert days.deliveries("vien")[-1] == ("2014-05-13", HOME, "void")


def test_a_second_sender_leaves_a_held_delivery_alone_until_the_lease_ends(days: Days) -> None:
    days.sender.temporary.add(HOME)
    days.run(DAY)
    days.sender.temporary.clear()
    later = AT + dt.timedelta(hours=1)
    with days.sessions() as session:
        held = Queue(ADDRESSES).lease(session, later)
    assert held is not None
    assert days.deliver(later) == 0
    assert days.deliver(later + LEASE + dt.timedelta(seconds=1)) == 1
    repeat = days.sender.sent[-1][1]
    assert repeat.message_id == held.letter.message_id


def test_what_another_sender_was_quicker_to_take_is_left_to_it(days: Days) -> None:
    late = dt.datetime(2014, 5, 23, tzinfo=dt.UTC)
    daily.run_day(days.sessions, None, late.date(), lambda: late)
    ours, theirs = Queue(ADDRESSES), Queue(ADDRESSES)
    with days.sessions() as session:
        first, second = ours.lease(session, late), theirs.lease(session, late)
        assert first is not None
        assert second is not None
        assert first.delivery_id != second.delivery_id
        assert (ours.lease(session, late), theirs.lease(session, late)) == (None, None)


def test_a_batch_that_was_read_long_ago_is_read_again(days: Days) -> None:
    late = dt.datetime(2014, 5, 23, tzinfo=dt.UTC)
    daily.run_day(days.sessions, None, late.date(), lambda: late)
    queue = Queue(ADDRESSES)
    with days.sessions() as session:
        queue.lease(session, late)
        for person in session.exec(select(Person)):
            person.name = "Tên Mới"
    with days.sessions() as session:
        parcel = queue.lease(session, late + FRESH + dt.timedelta(seconds=1))
    assert parcel is not None
    assert parcel.letter.person_name == "Tên Mới"


def test_a_sender_that_is_killed_holds_one_letter_and_no_more(days: Days) -> None:
    late = dt.datetime(2014, 5, 23, tzinfo=dt.UTC)
    daily.run_day(days.sessions, None, late.date(), lambda: late)
    with days.sessions() as session:
        held = Queue(ADDRESSES).lease(session, late)  # and never records what became of it
    assert held is not None
    assert days.deliver(late) == 1
    assert {to for to, _ in days.sender.sent} == {HOME, "memory://phong"} - {held.address}


def test_a_channel_that_breaks_stops_no_other(days: Days) -> None:
    class Broken(MemorySender):
        def send(self, address: str, letter: Letter) -> str:
            if address == HOME:
                raise RuntimeError("no such thing")
            return super().send(address, letter)

    days.carriers = Carriers(Broken(), days.carriers.printer, ADDRESSES)
    report = days.run(dt.date(2014, 5, 23))
    assert report.failed == (Noted("vien", "RuntimeError: no such thing", DeliveryState.PENDING),)
    assert days.deliveries("phong") == [("2014-05-23", "memory://phong", "sent")]


def test_every_news_is_told_once(days: Days) -> None:
    days.until(dt.date(2014, 6, 25))
    with days.sessions() as session:
        assert session.exec(select(News).where(col(News.message_id).is_(None))).all() == []
        assert session.exec(select(Delivery).where(Delivery.state != "sent")).all() == []


class CuttingSender(MemorySender):
    """A sender with which every letter outlasts the connections of its database."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def send(self, address: str, letter: Letter) -> str:
        databases.command(self._url, CUT)
        return super().send(address, letter)


def test_what_left_is_recorded_though_the_database_was_started_anew(days: Days) -> None:
    if days.engine.dialect.name == "sqlite":
        pytest.skip("a file is not started anew")
    late = dt.datetime(2014, 5, 23, tzinfo=dt.UTC)
    daily.run_day(days.sessions, None, late.date(), lambda: late)
    sender = CuttingSender(days.engine.url.render_as_string(hide_password=False))
    carriers = Carriers(sender, days.carriers.printer, ADDRESSES)
    with days.engine.connect() as connection:
        assert outbox.deliver(lambda: db.session(connection), carriers, lambda: late) == 2
    assert sorted(to for to, _ in sender.sent) == ["memory://phong", HOME]
    assert days.deliveries("vien")[-1] == ("2014-05-23", HOME, "sent")
