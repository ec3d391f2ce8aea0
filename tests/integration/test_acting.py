"""Who acts in a command, on which day and at which moment."""

from __future__ import annotations

import datetime as dt
import os
import pwd
from typing import TYPE_CHECKING

import pytest
import time_machine

from dondoc.cli.acting import occasion
from dondoc.errors import BadInput, Refused
from models import Installation, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

NOW = dt.datetime(2014, 5, 8, 23, 30, tzinfo=dt.UTC)
TODAY = dt.date(2014, 5, 9)
ANOTHER_DAY = dt.date(2014, 6, 2)

pytestmark = [
    pytest.mark.parametrize("database", ["sqlite"], indirect=True),
    pytest.mark.usefixtures("half_past_six_in_hanoi"),
]


@pytest.fixture
def half_past_six_in_hanoi() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def folder(session: Session, request: pytest.FixtureRequest) -> Session:
    """A data folder with two people; simulated where the test says so."""
    session.add(Installation(simulated=getattr(request, "param", False), created_at=NOW))
    session.add_all([Person(code="an", name="An"), Person(code="binh", name="Bình", active=False)])
    session.flush()
    return session


def test_the_day_is_that_of_viet_nam(folder: Session) -> None:
    found = occasion(folder, "an", None)
    assert (found.on, found.now, found.person and found.person.code) == (TODAY, NOW, "an")


def test_the_user_is_the_operating_systems(folder: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody-else")
    assert occasion(folder, "an", None).os_user == pwd.getpwuid(os.getuid()).pw_name


def test_a_user_without_a_name_is_told_by_number(folder: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert occasion(folder, "an", None).os_user == "uid 4000000"


@pytest.mark.parametrize("folder", [True], indirect=True)
def test_a_simulated_day_begins_at_eight(folder: Session) -> None:
    found = occasion(folder, "an", ANOTHER_DAY)
    assert (found.on, found.now) == (ANOTHER_DAY, dt.datetime(2014, 6, 2, 1, tzinfo=dt.UTC))


def test_today_may_be_named_anywhere(folder: Session) -> None:
    assert occasion(folder, "an", TODAY).now == NOW


def test_another_day_is_refused_outside_a_simulated_folder(folder: Session) -> None:
    with pytest.raises(Refused, match="02/6/2014 is not today"):
        occasion(folder, "an", ANOTHER_DAY)


@pytest.mark.parametrize(
    ("acting", "error", "sentence"),
    [
        pytest.param(None, BadInput, "Nobody acts", id="nobody"),
        pytest.param("", BadInput, "Nobody acts", id="an empty variable"),
        pytest.param("chi", BadInput, "no person chi", id="unknown"),
        pytest.param("binh", Refused, "binh is no longer active", id="has left"),
    ],
)
def test_somebody_must_act(
    folder: Session, acting: str | None, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        occasion(folder, acting, None)
