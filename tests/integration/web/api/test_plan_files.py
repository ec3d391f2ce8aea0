"""What a plan is made of and filled in with by the API: its document, and its workbook."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from sqlmodel import func, select

from api_of import LEFT, draft, draft_notice, program
from models import Item, Plan
from small_notice import CORRECTED, NOTICE
from small_plan import CODE
from workbooks import Desk

if TYPE_CHECKING:
    import httpx

    from api_of import Program
    from site_of import Site

SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
PLAN = f"/plans/{CODE}"
PROOF = "Sản phẩm"
ANY = {"if-match": "*"}


def sent(office: Program, text: str, path: str = "/plans", **fields: str) -> httpx.Response:
    file = {"file": ("thong-bao.txt", text.encode())}
    return office.send("POST", path, ANY, files=file, data={"subject": "HP"} | fields)


def filled_in(office: Program, heading: str = "", text: str = "") -> dict[str, Any]:
    """Return the plan's workbook as a form sends it, with a text in the row of its first item."""
    desk = Desk(office.get(f"{PLAN}/workbook.xlsx").content)
    if heading:
        desk.write("3.1", heading, text)
    return {"workbook": ("kế hoạch.xlsx", desk.save())}


def test_a_notice_becomes_a_draft_and_its_correction_a_difference(site: Site) -> None:
    with program(site, "chanh") as office:
        made = sent(office, NOTICE)
        again = sent(office, NOTICE)
        corrected = sent(office, CORRECTED, f"{PLAN}/document").json()
    assert made.json() == {"plan": CODE, "new": True, "items": 6, "difference": None}
    assert (again.json()["new"], again.headers["etag"]) == (False, made.headers["etag"])
    difference = {what: [one["item"] for one in items] for what, items in corrected["difference"].items()}
    assert (difference["changed"], difference["withdrawn"]) == ([f"{CODE}.2.1.2"], [f"{CODE}.2.1.4"])
    with site.session() as session:
        assert session.exec(select(func.count()).select_from(Plan)).one() == 1


@SQLITE
@pytest.mark.parametrize(
    ("text", "fields", "status"),
    [
        pytest.param(NOTICE, {"subject": "XX"}, 422, id="a unit that is not there"),
        pytest.param("Kính gửi các đồng chí.", {}, 409, id="a document that orders nothing"),
        pytest.param(CORRECTED, {}, 409, id="what looks like a correction"),
        pytest.param(CORRECTED, {"plan": CODE}, 409, id="a correction where a plan is made"),
        pytest.param(CORRECTED, {"plan": "HP-2014-02"}, 200, id="a plan of its own"),
        pytest.param("", {}, 422, id="an empty file"),
    ],
)
def test_it_says_why_no_plan_is_made(site: Site, text: str, fields: dict[str, str], status: int) -> None:
    with program(site, "chanh") as office:
        sent(office, NOTICE)
        assert sent(office, text, **fields).status_code == status


@SQLITE
def test_it_shows_the_document_and_what_is_in_no_item(site: Site) -> None:
    draft_notice(site)
    with program(site, "cuc") as head:
        told, plan = head.get(f"{PLAN}/document").json(), head.get(PLAN).json()
    text = told["document"]["text"]
    assert [text[slice(*item["span"])] for item in plan["items"]] == [one["text"] for one in plan["items"]]
    assert [text[slice(*words["span"])] for words in told["unread"]] == [
        one["text"] for one in told["unread"]
    ]
    assert LEFT in [words["text"] for words in told["unread"]]


def test_a_workbook_is_compared_and_taken_as_it_was_shown(site: Site) -> None:
    draft(site)
    with program(site, "chanh") as office:
        book = filled_in(office, PROOF, "Biên bản")
        shown = office.send("POST", f"{PLAN}/workbook/compare", files=book)
        before = office.get(PLAN)
        taken = office.send("POST", f"{PLAN}/workbook/take", {"if-match": shown.headers["etag"]}, files=book)
        after = office.get(PLAN)
    assert shown.json()["changes"] == [{"item": f"{CODE}.3.1", "fields": {"proof": [None, "Biên bản"]}}]
    assert before.headers["etag"] == shown.headers["etag"]
    assert (taken.json(), after.json()["items"][0]["proof"]) == (shown.json(), "Biên bản")
    assert taken.headers["etag"] == after.headers["etag"]


@SQLITE
def test_a_workbook_is_not_taken_once_the_plan_has_changed(site: Site) -> None:
    draft(site)
    with program(site, "chanh") as office:
        book = filled_in(office, PROOF, "Biên bản")
        seen = office.send("POST", f"{PLAN}/workbook/compare", files=book).headers["etag"]
        office.on_plan("/items/3.2", {"note": "gấp"}, "PATCH")
        taken = office.send("POST", f"{PLAN}/workbook/take", {"if-match": seen}, files=book)
    assert taken.status_code == 412


@SQLITE
@pytest.mark.parametrize("deed", ["compare", "take"])
def test_every_mistake_is_told_by_sheet_and_cell(site: Site, deed: str) -> None:
    draft(site)
    with program(site, "chanh") as office:
        desk = Desk(office.get(f"{PLAN}/workbook.xlsx").content)
        cells = [desk.write("3.1", "Thời hạn", "sớm"), desk.write("3.7", "Đơn vị chủ trì", "Cục Không Có")]
        book = {"workbook": ("a.xlsx", desk.save())}
        refused = office.send("POST", f"{PLAN}/workbook/{deed}", ANY, files=book)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [f"Kế hoạch!{cell}" for cell in cells]
    assert all(error["detail"] for error in refused.json()["errors"])
    with site.session() as session:
        assert session.exec(select(Item.term_phrase).where(Item.ref == "3.1")).one() != "sớm"


@SQLITE
@pytest.mark.parametrize(
    "content", [pytest.param(b"?", id="another file"), pytest.param(b"", id="an empty one")]
)
def test_another_file_is_no_workbook(site: Site, content: bytes) -> None:
    draft(site)
    with program(site, "chanh") as office:
        book = {"workbook": ("a.xlsx", content)}
        assert office.send("POST", f"{PLAN}/workbook/take", ANY, files=book).status_code == 422


@SQLITE
def test_a_workbook_comes_as_a_file(site: Site) -> None:
    draft(site)
    with program(site, "cuc") as head:
        answer = head.get(f"{PLAN}/workbook.xlsx")
    assert answer.headers["content-disposition"] == f'attachment; filename="{CODE}.xlsx"'
    assert load_workbook(io.BytesIO(answer.content)).sheetnames[0] == "Kế hoạch"


@SQLITE
def test_a_workbook_that_is_too_large_is_told_as_that(site: Site) -> None:
    draft(site)
    with program(site, "chanh") as office:
        film = {"workbook": ("phim.xlsx", bytes(21 * 1024 * 1024))}
        told = office.send("POST", f"{PLAN}/workbook/compare", ANY, files=film)
    assert (told.status_code, told.json()["type"]) == (413, "urn:dondoc:problem:too-large")
