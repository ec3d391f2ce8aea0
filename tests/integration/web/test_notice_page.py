"""`/notices/new`: a notice comes in, in every form; what cannot be taken is refused in one sentence."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from sqlmodel import func, select

from models import Document, Item, Plan
from pdf_file import PdfFile, scan
from site_of import text_of
from small_notice import CORRECTED, NOTICE
from word_file import WordFile

if TYPE_CHECKING:
    import httpx

    from site_of import Browser, Site

CODE = "HP-2014-01"
HP = "Cục Hải Phòng (HP)"
CUT = NOTICE[: NOTICE.index("- Các Phòng") + 60]

DIFFERENCE = (
    "2.1.1-1 : mới theo văn bản sửa đổi 2.1.2 : thay đổi theo văn bản sửa đổi "
    "(ngày đến hạn, thời hạn, nội dung) 2.1.4 : không còn trong văn bản sửa đổi"
)


def word(text: str = NOTICE) -> bytes:
    file = WordFile()
    for line in text.splitlines():
        file.document.add_paragraph(line)
    return file.content()


def pdf(text: str = NOTICE) -> bytes:
    file = PdfFile()
    for line in filter(None, text.splitlines()):
        file.paragraph(line)
    return file.content()


def archive() -> bytes:
    kept = io.BytesIO()
    with ZipFile(kept, "w") as zipped:
        zipped.writestr("a.txt", "kho")
    return kept.getvalue()


def send(
    browser: Browser, content: bytes = NOTICE.encode(), name: str = "thong-bao.txt", **fields: str
) -> httpx.Response:
    files = {"file": (name, content, "application/octet-stream")}
    return browser.post("/notices/new", files=files, **({"subject": HP} | fields))


def count(site: Site, table: type) -> int:
    with site.session() as session:
        return session.exec(select(func.count()).select_from(table)).one()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(NOTICE.encode(), "thong-bao.txt", id="text"),
        pytest.param(word(), "thong-bao.docx", id="Word"),
        pytest.param(pdf(), "thong-bao.pdf", id="PDF"),
    ],
)
def test_a_notice_becomes_a_draft_to_be_checked(site: Site, content: bytes, name: str) -> None:
    with site.browser("chanh") as browser:
        seen = send(browser, content, name)
    assert (seen.status_code, seen.url.path) == (200, f"/plans/{CODE}/check")
    assert "Đã lập dự thảo kế hoạch HP-2014-01 với 06 nội dung" in text_of(seen)
    assert (count(site, Plan), count(site, Item)) == (1, 6)


def test_the_same_notice_again_changes_nothing(site: Site) -> None:
    with site.browser("chanh") as browser:
        send(browser)
        assert "không có gì thay đổi" in text_of(send(browser))
    assert (count(site, Plan), count(site, Document)) == (1, 1)


def test_a_corrected_notice_shows_its_difference(site: Site) -> None:
    with site.browser("chanh") as browser:
        send(browser)
        said = text_of(send(browser, CORRECTED.encode(), plan=CODE, subject=""))
        again = text_of(browser.get(f"/plans/{CODE}/check"))
    changed = said.partition("Những thay đổi theo văn bản sửa đổi")[2].partition("Văn bản")[0]
    assert " ".join(changed.split()) == DIFFERENCE
    assert changed in again


def test_a_correction_that_is_not_called_one_is_asked_about(site: Site) -> None:
    with site.browser("chanh") as browser:
        send(browser)
        refused = send(browser, CORRECTED.encode())
    assert refused.status_code == 409
    assert "nêu mã kế hoạch đó để so sánh" in text_of(refused)


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        pytest.param(bytes(scan(1).output()), 422, "là bản quét", id="a scan"),
        pytest.param(f"MẬT\n{NOTICE}".encode(), 409, "độ mật", id="a state secret"),
        pytest.param(b"", 422, "trống", id="an empty file"),
        pytest.param(b" \n", 422, "chỉ có khoảng trắng", id="a blank file"),
        pytest.param(b"Giao " * 1_100_000, 422, "lớn hơn 5 MB", id="too large"),
        pytest.param(CUT.encode(), 422, "bị cắt cụt", id="the beginning of a document"),
        pytest.param(word()[:-900], 422, "hỏng", id="a damaged file"),
        pytest.param(archive(), 422, "tệp nén", id="an archive"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(9), 422, "ảnh", id="a photograph"),
        pytest.param("Kính gửi các đồng chí.\n".encode(), 409, "không có", id="no order in it"),
    ],
)
def test_it_refuses_a_file_in_one_sentence_and_keeps_nothing(
    site: Site, content: bytes, status: int, sentence: str
) -> None:
    with site.browser("chanh") as browser:
        answer = send(browser, content)
    said = answer.text.partition('role="alert">')[2].partition("</p>")[0]
    assert (answer.status_code, said[-1:]) == (status, ".")
    assert sentence in said
    assert (count(site, Document), count(site, Plan)) == (0, 0)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        pytest.param({"subject": ""}, "ghi đơn vị được kết luận", id="no unit"),
        pytest.param({"subject": "Cục Hải Phồng"}, "Cục Hải Phòng (HP)", id="a misspelt unit"),
        pytest.param({"plan": "hp 1"}, "chữ in hoa", id="no code"),
    ],
)
def test_it_refuses_what_is_said_of_it(site: Site, fields: dict[str, str], sentence: str) -> None:
    with site.browser("chanh") as browser:
        answer = send(browser, **fields)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_it_asks_for_the_file(site: Site) -> None:
    with site.browser("chanh") as browser:
        without, nameless = browser.post("/notices/new", subject=HP), send(browser, name="")
    assert [answer.status_code for answer in (without, nameless)] == [422, 422]
    assert "chọn tệp văn bản" in text_of(without)


def test_a_unit_is_known_by_code_or_name_too(site: Site) -> None:
    with site.browser("chanh") as browser:
        assert send(browser, subject="HP").url.path == f"/plans/{CODE}/check"
        assert "không có gì thay đổi" in text_of(send(browser, subject="cục hải phòng"))


def test_of_a_file_only_its_name_is_kept(site: Site) -> None:
    with site.browser("chanh") as browser:
        send(browser, name="C:\\kho\\../thông\u200b báo.txt")
    with site.session() as session:
        assert session.exec(select(Document.file_name)).one() == "thông báo.txt"


@pytest.mark.parametrize("person", ["cuc", "vu", "vien", "tong"])
def test_only_the_office_comes_in(site: Site, person: str) -> None:
    with site.browser(person) as browser:
        refused = browser.get("/notices/new")
        assert refused.status_code == 403
        whose = "việc này thuộc trách nhiệm của Văn phòng Tổng cục"
        assert f"không có quyền lập dự thảo kế hoạch: {whose}" in text_of(refused)
        assert (f"{person} không" in refused.text, "/notices" in text_of(refused)) == (False, False)
        assert send(browser).status_code == 403
        assert "/notices/new" not in browser.get("/").text
    assert count(site, Document) == 0


def test_the_office_finds_it_in_the_menu(site: Site) -> None:
    with site.browser("chanh") as browser:
        assert '<a href="/notices/new">' in browser.get("/").text
        assert HP in browser.get("/notices/new").text


def test_a_form_of_another_session_brings_nothing_in(site: Site) -> None:
    with site.browser("chanh") as browser:
        assert send(browser, csrf="x").status_code == 403
    assert count(site, Document) == 0
