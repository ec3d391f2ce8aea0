"""A delivery has two senders: each takes its share, then what is left, and both end when they are told."""

from __future__ import annotations

import datetime as dt
import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from days import ADDRESSES, Days
from dondoc.services.outbox import Carriers
from dondoc.services.parcels import Queue, Share
from dondoc.settings import Settings
from dondoc.workplace import Workplace
from models import Delivery, DeliveryState
from notifications.memory import MemorySender
from provinces import provinces
from small_world import SmallWorld

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

    from notifications.sender import Letter

LATE = dt.datetime(2014, 5, 23, tzinfo=dt.UTC)
LETTERS = 6
"""To two officers and a head in each of two provinces, on the day after their tasks were due."""
PATIENCE = 10.0
"""Seconds that a letter waits for the one beside it."""


class Hooked(MemorySender):
    """A sender that does something with each letter before it leaves."""

    def __init__(self, hook: Callable[[Letter], object]) -> None:
        super().__init__()
        self._hook = hook

    def send(self, address: str, letter: Letter) -> str:
        self._hook(letter)
        return super().send(address, letter)


@pytest.fixture
def days(engine: Engine, tmp_path: Path) -> Days:
    """A day whose letters wait in the outbox."""
    days = Days(engine, tmp_path)
    with days.sessions() as session:
        provinces(SmallWorld(session), ("BG", "CB"), 2)
    assert days.compose(LATE.date()).failed == ()
    return days


@pytest.fixture
def work(days: Days, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """A workplace whose letters are carried by the days' sender."""
    monkeypatch.setattr(Workplace, "carriers", lambda _self: nullcontext(days.carriers))
    return Workplace(Settings(dir=tmp_path), days.engine)


def hooked(days: Days, hook: Callable[[Letter], object]) -> None:
    days.sender = Hooked(hook)
    days.carriers = Carriers(days.sender, days.carriers.printer, ADDRESSES)


def held(days: Days) -> int:
    """Return how many letters a sender holds and has not recorded."""
    with days.sessions() as session:
        leased = select(Delivery).where(col(Delivery.leased_until).is_not(None))
        return len(session.exec(leased.where(Delivery.state == DeliveryState.PENDING)).all())


def test_two_letters_are_on_their_way_at_once(days: Days, work: Workplace) -> None:
    both = threading.Barrier(2, timeout=PATIENCE)
    hooked(days, lambda _letter: both.wait())
    assert work.deliver(lambda: LATE) == LETTERS
    assert len({letter.message_id for _, letter in days.sender.sent}) == LETTERS
    assert held(days) == 0


def test_each_takes_its_share_first_and_then_what_is_left(days: Days) -> None:
    ours, theirs = (Queue(ADDRESSES, Share(place, 2)) for place in (0, 1))
    with days.sessions() as session:
        first = [parcel.delivery_id for _ in range(3) if (parcel := ours.lease(session, LATE))]
        assert {one % 2 for one in first} == {0}
        left = [parcel.delivery_id for _ in range(3) if (parcel := ours.lease(session, LATE))]
        assert {one % 2 for one in left} == {1}
        assert theirs.lease(session, LATE) is None


def test_who_is_told_to_end_ends_after_the_letter_they_are_at(days: Days, work: Workplace) -> None:
    ended = threading.Event()
    hooked(days, lambda _letter: ended.set())
    assert work.deliver(lambda: LATE, ended) in (1, 2)
    assert held(days) == 0


def test_the_second_ends_where_the_first_breaks(days: Days, work: Workplace) -> None:
    class Stopped(BaseException):
        """As an interrupt is one."""

    begun = threading.Event()

    def hook(_letter: Letter) -> None:
        if threading.current_thread() is threading.main_thread():
            assert begun.wait(PATIENCE)
            raise Stopped
        begun.set()
        threading.Event().wait(0.2)

    hooked(days, hook)
    with pytest.raises(Stopped):
        work.deliver(lambda: LATE)
    assert len(days.sender.sent) < LETTERS - 1
    assert held(days) == 1
