"""`dondoc task …` as people type it, in a simulated folder on both databases."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

import cast
import databases
from dondoc import db
from dondoc.cli.main import run
from models import Installation
from stage import CODE, Stage

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = {
    "report": f"{CODE}: đã ghi nhận tiến độ 100%.\n"
    "Nhiệm vụ chỉ hoàn thành sau khi nộp kết quả và được nghiệm thu: `dondoc task submit`.\n",
    "submit": f"Đã nộp kết quả {CODE}; đồng chí nv1-head nghiệm thu chậm nhất ngày 27/5/2014.\n",
    "return": f"Đã trả lại {CODE}, yêu cầu thực hiện lại; ngày đến hạn: 23/5/2014.\n",
    "accept": f"{CODE} đã được nghiệm thu, hoàn thành.\n",
}


@pytest.fixture(autouse=True)
def folder(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DONDOC_DATABASE_URL", database)
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    with databases.engine_of(database) as engine, db.session(engine) as session:
        cast.store(session)
        session.add(Installation(simulated=True, created_at=dt.datetime(2014, 5, 9, tzinfo=dt.UTC)))
        stage = Stage(session, tmp_path)
        stage.give()
        stage.give("HP-2014-01.3.3a", due=None, no_term_reason="chưa nêu thời hạn")
    return tmp_path


def task(command: str, person: str, on: str, *more: str) -> int:
    return run(["task", command, CODE, "--as", person, "--on", f"2014-{on}", *more])


def shown(on: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["task", "show", CODE, "--on", f"2014-{on}", "--json"]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def listed(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    capsys.readouterr()
    assert run(["task", "list", "--json", *options]) == 0
    return [line["task"] for line in json.loads(capsys.readouterr().out)]


def test_a_task_is_lived_through_by_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proof = folder / "bien-ban.pdf"
    proof.write_bytes(b"%PDF-1.4\ndone")
    deeds = (
        ("report", ("room-officer", "05-19", "--percent", "100", "--note", "đã xong")),
        ("submit", ("room-officer", "05-20", "--evidence", str(proof))),
        ("return", ("nv1-head", "05-28", "--reason", "thiếu chữ ký")),
        ("submit", ("room-head", "05-29", "--document", "152/BC-CTHADS, 29/5/2014")),
        ("accept", ("nv1-head", "05-30")),
    )
    for command, arguments in deeds:
        assert task(command, *arguments) == 0
        said = capsys.readouterr()
        assert said.out == ""
        if command != "submit" or "--evidence" in arguments:
            assert said.err == SENTENCES[command]
    assert len(list((folder / "data" / "evidence").glob("*/*"))) == 1
    told = shown("05-30", capsys)
    assert (told["state"], told["term"]["against_current"]) == ("accepted", "done_late")
    done = [line["operation"].removeprefix("task.") for line in told["history"]]
    assert done == ["report", "submit", "return", "give_back", "submit", "accept"]


def test_show_says_what_comes_when(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown("05-26", capsys)
    assert (told["working_days_late"], told["due_on"], told["raised"]) == (2, "2014-05-22", [])
    days = [step["due_on"] for step in told["to_come"]]
    assert (len(days), days[0], days[-1]) == (9, "2014-05-13", "2014-06-19")
    task("submit", "room-officer", "05-26", "--document", "152/BC-CTHADS, 26/5/2014")
    assert shown("05-26", capsys)["to_come"] == []


def test_show_reads_as_an_official_writes(capsys: pytest.CaptureFixture[str]) -> None:
    task("report", "room-officer", "05-27", "--percent", "60")
    assert run(["task", "show", CODE, "--on", "2014-05-27"]) == 0
    page = capsys.readouterr().out
    assert "Trạng thái: đang thực hiện, quá hạn 03 ngày làm việc (60%)" in page
    assert "Ngày đến hạn: 22/5/2014 (chưa hoàn thành, quá hạn)" in page
    assert "27/5/2014, room-officer: cập nhật tiến độ; tiến độ %: 60" in page
    assert "- 05/6/2014: Văn phòng Tổng cục" in page


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param([], [CODE, "HP-2014-01.3.3a.RS1", "HP-2014-01.3.3a"], id="all, undated last"),
        pytest.param(["--late", "--on", "2014-05-22"], [], id="nothing late on the due date"),
        pytest.param(
            ["--late", "--on", "2014-05-23"], [CODE], id="late the day after, though no run ever ran"
        ),
        pytest.param(["--unit", "HP", "--late", "--on", "2014-06-01"], [CODE], id="of a unit above"),
        pytest.param(["--unit", "QN"], [], id="of another unit"),
        pytest.param(["--person", "room-head"], ["HP-2014-01.3.3a.RS1"], id="of a person"),
    ],
)
def test_list_filters(options: list[str], expected: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, *options) == expected


def test_what_is_handed_in_is_nobodys_lateness(capsys: pytest.CaptureFixture[str]) -> None:
    task("submit", "room-officer", "05-22", "--document", "152/BC-CTHADS, 22/5/2014")
    assert listed(capsys, "--late", "--on", "2014-05-30") == [f"{CODE}.NT1"]


def test_a_decision_is_not_reported_on(capsys: pytest.CaptureFixture[str]) -> None:
    undated = "HP-2014-01.3.3a"
    capsys.readouterr()
    assert run(["task", "report", f"{undated}.RS1", "--percent", "50", "--as", "room-head"]) == 1
    said = capsys.readouterr().err
    assert said == f"{undated}.RS1 hoàn thành khi cập nhật tiến độ của nhiệm vụ {undated}.\n"


@pytest.mark.parametrize(
    ("code", "arguments", "said"),
    [
        (1, ("accept", "room-head", "05-20"), "room-head không có quyền"),
        (1, ("accept", "nv1-head", "05-20"), "chưa nộp kết quả"),
        (2, ("report", "room-officer", "05-20", "--percent", "101"), "từ 0 đến 100%"),
        (2, ("submit", "room-officer", "05-20"), "cần có minh chứng"),
        (2, ("submit", "room-officer", "05-20", "--evidence", "nowhere.pdf"), "nowhere.pdf"),
        (2, ("submit", "room-officer", "05-20", "--document", "152"), "152/BC-CTHADS, 20/5/2014"),
        (2, ("assign", "room-head", "05-20", "--person", "nobody"), "nobody"),
        (1, ("assign", "room-head", "05-20", "--person", "qn-head"), "không công tác"),
        (2, ("report", "nobody", "05-20", "--percent", "1"), "nobody"),
    ],
)
def test_a_refusal_is_one_sentence_and_changes_nothing(
    code: int, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert task(*arguments) == code
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert shown("05-20", capsys)["history"] == []


def test_a_person_who_has_it_already_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert task("assign", "room-head", "05-20", "--person", "room-officer") == 0
    assert capsys.readouterr().err == f"{CODE} vốn đang do room-officer phụ trách.\n"


def test_a_task_there_is_not_is_wrong_input() -> None:
    assert run(["task", "show", "HP-1"]) == 2
