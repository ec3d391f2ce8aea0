"""People and units changed by forms: what a file may say and do, one entry at a time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from models import Channel, LedgerLine, Person, Post, Unit
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from site_of import Browser, Site

ROOM = {"name": "Phòng mới", "kind": "room", "parent": "HP", "valid_from": "2014-05-23"}
POST = {"unit": "HP-TCCB", "role": "deputy", "title": "Phó Trưởng phòng", "valid_from": "2014-05-23"}


@pytest.fixture
def browser(site: Site) -> Iterator[Browser]:
    with site.session() as session:
        session.add(Person(code="admin", name="Quản Trị", administrator=True))
    with site.browser("admin") as browser:
        yield browser


def ledger(site: Site) -> list[tuple[str, str]]:
    with site.session() as session:
        lines = select(LedgerLine.operation, LedgerLine.code).order_by(col(LedgerLine.id))
        return [(operation, code) for operation, code in session.exec(lines) if operation == "org.load"]


def posts(site: Site, person: str) -> list[tuple[str, str, dt.date | None]]:
    with site.session() as session:
        held = select(Unit.code, Post).select_from(Post).join(Unit).join(Person).where(Person.code == person)
        rows = session.exec(held.order_by(col(Post.id)))
        return [(unit, post.role, post.valid_to) for unit, post in rows]


def test_a_person_is_added_given_a_post_and_known_at_once(site: Site, browser: Browser) -> None:
    browser.post("/admin/people", code="hp-moi", name="Lê Mới", language="vi")
    page = text_of(browser.post("/admin/people/hp-moi/posts", **POST))
    assert "hp-moi: đã ghi nhận thay đổi" in page
    assert posts(site, "hp-moi") == [("HP-TCCB", "deputy", None)]
    assert "Lê Mới" in text_of(browser.get("/admin/units/HP-TCCB"))
    assert ledger(site) == [("org.load", "hp-moi")] * 2, "one line a change, and the page reads it anew"


def test_a_name_is_changed_and_nothing_else(site: Site, browser: Browser) -> None:
    browser.post("/admin/people/vien", name="An Viên Mới", language="en", active="on")
    with site.session() as session:
        people = session.exec(select(Person).where(Person.active)).all()
        detail = session.exec(select(LedgerLine.detail).where(LedgerLine.code == "vien")).one()
    assert len(people) == 7
    assert detail["changed"] == {"vien": {"name": ["An Viên", "An Viên Mới"], "language": ["vi", "en"]}}
    assert (detail["added"], detail["ended"]) == ([], [])


def test_the_same_again_changes_nothing(site: Site, browser: Browser) -> None:
    said = text_of(browser.post("/admin/people/vien", name="An Viên", language="vi", active="on"))
    assert "không có gì thay đổi" in said
    assert ledger(site) == []


def test_who_leaves_with_open_tasks_is_asked_about_first(site: Site, browser: Browser) -> None:
    leaving = {"name": "An Viên", "language": "vi"}
    asked = text_of(browser.post("/admin/people/vien", **leaving))
    assert "vien – An Viên đang có 01 nhiệm vụ" in asked
    assert posts(site, "vien") == [("HP-TCCB", "officer", None)]
    assert ledger(site) == []
    browser.post("/admin/people/vien", **leaving, confirmed="yes")
    assert posts(site, "vien") == [("HP-TCCB", "officer", TODAY - dt.timedelta(days=1))]
    assert "không còn hoạt động" in text_of(browser.get("/admin/people/vien"))
    browser.post("/admin/people/vien", **leaving, active="on")
    with site.session() as session:
        assert session.exec(select(Person.active).where(Person.code == "vien")).one()


def test_a_post_ends_and_the_next_head_comes(site: Site, browser: Browser) -> None:
    browser.post("/admin/people/phong/posts/0", title="Trưởng phòng", valid_to="2014-05-22")
    head = POST | {"role": "head", "title": "Trưởng phòng"}
    browser.post("/admin/people/vien/posts", **head)
    assert posts(site, "phong") == [("HP-TCCB", "head", dt.date(2014, 5, 22))]
    assert posts(site, "vien")[1] == ("HP-TCCB", "head", None)


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        pytest.param("/people", {"code": "Hoa", "name": "Hoa"}, "chữ thường", id="a code of another form"),
        pytest.param("/people", {"code": "vien", "name": "Hoa"}, "hai lần", id="a code somebody has"),
        pytest.param("/people", {"code": "hoa", "name": ""}, "trống", id="no name"),
        pytest.param("/people/vien/posts", POST | {"unit": ""}, "trống", id="no unit chosen"),
        pytest.param("/people/vien/posts", POST | {"role": "head"}, "đã có thủ trưởng", id="a second head"),
        pytest.param(
            "/people/vien/posts", POST | {"valid_to": "2014-01-01"}, "trước", id="it ends before it begins"
        ),
        pytest.param("/people/vien/posts", POST | {"valid_from": "23/5/2014"}, "Phải là ngày", id="no day"),
        pytest.param("/people/vien/channels", {"channels": "zalo://0912"}, "kênh", id="nobody carries it"),
        pytest.param("/units/add", ROOM | {"code": "hp-x"}, "chữ in hoa", id="a unit's code of another form"),
        pytest.param("/units/add", ROOM | {"code": "HP-X", "parent": ""}, "cấp trên", id="under nothing"),
        pytest.param("/units/HP", ROOM | {"parent": "HP-TCCB"}, "HP", id="above itself"),
        pytest.param(
            "/units/HP", ROOM | {"parent": "TC", "valid_to": "2014-06-01"}, "HP-TCCB", id="units under it"
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    site: Site, browser: Browser, path: str, fields: dict[str, str], said: str
) -> None:
    answer = browser.post(f"/admin{path}", **{"language": "vi"} | fields)
    assert answer.status_code == 422
    assert said in fault(answer)
    assert ledger(site) == []


def fault(answer: httpx.Response) -> str:
    """Return the sentence beside the field that is wrong."""
    return answer.text.partition('class="fault"')[2].partition("</strong>")[0]


def test_what_was_typed_stays_beside_what_is_wrong(browser: Browser) -> None:
    answer = browser.post("/admin/people", code="Hoa", name="Trần Hoa", language="en")
    assert 'value="Trần Hoa"' in answer.text
    assert '<option value="en" selected>' in answer.text


def test_channels_are_added_put_in_order_and_taken_away(site: Site, browser: Browser) -> None:
    with site.session() as session:
        channel = session.exec(select(Channel).where(Channel.address == "memory://vien")).one()
        channel.address = "folder:///vien"
    mail = "dmail://user:bi-mat@mail.example.vn/vien@example.vn?from=dondoc@example.vn"
    shown = browser.post("/admin/people/vien/channels", channels=mail)
    assert "vien@example.vn" in shown.text
    assert "bi-mat" not in shown.text, "the password of the mail server is nobody's to read"
    browser.post("/admin/people/vien/channels/first", position=2)
    with site.session() as session:
        mine = select(Channel.address).join(Person).where(Person.code == "vien")
        assert list(session.exec(mine.order_by(col(Channel.position)))) == [mail, "folder:///vien"]
    browser.post("/admin/people/vien/channels/drop", position=1)
    with site.session() as session:
        assert session.exec(mine).all() == ["folder:///vien"]


def test_a_unit_is_added_moved_and_ends_with_its_posts(site: Site, browser: Browser) -> None:
    browser.post("/admin/units/add", code="HP-MOI", **ROOM)
    browser.post("/admin/people/vien/posts", **POST | {"unit": "HP-MOI"})
    browser.post("/admin/units/HP-MOI", **ROOM | {"parent": "TC", "name": "Tổ mới", "aliases": "A\nTổ lạ"})
    with site.session() as session:
        unit = session.exec(select(Unit).where(Unit.code == "HP-MOI")).one()
        assert (unit.name, unit.aliases, unit.parent_id) == ("Tổ mới", ["Tổ lạ", "A"], site.world.units["TC"])
    browser.post("/admin/units/HP-MOI", **ROOM | {"valid_to": "2014-06-01"})
    assert posts(site, "vien")[1] == ("HP-MOI", "deputy", dt.date(2014, 6, 1))


def test_a_unit_with_open_tasks_is_asked_about_first(site: Site, browser: Browser) -> None:
    ends = ROOM | {"name": "Phòng Tổ chức cán bộ", "valid_from": "2014-01-01", "valid_to": "2014-06-01"}
    asked = text_of(browser.post("/admin/units/HP-TCCB", **ends))
    assert "HP-TCCB – Phòng Tổ chức cán bộ đang chủ trì 01 nhiệm vụ" in asked
    assert "phong – Mai Phòng, thủ trưởng, Phòng Tổ chức cán bộ" in asked, "and its posts are shown to end"
    assert ledger(site) == []
    browser.post("/admin/units/HP-TCCB", **ends, confirmed="yes")
    assert ledger(site) == [("org.load", "HP-TCCB")]


@pytest.mark.parametrize("path", ["/people", "/people/vien", "/people/vien/posts", "/units/add", "/units/HP"])
def test_they_are_for_administrators_alone(site: Site, path: str) -> None:
    with site.browser("chanh") as browser:
        answer = browser.post(f"/admin{path}", **ROOM | POST | {"code": "HP-X", "language": "vi"})
    assert answer.status_code == 403
    assert ledger(site) == []
