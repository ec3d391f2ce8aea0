"""The real notices beside the first one, each against its annotation by hand."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from annotated import Annotation
from dondoc.reading.notice import read_text

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


def _dates(data: dict[str, Any]) -> list[str]:
    return re.findall(r'"(\d{4}-\d{2}-\d{2})"', json.dumps(data))
