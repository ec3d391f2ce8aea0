"""A notice lived through on the page, in a real Chromium: from the upload to the acceptance."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

import chromium
from databases import engine_of
from dondoc import clock, db
from dondoc.services.daily import run_day
from dondoc.services.issuing import issue
from dondoc.services.schedule import work_moment
from dondoc.web.door import COOKIE
from dondoc.workplace import workplace
from models import Channel
from notifications.folder import folder_address
from site_of import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="there is no Chromium here")
MONDAY = dt.date(2014, 5, 12)
PLAN, TASK = "HP-2014-01", "HP-2014-01.1a"
NOTICE = """TỔNG CỤC THI HÀNH ÁN DÂN SỰ
Số: 45/TB-TCTHADS
Hà Nội, ngày 09 tháng 5 năm 2014

THÔNG BÁO
Kết luận buổi làm việc với Cục Hải Phòng

1. Giao Phòng Tổ chức cán bộ lập danh sách chấp hành viên trước ngày 20/5/2014.

2. Cục Hải Phòng xây dựng kế hoạch khắc phục, trình Tổng cục trưởng phê duyệt trước ngày 16/5/2014.

Nơi nhận:
- Cục Hải Phòng (để thực hiện);
- Lưu: VT.

TỔNG CỤC TRƯỞNG
Đỗ Tổng
"""


class Office:
    """A data folder with its page, the people at their browsers, and the days that pass."""

    def __init__(self, folder: Path, site: Site, browser: Browser, address: str) -> None:
        self.folder, self.site, self.browser, self.address = folder, site, browser, address

    def at(self, person: str | None, path: str) -> Page:
        """Open a page in a window of one's own, signed in as `person`."""
        context = self.browser.new_context(base_url=self.address)
        if person:
            cookie = {"name": COOKIE, "value": self.site.token(person), "url": self.address}
            context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(path)
        return page

    def live(self, last: dt.date, first: dt.date) -> None:
        """Let days pass, as the daily flow does."""
        with workplace(self.folder) as work, work.carriers() as carriers:
            for number in range((last - first).days + 1):
                day = first + dt.timedelta(days=number)
                run_day(work.sessions, carriers, day, lambda day=day: work_moment(day))  # type: ignore[misc]

    def link_in_mail(self, person: str, task: str) -> str:
        """Return the link beside a task in the newest mail to a person."""
        mails = sorted((self.folder / "messages").glob(f"*/*.{person}.*"))
        mail = email.message_from_bytes(mails[-1].read_bytes(), policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
        found = re.search(rf"{re.escape(task)}.*?(http\S+/s/\S+)", text, re.DOTALL)
        assert found, text
        return found[1]


@pytest.fixture
def office(migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    file = shutil.copy(migrated_sqlite, tmp_path)
    (tmp_path / "dondoc.toml").write_text(f'secret_key = "{"k" * 40}"\n')
    with engine_of(f"sqlite:///{file}") as engine, chromium.chromium() as browser:
        site = Site(engine, MONDAY)
        with site.session() as session:
            session.execute(update(Channel).values(address=folder_address(tmp_path / "messages")))
        with chromium.served(tmp_path) as address:
            monkeypatch.setenv("DONDOC_BASE_URL", address)
            yield Office(tmp_path, site, browser, address)


def test_a_notice_is_lived_through(office: Office, tmp_path: Path) -> None:
    take_in(office, tmp_path)
    approve(office)
    climb(office)
    hand_in(office)
    page = office.at("vien", f"/tasks/{TASK}")
    assert "hoàn thành" in page.locator(".stands").inner_text()


def take_in(office: Office, folder: Path) -> None:
    """The Office puts the notice in, names who does it, and opens the plan."""
    notice = folder / "thong-bao.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    page = office.at("chanh", "/notices/new")
    page.set_input_files("[name=file]", notice)
    page.fill("[name=subject]", "HP")
    page.click("main form button")
    assert page.url.endswith(f"/plans/{PLAN}/check")
    assert "lập danh sách chấp hành viên" in page.locator("#s-1").inner_text()
    save(page, "1", person="vien")
    save(page, "2", lead="HP", person="cuc", orders_plan="yes")
    page.goto(f"/plans/{PLAN}")
    deed(page, "open")
    assert "đang xây dựng" in page.locator(".stands").inner_text()


def approve(office: Office) -> None:
    """The department submits, the Director General approves, and the plan is issued by the flow's service."""
    page = office.at("cuc", f"/plans/{PLAN}")
    deed(page, "submit")
    page = office.at("tong", f"/plans/{PLAN}")
    deed(page, "approve")
    assert "được giao" in page.locator("[role=status]").first.inner_text()
    with engine_of(str(office.site.engine.url)) as engine, db.session(engine) as session:
        issue(session, PLAN, MONDAY, clock.now())


def climb(office: Office) -> None:
    """The officer reports by the link of the mail, once; the task stays undone and climbs."""
    office.live(dt.date(2014, 5, 19), MONDAY + dt.timedelta(days=1))
    link = office.link_in_mail("vien", TASK)
    page = office.at(None, link)
    page.fill("[name=percent]", "40")
    page.click(".report button")
    assert "40%" in page.locator("[role=status]").inner_text()
    assert office.at(None, link).locator("[name=percent]").count() == 0
    office.live(dt.date(2014, 5, 22), dt.date(2014, 5, 20))
    ladder = office.at("cuc", f"/tasks/{TASK}").locator("ol.ladder .raised")
    assert "Cục trưởng" in ladder.last.inner_text()


def hand_in(office: Office) -> None:
    """It is handed in, returned with a reason, handed in again and accepted."""
    page = office.at("vien", f"/tasks/{TASK}")
    deed(page, "submit", document="12/BC-CTHADS, 22/5/2014")
    page = office.at("chanh", f"/tasks/{TASK}")
    deed(page, "return", reason="Bổ sung hai chấp hành viên")
    page = office.at("vien", f"/tasks/{TASK}")
    assert "Bổ sung hai chấp hành viên" in page.locator("main").inner_text()
    deed(page, "submit", document="13/BC-CTHADS, 22/5/2014")
    deed(office.at("chanh", f"/tasks/{TASK}"), "accept")


def deed(page: Page, name: str, **fields: str) -> None:
    """Open a deed's form where it is folded, fill it in and send it; nothing may be refused."""
    form = page.locator(f"form[action$='/{name}']").first
    form.evaluate("form => form.closest('details')?.setAttribute('open', '')")
    for field, value in fields.items():
        form.locator(f"[name={field}]").fill(value)
    form.locator("button").last.click()
    assert page.locator("main [role=alert]").count() == 0, page.locator("main").inner_text()


def save(page: Page, ref: str, **fields: str) -> None:
    """Set the fields of an item on its card."""
    form = page.locator(f"[id='i-{ref}'] form.fields[action$='/set']").first
    form.evaluate("form => form.closest('details').setAttribute('open', '')")
    for field, value in fields.items():
        box = form.locator(f"[name={field}]")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    form.locator("button").last.click()
    assert page.locator("main [role=alert]").count() == 0, page.locator("main").inner_text()
