"""What is wrong in a workbook is said by sheet and cell, all of it together, and nothing is changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from dondoc.errors import BadInput
from dondoc.i18n import translate
from models import Person, Unit, UnitKind
from plan_office import (
    BESIDE,
    CODES,
    DUE,
    KIND,
    LEAD,
    NOTE,
    PERSON,
    PROOF,
    SUPERVISOR,
    TERM,
    WORDS,
    PlanOffice,
)
from small_world import SINCE
from workbooks import HEADER, Desk, book_of

if TYPE_CHECKING:
    from collections.abc import Callable


def refusal(office: PlanOffice, desk: Desk | bytes) -> list[str]:
    """Return the sentences of a refusal that changed nothing."""
    before = office.stands(), office.ledger()
    with pytest.raises(BadInput) as refused, office.session.begin_nested():
        office.take(desk)
    office.session.expire_all()
    assert (office.stands(), office.ledger()) == before
    assert translate(refused.value, "vi") != str(refused.value)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("item", "heading", "written", "sentence"),
    [
        pytest.param(
            "3.1", LEAD, "Phòng Tổ chức cán bô", "mean Phòng Tổ chức cán bộ (HP-TCCB)", id="near unit"
        ),
        pytest.param("3.1", LEAD, "hp-tcb", "did you mean Phòng Tổ chức cán bộ (HP-TCCB)", id="near code"),
        pytest.param(
            "3.1", LEAD, "Cục Hải Phòng (HP-TCCB)", "is not the name of HP-TCCB", id="name and code"
        ),
        pytest.param("3.1", LEAD, "Bệnh viện", '"Bệnh viện" is not known: choose from', id="nothing near"),
        pytest.param("3.1", BESIDE, "HP; Tổng cuc; X-Y", "mean Tổng cục (TC)", id="one of several"),
        pytest.param("3.1", PERSON, "Mai Phong", "did you mean Mai Phòng (phong)?", id="near person"),
        pytest.param("3.1", PERSON, "vu", "Vũ Trưởng does not serve in Phòng", id="of another department"),
        pytest.param("3.1", LEAD, "TC-TCCB", "An Viên does not serve in Vụ", id="lead moves away"),
        pytest.param("3.1", SUPERVISOR, "HP", "Cục Hải Phòng is no unit of", id="supervisor"),
        pytest.param("3.1", KIND, "nhiệm vụ thường xuyen", "did you mean nhiệm vụ thường xuyên", id="kind"),
        pytest.param("3.1", TERM, "5/8/26", 'two digits only: write "5/8/2026"', id="two-digit year"),
        pytest.param("3.1", TERM, "trước ngày 5-8-26", 'write "trước ngày 5-8-2026"', id="and with words"),
        pytest.param("3.1", TERM, "trước ngày 15/12", "names no full day: write", id="no year"),
        pytest.param("3.1", TERM, "31/2/2015", "the calendar has no such day", id="no such day"),
        pytest.param("3.1", TERM, "sớm nhất", "is not understood. Write it like", id="no term"),
        pytest.param("3.1", TERM, "chưa ấn định thời hạn", "write after", id="without a reason"),
        pytest.param("3.1", TERM, 41820, "is not understood", id="a bare number"),
        pytest.param("3.1", TERM, dt.time(9), "neither text nor a day", id="an hour without a day"),
        pytest.param("3.1", TERM, None, "cannot be left empty", id="emptied"),
        pytest.param("3.2", TERM, "30/6/2014", "did you mean hằng tuần; hằng tháng", id="a duty has periods"),
        pytest.param("3.1", PERSON, None, "cannot be left empty", id="nobody"),
        pytest.param(
            "3.1", NOTE, "Ch\u00ad\u00a9 x\u00f6 l\u00fd v\u00b5 b\u00b8o c\u00b8o", "TCVN3", id="old code"
        ),
        pytest.param("3.1", WORDS, "Việc khác", 'put "Nội dung 3.1" back', id="the document's words"),
        pytest.param("3.1", DUE, "30/6/2014", 'put "31/7/2014" back', id="what follows from the term"),
        pytest.param("3.1", CODES, "HP-2014-01.3.11", "mean HP-2014-01.3.1", id="near item"),
        pytest.param("3.1", CODES, "HP-2014-02.3.1", "is an item of the plan HP-2014-02", id="other plan"),
    ],
)
def test_it_names_the_cell(
    kept_office: PlanOffice, desk: Desk, item: str, heading: str, written: Any, sentence: str
) -> None:
    place = desk.write(item, heading, written)
    said = refusal(kept_office, desk)
    assert said[0] == "ke-hoach.xlsx is not taken, and nothing has been changed:"
    assert any(f"sheet 'Kế hoạch', cell {place}: " in each and sentence in each for each in said[1:])


def test_it_says_all_of_it_together_in_the_order_of_the_rows(kept_office: PlanOffice, desk: Desk) -> None:
    places = [
        desk.write("3.1", PERSON, "ai do"),
        desk.write("3.1", TERM, "5/8/26"),
        desk.write("3.2", LEAD, "Phòng X"),
        desk.compute("3.7", PROOF, "=A1"),
    ]
    said = refusal(kept_office, desk)[1:]
    assert [each.partition(":")[0] for each in said] == [
        f"sheet 'Kế hoạch', cell {place}" for place in places
    ]


def test_a_refusal_names_the_cells_that_bring_it_about(kept_office: PlanOffice, desk: Desk) -> None:
    desk.write("3.1", PROOF, "Báo cáo")
    lead, person = desk.write("3.1", LEAD, "TC-VP"), desk.write("3.1", PERSON, "phong")
    assert refusal(kept_office, desk)[1].startswith(
        f"sheet 'Kế hoạch', cell {lead}: Mai Phòng does not serve"
    )
    assert person not in refusal(kept_office, desk)[1]


def _add_row(desk: Desk) -> None:
    desk.sheet.cell(HEADER + 5, desk.column(WORDS)).value = "Việc thêm"


def _remove_row(desk: Desk) -> None:
    desk.sheet.delete_rows(HEADER + 2)


def _double_row(desk: Desk) -> None:
    for column in range(1, 15):
        desk.sheet.cell(HEADER + 5, column).value = desk.sheet.cell(HEADER + 1, column).value


def _add_column(desk: Desk) -> None:
    desk.sheet.cell(HEADER, 15).value = "Ý kiến"


def _misname_column(desk: Desk) -> None:
    desk.sheet.cell(HEADER, desk.column(PERSON)).value = "Người phụ tráhc"


def _write_beside(desk: Desk) -> None:
    desk.sheet.cell(HEADER + 2, 16).value = "?"


def _double_column(desk: Desk) -> None:
    desk.sheet.cell(HEADER, 15).value = NOTE


def _hide_row(desk: Desk) -> None:
    desk.write("3.2", PROOF, "Báo cáo")
    desk.sheet.row_dimensions[HEADER + 2].hidden = True


def _hide_column(desk: Desk) -> None:
    desk.write("3.2", PROOF, "Báo cáo")
    desk.sheet.column_dimensions["J"].hidden = True


def _merge_across(desk: Desk) -> None:
    desk.sheet.merge_cells("J6:K6")


@pytest.mark.parametrize(
    ("mangle", "place", "sentence"),
    [
        pytest.param(_add_row, "C9", "rows are not added here", id="a row added"),
        pytest.param(_remove_row, "B4", "of these items are gone: HP-2014-01.3.2. Put", id="a row removed"),
        pytest.param(_double_row, "B9", "HP-2014-01.3.1 stands in row 5 already", id="a row twice"),
        pytest.param(
            _add_column, "O4", 'the column "Ý kiến" is not one of the plan\'s: remove', id="a column"
        ),
        pytest.param(_misname_column, "G4", 'is it "Người phụ trách"?', id="a heading with a slip"),
        pytest.param(_misname_column, "B4", '"Người phụ trách" is missing', id="a column missing"),
        pytest.param(_write_beside, "P6", "has no heading and is not taken", id="beside the table"),
        pytest.param(_double_column, "O4", "this column stands twice", id="a column twice"),
        pytest.param(_hide_row, "J6", "in a hidden row or column", id="a hidden row"),
        pytest.param(_hide_column, "J6", "in a hidden row or column", id="a hidden column"),
        pytest.param(_merge_across, "J6", "merged with other columns (J6:K6)", id="merged across"),
    ],
)
def test_it_says_what_has_become_of_the_table(
    kept_office: PlanOffice, desk: Desk, mangle: Callable[[Desk], None], place: str, sentence: str
) -> None:
    mangle(desk)
    said = refusal(kept_office, desk)[1:]
    assert any(each.startswith(f"sheet 'Kế hoạch', cell {place}: ") and sentence in each for each in said)


def test_what_is_hidden_and_unchanged_is_no_matter(kept_office: PlanOffice, desk: Desk) -> None:
    desk.sheet.row_dimensions[HEADER + 2].hidden = True
    desk.sheet.column_dimensions["D"].hidden = True
    desk.write("3.1", PROOF, "Báo cáo")
    assert len(kept_office.take(desk).changes) == 1


def test_a_name_of_two_needs_its_code(kept_office: PlanOffice) -> None:
    world = kept_office.small.world
    kept_office.session.add(
        Unit(
            code="HP-2",
            name="Phòng Tổ chức cán bộ",
            kind=UnitKind.ROOM,
            parent_id=world.units["HP"],
            valid_from=SINCE,
        )
    )
    kept_office.session.flush()
    desk = kept_office.export()
    place = desk.write("3.1", LEAD, "Phòng Tổ chức cán bộ")
    desk.write("3.1", PROOF, "Báo cáo")
    assert f'{place}: "Phòng Tổ chức cán bộ" may be any of these' in refusal(kept_office, desk)[1]


def test_somebody_who_has_left_is_refused_by_the_rule_of_plan_set(kept_office: PlanOffice) -> None:
    kept_office.session.add(Person(code="cu", name="Người Cũ"))
    kept_office.session.flush()
    desk = kept_office.export()
    place = desk.write("3.1", PERSON, "cu")
    assert refusal(kept_office, desk)[1].endswith(
        f"cell {place}: Người Cũ holds no post and cannot be given work."
    )


def test_a_workbook_of_another_plan_is_named(kept_office: PlanOffice, desk: Desk) -> None:
    with pytest.raises(BadInput, match="is a workbook of the plan HP-2014-01, not of HP-2014-02"):
        kept_office.take(desk, plan="HP-2014-02")


def test_a_plan_stands_on_one_sheet(kept_office: PlanOffice, desk: Desk) -> None:
    desk.book.copy_worksheet(desk.sheet)
    assert "several sheets of a plan: Kế hoạch, Kế hoạch Copy" in refusal(kept_office, desk)[0]
    assert 'no sheet with the column "Mã nội dung"' in refusal(kept_office, book_of(["STT", "Việc"]))[0]
