"""The shipped notice against the shipped organisation: read to the last sentence, every owner known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import dondoc
from dondoc.cli.main import run
from dondoc.reading.notice import read_file

DATA = Path(dondoc.__file__).parent / "data"
NOTICE = str(DATA / "notice-sample.txt")
ON = ("--on", "2014-05-07")

ITEMS = [  # reference, kind, lead unit, supervising unit, due date
    ("3.1.1", "deliverable", "LG", "TC-TCCB", "2014-06-14"),
    ("3.1.2", "deliverable", "LG-TCCB", "TC-TCCB", "2014-06-30"),
    ("3.2.1", "deliverable", "LG-NV", "TC-NV1", "2014-06-30"),
    ("3.2.2", "target", "LG", "TC-NV1", None),
    ("3.2.3", "standing", "LG", "TC-NV1", None),
    ("3.3.1", "deliverable", "LG-KNTC", "TC-KNTC", None),
    ("3.4.1", "deliverable", "LG-TCKT", "TC-KHTC", "2014-06-09"),
    ("3.5", "deliverable", "LG", "TC-VP", "2014-05-20"),
    ("3.6.1", "authority", "TC-TTDL", "TC-VP", "2014-06-06"),
    ("3.6.2", "authority", "TC", "TC-VP", None),
]


@pytest.fixture
def plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """The draft plan that the sample becomes."""
    monkeypatch.setenv("DONDOC_DIR", str(tmp_path / "data"))
    office = ("--as", "tc-hoang-ngoc-xuan")
    assert run(["init", "--simulated"]) == 0
    assert run(["org", "load", str(DATA / "organisation-2014.yaml"), "--as", "admin", *ON]) == 0
    assert run(["draft", NOTICE, "--subject", "LG", *office, *ON]) == 0
    capsys.readouterr()
    assert run(["plan", "show", "LG-2014-01", "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_every_item_has_its_owner_supervisor_and_term(plan: dict[str, Any]) -> None:
    assert [
        (item["ref"], item["kind"], item["lead"], item["supervisor"], item["due_on"])
        for item in plan["items"]
    ] == ITEMS


def test_nothing_of_it_is_lost() -> None:
    read = read_file(DATA / "notice-sample.txt")
    assert read.unread == ()
    assert [words.name for words in read.items[7].coordinators] == ["Văn phòng Tổng cục", "Vụ Tổ chức cán bộ"]
    assert read.recipients[-1].purpose == "archive"
