"""What the API tells of plans, units, people, days and documents, and why somebody was told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from api_of import draft, program
from dondoc.reading.notice import read_text
from small_plan import CODE

if TYPE_CHECKING:
    from site_of import Site

SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
TEXT = """\
THÔNG BÁO
Kết luận tại buổi làm việc
1. Phòng Tổ chức cán bộ rà soát hồ sơ, báo cáo Cục trưởng trước ngày 23/5/2014.
Nơi nhận: Như trên.
"""


def test_it_lists_and_shows_plans(site: Site) -> None:
    draft(site)
    with program(site, "chanh") as office:
        (line,) = office.get("/plans").json()["items"]
        plan = office.get(f"/plans/{CODE}").json()
    assert (line["plan"], line["state"], line["items"]) == (CODE, "draft", 4)
    assert [item["ref"] for item in plan["items"]] == ["3.1", "3.2", "3.6", "3.7"]
    assert plan["items"][0]["due_on"] == "2014-07-31"


@SQLITE
def test_it_tells_of_the_units_and_people_in_reach(site: Site) -> None:
    site.outsider("other")
    with program(site, "cuc") as head:
        units = head.get("/units").json()["items"]
        people = head.get("/people").json()["items"]
        first = head.get("/people?limit=1").json()
        unit = head.get("/units/HP-TCCB").json()
    assert [unit["unit"] for unit in units] == ["HP", "HP-TCCB"]
    assert [person["person"] for person in people] == ["cuc", "phong", "vien"]
    assert first == {"items": people[:1], "next_cursor": "cuc"}
    assert (unit["parent"], unit["answering"]) == ("HP", ["phong"])
    assert people[2]["posts"] == [{"unit": "HP-TCCB", "role": "officer", "title": ""}]


@SQLITE
def test_it_tells_who_one_is(site: Site) -> None:
    with program(site, "vien") as officer:
        me = officer.get("/me").json()
    assert (me["person"], me["language"], me["on"]) == ("vien", "vi", "2014-05-23")


@SQLITE
def test_it_tells_why_nobody_was_told_in_the_readers_language(site: Site) -> None:
    with program(site, "vien") as officer:
        said = officer.get("/tasks/T-1a/why", accept_language="en").json()
        of_person = officer.get("/people/vien/why?on=2014-05-24").json()
    assert (said["on"], said["told"]) == ("2014-05-23", [])
    assert said["not_told"] == [
        {"task": "T-1a", "reason": "Its step waits for the next digest of those it tells."}
    ]
    assert of_person["not_told"][0]["reason"].startswith("Ngày 24/5/2014 ")


@SQLITE
def test_why_names_no_task_that_the_asker_may_not_see(site: Site) -> None:
    abroad = {"lead_unit_id": site.world.units["TC-VP"], "supervisor_unit_id": site.world.units["TC-VP"]}
    with program(site, "phong") as head:
        site.task("T-2a", dt.date(2014, 8, 1), dt.date(2014, 5, 9), **abroad)
        assert "T-2a" not in head.get("/people/vien/why?on=2014-07-28").text


@SQLITE
def test_it_tells_of_days_with_their_source(site: Site) -> None:
    with program(site, "vien") as officer:
        days = {day["day"]: day for day in officer.get("/calendar/2026").json()["days"]}
    assert (days["2026-01-10"]["working"], days["2026-01-02"]["working"]) == (True, False)
    assert "12729/VPCP-KGVX" in days["2026-01-02"]["document"]


@SQLITE
def test_it_reads_a_document_as_the_command_does(site: Site) -> None:
    with program(site, "vien") as officer:
        answer = officer.send("POST", "/readings", files={"file": ("tb.txt", TEXT.encode())})
    assert answer.json() == read_text(TEXT).to_json()


@SQLITE
@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(b"", 422, id="an empty file"),
        pytest.param(b"\x89PNG\r\n\x1a\n", 422, id="a picture"),
        pytest.param("MẬT\nTHÔNG BÁO\nKết luận.".encode(), 409, id="a secret document"),
    ],
)
def test_it_refuses_what_it_cannot_or_must_not_read(site: Site, content: bytes, status: int) -> None:
    with program(site, "vien") as officer:
        answer = officer.send("POST", "/readings", files={"file": ("tb.txt", content)})
    assert answer.status_code == status
