"""What takes long leaves turns for everything else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from dondoc.web.pages import national
from dondoc.web.turns import AT_ONCE

if TYPE_CHECKING:
    from site_of import Site

PATIENCE = 20


@pytest.mark.parametrize(
    ("path", "slow"),
    [
        pytest.param("/national.xlsx", "workbook", id="workbooks of the country"),
        pytest.param("/national", "standing", id="boards"),
    ],
)
def test_however_many_ask_for_it_others_go_on(
    site: Site, monkeypatch: pytest.MonkeyPatch, path: str, slow: str
) -> None:
    begun, go_on, real = Event(), Event(), getattr(national, slow)

    def wait(*given: Any) -> Any:
        begun.set()
        assert go_on.wait(PATIENCE)
        return real(*given)

    monkeypatch.setattr(national, slow, wait)
    with site.browser("chanh") as browser, ThreadPoolExecutor(AT_ONCE + 1) as people:
        many = [people.submit(browser.get, path) for _ in range(AT_ONCE)]
        assert begun.wait(PATIENCE)
        other = people.submit(browser.get, "/")
        try:
            assert other.result(PATIENCE / 2).status_code == 200
        finally:
            go_on.set()
        assert [one.result(PATIENCE).status_code for one in many] == [200] * AT_ONCE
