"""A mail server that is away, slow, refuses or hangs up, in fast-forward: nothing is lost, all is shown."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from days import DUE, GIVEN
from dondoc import db
from dondoc.services import daily, outbox
from dondoc.services.schedule import run_moment
from inbox import DOMAIN
from models import Channel, Delivery, DeliveryState, Installation, News, Person
from notifications.folder import folder_address
from small_world import SmallWorld
from story import Story, day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from smtp_server import SmtpServer

LATE = "05-23"
"""The task's assignee and the head of its room are told."""

HEAD, OFFICER = "phong", "vien"
Told = list[tuple[str, str]]


@pytest.fixture
def story(engine: Engine, smtp_server: SmtpServer, tmp_path: Path) -> Iterator[Story]:
    """A task due on 22 May; everybody has mail, and the head a folder as well."""
    url = engine.url.render_as_string(hide_password=False)
    (tmp_path / "dondoc.toml").write_text(f'database_url = "{url}"\n')
    with db.session(engine) as session:
        SmallWorld(session).task("T-1a", DUE, GIVEN)
        session.add(Installation(simulated=True, created_at=run_moment(GIVEN)))
        for channel, person in session.exec(select(Channel, Person).join(Person)).all():
            channel.address = smtp_server.address(person.code + DOMAIN, options="tls=none&rto=0.5")
            if person.code == HEAD:
                second = folder_address(tmp_path / "folder")
                session.add(Channel(person_id=person.id, position=2, address=second))
    story = Story(tmp_path, smtp_server, LATE)
    yield story
    story.close()


def lives(story: Story, *mornings: str, hours: int = 8) -> dict[str, str]:
    """Live days with a sender that looks every five minutes for some hours; return what the last reported."""
    with story.work.carriers() as carriers:
        for morning in mornings:
            begin = run_moment(day(morning))
            report = daily.run_day(story.work.sessions, carriers, day(morning), at(begin))
            for minutes in range(5, hours * 60, 5):
                later = at(begin + dt.timedelta(minutes=minutes))
                outbox.deliver(story.work.sessions, carriers, later)
    story.inbox.take(story.server)
    return {noted.what: noted.reason for noted in report.failed}


def at(moment: dt.datetime) -> Callable[[], dt.datetime]:
    return lambda: moment


def why(story: Story, person: str, on: str) -> Told:
    """Return channel and result of what a person was told, as `dondoc why` says it."""
    code, said = story.command(f"why {person} --on 2014-{on} --json")
    assert code == 0, said
    return [(one["channel"], one["result"].partition(":")[0]) for one in json.loads(said)["told"]]


def require_nothing_lost(story: Story) -> None:
    """Every fact is in a message, and every message has left by some way or is taken up by another."""
    with story.work.sessions() as session:
        assert session.exec(select(News).where(col(News.message_id).is_(None))).all() == []
        waiting = select(Delivery).where(Delivery.state == DeliveryState.PENDING)
        assert session.exec(waiting).all() == []


def test_three_days_away_go_to_the_next_channel_and_to_paper(story: Story) -> None:
    story.server.stop()
    failed = lives(story, LATE, "05-26", "05-27")
    assert failed.keys() == {"cuc", HEAD, OFFICER}
    assert all("refused" in reason for reason in failed.values())
    story.server.restart()
    lives(story, "05-28")
    for morning in (LATE, "05-26", "05-27"):
        assert why(story, HEAD, morning) == [("dmail", "failed"), ("folder", "sent")]
        assert why(story, OFFICER, morning) == [("dmail", "failed"), ("slip", "printed")]
    assert sorted(mail.to for mail in story.inbox.mails) == [HEAD, OFFICER]
    require_nothing_lost(story)


def test_an_hour_away_is_waited_for(story: Story) -> None:
    story.server.stop()
    assert lives(story, LATE, hours=1).keys() == {HEAD, OFFICER}
    assert why(story, OFFICER, LATE) == [("dmail", "pending")]
    story.server.restart()
    code, said = story.command("run deliver")
    assert code == 0, said
    story.inbox.take(story.server)
    assert sorted(mail.to for mail in story.inbox.mails) == [HEAD, OFFICER]
    require_nothing_lost(story)


def test_a_slow_server_is_asked_again_with_the_same_message(story: Story) -> None:
    story.server.seconds_to_answer = 1.0  # we wait half a second
    failed = lives(story, LATE, hours=0)
    assert failed.keys() == {HEAD, OFFICER}
    assert all("without an answer" in reason for reason in failed.values())
    story.server.seconds_to_answer = 0.0
    assert story.command("run deliver")[0] == 0
    require_repeats_are_the_same(story)


def test_a_server_that_hangs_up_is_asked_again_with_the_same_message(story: Story) -> None:
    story.server.drops_after_data = True
    assert lives(story, LATE, hours=0).keys() == {HEAD, OFFICER}
    story.server.drops_after_data = False
    assert story.command("run deliver")[0] == 0
    require_repeats_are_the_same(story)


def require_repeats_are_the_same(story: Story) -> None:
    story.inbox.take(story.server)
    assert {mail.to for mail in story.inbox.mails} == {HEAD, OFFICER}
    assert len({mail.message_id for mail in story.inbox.mails}) == 2
    assert why(story, HEAD, LATE) == [("dmail", "sent")]
    require_nothing_lost(story)


def test_who_is_refused_goes_another_way_and_the_others_are_served(story: Story) -> None:
    story.server.refusals[OFFICER + DOMAIN] = "550 5.1.1 mailbox unknown"
    story.server.refusals[HEAD + DOMAIN] = "550 5.7.1 not from you"
    failed = lives(story, LATE, "05-26", "05-27")
    assert {person: reason[:3] for person, reason in failed.items()} == {HEAD: "550", OFFICER: "550"}
    assert [mail.to for mail in story.inbox.mails] == ["cuc"]
    assert why(story, OFFICER, LATE) == [("dmail", "failed"), ("slip", "printed")]
    assert why(story, HEAD, LATE) == [("dmail", "failed"), ("folder", "sent")]
    require_nothing_lost(story)
