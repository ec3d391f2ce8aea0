"""A workbook of a plan as Microsoft Excel saves it, with what an office does in Excel beside filling in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from excel_file import saved_by_excel, strict, with_pivot
from plan_office import NOTE, PROOF, TERM
from workbooks import computed

if TYPE_CHECKING:
    from collections.abc import Callable

    from plan_office import PlanOffice
    from workbooks import Desk


@pytest.fixture
def content(desk: Desk) -> bytes:
    """The kept workbook, filled in with Excel."""
    desk.write("3.1", TERM, dt.date(2014, 6, 30))
    desk.sheet.cell(*desk.place("3.1", TERM)).number_format = r'[$-42A]dd\ "tháng" mm\ yyyy;@'
    desk.write("3.1", NOTE, "Một dòng\nHai dòng")
    desk.compute("3.1", PROOF, '="Báo "&"cáo"')
    return saved_by_excel(computed(desk.save(), "Báo cáo"))


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(lambda content: content, id="nothing else"),
        pytest.param(with_pivot, id="a pivot table with groups"),
        pytest.param(strict, id="saved as Strict Open XML"),
    ],
)
def test_what_excel_saves_is_taken(
    kept_office: PlanOffice, content: bytes, beside: Callable[[bytes], bytes]
) -> None:
    (first,) = kept_office.take(beside(content)).changes
    assert first.fields["due_on"] == ["2014-07-31", "2014-06-30"]
    assert (first.fields["note"][1], first.fields["proof"][1]) == ("Một dòng\nHai dòng", "Báo cáo")


def test_what_excel_only_saved_changes_nothing(kept_office: PlanOffice, desk: Desk) -> None:
    assert kept_office.take(saved_by_excel(desk.save())).changes == ()
