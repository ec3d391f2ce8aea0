"""Every route of the page for every role, theirs and another's: answered as `tests/rights_table.py` says."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import application
import rights_table
from country import country
from dondoc.web.app import create_app
from dondoc.web.door import csrf_of
from rehearsal import Rehearsal
from routes_of import ways
from site_of import Browser
from small_notice import NOTICE
from stage import PDF
from two_provinces import PASSWORD, PROGRAM, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx
    from fastapi.testclient import TestClient

    from country import Country
    from rights_table import Row
    from samples import Names

ROWS = rights_table.rows()
FORMS: dict[str, dict[str, str]] = {
    "/sign-in": {"login": "vien", "password": PASSWORD},
    "/sign-in-link": {"login": "vien"},
    "/s/{token}": {"deed": "report", "percent": "40"},
    "/account/password": {"current": PASSWORD, "new": "mật khẩu khác hẳn", "again": "mật khẩu khác hẳn"},
    "/account/language": {"language": "en"},
    "/account/tokens": {"name": "một sổ khác", "days": "30"},
    "/account/tokens/revoke": {"name": PROGRAM},
    "/units/{code}/assign": {"task": "HP-ISSUED.3.3a", "person": "ban"},
    "/tasks/{code}/report": {"percent": "40"},
    "/tasks/{code}/submit": {"document": "1/BC, 23/5/2014"},
    "/tasks/{code}/assign": {"person": "ban"},
    "/tasks/{code}/return": {"reason": "Thiếu chữ ký."},
    "/notices/new": {"subject": "QN"},
    "/plans/{code}/check/{item}/set": {"note": "Hỏi lại."},
    "/plans/{code}/check/{item}/mend": {"ends": "danh mục hồ sơ"},
    "/plans/{code}/check/{item}/split": {"before": "báo cáo kết quả"},
    "/plans/{code}/check/add": {"words": "Việc lưu trữ hồ sơ còn chậm"},
    "/plans/{code}/workbook/take": {"name": "ke-hoach.xlsx", "content": "{workbook}"},
    "/plans/{code}/opine": {"text": "Nhất trí."},
    "/plans/{code}/return": {"reason": "Thiếu thời hạn."},
    "/admin/people": {"code": "moi", "name": "Lê Mới", "language": "vi"},
    "/admin/people/{code}": {"name": "Lê Mới", "language": "vi", "active": "on"},
    "/admin/people/{code}/posts": {"unit": "HP", "role": "clerk", "title": "Văn thư"},
    "/admin/people/{code}/posts/{number}": {"title": "Văn thư"},
    "/admin/people/{code}/channels": {"channels": "folder:///thu"},
    "/admin/people/{code}/channels/first": {"position": "1"},
    "/admin/people/{code}/channels/drop": {"position": "1"},
    "/admin/units/add": {"code": "HP-MOI", "name": "Phòng mới", "kind": "room", "parent": "HP"},
    "/admin/units/{code}": {"name": "Phòng mới", "kind": "room", "parent": "HP"},
    "/admin/ladders/{code}": {"name": "Thang mới", "at-0": "1", "audience-0": "office"},
    "/admin/calendar/days": {"day": "2014-05-26", "name": "Nghỉ bù", "document": "12/TB-VP"},
}
UNITS = b"units: [{code: TC, name: x, kind: general_department}]"
CALENDAR = b"entries: [{day: 2014-06-02, working: false, name: x, document: 12/TB-VP}]"
FILES = {
    "/tasks/{code}/submit": {"evidence": ("bien-ban.pdf", PDF)},
    "/notices/new": {"file": ("thong-bao.txt", NOTICE.encode())},
    "/admin/calendar": {"file": ("lich.yaml", CALENDAR)},
    "/admin/units": {"file": ("co-cau.yaml", UNITS)},
}
for path, content in (("/admin/units", UNITS), ("/admin/calendar", CALENDAR)):
    packed = base64.urlsafe_b64encode(zlib.compress(content)).decode()
    FORMS[f"{path}/take"] = {"name": "tep.yaml", "content": packed, "seal": "x"}
ANSWERS = {200: "yes", 303: "yes", 409: "yes", 503: "yes", 403: "no", 404: "not there"}
"""409 is a refusal of the deed, and 503 what `/health` says to everybody: both have let somebody in."""


class Staged(NamedTuple):
    """The application on a small country, and everybody's session."""

    client: TestClient
    house: Rehearsal
    tokens: dict[str, str]
    country: Country

    def ask(self, row: Row, role: str) -> httpx.Response:
        """Ask as somebody; what they may do is taken back, what they may not would stay."""
        self.house.keeps = role not in row.may
        self.client.cookies.clear()
        browser, names = Browser(self.client, self.tokens[role]), self.country.samples[row.of]
        sent: dict[str, Any] = {}
        if row.method == "POST":
            form = FORMS.get(row.path, {}).items()
            sent["data"] = {"csrf": csrf_of(browser.token)} | {
                name: said.format(**names) for name, said in form
            }
            sent["files"] = FILES.get(row.path) or _workbook(row, names)
        return browser.send(row.method, row.path.format(**names), **sent)

    def answer(self, row: Row, role: str) -> str:
        """Say how somebody is answered, as the table says it."""
        answer = self.ask(row, role)
        if answer.headers.get("location", "").startswith("/sign-in?"):
            return "sign in"
        return ANSWERS.get(answer.status_code, str(answer.status_code))


def _workbook(row: Row, names: Names) -> dict[str, tuple[str, bytes]] | None:
    """Return the file of the one form that carries what its plan says."""
    if row.path != "/plans/{code}/workbook":
        return None
    return {"workbook": ("ke-hoach.xlsx", base64.b64decode(names["workbook"]))}


@pytest.fixture(scope="module")
def staged(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    with country(migrated_sqlite, tmp_path_factory.mktemp("matrix")) as made:
        tokens = {role: made.site.token(person) for role, person in ROLES.items()} | {"nobody": ""}
        house = Rehearsal()
        with application.client(house) as client:
            yield Staged(client, house, tokens, made)


@pytest.fixture(autouse=True)
def settings(staged: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    staged.country.settings(monkeypatch)


def test_every_route_has_its_row() -> None:
    known = {(way.method, way.path) for way in ways(create_app())}
    assert {(row.method, row.path) for row in ROWS} == known, "write a row of tests/rights_table.py"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.path} {row.of}".strip())
def test_everybody_is_answered_as_the_table_says(staged: Staged, row: Row) -> None:
    before = staged.country.stands()
    refused = {role: staged.answer(row, role) for role in rights_table.ROLES - row.may}
    assert refused == {role: row.refusal(role) for role in refused}
    assert staged.country.stands() == before, "who may not has changed something"
    assert {role: staged.answer(row, role) for role in row.may} == dict.fromkeys(row.may, "yes")
