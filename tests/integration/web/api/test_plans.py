"""A plan by the API: its life, its items cut anew and set, each change upon the state it was decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import select

from api_of import LEFT, draft, draft_notice, program
from dondoc.web.api.app import create_api
from dondoc.web.house import House
from models import LedgerLine
from small_plan import CODE

if TYPE_CHECKING:
    from site_of import Site

SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
PLAN = f"/plans/{CODE}"


@pytest.fixture
def drafted(site: Site) -> Site:
    """The small world with the plan of a notice."""
    draft_notice(site)
    return site


def test_a_plan_lives_by_the_api(site: Site) -> None:
    draft(site)
    said = {"text": "Nhất trí."}
    deeds: tuple[tuple[str, str, object, str], ...] = (
        ("chanh", "open", None, "open"),
        ("cuc", "consult", None, "consulting"),
        ("vu", "opine", said, "consulting"),
        ("chanh", "opine", said, "consulting"),
        ("cuc", "submit", None, "submitted"),
        ("tong", "return", {"reason": "bổ sung"}, "open"),
        ("cuc", "submit", None, "submitted"),
        ("tong", "approve", {}, "approved"),
        ("chanh", "issue", None, "approved"),
    )
    for person, deed, body, state in deeds:
        with program(site, person) as who:
            assert deed in [may.removeprefix("plan.") for may in who.get(PLAN).json()["may"]]
            assert who.on_plan(f"/{deed}", body).json()["state"] == state, deed
    with site.session() as session:
        session.exec(select(LedgerLine).where(LedgerLine.operation == "plan.issue")).one()


def test_an_item_is_set_and_answered_as_it_then_is(site: Site) -> None:
    draft(site)
    body = {"lead": "HP", "person": "cuc", "term": "trước ngày 30/6/2014", "coordinators": ["HP-TCCB"]}
    with program(site, "chanh") as office:
        item = office.on_plan("/items/3.1", body, "PATCH").json()
        again = office.get(PLAN).json()["items"][0]
    assert (item["lead"], item["assignee"], item["due_on"]) == ("HP", "cuc", "2014-06-29")
    assert (item["coordinators"], again) == (["HP-TCCB"], item)


def test_items_are_cut_anew(drafted: Site) -> None:
    cut = {"before": "báo cáo kết quả"}
    with program(drafted, "chanh") as office:
        added = office.on_plan("/items", {"words": LEFT}).json()
        mended = office.on_plan("/items/2.1.1/mend", {"ends": "cho các tổ"}).json()
        pieces = office.on_plan("/items/2.1.2/split", cut).json()
        joined = office.on_plan("/items/2.1.2/join").json()
    assert added["text"] == LEFT
    assert mended["text"].endswith("cho các tổ")
    assert pieces["second"]["text"].startswith("báo cáo kết quả")
    assert joined["text"].endswith(pieces["second"]["text"])


@SQLITE
@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        pytest.param("/items", {"words": "không có ở đây"}, 422, id="words that are not in the document"),
        pytest.param("/items", {"words": "kế hoạch được phê duyệt"}, 409, id="words that an item holds"),
        pytest.param("/items/9.9/join", None, 404, id="an item that is not there"),
        pytest.param("/items/2.1.1/mend", {}, 422, id="no other words than it has"),
    ],
)
def test_it_refuses_what_cannot_be_cut(drafted: Site, path: str, body: object, status: int) -> None:
    with program(drafted, "chanh") as office:
        assert office.on_plan(path, body).status_code == status


@SQLITE
def test_a_question_is_answered(drafted: Site) -> None:
    with program(drafted, "chanh") as office:
        asked = {item["ref"]: item["questions"] for item in office.get(PLAN).json()["items"]}
        answered = office.on_plan("/items/2.2", {"orders_plan": True}, "PATCH").json()
    assert len(asked["2.2"]) == len(answered["questions"]) + 1


@SQLITE
def test_it_says_nothing_again_while_nothing_has_changed(drafted: Site) -> None:
    with program(drafted, "chanh") as office:
        tag = office.get(PLAN).headers["etag"]
        assert office.get(PLAN, if_none_match=tag).status_code == 304
        office.on_plan("/items/2.1.1", {"note": "gấp"}, "PATCH")
        assert office.get(PLAN, if_none_match=tag).status_code == 200


@SQLITE
@pytest.mark.parametrize(
    ("if_match", "status"),
    [
        pytest.param(None, 428, id="the state is not named"),
        pytest.param('"0123"', 412, id="another state is named"),
        pytest.param("{tag}", 200, id="the state it is in"),
        pytest.param("*", 200, id="whatever its state"),
    ],
)
def test_a_change_names_the_state_it_was_decided_on(drafted: Site, if_match: str | None, status: int) -> None:
    with program(drafted, "chanh") as office:
        tag = office.get(PLAN).headers["etag"]
        headers = {"if-match": if_match.format(tag=tag)} if if_match else {}
        sent = office.send("PATCH", f"{PLAN}/items/2.1.1", headers, json={"note": "gấp"})
        note = office.get(PLAN).json()["items"][0]["note"]
    assert (sent.status_code, note) == (status, "gấp" if status == 200 else None)


def test_each_change_answers_with_the_state_that_came_of_it(drafted: Site) -> None:
    with program(drafted, "chanh") as office:
        tag = office.get(PLAN).headers["etag"]
        changes: tuple[tuple[str, str, object], ...] = (
            ("PATCH", "/items/2.2", {"orders_plan": True}),
            ("POST", "/items/2.1.2/split", {"before": "báo cáo kết quả"}),
            ("POST", "/open", None),
        )
        for method, path, body in changes:
            answer = office.send(method, PLAN + path, {"if-match": tag}, json=body)
            assert answer.status_code == 200, answer.text
            assert answer.headers["etag"] != tag, path
            tag = answer.headers["etag"]
        assert office.get(PLAN).headers["etag"] == tag


@SQLITE
def test_what_was_decided_on_another_state_changes_nothing(drafted: Site) -> None:
    with program(drafted, "chanh") as office, program(drafted, "tong") as director:
        seen = office.get(PLAN).headers["etag"]
        office.on_plan("/items/2.1.1", {"note": "gấp"}, "PATCH")
        assert office.post(f"{PLAN}/open", if_match=seen).status_code == 412
        assert director.get(PLAN).json()["state"] == "draft"


def test_every_change_of_a_task_or_a_plan_asks_for_its_state() -> None:
    changes: dict[tuple[str, str], dict[str, Any]] = {
        (method, path): operation
        for path, methods in create_api(House()).openapi()["paths"].items()
        for method, operation in methods.items()
        if method != "get" and path.startswith(("/tasks/{code}/", "/plans/{code}/"))
        if not path.endswith("/workbook/compare")  # shows a change and makes none
    }
    assert changes
    for change, operation in changes.items():
        named = {one["name"] for one in operation["parameters"]}
        assert {"If-Match", "Idempotency-Key"} <= named, change
        assert {"412", "428"} <= operation["responses"].keys(), change
