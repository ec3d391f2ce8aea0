"""What is taken from a plan's workbook, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dondoc.errors import BadInput, Refused
from dondoc.services.plan_life import open_plan
from models import ItemKind, PeriodUnit, PlanState
from plan_office import KIND, LEAD, NOTE, PERSON, PROOF, SUPERVISOR, TERM

if TYPE_CHECKING:
    from plan_office import PlanOffice


def test_what_was_exported_is_no_change(office: PlanOffice) -> None:
    assert office.take(office.export()).changes == ()
    assert office.ledger() == []


def test_it_shows_the_difference_with_what_follows_and_changes_nothing(office: PlanOffice) -> None:
    desk, before = office.export(), office.stands()
    desk.write("3.1", TERM, "trước ngày 30/6/2014")
    (change,) = office.compare(desk).changes
    assert change.item == "HP-2014-01.3.1"
    assert change.fields["term"] == ["trong tháng 7/2014", "trước ngày 30/6/2014"]
    assert change.fields["due_on"] == ["2014-07-31", "2014-06-29"]
    assert (office.stands(), office.ledger()) == (before, [])


def test_every_item_leaves_its_line_in_the_ledger(office: PlanOffice) -> None:
    desk = office.export()
    for item in ("3.1", "3.7"):
        desk.write(item, PROOF, "Báo cáo")
    assert len(office.take(desk).changes) == 2
    assert office.ledger() == [("plan.set", "3.1"), ("plan.set", "3.7"), ("plan.import", "HP-2014-01")]


def test_taken_again_it_is_no_change(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", LEAD, "Cục Hải Phòng")
    desk.write("3.2", TERM, "hằng tuần")
    office.take(desk)
    ledger = office.ledger()
    assert office.take(desk).changes == ()
    assert office.ledger() == ledger


def test_what_nobody_touched_stays_as_it_is_by_now(office: PlanOffice) -> None:
    desk = office.export()
    office.set("3.1", person="phong", proof="Danh sách")
    desk.write("3.1", NOTE, "Gấp")
    office.take(desk)
    stands = office.stands()["3.1"]
    assert (stands["assignee"], stands["proof"], stands["note"]) == ("phong", "Danh sách", "Gấp")


def test_what_somebody_else_has_changed_since_is_refused(office: PlanOffice) -> None:
    desk = office.export()
    office.set("3.1", proof="Danh sách")
    place = desk.write("3.1", PROOF, "Báo cáo")
    said = (
        f'cell {place}: the plan has changed since this workbook was exported: it was "" and is "Danh sách"'
    )
    with pytest.raises(BadInput, match=said):
        office.take(desk)


def test_one_goes_on_in_the_same_workbook(office: PlanOffice) -> None:
    desk = office.export()
    for proof in ("Báo cáo", "Danh sách", "Báo cáo"):
        desk.write("3.1", PROOF, proof)
        office.take(desk)
        assert office.stands()["3.1"]["proof"] == proof
    desk.write("3.1", NOTE, "Gấp")
    office.set("3.1", proof="Biên bản")
    office.take(desk)
    assert office.stands()["3.1"]["proof"] == "Biên bản"


def test_what_was_taken_can_be_put_back(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", PERSON, "Mai Phòng (phong)")
    office.take(desk)
    desk.write("3.1", PERSON, "An Viên (vien)")
    office.take(desk)
    assert office.stands()["3.1"]["assignee"] == "vien"


def test_a_workbook_without_its_hidden_sheets_is_compared_with_the_plan(office: PlanOffice) -> None:
    desk = office.export()
    for name in ("Danh mục", "dondoc"):
        del desk.book[name]
    assert office.take(desk).changes == ()
    desk.write("3.1", PROOF, "Báo cáo")
    assert len(office.take(desk).changes) == 1


def test_a_kind_and_its_period_are_taken_together(office: PlanOffice) -> None:
    desk = office.export()
    desk.write("3.1", KIND, "nhiệm vụ thường xuyên")
    desk.write("3.1", TERM, "hằng năm")
    office.take(desk)
    stands = office.stands()["3.1"]
    assert (stands["kind"], stands["period"]) == (ItemKind.STANDING, PeriodUnit.YEAR)


@pytest.mark.parametrize(
    ("state", "who", "sentence"),
    [
        pytest.param(PlanState.DRAFT, "cuc", "Cục may not set what the Office", id="a draft is the Office's"),
        pytest.param(PlanState.OPEN, "vien", "An Viên may not set the items", id="an officer sets nothing"),
        pytest.param(PlanState.SUBMITTED, "chanh", "waits for the Director", id="it is submitted"),
    ],
)
def test_it_holds_the_rights_of_plan_set(
    office: PlanOffice, state: PlanState, who: str, sentence: str
) -> None:
    desk = office.export()
    office.small.plan.state = state
    with pytest.raises(Refused, match=sentence):
        office.compare(desk, who)


def test_the_head_of_the_unit_fills_in_an_open_plan(office: PlanOffice) -> None:
    open_plan(*office.small.at("05-12", "chanh"), "HP-2014-01")
    desk = office.export()
    desk.write("3.1", PERSON, "phong")
    assert len(office.take(desk, "cuc").changes) == 1
    place = desk.write("3.1", SUPERVISOR, "TC-VP")
    with pytest.raises(BadInput, match=f"cell {place}: Phạm Cục may not set what the Office alone decides"):
        office.take(desk, "cuc")
