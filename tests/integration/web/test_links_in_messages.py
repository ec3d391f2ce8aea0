"""The links in a day's messages: who has one, what a scanner does to them, and how they come by mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, delete, select, update

from days import ADDRESSES
from dondoc.services import outbox
from dondoc.services.outbox import Carriers
from dondoc.services.schedule import run_moment
from dondoc.services.tokens import derived, digest, new_nonce
from models import Channel, Language, LedgerLine, Message, MessageKind, Person, Task, TaskLink
from notifications.apprise_sender import AppriseSender
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from mailed import Mailed
    from site_of import Site
    from smtp_server import SmtpServer

STEPS = st.lists(
    st.tuples(st.sampled_from((0, 1)), st.sampled_from(("get", "head", "report", "submit"))), max_size=6
)
FORMS = {
    "report": {"deed": "report", "percent": "30"},
    "submit": {"deed": "submit", "document": "15/BC, 20/5/2014"},
}


def rows(site: Site) -> list[list[str]]:
    """Return everything the database holds."""
    with site.session() as session:
        tables = SQLModel.metadata.sorted_tables
        return [sorted(map(str, session.execute(select(table)))) for table in tables]  # type: ignore[call-overload]


def test_a_scanner_that_follows_every_link_changes_nothing(mailed: Mailed) -> None:
    followed = mailed.paths("vien") | mailed.paths("phong")
    before = rows(mailed.site)
    with mailed.site.browser() as browser:
        for path in followed:
            for method in ("HEAD", "GET", "HEAD"):
                assert browser.send(method, path).status_code in {200, 303, 405}, (method, path)
        for path in followed:
            if path.startswith("/s/"):
                assert browser.send("HEAD", path).status_code == 200
    assert rows(mailed.site) == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_the_order_it_does_one_thing(mailed: Mailed, steps: list[tuple[int, str]]) -> None:
    code, link = another(mailed.site)
    wanted = [step for _, step in steps if step in FORMS][:1]
    with mailed.site.browser() as one, mailed.site.browser() as other:
        for number, step in steps:
            client = (one, other)[number]
            answer = client.post(link, **FORMS[step]) if step in FORMS else client.send(step.upper(), link)
            assert answer.status_code == 200
        assert ("qua liên kết này ngày" in text_of(one.get(link))) is bool(wanted)
    with mailed.site.session() as session:
        done = session.exec(select(LedgerLine.operation).where(LedgerLine.code == code)).all()
    assert done == [f"task.{step}" for step in wanted]


def another(site: Site) -> tuple[str, str]:
    """Give another task, and return its code with a link to it as a message would carry it."""
    with site.session() as session:
        number = len(session.exec(select(TaskLink.id)).all())
    site.task(code := f"T-{number}b", TODAY, TODAY)
    with site.session() as session:
        task = session.exec(select(Task).where(Task.code == code)).one()
        message = Message(
            subject="",
            text="",
            html="",
            person_id=task.assignee_id,
            day=TODAY,
            kind=MessageKind.SIGN_IN,
            number=number,
            language=Language.VI,
            composed_at=run_moment(TODAY),
            attempt=0,
        )
        session.add(message)
        session.flush()
        token = derived(str(ADDRESSES.key), nonce := new_nonce())
        session.add(TaskLink(message_id=message.id, task_id=task.id, nonce=nonce, token_sha256=digest(token)))
    return code, f"/s/{token}"


def test_who_may_report_has_one_and_who_watches_has_the_page(mailed: Mailed) -> None:
    mailed.days.until(dt.date(2014, 6, 20), first=dt.date(2014, 5, 26))
    linked = {
        person: any(path.startswith("/s/") for path in mailed.paths(person))
        for person in ("vien", "phong", "cuc", "vu", "chanh")
    }
    owners = {"vien": True, "phong": True, "cuc": True}
    assert linked == owners | {"vu": False, "chanh": False}
    assert "/tasks/T-1a" in mailed.paths("vu")


def test_the_number_of_a_full_section_leads_to_its_list(site: Site, mailed: Mailed) -> None:
    for number in range(2, 15):
        site.task(f"T-{number}a", dt.date(2014, 5, 22), dt.date(2014, 5, 9))
    mailed.days.run(dt.date(2014, 5, 26))
    assert "/lists/late" in mailed.paths("phong")
    leads = [
        ("phong", "late", "/units/HP-TCCB"),
        ("vien", "late", "/"),
        ("vu", "climbed", "/national"),
        ("vu", "waiting", "/"),
    ]
    for person, section, seen in leads:
        with site.browser(person) as browser:
            answer = browser.get(f"/lists/{section}")
        assert (answer.status_code, answer.url.path) == (200, seen)


def test_on_paper_the_code_stands_for_the_link(site: Site, mailed: Mailed, tmp_path: Path) -> None:
    with site.session() as session:
        session.execute(delete(Channel))
    mailed.days.run(dt.date(2014, 5, 26))
    (slip,) = (tmp_path / "slips").glob("2014-05-26/*vien*.html")
    page = slip.read_text(encoding="utf-8")
    assert "T-1a" in page
    assert not [word for word in ("/s/", "dondoc:", "http", "Cập nhật tiến độ") if word in page]


def test_a_handed_over_task_leaves_by_the_page_alone(site: Site, mailed: Mailed) -> None:
    mailed.days.compose(dt.date(2014, 5, 26))
    with site.session() as session:
        session.execute(update(TaskLink).values(revoked_at=run_moment(TODAY)))
    mailed.days.deliver(run_moment(dt.date(2014, 5, 27)))
    assert "/tasks/T-1a" in mailed.paths("vien")
    assert not [path for path in mailed.paths("vien") if path.startswith("/s/")]


def test_a_place_that_somebody_wrote_into_a_text_stays_without_a_token(site: Site, mailed: Mailed) -> None:
    with site.session() as session:
        stolen = session.exec(select(TaskLink.nonce)).first()
    site.task("T-9a", TODAY, TODAY, title=f"Xem https://evil.example/?dondoc:/s/{stolen}")
    mailed.days.run(dt.date(2014, 5, 26))
    shown = mailed.letter("vien").text
    assert f"evil.example/?http://dondoc.example/s/{stolen}" in shown


@pytest.mark.usefixtures("site")
def test_the_link_in_a_received_mail_opens(site: Site, mailed: Mailed, smtp_server: SmtpServer) -> None:
    with site.session() as session:
        vien = session.exec(select(Person).where(Person.code == "vien")).one()
        channel = session.exec(select(Channel).where(Channel.person_id == vien.id)).one()
        channel.address = smtp_server.address("vien@thads.example", options="tls=none")
    day = dt.date(2014, 5, 26)
    mailed.days.compose(day)
    with AppriseSender() as sender:
        carriers = Carriers(sender, mailed.days.carriers.printer, mailed.days.carriers.addresses)
        outbox.deliver(mailed.days.sessions, carriers, lambda: run_moment(day))
    (received,) = smtp_server.messages
    body = received.message.get_body(("html",))
    assert body is not None
    address = str(body.get_content()).partition('href="http://dondoc.example/s/')[2].partition('"')[0]
    with site.browser() as browser:
        shown = browser.get(urlsplit(f"http://dondoc.example/s/{address}").path)
    assert (shown.status_code, "T-1a" in text_of(shown)) == (200, True)
