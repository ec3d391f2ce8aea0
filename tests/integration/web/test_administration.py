"""The administration: for administrators alone, and every deed by the services the commands call."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from days import Days
from dondoc import clock
from dondoc.rules.terms import Operator, Term, Unit, derive
from models import CalendarEntry, Channel, Delivery, DeliveryState, Fault, Language, Message
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlmodel import Session

    from site_of import Site

PAGES = ("", "/people", "/units", "/ladders", "/calendar", "/outbox", f"/runs/{TODAY}")
CALENDAR = """
entries:
  - day: 2014-06-02
    working: false
    name: Nghỉ bù
    document: 12/TB-VP
"""


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        pytest.param("admin", set(PAGES), id="an administrator"),
        pytest.param("chanh", {"/calendar"}, id="the Office keeps the calendar"),
        pytest.param("tong", set(), id="the Director General"),
        pytest.param("vien", set(), id="an officer"),
    ],
)
def test_its_pages_are_there_for_those_alone(administered: Site, person: str, seen: set[str]) -> None:
    with administered.browser(person) as browser:
        assert {page for page in PAGES if browser.get(f"/admin{page}").status_code == 200} == seen


@pytest.mark.parametrize("path", ["/people/vien/link", "/outbox/hasten", "/units", "/calendar"])
def test_its_deeds_are_for_those_alone(administered: Site, path: str) -> None:
    file = {"file": ("a.yaml", CALENDAR if path == "/calendar" else "units: []")}
    with administered.browser("vien") as browser:
        answer = browser.post(f"/admin{path}", files=file if path in ("/units", "/calendar") else None)
    assert answer.status_code in (403, 422)
    with administered.session() as session:
        assert session.exec(select(CalendarEntry)).all() == []


def test_people_are_found_and_handed_a_link(administered: Site) -> None:
    with administered.browser("admin") as browser:
        assert "An Viên vien" in text_of(browser.get("/admin/people?q=an vien"))
        said = text_of(browser.post("/admin/people/vien/link"))
    link = next(word for word in said.split() if "/sign-in/" in word)
    with administered.browser() as browser:
        assert "An Viên" in text_of(browser.get(link))


@pytest.mark.parametrize("path", ["/units", "/calendar"])
def test_a_bad_file_is_one_sentence_and_changes_nothing(administered: Site, path: str) -> None:
    with administered.browser("admin") as browser:
        answer = browser.post(f"/admin{path}", files={"file": ("hong.yaml", "a: [")})
    assert answer.status_code == 422
    assert "hong.yaml" in text_of(answer)


def waiting(session: Session, person_id: int) -> Delivery:
    """A letter that was tried twice in vain."""
    now = clock.now()
    letter = Message(
        person_id=person_id,
        day=TODAY,
        language=Language.VI,
        subject="",
        text="",
        html="",
        composed_at=now,
        attempt=1,
    )
    session.add(letter)
    session.flush()
    return Delivery(
        message_id=letter.id,
        position=1,
        address="dmail://bi-mat@mail",
        attempts=2,
        next_try_at=now + dt.timedelta(hours=1),
        answer="451 chậm",
    )


def test_it_shows_what_was_set_aside_and_what_did_not_leave(administered: Site) -> None:
    now = clock.now()
    with administered.session() as session:
        for _ in range(2):
            session.add(Fault(on=TODAY, what="T-1a", reason="hỏng", attempt=1, happened_at=now))
        session.add(waiting(session, administered.world.people["vien"]))
    with administered.browser("admin") as browser:
        assert "hỏng (02 lần)" in text_of(browser.get(f"/admin/runs/{TODAY}"))
        outbox = browser.get("/admin/outbox").text
        browser.post("/admin/outbox/hasten")
    assert "451 chậm" in outbox
    assert "bi-mat" not in outbox
    with administered.session() as session:
        delivery = session.exec(select(Delivery)).one()
        assert (delivery.state, delivery.next_try_at <= clock.now()) == (DeliveryState.PENDING, True)


def test_it_sends_a_test_by_every_channel_and_nothing_else(administered: Site, tmp_path: Path) -> None:
    with administered.session() as session:
        vien = administered.world.people["vien"]
        session.add(Channel(person_id=vien, position=2, address="memory://second"))
    with administered.browser("admin") as browser:
        assert "02 thư thử" in text_of(browser.post("/admin/people/vien/test"))
        assert browser.post("/admin/people/admin/test").status_code == 409  # no channel to try
    days = Days(administered.engine, tmp_path)
    days.sender.permanent.add("memory://vien")
    days.deliver(clock.now())
    assert [(address, state) for _, address, state in days.deliveries("vien")] == [
        ("memory://vien", DeliveryState.FAILED),
        ("memory://second", DeliveryState.SENT),
    ]


ENTRY = {"day": "2014-05-26", "kind": "off", "name": "Nghỉ bù", "document": "15/TB-VP"}


def entries(site: Site) -> list[tuple[dt.date, bool, str]]:
    with site.session() as session:
        return [(one.day, one.working, one.document) for one in session.exec(select(CalendarEntry))]


def test_an_entry_is_added_and_taken_back(administered: Site) -> None:
    with administered.browser("chanh") as browser:
        assert "15/TB-VP" in text_of(browser.post("/admin/calendar/days", **ENTRY))
        assert entries(administered) == [(dt.date(2014, 5, 26), False, "15/TB-VP")]
        browser.post("/admin/calendar/days/2014-05-26/remove")
        assert entries(administered) == []
        assert browser.post("/admin/calendar/days/2014-05-26/remove").status_code == 409


def test_due_dates_that_an_entry_moves_are_shown_first(administered: Site) -> None:
    term = Term("01 ngày làm việc kể từ ngày giao", Operator.WITHIN, amount=1, unit=Unit.WORKING_DAY)
    with administered.session() as session:
        administered.world.session = session
        due = derive(term, administered.world.on(TODAY).calendar, TODAY)
        administered.world.task("T-9a", None, TODAY, term=term, due=due)
    with administered.browser("chanh") as browser:
        asked = text_of(browser.post("/admin/calendar/days", **ENTRY))
        assert "01 ngày đến hạn" in asked
        assert entries(administered) == []
        browser.post("/admin/calendar/days", **ENTRY, confirmed="yes")
    assert len(entries(administered)) == 1


@pytest.mark.parametrize("missing", ["day", "name", "document"])
def test_an_entry_without_its_document_is_refused_at_the_field(administered: Site, missing: str) -> None:
    with administered.browser("chanh") as browser:
        answer = browser.post("/admin/calendar/days", **ENTRY | {missing: ""})
    assert answer.status_code == 422
    assert f'id="day-{missing}-fault"' in answer.text
    assert entries(administered) == []


def test_an_entry_is_not_for_everybody(administered: Site) -> None:
    with administered.browser("vien") as browser:
        assert browser.post("/admin/calendar/days", **ENTRY).status_code == 403
        assert browser.post("/admin/calendar/days/2014-05-26/remove").status_code == 403
