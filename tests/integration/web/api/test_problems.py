"""Failures by the API: one form, the right status, the reader's language, and the place of what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from api_of import program
from dondoc.web.house import House

if TYPE_CHECKING:
    from site_of import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # no database decides here

ROWS = [
    pytest.param("GET", "/tasks/T-9z", {}, 404, "absent", id="a task that is not there"),
    pytest.param("GET", "/nothing", {}, 404, "absent", id="an address that is not there"),
    pytest.param("GET", "/tasks/T-1a/", {}, 404, "absent", id="a slash too many"),
    pytest.param("GET", "/tasks/%0A", {}, 422, "invalid", id="a line break for a code"),
    pytest.param("GET", "/%0A", {}, 404, "absent", id="a line break for an address"),
    pytest.param("DELETE", "/tasks/T-1a", {}, 405, "method", id="a method that is not taken"),
    pytest.param(
        "POST", "/tasks/T-1a/accept", {"headers": {"if-match": "*"}}, 403, "forbidden", id="no right"
    ),
    pytest.param("POST", "/tasks/T-1a/accept", {}, 428, "precondition-required", id="no state named"),
    pytest.param(
        "POST", "/tasks/T-1a/accept", {"headers": {"if-match": '"1"'}}, 412, "changed", id="another state"
    ),
    pytest.param(
        "POST",
        "/tasks/T-1a/report",
        {"content": b"{", "headers": {"if-match": "*"}},
        422,
        "invalid",
        id="broken JSON",
    ),
    pytest.param("GET", "/tasks?limit=0", {}, 422, "invalid", id="a number out of its bounds"),
    pytest.param("GET", "/tasks?colour=red", {}, 422, "invalid", id="a filter that is not known"),
    pytest.param("GET", "/tasks?unit=XX", {}, 422, "invalid", id="a unit that is not known"),
    pytest.param(
        "POST",
        "/readings",
        {"content": b"x", "headers": {"content-type": "multipart/form-data"}},
        400,
        "malformed",
        id="a form without boundaries",
    ),
]


@pytest.mark.parametrize(("method", "path", "sent", "status", "kind"), ROWS)
def test_every_failure_is_a_problem(
    site: Site, method: str, path: str, sent: dict[str, Any], status: int, kind: str
) -> None:
    with program(site, "vien") as officer:
        answer = officer.send(method, path, **sent)
    told = answer.json()
    assert (answer.status_code, told["status"], told["type"]) == (
        status,
        status,
        f"urn:dondoc:problem:{kind}",
    )
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(told) == {"type", "title", "status", "detail", "errors"}


def test_what_is_no_json_is_said_of_the_whole_body(site: Site) -> None:
    with program(site, "vien") as officer:
        said = {"if-match": "*", "content-type": "application/json"}
        answer = officer.send("POST", "/tasks/T-1a/report", said, content=b'{"percent": 60,')
    (mistake,) = answer.json()["errors"]
    assert mistake == {"field": "body", "detail": "Nội dung không phải JSON."}


@pytest.mark.parametrize(
    ("body", "field", "detail"),
    [
        pytest.param({}, "body.percent", "Còn thiếu.", id="missing"),
        pytest.param({"percent": "40"}, "body.percent", "Phải là số nguyên.", id="a text for a number"),
        pytest.param({"percent": 101}, "body.percent", "Không được quá 100.", id="too much"),
        pytest.param({"percent": 1, "per": 2}, "body.per", "Không có trường này.", id="a mistyped field"),
        pytest.param(
            {"percent": 1, "note": "a\x00b"}, "body.note", "Giá trị này không dùng được ở đây.", id="a NUL"
        ),
    ],
)
def test_it_says_what_is_wrong_where(site: Site, body: object, field: str, detail: str) -> None:
    with program(site, "vien") as officer:
        answer = officer.do("T-1a", "report", body)
    assert answer.json()["errors"] == [{"field": field, "detail": detail}]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        pytest.param("", "vi", id="the person's"),
        pytest.param("en", "en", id="the one asked for"),
        pytest.param("fr, en-GB;q=0.8, vi;q=0.5", "en", id="the best that we have"),
        pytest.param("fr", "vi", id="one that we have not"),
        pytest.param("en;q=0", "vi", id="one that is refused"),
        pytest.param("en;q=x", "vi", id="one without sense"),
    ],
)
def test_it_speaks_the_readers_language(site: Site, accepted: str, language: str) -> None:
    titles = {"vi": "Không tìm thấy", "en": "Not found"}
    with program(site, "vien") as officer:
        answer = officer.get("/tasks/T-9z", accept_language=accepted)
    assert (answer.headers["content-language"], answer.json()["title"]) == (language, titles[language])


def test_what_is_broken_says_so_and_changes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(House, "world", lambda *_: 1 // 0)
    with program(site, "vien") as officer:
        answer = officer.get("/me")
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:dondoc:problem:broken")
    assert "ZeroDivision" not in answer.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        pytest.param("/nothing", 404, "There is nothing at this address", id="an address that is not there"),
        pytest.param("/me", 401, "Give a token that is valid", id="no token"),
    ],
)
def test_before_anybody_is_known_it_speaks_the_language_asked_for(
    site: Site, path: str, status: int, said: str
) -> None:
    with site.browser() as browser:
        answer = browser.send("GET", f"/api/v1{path}", headers={"accept-language": "en"})
    assert (answer.status_code, said in answer.json()["detail"]) == (status, True)
