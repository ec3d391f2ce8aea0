"""Evidence on the page: handed in within bounds, given back as a file to those who see the task."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from dondoc.web import bounds
from site_of import TODAY, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from site_of import Site

CONTENT = b"%PDF-1.4 <script>alert(1)</script>"
NAME = "biên bản\r\n/../họp.pdf"
PLACE = f"/tasks/T-1a/evidence/{hashlib.sha256(CONTENT).hexdigest()}"


@pytest.fixture
def handed_in(site: Site) -> Site:
    with site.browser("vien") as browser:
        seen = browser.post("/tasks/T-1a/submit", files={"evidence": ("bien ban (1).pdf", CONTENT)})
    assert f'href="{PLACE}"' in seen.text
    return site


def test_it_is_given_as_a_file_under_its_own_name(handed_in: Site) -> None:
    with handed_in.browser("vu") as browser:
        answer = browser.get(PLACE)
    assert answer.content == CONTENT
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''bien%20ban%20%281%29.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_name_cannot_leave_its_header(site: Site) -> None:
    with site.browser("vien") as browser:
        browser.post("/tasks/T-1a/submit", files={"evidence": (NAME, CONTENT)})
        named = browser.get(PLACE).headers["content-disposition"]
    assert named.isascii()
    assert not {"\r", "\n", "/", '"'} & set(named)


@pytest.mark.parametrize(
    ("person", "place", "status"),
    [
        pytest.param("vien", PLACE, 200, id="the owner"),
        pytest.param("tong", PLACE, 200, id="the Director General"),
        pytest.param("other", PLACE, 404, id="a unit that has no part in the task"),
        pytest.param("vu", PLACE.replace("T-1a", "T-2a"), 404, id="evidence of another task"),
        pytest.param("vu", PLACE[:-1], 404, id="no such hash"),
        pytest.param("vu", "/tasks/T-1a/evidence/..%2f..%2fdondoc.toml", 404, id="a path is no hash"),
    ],
)
def test_it_is_there_for_those_who_see_the_task(
    handed_in: Site, person: str, place: str, status: int
) -> None:
    handed_in.outsider("other")
    handed_in.task("T-2a", None, TODAY)
    with handed_in.browser(person) as browser:
        assert browser.get(place).status_code == status


def test_a_file_that_was_changed_is_not_given(handed_in: Site, tmp_path: Path) -> None:
    (kept,) = (tmp_path / "data" / "evidence").glob("*/*")
    kept.write_bytes(b"forged")
    with handed_in.browser("vu") as browser:
        assert browser.get(PLACE).status_code == 409


def test_what_cannot_be_handed_in_is_named(site: Site) -> None:
    with site.browser("vien") as browser:
        refused = browser.post("/tasks/T-1a/submit", files={"evidence": ("báo cáo.exe", b"MZ\0")})
    assert refused.status_code == 422
    assert "báo cáo.exe không thuộc loại được nhận" in text_of(refused)


@pytest.mark.parametrize("stated", [True, False], ids=["stated", "found while reading"])
def test_too_much_at_once_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch, stated: bool) -> None:
    monkeypatch.setattr(bounds, "LARGEST", 1000)
    form = b'--x\r\ncontent-disposition: form-data; name="evidence"; filename="a.txt"\r\n\r\n' + b"a" * 2000
    sent = form if stated else iter([form[:600], form[600:]])
    with site.browser("vien") as browser:
        refused = browser.send(
            "POST",
            "/tasks/T-1a/submit",
            content=sent,
            headers={"content-type": "multipart/form-data; boundary=x"},
        )
    assert refused.status_code == 413
    assert "chia thành nhiều lần" in text_of(refused)
