"""The real notices beside the first one, each against its annotation by hand."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from annotated import Annotation
from dondoc.reading.file import text_of
from dondoc.reading.lines import logical_lines
from dondoc.reading.notice import read_text
from dondoc.reading.text import Text
from notice_score import plain
from pdf_file import PdfFile
from word_file import WordFile

if TYPE_CHECKING:
    from dondoc.reading.result import Item

NOTICES = Path(__file__).parents[3] / "shared" / "notices"
ANNOTATIONS = sorted((Path(__file__).parents[1] / "data" / "notices").glob("*.json"))
TOTALS = "{:<34} items {:>2}  owners {:>2}  terms {:>2}  references {:>2}  recipients {:>2}  differences {}\n"

pytestmark = pytest.mark.skipif(not NOTICES.exists(), reason="the real notices are not part of the project")


@pytest.fixture(params=ANNOTATIONS, ids=lambda file: file.stem)
def annotation(request: pytest.FixtureRequest) -> Annotation:
    return Annotation.of(request.param, NOTICES)


def test_it_reads_what_was_annotated(annotation: Annotation, capsys: pytest.CaptureFixture[str]) -> None:
    differences, stated = annotation.differences(), annotation.stated
    counts = [
        len(stated["items"]),
        sum(len(item["leads"]) for item in stated["items"]),
        sum(item["term"] is not None for item in stated["items"]),
        len(stated["references"]),
        len(stated["recipients"]),
    ]
    with capsys.disabled():
        sys.stdout.write("\n" + TOTALS.format(annotation.name, *counts, len(differences)))
    assert "\n".join(differences) == ""


def test_it_invents_no_date(annotation: Annotation) -> None:
    assert set(_dates(read_text(annotation.raw).to_json())) <= set(_dates(annotation.stated))


@pytest.mark.parametrize("notice", sorted(NOTICES.glob("*.txt")), ids=lambda file: file.stem)
def test_it_reads_the_same_from_word_and_pdf(notice: Path) -> None:
    raw = notice.read_bytes().decode("utf-8-sig").replace("\ufffd", "*")
    text = Text.of(raw)
    word, pdf = WordFile(), PdfFile()
    for line in logical_lines(text):
        words = " ".join(text.words(line).split())
        word.document.add_paragraph(words)
        pdf.paragraph(words)
    forms = [text_of(content, notice.name) for content in (word.content(), pdf.content())]
    expected = [_said(item) for item in read_text(raw).items]
    assert [[_said(item) for item in read_text(each).items] for each in forms] == [expected, expected]


def _said(item: Item) -> tuple[object, ...]:
    named = [plain(each.name) for each in (*item.leads, *item.coordinators)]
    cited = [plain(each.text) for each in item.legal_refs]
    term = (item.term.operator, item.term.date, item.term.amount) if item.term else None
    return item.ref, item.kind, named, term, cited, plain(item.text)


def _dates(data: dict[str, Any]) -> list[str]:
    return re.findall(r'"(\d{4}-\d{2}-\d{2})"', json.dumps(data))
