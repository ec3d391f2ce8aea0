"""What an administrator's change would do is shown before it is taken, as the page shows it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import func, select

from api_of import LADDER
from models import LedgerLine
from site_of import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api_of import Program
    from site_of import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the services are tested on both
VIEN = "/admin/people/vien"
ROOM = "/admin/units/HP-TCCB"
ENDS = {"title": "Chuyên viên", "valid_to": "2014-06-30"}


@pytest.fixture(autouse=True)
def nothing_is_changed(site: Site, admin: Program) -> Iterator[None]:
    paths = (VIEN, ROOM, "/ladders/default")
    before = [admin.get(path).text for path in paths], deeds(site)
    yield
    assert ([admin.get(path).text for path in paths], deeds(site)) == before


def deeds(site: Site) -> int:
    with site.session() as session:
        return session.exec(select(func.count()).select_from(LedgerLine)).one()


def test_what_a_unit_s_change_does_is_shown_before(admin: Program) -> None:
    ends = {"valid_to": (TODAY - dt.timedelta(days=1)).isoformat()}
    told = admin.post(f"{ROOM}/compare", ends).json()
    assert {"code": "HP-TCCB", "what": "ends", "tasks": 1} in told["touches"]
    assert told["changed"]["HP-TCCB"]["valid_to"] == [None, ends["valid_to"]]
    wrong = admin.post(f"{ROOM}/compare", {"parent": "X"})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "body.parent")


def test_what_leaving_does_is_shown_before(admin: Program) -> None:
    told = admin.post(f"{VIEN}/compare", {"active": False}).json()
    assert told["touches"] == [{"code": "vien", "what": "leaves", "tasks": 1}]
    assert told["ended"] == ["vien", "vien@HP-TCCB:officer"]
    assert admin.post("/admin/people/khong-co/compare", {"active": False}).status_code == 404


def test_what_the_end_of_a_post_does_is_shown_before(admin: Program) -> None:
    told = admin.post(f"{VIEN}/posts/0/compare", ENDS).json()
    assert told["touches"] == [{"code": "vien", "what": "leaves", "tasks": 1}]
    assert told["changed"]["vien@HP-TCCB:officer"]["valid_to"] == [None, "2014-06-30"]
    assert admin.post(f"{VIEN}/posts/1/compare", ENDS).status_code == 404


def test_what_a_ladder_s_change_does_is_shown_before(admin: Program) -> None:
    told = admin.post("/ladders/default/compare", LADDER).json()
    assert told["touches"] == [{"code": "default", "what": "climbs", "tasks": 1}]
    assert told["changed"]["+20"]["audience"] == ["director_general", None]
    assert "-1" not in told["changed"]
    assert set(told) == {"added", "changed", "ended", "touches"}, "of what stays nothing is listed"


def test_what_is_wrong_with_a_step_is_said_at_it(admin: Program) -> None:
    step = {"working_days": -1, "audience": "office"}
    steps = LADDER | {"steps": [*LADDER["steps"], step]}
    for way in (("POST", "/ladders/default/compare"), ("PUT", "/ladders/default")):
        told = admin.send(*way, {"if-match": "*", "accept-language": "en"}, json=steps).json()
        assert told["errors"] == [{"field": "body.steps.2.working_days", "detail": told["detail"]}]
        assert told["detail"] == "A step must stand after the one before it."
