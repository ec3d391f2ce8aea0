"""The first user's own notice against its annotation by hand."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from dondoc.reading.notice import read_file
from dondoc.reading.result import Reading, Signer
from notice_score import Row, match, obligations, plain, quoted, table
from tiling import tiles

NOTICES = Path(__file__).parents[3] / "shared" / "notices"
NOTICE = NOTICES / "hai-phong-2014-05-09.txt"
GOLD = NOTICES / "hai-phong-2014-05-09.gold.json"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the real notices are not part of the project")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_file(NOTICE)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    annotation: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return annotation


@pytest.fixture(scope="module")
def rows(reading: Reading, gold: dict[str, Any]) -> list[Row]:
    return match(reading.items, gold["directive_items"])


def test_it_reads_the_annotated_items_and_shows_the_table(
    reading: Reading, rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{table(rows)}")
    assert [row.gold["id"] for row in rows if row.item is None] == []
    assert len(reading.items) == len(rows) == 21


@pytest.fixture(scope="module")
def part_rows(reading: Reading, gold: dict[str, Any]) -> list[Row]:
    return match(
        [part for item in reading.items for part in item.parts], obligations(gold["directive_items"])
    )


def test_it_takes_the_items_apart_into_the_annotated_obligations(
    part_rows: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{table(part_rows)}")
    assert len(part_rows) == 77
    assert len([row.gold["id"] for row in part_rows if row.item]) >= 75
    assert sum(row.checks["owner"] for row in part_rows) >= 70
    assert all(row.checks["refs"] for row in part_rows if row.item)


def test_the_parts_tile_their_item(reading: Reading) -> None:
    assert [item.ref for item in reading.items if not tiles(reading.text, item)] == []
    parts = [part for item in reading.items for part in item.parts]
    assert len(parts) <= 82  # it does not win by cutting everywhere


def test_the_one_term_stands_on_the_part_that_states_it(reading: Reading) -> None:
    terms = {part.ref: part.term.date for item in reading.items for part in item.parts if part.term}
    assert terms == {"3.6c": dt.date(2014, 5, 23), "3.6d": None}  # d: before the plan is submitted


@pytest.mark.parametrize(
    "check", ["ref", "owner", "beside", "term", "urgency", "recurrence", "refs", "cases"]
)
def test_it_reads_of_each_item_what_the_annotation_states(rows: list[Row], check: str) -> None:
    assert [row.gold["id"] for row in rows if not row.checks[check]] == []


def test_it_reads_the_one_term_and_invents_no_date(reading: Reading, gold: dict[str, Any]) -> None:
    terms = {item.ref: item.term for item in reading.items if item.term}
    assert list(terms) == ["3.6"]
    assert terms["3.6"].operator == "before"
    assert terms["3.6"].last_day == dt.date(2014, 5, 22)
    known = {each["iso"] for each in gold["metadata"]["all_calendar_dates"]} | {"2014-05-22"}
    data = json.dumps(reading.to_json(), ensure_ascii=False)
    assert set(re.findall(r'"(\d{4}-\d{2}-\d{2})"', data)) <= known


def test_every_quotation_stands_where_its_span_says(reading: Reading) -> None:
    raw = NOTICE.read_bytes().decode()
    quotations = list(quoted(reading))
    assert len(quotations) > 150
    assert [words for words, (start, end) in quotations if raw[start:end] != words] == []


def test_it_reads_what_the_document_says_of_itself(reading: Reading, gold: dict[str, Any]) -> None:
    document, stated = reading.document, gold["metadata"]
    assert (document.kind, document.number, document.date) == ("conclusion", None, None)
    assert document.meeting_date == dt.date(2014, 5, 9)
    assert document.subject == stated["subject_unit"]
    assert stated["issuer"].startswith(str(document.issuer))
    assert document.signer == Signer(stated["signatory"]["name"], stated["signatory"]["position"], "TL.")
    assert document.sha256 == hashlib.sha256(NOTICE.read_bytes()).hexdigest()
    assert document.text_sha256 == hashlib.sha256(reading.text.encode()).hexdigest()


PURPOSES = {
    "để b/c": "report",
    "để t/h": "execute",
    "để p/h": "coordinate",
    "để p/h chỉ đạo": "direct",
    "để đưa tin": "publish",
    "Lưu": "archive",
    None: None,
}


def test_it_reads_every_recipient_with_its_purpose(reading: Reading, gold: dict[str, Any]) -> None:
    expected = [
        (unit, PURPOSES[line["purpose_code"]])
        for line in gold["metadata"]["recipients"]
        for unit in line["units"]
    ]
    assert [(each.name, each.purpose) for each in reading.recipients] == expected


def test_it_finds_the_two_bodies_that_must_give_their_opinion(reading: Reading) -> None:
    plan = next(item for item in reading.items if item.ref == "3.6")
    assert [each.name for each in plan.coordinators] == [
        "Văn phòng Tổng cục",
        "Vụ Tổ chức cán bộ của Tổng cục",
    ]


def test_it_tells_targets_and_duties_of_the_authority(reading: Reading) -> None:
    kinds = {item.ref: item.kind for item in reading.items}
    assert [ref for ref, kind in kinds.items() if kind == "authority"] == ["3.7", "4.2"]
    assert [ref for ref, kind in kinds.items() if kind == "target"] == ["3.2.2"]
    assert {kinds[ref] for ref in ("3.1.1", "3.3.1", "3.5.3", "4.1")} == {"standing"}
    assert {kinds[ref] for ref in ("3.1.2", "3.2.1", "3.5.2", "3.6")} == {"deliverable"}


def test_it_lists_the_orders_that_stand_in_no_item(reading: Reading, gold: dict[str, Any]) -> None:
    outside = gold["directives_outside_sections_3_4"]
    assert len(reading.unread) == len(outside)
    for words, annotated in zip(reading.unread, outside, strict=True):
        assert words.span[0] <= annotated["char_start"] < annotated["char_end"] <= words.span[1]


def test_it_loses_nothing_of_the_sections_that_order(reading: Reading) -> None:
    raw = reading.text
    start, end = raw.index("\n3. "), raw.index("\nTrên đây là")
    covered = [item.span for item in reading.items] + [words.span for words in reading.unread]
    lost = []
    for line in re.finditer(r"[^\n]+", raw[start:end]):
        words = re.sub(r"^\s*(?:-|[\d.]+\.)\s*", "", line.group()).rstrip()
        place = start + line.start() + line.group().index(words)
        if not any(first <= place and place + len(words) <= last for first, last in covered):
            lost.append(words)
    assert all(len(words) < 100 and not words.endswith((".", ";", ":")) for words in lost), lost
    assert len(lost) == 6  # the headings of 3 and 3.1 to 3.5


def test_it_reads_the_findings_with_their_figures(reading: Reading, gold: dict[str, Any]) -> None:
    read = {
        (each.value, each.compared_with, each.rank, each.of) for f in reading.findings for each in f.figures
    }
    for metric in (*gold["findings_2_2"]["metrics"], *gold["findings_2_2"]["context_2_1"]):
        rank = metric["rank"] or metric["grade"]
        stated = (metric["value"], metric["comparison_value"], rank, metric["rank_of"])
        assert stated in read or not any(stated)
    spans = [each.span for each in reading.findings if each.ref == "2.2"]
    for finding in gold["findings_2_2"]["qualitative"]:
        place = finding["char_start"]
        assert any(start <= place < end for start, end in spans), plain(finding["quote"])
