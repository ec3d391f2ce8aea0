"""Every page in a real Chromium: reached by all, fitting a phone, loading nothing from elsewhere."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import chromium
from databases import engine_of
from dondoc.web.door import COOKIE
from models import Person
from site_of import Site
from small_plan import CODE as PLAN
from workbooks import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="there is no Chromium here")
GIVEN = dt.date(2014, 5, 9)
PHONE, DESK = 360, 1280


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("page")
    shutil.copyfile(migrated_sqlite, folder / "dondoc.sqlite3")
    with engine_of(f"sqlite:///{folder / 'dondoc.sqlite3'}") as engine:
        made = Site(engine)
        for number, due_on in enumerate((dt.date(2014, 5, 22), dt.date(2014, 8, 1), None), start=1):
            made.task(f"T-{number}a", due_on, GIVEN)
        made.plan()
        with made.session() as session:
            session.add(Person(code="admin", name="Quản Trị", administrator=True))
        yield made


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with chromium.served(Path(str(site.engine.url.database)).parent) as url:
        yield url


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, site: Site, address: str) -> Iterator[Page]:
    """A window of `width` in which `person` is signed in."""
    person, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, base_url=address)
    if person:
        context.add_cookies([{"name": COOKIE, "value": site.token(person), "url": address}])
    opened = context.new_page()
    yield opened
    context.close()


PAGES = (
    ("", "/sign-in"),
    ("vien", "/"),
    ("vien", "/tasks/T-1a"),
    ("vien", "/tasks/nothing"),
    ("phong", "/tasks/T-1a"),
    ("phong", "/units/HP-TCCB"),
    ("chanh", "/national"),
    ("chanh", "/plans"),
    ("chanh", f"/plans/{PLAN}"),
    ("chanh", f"/plans/{PLAN}/check"),
    ("chanh", "/notices/new"),
    ("chanh", "/national?number=none"),
    ("vu", "/inbox"),
    ("vien", "/account"),
    ("admin", "/admin"),
    ("admin", "/admin/people"),
    ("admin", "/admin/people/vien"),
    ("admin", "/admin/units"),
    ("admin", "/admin/units/HP-TCCB"),
    ("admin", "/admin/ladders"),
    ("admin", "/admin/ladders/default"),
    ("admin", "/admin/calendar"),
    ("admin", "/admin/outbox"),
)


@pytest.mark.parametrize(
    ("page", "path"),
    [
        pytest.param((person, width), path, id=f"{path} as {person or 'nobody'} at {width}")
        for person, path in PAGES
        for width in (PHONE, DESK)
    ],
    indirect=["page"],
)
def test_a_page_is_reached_by_all(page: Page, path: str, address: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(path)
    assert chromium.unreachable(page) == []
    assert not chromium.overflows(page)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [text for text in wrong if "404" not in text and "422" not in text] == []


ANSWERS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("phong", "/units/HP-TCCB", "/assign", {}),
    ("phong", "/tasks/T-1a", "/assign", {"person": "nobody"}),
    ("admin", "/admin/people", "/vien/link", {}),
    ("admin", "/admin/people", "/admin/people", {"code": "Ông A"}),
    ("admin", "/admin/people/vien", "/posts", {"unit": "HP-TCCB", "role": "head", "title": "Trưởng phòng"}),
    ("admin", "/admin/people/vien", "/channels", {"channels": "thư"}),
    ("admin", "/admin/units/HP-TCCB", "/HP-TCCB", {"valid_to": "2014-06-30"}),
    ("admin", "/admin/ladders/default", "/default", {"at-0": "ba"}),
    ("admin", "/admin/ladders/default", "/default", {"at-0": "-6"}),
    ("admin", "/admin/calendar", "/days", {"day": "2014-05-26"}),
    ("vien", "/account", "/account/tokens", {"name": "bảng của phòng"}),
    ("vien", "/account", "/account/calendar", {}),
)
"""Who sends which form from where, filled in how: a mistake, a change to confirm, a secret shown once."""


@pytest.mark.parametrize(
    ("page", "path", "action", "fields"),
    [
        pytest.param((person, width), path, action, fields, id=f"{path} {action} {fields} at {width}")
        for person, path, action, fields in ANSWERS
        for width in (PHONE, DESK)
    ],
    indirect=["page"],
)
def test_an_answer_is_reached_by_all(page: Page, path: str, action: str, fields: dict[str, str]) -> None:
    page.goto(path)
    form = page.locator(f'form[method=post][action$="{action}"]').first
    for name, text in fields.items():
        form.locator(f"[name={name}]").evaluate("(field, text) => field.value = text", text)
    with page.expect_navigation():
        form.evaluate("form => { form.noValidate = true; form.requestSubmit() }")
    assert (chromium.unreachable(page), chromium.overflows(page)) == ([], False)


@pytest.mark.parametrize("page", [("chanh", PHONE), ("chanh", DESK)], indirect=True)
def test_the_difference_of_a_workbook_is_reached_by_all(page: Page) -> None:
    desk = Desk(page.request.get(f"/plans/{PLAN}/workbook.xlsx").body())
    desk.write("3.1", "Sản phẩm", "Biên bản kiểm kê")
    page.goto(f"/plans/{PLAN}")
    file = {"name": "kế hoạch.xlsx", "mimeType": "application/octet-stream", "buffer": desk.save()}
    page.locator("[name=workbook]").set_input_files(file)  # type: ignore[arg-type]
    with page.expect_navigation():
        page.locator("form[action$='/workbook']").evaluate("form => form.requestSubmit()")
    assert "Biên bản kiểm kê" in page.locator("main").inner_text()
    assert (chromium.unreachable(page), chromium.overflows(page)) == ([], False)


@pytest.mark.parametrize("page", [("chanh", DESK)], indirect=True)
def test_what_is_read_is_printed_and_what_is_pressed_is_not(page: Page) -> None:
    page.goto("/units/HP-TCCB")
    page.emulate_media(media="print")
    assert page.locator("form.list .line").first.is_visible()
    assert not page.locator("form.filters, header.top").first.is_visible()


@pytest.mark.parametrize("page", [("vien", PHONE)], indirect=True)
def test_progress_takes_two_taps_and_a_number(page: Page) -> None:
    page.goto("/")
    line = page.locator(".line", has_text="T-2a")
    line.get_by_text("Cập nhật tiến độ").first.click()
    line.locator("[name=percent]").fill("40")
    line.locator("button").click()
    assert "T-2a: đã ghi nhận tiến độ 40%" in page.locator("[role=status]").inner_text()


@pytest.mark.parametrize("page", [("vien", DESK)], indirect=True)
def test_it_works_from_the_keyboard(page: Page) -> None:
    page.goto("/tasks/T-1a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
