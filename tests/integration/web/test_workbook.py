"""A plan by Excel on its page: exported, filled in, shown as a difference, taken back."""

from __future__ import annotations

import base64
import io
import re
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from models import Item
from site_of import text_of
from small_plan import CODE

if TYPE_CHECKING:
    from site_of import Browser, Site

PAGE = f"/plans/{CODE}"
PROOF = "Biên bản kiểm kê"


@pytest.fixture
def drafted(site: Site) -> Site:
    site.plan()
    return site


def filled_in(browser: Browser, text: str = PROOF) -> bytes:
    """Return the plan's workbook with an expected proof for its first item."""
    exported = browser.get(f"{PAGE}/workbook.xlsx")
    assert exported.headers["content-disposition"] == f'attachment; filename="{CODE}.xlsx"'
    book = load_workbook(io.BytesIO(exported.content))
    sheet = book.worksheets[0]
    (column,) = {cell.column or 0 for row in sheet for cell in row if str(cell.value).startswith("Sản phẩm")}
    (row,) = {cell.row or 0 for row in sheet for cell in row if cell.value == f"{CODE}.3.1"}
    sheet.cell(row, column).value = text
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def proof(site: Site) -> str | None:
    with site.session() as session:
        return session.exec(select(Item).where(Item.ref == "3.1")).one().proof


def test_a_workbook_is_shown_and_then_taken(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        files = {"workbook": ("kế hoạch.xlsx", filled_in(browser))}
        shown = browser.post(f"{PAGE}/workbook", files=files)
        assert PROOF in text_of(shown)
        assert proof(drafted) is None
        kept = dict(re.findall(r'name="(name|content)" value="([^"]*)"', shown.text))
        taken = browser.post(f"{PAGE}/workbook/take", **kept)
    assert (taken.url.path, proof(drafted)) == (PAGE, PROOF)


def test_one_that_says_nothing_new_changes_nothing(drafted: Site) -> None:
    with drafted.browser("chanh") as browser:
        exported = browser.get(f"{PAGE}/workbook.xlsx").content
        shown = browser.post(f"{PAGE}/workbook", files={"workbook": ("a.xlsx", exported)})
    assert "không có thay đổi" in text_of(shown)
    assert "workbook/take" not in shown.text


@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(b"no workbook", 422, id="another file"),
        pytest.param(b"", 422, id="an empty one"),
        pytest.param(bytes(800_000), 413, id="one too large to come back from the page"),
    ],
)
def test_another_file_is_refused(drafted: Site, content: bytes, status: int) -> None:
    with drafted.browser("chanh") as browser:
        refused = browser.post(f"{PAGE}/workbook", files={"workbook": ("a.xlsx", content)})
        damaged = browser.post(f"{PAGE}/workbook/take", name="a.xlsx", content="?")
    assert (refused.status_code, damaged.status_code) == (status, 422)


def test_who_may_not_change_the_plan_changes_nothing(drafted: Site) -> None:
    with drafted.browser("cuc") as browser:  # the unit that owes it, while it is a draft
        content = filled_in(browser)
        assert browser.post(f"{PAGE}/workbook", files={"workbook": ("a.xlsx", content)}).status_code == 403
        kept = base64.b64encode(content).decode()
        assert browser.post(f"{PAGE}/workbook/take", name="a.xlsx", content=kept).status_code == 403
    assert proof(drafted) is None


def test_who_does_not_see_the_plan_sees_no_workbook(drafted: Site) -> None:
    drafted.outsider("other")
    with drafted.browser("other") as browser:
        assert browser.get(f"{PAGE}/workbook.xlsx").status_code == 404
