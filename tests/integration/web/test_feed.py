"""A person's due dates as their calendar reads them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ical.calendar_stream import IcsCalendarStream as CalendarStream
from icalendar import Calendar, Event
from sqlmodel import select

from dondoc import clock
from dondoc.services.feeds import make_feed
from dondoc.services.occasion import Occasion
from dondoc.services.world import World
from models import Person, Task
from site_of import TODAY

if TYPE_CHECKING:
    import httpx

    from site_of import Site

GIVEN = dt.date(2014, 5, 9)


def address(site: Site) -> str:
    with site.session() as session:
        person = session.exec(select(Person).where(Person.code == "vien")).one()
        occasion = Occasion(person, "tester", TODAY, clock.now())
        return f"/calendar/{make_feed(World(session, TODAY), occasion, 'vien', clock.now())}.ics"


def fetched(site: Site, path: str) -> httpx.Response:
    with site.browser() as browser:
        return browser.send("GET", path)


def entries(answer: httpx.Response) -> dict[str, Event]:
    read = Calendar.from_ical(answer.content)
    events = [event for event in read.walk() if isinstance(event, Event)]
    assert [event.errors for event in events if event.errors] == []  # what it could not read it keeps there
    return {str(event["uid"]): event for event in events}


def test_a_calendar_reads_it(site: Site) -> None:
    answer = fetched(site, address(site))
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    event = entries(answer)["T-1a@dondoc"]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (dt.date(2014, 5, 22), dt.date(2014, 5, 23))
    assert str(event["summary"]) == "Đến hạn: Việc T-1a"
    assert str(event["url"]) == "http://127.0.0.1:8000/tasks/T-1a"
    assert "quá hạn 01 ngày làm việc" in str(event["description"])
    assert event.categories == ["đã giao", "Quá hạn"]
    assert (str(event["status"]), str(event["transp"])) == ("CONFIRMED", "TRANSPARENT")
    assert event.decoded("dtstamp").tzinfo is not None


def test_another_calendar_reads_the_same(site: Site) -> None:
    site.task(
        "T-2a", dt.date(2014, 8, 1), GIVEN, title=f"Rà soát; kiểm tra, báo cáo\\ {'danh mục hồ sơ ' * 12}"
    )
    answer = fetched(site, address(site))
    calendar = CalendarStream.calendar_from_ics(answer.text)
    written = entries(answer)
    assert [event.uid for event in calendar.timeline] == ["T-1a@dondoc", "T-2a@dondoc"]
    for event in calendar.events:
        same = written[event.uid]
        assert (event.dtstart, event.dtend) == (same.decoded("dtstart"), same.decoded("dtend"))
        assert (event.summary, event.description) == (str(same["summary"]), str(same["description"]))
        assert (str(event.url), event.categories) == (str(same["url"]), same.categories)
        assert event.extras == []


def test_it_holds_what_is_open_and_dated(site: Site) -> None:
    site.task("T-2a", dt.date(2014, 8, 1), GIVEN)
    site.task("T-3a", None, GIVEN)
    site.task("T-4a", dt.date(2014, 8, 1), GIVEN, assignee_id=site.world.people["phong"])
    site.task("T-5a", dt.date(2014, 8, 1), GIVEN)
    path = address(site)
    with site.browser("vien") as officer, site.browser("vu") as acceptor:
        officer.post("/tasks/T-5a/submit", document="12/BC, 23/5/2014")
        acceptor.post("/tasks/T-5a/accept")
    assert set(entries(fetched(site, path))) == {"T-1a@dondoc", "T-2a@dondoc"}


def test_an_entry_moves_with_its_due_date(site: Site) -> None:
    path = address(site)
    with site.session() as session:
        session.exec(select(Task).where(Task.code == "T-1a")).one().due_on = dt.date(2014, 6, 2)
    moved = entries(fetched(site, path))
    assert moved["T-1a@dondoc"].decoded("dtstart") == dt.date(2014, 6, 2)


def test_nobody_reads_it_without_its_address(site: Site) -> None:
    assert fetched(site, "/calendar/made-up.ics").status_code == 404


def test_who_has_left_has_no_calendar(site: Site) -> None:
    path = address(site)
    with site.session() as session:
        session.exec(select(Person).where(Person.code == "vien")).one().active = False
    assert fetched(site, path).status_code == 404
