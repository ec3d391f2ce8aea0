"""What stories share: a mail server, and the plan of the real notice on each database, made once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import databases
import story_plan
from smtp_server import SmtpServer
from story import Begin, Story, copy_of
from story_plan import DIRECTOR_GENERAL, HEAD, PERSONNEL, PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager


@pytest.fixture(scope="session", autouse=True)
def bare_session() -> Iterator[None]:
    """Let no setting of the developer's own reach a story: many are lived before their first test begins."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("DONDOC_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def mail_server() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> str | None:
    """The address of the PostgreSQL server; None for SQLite."""
    if request.param == "sqlite":
        return None
    address: str = request.getfixturevalue("postgres_url")
    return address


@pytest.fixture(scope="session")
def opened(server: str | None, mail_server: SmtpServer, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The plan on the evening of 9 May, opened; never lived on itself."""
    folder = tmp_path_factory.mktemp("opened") / "data"
    return story_plan.opened(folder, mail_server, server and databases.create_postgres(server))


@pytest.fixture(scope="session")
def begin(server: str | None, tmp_path_factory: pytest.TempPathFactory) -> Begin:
    """Let a test begin a story of its own where another one stands."""

    def begin(story: Story) -> AbstractContextManager[Story]:
        return copy_of(story, tmp_path_factory.mktemp("story") / "data", server)

    return begin


@pytest.fixture(scope="session")
def on_time(opened: Story, begin: Begin) -> Iterator[Story]:
    """The plan submitted on time and approved late, up to 2 June, when its tasks are issued."""
    with begin(opened) as story:
        story.until("05-14")
        story.does(HEAD, f"plan consult {PLAN}")
        story.until("05-16")
        story.does(PERSONNEL, f'plan opine {PLAN} --text "Nhất trí với dự thảo"')
        story.until("05-20")
        story.does(HEAD, f"plan submit {PLAN}")
        story.until("06-02")
        story.does(DIRECTOR_GENERAL, f"plan approve {PLAN}")
        story.issue(PLAN)
        yield story
