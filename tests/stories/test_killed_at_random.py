"""Lives from issuing to the Director General, killed at random moments and begun again: nothing differs."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

import databases
import deeds
from day_process import count_statements
from deeds import Deed
from dondoc import db
from inbox import DOMAIN
from lived import CLERK
from models import Channel, Installation, Person, PlanState
from outcome import outcome, without_links
from small_plan import EIGHT, MEETING, SmallPlan, day
from story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from smtp_server import SmtpServer
    from story import Begin

LIFE = (
    Deed("issue", "05-28"),
    Deed("run", "05-28"),  # tasks are given
    Deed("run", "06-03"),  # reminders, some of days without a run
    Deed("run", "06-06"),  # the authority's own task falls due
    Deed("compose", "06-09"),  # ... and is late
    Deed("deliver", "06-09"),
    Deed("declare", "06-10"),  # terms move, and the next look of every task
    Deed("organise", "06-11"),  # a head leaves, another acts, a room has nobody
    Deed("run", "06-20"),  # two weeks were missed
    Deed("run", "07-01"),  # the first standing period opens
    Deed("run", "08-01"),  # the officer is late
    Deed("run", "08-15"),
    Deed("run", "09-03"),  # after a holiday, to the Director General
)
KILLS = 5
"""In one life, each in another deed."""

LIVES = 50 if os.environ.get("SOAK") == "full" else 5
"""On each database."""


@dataclass(frozen=True)
class Undisturbed:
    """What a life leaves in database and mailboxes, and how many words each deed had with the database."""

    rows: dict[str, list[str]]
    letters: set[tuple[str, str, str]]
    words: list[int]


@pytest.fixture(scope="module")
def eve(server: str | None, mail_server: SmtpServer, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A data folder with an approved plan, everybody reached by mail; never lived on itself."""
    folder = tmp_path_factory.mktemp("eve") / "data"
    folder.mkdir()
    url = databases.create_postgres(server) if server else f"sqlite:///{folder / 'dondoc.sqlite3'}"
    if server:
        (folder / "dondoc.toml").write_text(f'database_url = "{url}"\n')
    databases.migrated(url)
    with databases.engine_of(url) as engine, db.session(engine) as session:
        plan = SmallPlan(session).plan
        plan.state, plan.approved_on = PlanState.APPROVED, day("05-27")
        session.add(Person(code=CLERK, name="Quản trị", administrator=True))
        session.add(Installation(simulated=True, created_at=dt.datetime.combine(MEETING, EIGHT, dt.UTC)))
        for channel, person in session.exec(select(Channel, Person).join(Person)):
            channel.address = mail_server.address(person.code + DOMAIN)
    return Story(folder, mail_server, "05-28")


@pytest.fixture(scope="module")
def undisturbed(eve: Story, begin: Begin) -> Undisturbed:
    with begin(eve) as story:
        words = [count_statements(story.work.engine, doing(story, deed)) for deed in LIFE]
        story.inbox.take(story.server)
        return Undisturbed(rows(story), letters(story), words)


@pytest.fixture
def story(eve: Story, begin: Begin) -> Iterator[Story]:
    with begin(eve) as story:
        yield story


def doing(story: Story, deed: Deed) -> Callable[[], None]:
    return lambda: deeds.do(story.work, deed)


def rows(story: Story) -> dict[str, list[str]]:
    with story.work.sessions() as session:
        return outcome(session)


def letters(story: Story) -> set[tuple[str, str, str]]:
    """Return the letters that came; one that came twice under the same Message-ID is the same letter."""
    return {(mail.to, mail.message_id, without_links(mail.text)) for mail in story.inbox.mails}


def live(story: Story, deaths: Mapping[int, int]) -> None:
    """Live the life; `deaths` says before which of its words to the database a deed is killed first."""
    for number, deed in enumerate(LIFE):
        if number in deaths:
            deeds.killed(story.folder, deed, deaths[number])
        deeds.do(story.work, deed, minutes=6 if number in deaths else 0)  # the lease of the dead has run out
    story.inbox.take(story.server)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(LIVES))
def test_a_life_killed_again_and_again_leaves_the_same(
    story: Story, undisturbed: Undisturbed, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fixed seed is the point
    deaths = {
        number: chance.randint(1, undisturbed.words[number])
        for number in chance.sample(range(len(LIFE)), KILLS)
    }
    live(story, deaths)
    assert rows(story) == undisturbed.rows, deaths
    assert letters(story) == undisturbed.letters, deaths
    assert len(story.inbox.mails) - len(undisturbed.letters) <= KILLS  # those that were on their way


BUSY = 10
"""The day of this deed is lived by many at once: everybody's task is late."""


def test_four_runs_at_once_beside_reports_leave_the_same(eve: Story, begin: Begin) -> None:
    reports = Deed("report", LIFE[BUSY].day)
    left = []
    for at_once in ([], [LIFE[BUSY]] * 4 + [reports]):
        with begin(eve) as story:
            for deed in [*LIFE[:BUSY], *([] if at_once else [reports, LIFE[BUSY]])]:
                deeds.do(story.work, deed)
            processes = [deeds.start(story.folder, deed) for deed in at_once]
            for process in processes:
                process.join()
            assert [process.exitcode for process in processes] == [0] * len(at_once)
            story.inbox.take(story.server)
            left.append((rows(story), letters(story), len(story.inbox.mails)))
    assert left[0] == left[1]


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(LIVES // 5))
def test_helpers_killed_beside_a_run_leave_the_same(
    story: Story, undisturbed: Undisturbed, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fixed seed is the point
    on = LIFE[BUSY].day
    for deed in [*LIFE[:BUSY], Deed("open", on)]:
        deeds.do(story.work, deed)
    helpers = [deeds.start(story.folder, Deed("help", on), chance.randint(1, 100)) for _ in range(3)]
    time.sleep(chance.random())
    deeds.do(story.work, Deed("lead", on))
    for helper in helpers:
        helper.join()
        assert helper.exitcode in (0, -signal.SIGKILL)
    for deed in LIFE[BUSY + 1 :]:
        deeds.do(story.work, deed)
    story.inbox.take(story.server)
    assert (rows(story), letters(story)) == (undisturbed.rows, undisturbed.letters)
    assert len(story.inbox.mails) == len(undisturbed.letters)
