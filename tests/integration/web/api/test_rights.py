"""Every route of the API for every role, theirs and another's: as `tests/api_rights_table.py` says."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import application
import rights_table
from api_of import CALENDAR, LADDER, ORGANISATION, Program, token_of
from api_rights_table import TABLE
from country import country
from dondoc.web.api.app import create_api
from dondoc.web.house import House
from rehearsal import Rehearsal
from routes_of import ways
from small_notice import NOTICE
from stage import PDF
from two_provinces import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from country import Country
    from rights_table import Row
    from samples import Names

ROWS = rights_table.rows(TABLE)
ANY_STATE = {"if-match": "*"}
ANSWERS = {200: "yes", 409: "yes", 401: "sign in", 403: "no", 404: "not there"}
"""409 is a refusal of the deed: it has let somebody in."""
NOTICE_FILE = {"file": ("tb.txt", NOTICE.encode())}
SAID: dict[str, dict[str, Any]] = {
    "/me": {"language": "en"},
    "/tasks/{code}/report": {"percent": 40},
    "/tasks/{code}/return": {"reason": "Thiếu chữ ký."},
    "/tasks/{code}/assign": {"person": "ban"},
    "/plans/{code}/items/{item}": {"note": "Hỏi lại."},
    "/plans/{code}/items": {"words": "Việc lưu trữ hồ sơ còn chậm"},
    "/plans/{code}/items/{item}/mend": {"ends": "danh mục hồ sơ"},
    "/plans/{code}/items/{item}/split": {"before": "báo cáo kết quả"},
    "/plans/{code}/opine": {"text": "Nhất trí."},
    "/plans/{code}/approve": {},
    "/plans/{code}/return": {"reason": "Thiếu thời hạn."},
    "/ladders/{code}": LADDER,
    "/ladders/{code}/compare": LADDER,
    "/calendar/days/{on}": {"working": False, "name": "Nghỉ bù", "document": "12/TB-VP"},
    "/calendar/days/{on}/compare": {"working": False, "name": "Nghỉ bù", "document": "12/TB-VP"},
    "/admin/people": {"code": "moi", "name": "Lê Mới"},
    "/admin/people/{code}": {"name": "Lê Mới"},
    "/admin/people/{code}/compare": {"name": "Lê Mới"},
    "/admin/people/{code}/posts": {"unit": "HP", "role": "clerk", "title": "Văn thư"},
    "/admin/people/{code}/posts/{number}": {"title": "Văn thư"},
    "/admin/people/{code}/posts/{number}/compare": {"title": "Văn thư"},
    "/admin/people/{code}/channels": {"address": "folder:///thu"},
    "/admin/units": {"code": "HP-MOI", "name": "Phòng mới", "kind": "room", "parent": "HP"},
    "/admin/units/{code}": {"name": "Phòng mới"},
    "/admin/units/{code}/compare": {"name": "Phòng mới"},
}
SENT: dict[str, dict[str, Any]] = {path: {"json": said} for path, said in SAID.items()} | {
    "/tasks/{code}/submit": {"files": {"evidence": ("bien-ban.pdf", PDF)}},
    "/plans": {"files": NOTICE_FILE, "data": {"subject": "QN"}},
    "/plans/{code}/document": {"files": NOTICE_FILE},
    "/organisation/compare": {"files": {"file": ("tc.yaml", ORGANISATION)}},
    "/calendar/compare": {"files": {"file": ("lich.yaml", CALENDAR)}},
    "/organisation": {"files": {"file": ("tc.yaml", ORGANISATION)}},
    "/calendar": {"files": {"file": ("lich.yaml", CALENDAR)}},
    "/readings": {"files": {"file": ("a.txt", "Nội dung một văn bản.".encode())}},
}


class Staged(NamedTuple):
    """The application on a small country, and a program for everybody."""

    programs: dict[str, Program]
    house: Rehearsal
    country: Country

    def answer(self, row: Row, role: str) -> str:
        """Ask as somebody; what they may do is taken back, what they may not would stay."""
        self.house.keeps = role not in row.may
        names = self.country.samples[row.of]
        sent = _sent(row, names) if row.method not in ("GET", "DELETE") else {}
        answer = self.programs[role].send(row.method, row.path.format(**names), ANY_STATE, **sent)
        return ANSWERS.get(answer.status_code, f"{answer.status_code} {answer.text}")


def _sent(row: Row, names: Names) -> dict[str, Any]:
    if "/workbook/" in row.path:
        return {"files": {"workbook": ("ke-hoach.xlsx", base64.b64decode(names["workbook"]))}}
    return SENT.get(row.path, {})


@pytest.fixture(scope="module")
def staged(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    with country(migrated_sqlite, tmp_path_factory.mktemp("matrix")) as made:
        tokens = {role: token_of(made.site, person) for role, person in ROLES.items()}
        house = Rehearsal()
        with application.client(house) as client:
            programs = {role: Program(client, tokens.get(role)) for role in rights_table.ROLES}
            yield Staged(programs, house, made)


@pytest.fixture(autouse=True)
def settings(staged: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    staged.country.settings(monkeypatch)


def test_every_route_has_its_row() -> None:
    known = {(way.method, way.path) for way in ways(create_api(House()))}
    assert {(row.method, row.path) for row in ROWS} == known, "write a row of tests/api_rights_table.py"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.path} {row.of}".strip())
def test_everybody_is_answered_as_the_table_says(staged: Staged, row: Row) -> None:
    before = staged.country.stands()
    refused = {role: staged.answer(row, role) for role in rights_table.ROLES - row.may}
    assert refused == {role: row.refusal(role) for role in refused}
    assert staged.country.stands() == before, "who may not has changed something"
    assert {role: staged.answer(row, role) for role in row.may} == dict.fromkeys(row.may, "yes")
