"""The screen from notice to plan in a real Chromium: both sides lit up from each other, reached by all."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import chromium
from databases import engine_of
from dondoc.web.door import COOKIE
from site_of import Site
from small_notice import NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, FilePayload, Page

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="there is no Chromium here")
CHECK = "/plans/HP-2014-01/check"
PHONE, DESK = 390, 1280


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("check")
    shutil.copyfile(migrated_sqlite, folder / "dondoc.sqlite3")
    with engine_of(f"sqlite:///{folder / 'dondoc.sqlite3'}") as engine:
        yield Site(engine)


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with chromium.served(Path(str(site.engine.url.database)).parent) as url:
        yield url


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, site: Site, address: str) -> Iterator[Page]:
    """A window of the Office, with or without scripts."""
    width, scripts = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, base_url=address, java_script_enabled=scripts
    )
    context.add_cookies([{"name": COOKIE, "value": site.token("chanh"), "url": address}])
    yield context.new_page()
    context.close()


def bring_in(page: Page) -> None:
    page.goto("/notices/new")
    page.locator("[name=subject]").fill("Cục Hải Phòng (HP)")
    file: FilePayload = {"name": "thong-bao.txt", "mimeType": "text/plain", "buffer": NOTICE.encode()}
    page.locator("[name=file]").set_input_files(files=[file])
    page.get_by_role("button", name="Đọc văn bản").click()


@pytest.mark.parametrize("page", [(PHONE, True), (DESK, True)], indirect=True, ids=["phone", "desk"])
def test_it_is_reached_by_all(page: Page) -> None:
    page.goto("/notices/new")
    assert chromium.unreachable(page) == []
    assert not chromium.overflows(page)
    bring_in(page)
    for summary in page.locator('[id="i-2.1.2"] summary').all():
        summary.click()
    assert chromium.unreachable(page) == []
    assert not chromium.overflows(page)


@pytest.mark.parametrize("page", [(DESK, True)], indirect=True, ids=["desk"])
def test_what_is_chosen_on_one_side_is_lit_up_on_the_other(page: Page) -> None:
    bring_in(page)
    page.locator('[id="s-2.1.3"]').click()
    assert page.url.endswith("#i-2.1.3")
    assert page.locator(".lit").get_attribute("id") == "s-2.1.3"
    page.locator('[id="i-2.2"] h3 a').click()
    assert page.locator(".lit").get_attribute("id") == "i-2.2"


@pytest.mark.parametrize("page", [(DESK, True)], indirect=True, ids=["desk"])
def test_words_selected_in_the_text_are_put_into_the_field(page: Page) -> None:
    bring_in(page)
    card = page.locator('[id="i-2.3"]')
    card.get_by_text("Sửa phạm vi, tách, gộp").click()
    card.locator("[name=before]").focus()
    page.locator('[id="s-2.3"]').dblclick()
    (word,) = card.locator("[name=before]").input_value().split()
    assert word in NOTICE


@pytest.mark.parametrize("page", [(PHONE, False)], indirect=True, ids=["phone"])
def test_it_needs_no_script(page: Page) -> None:
    bring_in(page)
    card = page.locator('[id="i-2.1.2"]')
    card.get_by_text("Sửa phạm vi, tách, gộp").click()
    card.locator("[name=before]").fill("báo cáo kết quả")
    card.get_by_role("button", name="Tách").click()
    assert page.url.endswith(f"{CHECK}#i-2.1.2-2")
    page.locator('[id="i-2.1.2-2"] h3 a').click()
    assert page.locator("mark:target").inner_text() == "báo cáo kết quả trước ngày 15/7/2014."
