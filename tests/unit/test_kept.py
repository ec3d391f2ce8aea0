"""Figures that take long are counted by one for all who come meanwhile, and for a while after."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import pytest

from dondoc.web.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE = 8
NOON = dt.datetime(2014, 5, 23, 5, tzinfo=dt.UTC)


class Hall:
    """A clock that tests set, and a count that takes so many seconds and says how often it was made."""

    def __init__(self, took: float) -> None:
        self.moment = NOON
        self.took = dt.timedelta(seconds=took)
        self.made = 0
        self.kept = Kept()

    def now(self) -> dt.datetime:
        return self.moment

    def wait(self, seconds: float) -> None:
        self.moment += dt.timedelta(seconds=seconds)

    def count(self) -> int:
        self.moment += self.took
        self.made += 1
        return self.made

    def ask(self, key: str = "country", count: Callable[[], int] | None = None) -> int:
        return self.kept.get(key, self.now, count or self.count).figures


@pytest.mark.parametrize(
    ("took", "waited", "seen"),
    [
        pytest.param(0.1, 0, 2, id="what is quick is counted for everybody"),
        pytest.param(1, 9, 1, id="within ten times as long as it took"),
        pytest.param(1, 10, 2, id="after that"),
        pytest.param(8, 29, 1, id="up to half a minute"),
        pytest.param(8, 30, 2, id="never longer"),
        pytest.param(60, 0, 1, id="whoever waited for a long count"),
    ],
)
def test_it_is_shown_for_a_share_of_the_time_it_took(took: float, waited: float, seen: int) -> None:
    hall = Hall(took)
    assert hall.ask() == 1
    hall.wait(waited)
    assert hall.ask() == seen


def test_it_says_when_it_was_counted() -> None:
    hall = Hall(2)
    hall.ask()
    hall.wait(5)
    counted = hall.kept.get("country", hall.now, hall.count)
    assert (counted.at, counted.is_kept) == (NOON, True)


def test_keys_share_nothing() -> None:
    hall = Hall(1)
    assert (hall.ask("country"), hall.ask("field"), hall.ask("country")) == (1, 2, 1)


def test_it_is_counted_once_for_all_who_come_together() -> None:
    hall, all_there = Hall(2), Event()

    def count() -> int:
        assert all_there.wait(10)
        return hall.count()

    with ThreadPoolExecutor(PEOPLE) as people:
        asked = [people.submit(hall.ask, count=count) for _ in range(PEOPLE)]
        all_there.set()
        assert {one.result(10) for one in asked} == {1}


def test_who_comes_while_it_is_counted_anew_waits_for_nothing() -> None:
    hall, begun, go_on = Hall(1), Event(), Event()

    def count() -> int:
        begun.set()
        assert go_on.wait(10)
        return hall.count()

    hall.ask()
    hall.wait(11)
    with ThreadPoolExecutor(1) as other:
        anew = other.submit(hall.ask, count=count)
        assert begun.wait(10)
        assert hall.ask() == 1
        go_on.set()
        assert anew.result(10) == 2
    assert hall.ask() == 2


def test_a_failed_count_is_shown_to_nobody() -> None:
    def fail() -> int:
        raise ArithmeticError

    hall = Hall(1)
    with pytest.raises(ArithmeticError):
        hall.ask(count=fail)
    assert hall.ask() == 1


def test_it_forgets_what_nobody_will_be_shown() -> None:
    hall = Hall(1)
    hall.ask("old")
    hall.wait(40)
    hall.ask("new")
    assert len(hall.kept) == 1
