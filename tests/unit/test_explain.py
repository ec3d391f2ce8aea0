"""`dondoc read --explain`: every rule has its sentence, and the reasons are those of the words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import pytest

from dondoc.cli.explain_words import SENTENCES
from dondoc.cli.main import run
from dondoc.reading.kinds import KINDS
from dondoc.reading.notice import read_text
from dondoc.reading.openings import Opening
from dondoc.reading.reasons import WORDS, Led
from dondoc.reading.term_forms import FormName
from dondoc.reading.term_traps import Trap

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    *(f"order.{rule}" for rule in (*dict(WORDS), "doer", "verb", "listed")),
    *(f"part.{rule}" for rule in Opening),
    *(f"lead.{rule}" for rule in Led),
    *(f"term.{rule}" for rule in (*get_args(FormName), "none")),
    *(f"trap.{rule}" for rule in Trap),
    *(f"kind.{rule}" for rule in KINDS),
}


def test_every_rule_has_its_sentence() -> None:
    assert set(SENTENCES) == RULES


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        pytest.param(
            "1. Giao Sở A lập Kế hoạch sửa kho trước ngày 05/8/2026.",
            ["order.opener", "lead.named", "term.day", "kind.term"],
            id="who is given what by when",
        ),
        pytest.param(
            "1. Về kho\n- Cần thường xuyên quét kho.",
            ["order.modal", "lead.nobody", "term.none", "kind.recurrence"],
            id="a modal, nobody named, recurring",
        ),
        pytest.param(
            "1. Giao Ban Kho tàng\n- Sửa chữa 100% khóa cũ.",
            ["order.verb", "lead.above", "term.none", "kind.threshold"],
            id="the owner stands in the heading",
        ),
        pytest.param(
            "1. Nhiệm vụ\n- Chuẩn bị phòng họp cho hội nghị đến ngày 05/8/2026.",
            ["order.verb", "lead.nobody", "trap.prepared", "term.none", "kind.once"],
            id="the date of an event is no term",
        ),
        pytest.param(
            "1. Nhiệm vụ\n- Sắp xếp lại kho (việc này thuộc trách nhiệm của Phòng Kho).",
            ["order.verb", "lead.aside", "term.none", "kind.once"],
            id="the owner stands in parentheses",
        ),
    ],
)
def test_it_keeps_why_it_read_so(words: str, rules: list[str]) -> None:
    (item,) = read_text(words).items
    assert [reason.rule for reason in item.reasons] == rules
    for reason in item.reasons:
        assert reason.span is None or words[slice(*reason.span)] == reason.words


@pytest.fixture
def notice(tmp_path: Path) -> str:
    file = tmp_path / "notice.txt"
    file.write_text("1. Giao Sở A lập sổ kho; báo cáo Chủ tịch trước ngày 05/8/2026.\n", encoding="utf-8")
    return str(file)


def test_it_explains_in_vietnamese(notice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", notice, "--explain"]) == 0
    printed = capsys.readouterr().out
    for words in (
        "1b  báo cáo Chủ tịch",
        "Việc cụ thể: tách bằng dấu chấm phẩy.",
        "Chủ trì: như vế đứng trước, “Sở A”.",
        "Thời hạn: một ngày cụ thể, “trước ngày 05/8/2026”.",
    ):
        assert words in printed


def test_json_has_reasons_only_where_asked(notice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", notice, "--json"]) == 0
    assert "reasons" not in capsys.readouterr().out
    assert run(["read", notice, "--json", "--explain"]) == 0
    (item,) = json.loads(capsys.readouterr().out)["items"]
    assert item["parts"][1]["reasons"][0] == {
        "rule": "part.semicolon",
        "words": None,
        "span": None,
        "text": "Việc cụ thể: tách bằng dấu chấm phẩy.",
    }
