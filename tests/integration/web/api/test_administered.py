"""People, units, days, runs and the outbox by the API, as the page's forms have them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import col, select

from dondoc import clock
from models import (
    CalendarEntry,
    DailyRun,
    Delivery,
    Fault,
    Language,
    LedgerLine,
    Message,
    RunState,
)
from site_of import TODAY

if TYPE_CHECKING:
    import httpx

    from api_of import Program
    from site_of import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the services are tested on both
VIEN = "/admin/people/vien"
ROOM = "/admin/units/HP-TCCB"
MAIL = "dmail://user:bi-mat@mail.example.vn/vien@example.vn?from=dondoc@example.vn"
ENDS = {"title": "Chuyên viên", "valid_to": "2014-06-30"}
MONDAY = "/calendar/days/2014-05-26"
DAY = {"working": False, "name": "Nghỉ bù", "document": "15/TB-VP"}


def change(
    admin: Program, path: str, said: object = None, method: str = "PATCH", **headers: str
) -> httpx.Response:
    """Change what stands at the first three steps of a path as it now is."""
    tag = admin.get("/".join(path.split("/")[:4])).headers["etag"]
    return admin.send(method, path, {"if-match": tag} | headers, json=said)


def ledger(site: Site) -> list[str]:
    with site.session() as session:
        lines = select(LedgerLine.code).where(LedgerLine.operation == "org.load")
        return list(session.exec(lines.order_by(col(LedgerLine.id))))


def test_a_person_comes_gets_a_post_and_is_found(site: Site, admin: Program) -> None:
    came = admin.post("/admin/people", {"code": "hp-moi", "name": "Lê Mới", "language": "en"})
    post = {"unit": "HP-TCCB", "role": "deputy", "title": "Phó Trưởng phòng"}
    tag = {"if-match": came.headers["etag"]}
    told = admin.send("POST", "/admin/people/hp-moi/posts", tag, json=post).json()
    assert told["posts"] == [post | {"valid_from": TODAY.isoformat(), "valid_to": None}]
    (found,) = admin.get("/admin/people?q=le moi").json()["items"]
    assert (found["person"], found["posts"]) == ("hp-moi", ["Phó Trưởng phòng, Phòng Tổ chức cán bộ"])
    assert ledger(site) == ["hp-moi"] * 2


def test_a_person_is_changed_leaves_and_comes_back(admin: Program) -> None:
    assert change(admin, VIEN, {"name": "An Viên Mới"}).json()["language"] == "vi", "what is left out stays"
    assert change(admin, f"{VIEN}/posts/0", ENDS).json()["posts"][0]["valid_to"] == "2014-06-30"
    assert change(admin, f"{VIEN}/posts/0", {"valid_to": None}).json()["posts"][0]["valid_to"] is None
    left = change(admin, VIEN, {"active": False}).json()
    assert (left["active"], left["posts"], left["open_tasks"]) == (False, [], 1)
    assert change(admin, VIEN, {"active": True}).json()["active"]


def test_channels_are_put_in_order_and_their_secrets_kept(site: Site, admin: Program) -> None:
    told = change(admin, f"{VIEN}/channels", {"address": MAIL}, "POST")
    assert "bi-mat" not in told.text
    told = change(admin, f"{VIEN}/channels/2/first", method="POST")
    assert [one["kind"] for one in told.json()["channels"]] == ["dmail", "folder"]
    assert change(admin, f"{VIEN}/channels/3", method="DELETE").status_code == 409
    assert change(admin, f"{VIEN}/channels/2", method="DELETE").json()["channels"] == [
        {"kind": "dmail", "recipient": "vien@example.vn"}
    ]
    with site.session() as session:
        details = session.exec(select(LedgerLine.detail)).all()
    assert "bi-mat" not in str(details)


def test_a_unit_comes_is_changed_and_ends_with_its_posts(admin: Program) -> None:
    room = {"code": "HP-MOI", "name": "Phòng mới", "kind": "room", "parent": "HP", "aliases": ["A", "Tổ lạ"]}
    assert admin.post("/admin/units", room).json()["aliases"] == ["Tổ lạ", "A"]
    told = change(admin, ROOM, {"name": "Phòng TCCB"}).json()
    assert (told["name"], told["parent"], told["open_tasks"]) == ("Phòng TCCB", "HP", 1)
    told = change(admin, ROOM, {"valid_to": "2014-06-01"}).json()
    assert {post["valid_to"] for post in told["posts"]} == {"2014-06-01"}


@pytest.mark.parametrize("path", [VIEN, ROOM])
def test_who_was_slower_reads_again(site: Site, admin: Program, path: str) -> None:
    tag = admin.get(path).headers["etag"]
    assert admin.send("PATCH", path, json={"name": "x"}).status_code == 428
    assert admin.send("PATCH", path, {"if-match": tag}, json={"name": "Tên mới"}).status_code == 200
    assert admin.send("PATCH", path, {"if-match": tag}, json={"name": "Tên khác"}).status_code == 412
    assert admin.get(path).json()["name"] == "Tên mới"
    assert len(ledger(site)) == 1


def test_what_is_sent_again_is_done_once(site: Site, admin: Program) -> None:
    said = {"code": "hp-moi", "name": "Lê Mới"}
    first, again = (admin.post("/admin/people", said, idempotency_key="k-1") for _ in range(2))
    assert (again.text, again.headers["etag"]) == (first.text, first.headers["etag"])
    assert ledger(site) == ["hp-moi"]


@pytest.mark.parametrize(
    ("path", "said", "field"),
    [
        pytest.param("/admin/people", {"code": "Hoa", "name": "Hoa"}, "code", id="a code of another form"),
        pytest.param("/admin/people", {"code": "vien", "name": "Hoa"}, "code", id="a code somebody has"),
        pytest.param(f"{VIEN}/channels", {"address": "zalo://0912"}, "address", id="nobody carries it"),
        pytest.param(
            f"{VIEN}/posts", {"unit": "X", "role": "clerk", "title": "a"}, "unit", id="there is no such unit"
        ),
        pytest.param(
            "/admin/units", {"code": "HP-X", "name": "x", "kind": "room"}, "parent", id="under nothing"
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    site: Site, admin: Program, path: str, said: dict[str, Any], field: str
) -> None:
    answer = admin.send("POST", path, {"if-match": "*"}, json=said)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, f"body.{field}")
    assert ledger(site) == []


def test_a_day_is_kept_and_taken_back(site: Site, admin: Program) -> None:
    told = change(admin, MONDAY, DAY, "PUT").json()
    assert (told["working"], told["source"], told["moved"]) == (False, "Nghỉ bù: 15/TB-VP", 0)
    assert change(admin, MONDAY, method="DELETE").json()["working"]
    assert change(admin, MONDAY, method="DELETE").status_code == 409
    with site.session() as session:
        assert session.exec(select(CalendarEntry)).all() == []


def test_who_was_slower_reads_a_day_again(site: Site, admin: Program) -> None:
    tag = admin.get(MONDAY).headers["etag"]
    assert admin.get(MONDAY, if_none_match=tag).status_code == 304
    assert admin.send("PUT", MONDAY, json=DAY).status_code == 428
    kept = admin.send("PUT", MONDAY, {"if-match": tag}, json=DAY)
    assert kept.headers["etag"] == admin.get(MONDAY).headers["etag"] != tag
    late = admin.send("PUT", MONDAY, {"if-match": tag, "accept-language": "vi"}, json=DAY | {"name": "Khác"})
    assert (late.status_code, "26/5/2014" in late.json()["detail"]) == (412, True)
    assert admin.send("DELETE", MONDAY).status_code == 428
    assert admin.send("DELETE", MONDAY, {"if-match": tag}).status_code == 412
    assert admin.get(MONDAY).json()["source"] == "Nghỉ bù: 15/TB-VP", "what the quicker one said stands"
    with site.session() as session:
        assert len(session.exec(select(LedgerLine).where(LedgerLine.operation == "calendar.load")).all()) == 1


def test_runs_come_newest_first_with_what_they_set_aside(site: Site, admin: Program) -> None:
    site.live(TODAY - dt.timedelta(days=1))
    with site.session() as session:
        session.add(Fault(on=TODAY, what="T-1a", reason="hỏng", attempt=1, happened_at=clock.now()))
        session.exec(select(DailyRun).where(DailyRun.on == TODAY)).one().state = RunState.PARTLY_FAILED
    first = admin.get("/runs?limit=1").json()
    then = admin.get(f"/runs?limit=1&cursor={first['next_cursor']}").json()
    assert [run["on"] for page in (first, then) for run in page["items"]] == ["2014-05-23", "2014-05-22"]
    one = admin.get("/runs/2014-05-23").json()
    assert (one["state"], one["set_aside"], one["faults"]) == (
        "partly_failed",
        1,
        [{"kind": None, "what": "T-1a", "meaning": None, "reason": "hỏng"}],
    )
    assert admin.get("/runs/2014-05-21").status_code == 404


def test_the_outbox_says_what_failed_and_why(site: Site, admin: Program) -> None:
    with site.session() as session:
        letter = Message(
            person_id=site.world.people["vien"],
            day=TODAY,
            language=Language.VI,
            subject="",
            text="",
            html="",
            composed_at=clock.now(),
            attempt=1,
        )
        session.add(letter)
        session.flush()
        for position, answer in ((1, "451 chậm"), (2, None)):
            session.add(_waiting(letter, position, answer))
    page = admin.get("/outbox?limit=1").json()
    last = admin.get(f"/outbox?limit=1&cursor={page['next_cursor']}").json()
    assert (page["counts"]["pending"], last["next_cursor"]) == (2, None)
    (one,) = last["items"]
    assert (one["person"], one["channel"], one["answer"]) == ("vien", "dmail", "451 chậm")
    assert admin.get("/outbox?state=failed").json()["items"] == []


def _waiting(letter: Message, position: int, answer: str | None) -> Delivery:
    moment = clock.now()
    return Delivery(
        message_id=letter.id,
        position=position,
        address="dmail://bi-mat@mail",
        attempts=2,
        next_try_at=moment,
        answer=answer,
    )


def test_what_a_day_s_entry_does_is_shown_before(admin: Program) -> None:
    shown = admin.post(f"{MONDAY}/compare", DAY).json()
    assert admin.post(f"{MONDAY}/compare").status_code == 409, "nothing was kept that could be taken back"
    assert change(admin, MONDAY, DAY, "PUT").json() == shown
    assert admin.post(f"{MONDAY}/compare").json()["working"]
    assert change(admin, MONDAY, method="DELETE").json()["working"], "it stood there until now"
