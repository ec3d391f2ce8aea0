"""The link of a message in a real Chromium: opened on a phone and at a desk, and used in both."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

import chromium
from databases import engine_of
from days import ADDRESSES
from mailed import Mailed
from models import LedgerLine
from site_of import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="there is no Chromium here")
PHONE, DESK = 360, 1280


@pytest.fixture
def mailed(migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailed]:
    monkeypatch.setenv("DONDOC_SECRET_KEY", str(ADDRESSES.key))
    shutil.copyfile(migrated_sqlite, tmp_path / "dondoc.sqlite3")
    with engine_of(f"sqlite:///{tmp_path / 'dondoc.sqlite3'}") as engine:
        made = Mailed(Site(engine), tmp_path / "slips")
        made.site.task("T-1a", dt.date(2014, 5, 22), dt.date(2014, 5, 9))
        made.run()
        yield made


def test_it_is_used_once_in_however_many_windows(mailed: Mailed, tmp_path: Path) -> None:
    with chromium.served(tmp_path) as address, chromium.chromium() as browser:
        window = browser.new_page(viewport={"width": PHONE, "height": 800}, base_url=address)
        window.goto("/s/nothing")
        assert chromium.unreachable(window) == []
        windows = [window, browser.new_page(viewport={"width": DESK, "height": 800}, base_url=address)]
        for window in windows:
            window.goto(mailed.link("vien"))
            assert (chromium.unreachable(window), chromium.overflows(window)) == ([], False)
        for window, percent in zip(windows, ("40", "70"), strict=True):
            window.locator("[name=percent]").fill(percent)
            window.locator("form.report button").click()
            assert "Đã cập nhật tiến độ 40%" in window.locator("[role=status]").inner_text()
            assert chromium.unreachable(window) == []
    with mailed.site.session() as session:
        (done,) = session.exec(select(LedgerLine).where(LedgerLine.code == "T-1a"))
    assert done.detail["percent"] == 40
