"""A ministry: PostgreSQL, a Prefect server, workers and senders as docs/deploy.md starts them."""

from __future__ import annotations

import datetime as dt
import json
from itertools import chain
from typing import TYPE_CHECKING

import httpx
import pytest

import ministry
from days import Days
from dondoc.services.schedule import SHARING
from holding import somebody_at, somebody_telling, steps_held_up
from ministry import at
from ministry_days import (
    DEPLOY,
    EVE,
    INIT,
    LATE,
    PROVINCES,
    SERVER,
    WORKER,
    Country,
    at_work,
    is_undisturbed,
    left,
    settings,
)
from prefect_api import (
    answers,
    breaking_at,
    composed_by,
    lose,
    runs_of,
    start_the_day,
    state,
    swept_by,
    until,
    warnings_of,
    without_deployment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

PAGE = "uvicorn --factory dondoc.web.app:create_app"
ON_A_WORKER = "prefect deployment run daily-run/daily --param on=2014-05-23 --watch"
HERE = "dondoc run daily --on 2014-05-23"
SENDER = "dondoc run deliver"
ALONE = ["dondoc init", "dondoc serve"]
"""What test_serve.py runs."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def country(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    with at_work(tmp_path_factory.mktemp("ministry"), postgres_url) as country:
        yield country


def test_departments_are_shared_out_and_a_helper_killed_in_mid_run_loses_nothing(
    country: Country, tmp_path: Path
) -> None:
    workers = country.workers(3)
    with country.broken("QN-0.0a"):
        with somebody_at(country.engine, "DB") as is_waited_for:
            with steps_held_up(country.engine) as at_work:
                run = start_the_day(country.api, EVE)
                until(lambda: at_work() == 3, "three in the middle of a department each")
                dead, alive = runs_of(country.api, "share-day")
                lose(country.api, at(dead, workers))
            until(is_waited_for, "the run at what is left")
        until(lambda: state(country.api, run) == "FAILED", "the end of a day that partly failed")
        assert is_undisturbed(country, tmp_path, EVE)
    assert left(country.engine)["faults"] == ["QN-0.0a"]
    swept = [swept_by(country.api, one) for one in (run, alive)]
    assert all(swept)
    assert {f"sweep-{province}" for province in PROVINCES} == set(chain(*swept))


def test_a_worker_killed_in_mid_run_loses_nothing(country: Country, tmp_path: Path) -> None:
    workers = country.workers(2)
    with steps_held_up(country.engine) as at_work:
        dead = start_the_day(country.api, LATE)
        until(lambda: at_work() == 2, "the run and a helper in the middle of a department each")
        country.ministry.start(WORKER)
        lose(country.api, at(dead, workers))
    while_its_place_is_held = start_the_day(country.api, LATE)
    until(lambda: state(country.api, while_its_place_is_held) == "CANCELLED", "a second run kept apart")
    httpx.delete(f"{country.api}/flow_runs/{dead}").raise_for_status()  # Prefect waits up to five minutes
    country.ministry.run(ON_A_WORKER)
    assert is_undisturbed(country, tmp_path, LATE)
    assert json.loads(country.ministry.run(f"{HERE} --json"))["messages"] == 0


def test_a_digest_that_somebody_is_at_is_composed_by_the_run_in_the_end(
    country: Country, tmp_path: Path
) -> None:
    country.workers(2)
    on = LATE + dt.timedelta(days=3)
    with somebody_telling(country.engine, "vien-bg-0"):
        with steps_held_up(country.engine) as at_work:
            run = start_the_day(country.api, on)
            until(lambda: at_work() == 2, "the run and a helper in the middle of a department each")
        until(lambda: state(country.api, run) == "COMPLETED", "the end of the day")
    assert composed_by(country.api, run).count("compose") == 1
    assert is_undisturbed(country, tmp_path, on)


@pytest.mark.parametrize(
    ("days", "breaks"),
    [
        pytest.param(4, lambda country: breaking_at(country.prefect, SHARING), id="the server fails"),
        pytest.param(5, lambda country: without_deployment(country.api, SHARING), id="nothing is deployed"),
    ],
)
def test_where_no_helper_can_be_started_the_day_is_lived_alone_and_says_so(
    country: Country, tmp_path: Path, days: int, breaks: Callable[[Country], AbstractContextManager[None]]
) -> None:
    country.workers(2)
    on, helpers = LATE + dt.timedelta(days=days), runs_of(country.api, "share-day")
    with breaks(country):
        run = start_the_day(country.api, on)
        until(lambda: state(country.api, run) == "COMPLETED", "the end of the day")
    assert {f"sweep-{province}" for province in PROVINCES} == set(swept_by(country.api, run))
    assert is_undisturbed(country, tmp_path, on)
    assert runs_of(country.api, "share-day") == helpers
    until(lambda: warnings_of(country.api, run), "a warning")
    (warning,) = warnings_of(country.api, run)
    assert warning.startswith("The day is lived without helpers.")


def test_two_senders_at_once_send_each_message_once(country: Country, tmp_path: Path) -> None:
    country.mail.messages.clear()
    composed = Days(country.engine, tmp_path).compose(LATE + dt.timedelta(days=6)).messages
    senders = [country.ministry.start(SENDER) for _ in range(2)]
    assert [sender.wait(60) for sender in senders] == [0, 0]
    sent = [str(one.message["Message-ID"]) for one in country.mail.messages]
    assert len(sent) == len(set(sent)) == composed > 0
    assert not [one for one in left(country.engine)["deliveries"] if "SENT" not in one]


def test_the_page_says_that_all_is_well(country: Country) -> None:
    country.ministry.start(PAGE)
    url = f"http://127.0.0.1:{country.ministry.environment['UVICORN_PORT']}"
    until(lambda: answers(url), "a page that is well")


def test_every_command_of_the_page_is_run_here() -> None:
    used = [*ALONE, INIT, SERVER, DEPLOY, WORKER, PAGE, ON_A_WORKER, HERE, SENDER]
    assert ministry.blocks("sh") == used


def test_every_setting_of_the_page_is_set_here(tmp_path: Path) -> None:
    named = [line.partition("=")[0] for line in ministry.blocks("ini")]
    assert named == list(settings(tmp_path, "postgresql+psycopg://"))
