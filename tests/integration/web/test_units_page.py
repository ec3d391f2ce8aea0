"""The units of the administration: found without tone marks, and as many at once as a page holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.services import units_page
from site_of import text_of

if TYPE_CHECKING:
    from site_of import Site


@pytest.mark.parametrize(
    ("words", "found", "missed"),
    [
        pytest.param("hai phong", "HP", "TC-TCCB", id="by name, without tone marks"),
        pytest.param("tc-tccb", "TC-TCCB", "HP", id="by code"),
    ],
)
def test_a_unit_is_found(administered: Site, words: str, found: str, missed: str) -> None:
    with administered.browser("admin") as browser:
        shown = browser.get(f"/admin/units?q={words}").text
    assert f'href="/admin/units/{found}"' in shown
    assert f'href="/admin/units/{missed}"' not in shown


def test_what_nobody_is_called_is_said(administered: Site) -> None:
    with administered.browser("admin") as browser:
        assert "Không tìm thấy đơn vị nào" in text_of(browser.get("/admin/units?q=xyz"))


def test_a_large_country_comes_page_by_page(administered: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units_page, "ON_A_PAGE", 2)
    with administered.browser("admin") as browser:
        first, second = (browser.get(f"/admin/units?number={number}") for number in (1, 2))
    assert first.text.count('class="depth-') == second.text.count('class="depth-') == 2
    assert "number=2" in first.text
    assert text_of(first) != text_of(second)


def test_who_holds_a_post_stands_with_the_unit(administered: Site) -> None:
    with administered.browser("admin") as browser:
        shown = browser.get("/admin/units?q=hp").text
    heads = [line for line in shown.splitlines() if "<details><summary>" in line]
    assert heads
    assert all(" – " in line for line in heads)
