"""`dondoc draft` and `dondoc plan`: a notice led by command from its draft to its close."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from databases import engine_of
from dondoc import db
from dondoc.cli.main import run
from models import Installation
from small_notice import CORRECTED, NOTICE
from small_plan import EIGHT, MEETING
from small_world import SmallWorld

if TYPE_CHECKING:
    from pathlib import Path

CODE = "HP-2014-01"


class Office:
    """A simulated data folder with the small organisation; commands act in it and say what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def notice(self, text: str, name: str = "thong-bao.txt") -> str:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return str(file)

    def does(self, command: str, who: str = "chanh", on: str = "05-12", *more: str) -> tuple[int, str, str]:
        """Run a changing command on a day of 2014; return its exit code, data and talk."""
        code = run([*command.split(), *more, "--as", who, "--on", f"2014-{on}"])
        return (code, *self._capsys.readouterr())

    def shows(self, command: str, *more: str) -> Any:
        assert run([*command.split(), *more, "--json"]) == 0
        return json.loads(self._capsys.readouterr().out)


@pytest.fixture
def office(
    migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    (tmp_path / "dondoc.sqlite3").write_bytes(migrated_sqlite.read_bytes())
    with engine_of(f"sqlite:///{tmp_path / 'dondoc.sqlite3'}") as engine, db.session(engine) as session:
        SmallWorld(session)
        made = dt.datetime.combine(MEETING, EIGHT, dt.UTC)
        session.add(Installation(simulated=True, created_at=made))
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path))
    monkeypatch.setenv("DONDOC_LANGUAGE", "vi")
    return Office(tmp_path, capsys)


@pytest.fixture
def drafted(office: Office) -> Office:
    assert office.does("draft", "chanh", "05-12", office.notice(NOTICE), "--subject", "HP")[0] == 0
    return office


def test_it_drafts_and_lists_what_was_read_into_no_item(office: Office) -> None:
    code, out, err = office.does("draft", "chanh", "05-12", office.notice(NOTICE), "--subject", "HP")
    assert (code, out.splitlines()[0]) == (0, CODE)
    assert "Đã lập dự thảo kế hoạch HP-2014-01 với 06 nội dung" in err


def test_the_same_notice_again_says_so(drafted: Office) -> None:
    code, out, err = drafted.does("draft", "chanh", "05-12", drafted.notice(NOTICE), "--subject", "HP")
    assert (code, out) == (0, "")
    assert "không có gì thay đổi" in err


def test_a_corrected_notice_prints_the_difference(drafted: Office) -> None:
    file = drafted.notice(CORRECTED, "sua-doi.txt")
    code, out, _err = drafted.does("draft", "chanh", "05-12", file, "--subject", "HP", "--plan", CODE)
    assert code == 0
    assert [line.split()[:2] for line in out.splitlines() if "rút bỏ" in line] == [[f"{CODE}.2.1.4", "rút"]]


def test_it_shows_a_plan_for_programs_and_for_people(drafted: Office) -> None:
    plan = drafted.shows("plan show", CODE)
    assert (plan["plan"], plan["state"], plan["unit"]) == (CODE, "draft", "HP")
    assert plan["items"][0]["due_on"] == "2014-06-29"
    assert run(["plan", "show", CODE]) == 0
    out = drafted._capsys.readouterr().out
    assert "Trạng thái: dự thảo" in out
    assert "hằng tháng" in out
    assert "Cần xác định:" in out


def test_it_sets_an_item_and_shows_it(drafted: Office) -> None:
    code, out, err = drafted.does(f"plan set {CODE} 2.1.1 --person vien --proof Danh-sách")
    assert (code, err) == (0, f"Đã ghi nội dung {CODE}.2.1.1.\n")
    assert "Người phụ trách: vien" in out


def test_it_mends_splits_joins_and_adds_items(drafted: Office) -> None:
    def cut(deed: str, option: str = "", words: str = "") -> tuple[int, str]:
        code, _out, err = drafted.does(f"plan {deed}", "chanh", "05-12", *filter(None, (option, words)))
        return code, err.splitlines()[0].removesuffix(".")

    assert cut(f"split {CODE} 2.1.2", "--before", "báo cáo kết quả") == (
        0,
        f"Đã tách nội dung {CODE}.2.1.2; phần sau là nội dung {CODE}.2.1.2-2",
    )
    assert cut(f"mend {CODE} 2.2", "--begins", "Cục Hải Phòng cần")[0] == 0
    assert cut(f"join {CODE} 2.1.2")[0] == 0
    assert cut(f"add {CODE}", "--words", "Việc lưu trữ hồ sơ còn chậm")[1].startswith("Đã bổ sung nội dung")
    assert cut(f"split {CODE} 2.1.2", "--before", "kho")[0] == 2
    texts = {item["ref"]: item["text"] for item in drafted.shows("plan show", CODE)["items"]}
    assert texts["2.2"].startswith("Cục Hải Phòng cần")


def test_it_leads_a_plan_to_its_approval(drafted: Office) -> None:
    for item in ("2.1.1 --person vien", "2.1.2 --lead HP-TCCB --person phong", "2.1.3 --person cuc"):
        drafted.does(f"plan set {CODE} {item}")
    drafted.does(f"plan set {CODE} 2.1.4 --person cuc")
    drafted.does(f"plan set {CODE} 2.2 --orders-plan")
    drafted.does(f"plan set {CODE} 2.3 --person vu --no-term", "chanh", "05-12", "Theo tiến độ")
    said = [
        drafted.does(f"plan open {CODE}"),
        drafted.does(f"plan consult {CODE}", "cuc", "05-13"),
        drafted.does(f"plan opine {CODE}", "vu", "05-14", "--text", "Nhất trí"),
        drafted.does(f"plan submit {CODE}", "cuc", "05-19"),
        drafted.does(f"plan return {CODE}", "tong", "05-20", "--reason", "Làm rõ tiến độ"),
        drafted.does(f"plan submit {CODE}", "cuc", "05-21"),
        drafted.does(f"plan approve {CODE}", "tong", "05-23"),
    ]
    assert [code for code, _out, _err in said] == [0] * 7
    assert "chậm nhất ngày 16/5/2014" in said[1][2]
    assert said[3][2].splitlines()[1] == "Không có ý kiến của: TC-VP."
    assert [plan["state"] for plan in drafted.shows("plan list")] == ["approved"]


@pytest.mark.parametrize(
    ("command", "who", "code", "sentence"),
    [
        pytest.param(f"plan open {CODE}", "cuc", 1, "Phạm Cục", id="no right"),
        pytest.param(f"plan submit {CODE}", "cuc", 1, "còn là dự thảo", id="too early"),
        pytest.param("plan open HP-2014-09", "chanh", 2, "Không có kế hoạch HP-2014-09", id="unknown plan"),
        pytest.param(f"plan set {CODE} 9.9 --person cuc", "chanh", 2, "không có nội dung 9.9", id="no item"),
        pytest.param(f"plan set {CODE} 2.1.1", "chanh", 2, "ít nhất một tùy chọn", id="nothing to set"),
        pytest.param(f"plan set {CODE} 2.1.1 --kind x", "chanh", 2, "--kind", id="unknown kind"),
        pytest.param(f"plan issue {CODE}", "chanh", 1, "còn là dự thảo", id="not approved"),
        pytest.param("draft khong-co.txt --subject HP", "chanh", 2, "khong-co.txt", id="no file"),
    ],
)
def test_it_refuses_in_one_sentence(
    drafted: Office, command: str, who: str, code: int, sentence: str
) -> None:
    found, out, err = drafted.does(command, who)
    assert (found, out, len(err.splitlines())) == (code, "", 1)
    assert sentence in err
