"""Items of a draft mended, split, joined and added: by whom, where, and what becomes of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from desk import CODE, Desk
from dondoc.errors import BadInput, DondocError, Refused
from dondoc.services.item_cuts import add, join, mend, split
from dondoc.services.plan_edits import Edit
from models import LedgerLine, Plan, PlanState
from small_notice import NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

LISTS, REPORT = "Các Phòng chuyên môn", "báo cáo kết quả"
NOTED = NOTICE.replace("2. Về nhiệm vụ", "Cục cần có sổ theo dõi kho.\n2. Về nhiệm vụ")
"""With an order among the findings, which is read into no item."""


@pytest.fixture
def desk(session: Session) -> Desk:
    made = Desk(session)
    made.draft(NOTED)
    return made


def test_it_splits_an_item_where_words_begin(desk: Desk) -> None:
    was = desk.standing()["2.1.2"]
    first, second = split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    assert (first.item, second.item) == (f"{CODE}.2.1.2", f"{CODE}.2.1.2-2")
    assert (first.span[0], first.span[1], second.span[1]) == (was[0], second.span[0], was[1])
    assert [NOTED[slice(*view.span)] == view.text for view in (first, second)] == [True, True]
    assert second.text.startswith(REPORT)


def test_each_piece_has_the_term_and_the_owner_that_its_words_have(desk: Desk) -> None:
    first, second = split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    assert (first.term, second.term) == (None, "trước ngày 15/7/2014")
    assert first.lead_name == second.lead_name == "Các Phòng chuyên môn thuộc Cục"


def test_both_pieces_keep_what_people_had_set(desk: Desk) -> None:
    desk.set("2.1.2", Edit(lead="HP-TCCB", person="vien", coordinators=("TC-VP",), note="hỏi lại"))
    first, second = split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    for view in (first, second):
        assert (view.lead, view.assignee, view.coordinators) == ("HP-TCCB", "vien", ("TC-VP",))
    assert (first.note, second.note) == ("hỏi lại", None)


def test_a_further_piece_has_the_next_number_and_stands_in_its_place(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    split(desk.world, desk.occasion, CODE, "2.1.2", "phải rà soát")
    split(desk.world, desk.occasion, CODE, "2.1.2-2", "trước ngày 15/7/2014")
    places = ["2.1.1", "2.1.2", "2.1.2-3", "2.1.2-2", "2.1.2-4", "2.1.3"]
    assert list(desk.standing())[:6] == places
    assert [ref for ref in desk.items() if ref in places] == places


def test_it_joins_an_item_with_the_next(desk: Desk) -> None:
    was = desk.standing()
    view = join(desk.world, desk.occasion, CODE, "2.1.1")
    assert view.span == (was["2.1.1"][0], was["2.1.2"][1])
    assert NOTED[slice(*view.span)] == view.text
    assert desk.items()["2.1.2"].drop_reason == "Đã gộp vào nội dung 2.1.1."


def test_pieces_joined_again_are_what_they_were(desk: Desk) -> None:
    was = desk.items()["2.1.2"]
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    assert join(desk.world, desk.occasion, CODE, "2.1.2") == was


def test_the_mark_of_the_ordering_item_goes_to_who_takes_its_words(desk: Desk) -> None:
    desk.set("2.2", Edit(orders_plan=True))
    split(desk.world, desk.occasion, CODE, "2.2", "(Văn phòng Tổng cục")
    assert [view.orders_plan for ref, view in desk.items().items() if ref.startswith("2.2")] == [True, False]
    join(desk.world, desk.occasion, CODE, "2.1.4")
    assert desk.items()["2.1.4"].orders_plan


def test_it_mends_where_an_item_begins_and_ends(desk: Desk) -> None:
    view = mend(desk.world, desk.occasion, CODE, "2.2", "Cục Hải Phòng cần", "duyệt trước ngày 23/5/2014")
    assert view.text.startswith("Cục Hải Phòng cần")
    assert view.text.endswith("23/5/2014")
    longer = mend(desk.world, desk.occasion, CODE, "2.2", "Về kế hoạch")
    assert longer.text.startswith("Về kế hoạch khắc phục: Cục Hải Phòng cần")


def test_it_adds_what_was_read_into_no_item(desk: Desk) -> None:
    view = add(desk.world, desk.occasion, CODE, "cục cần có  sổ theo dõi kho")
    assert (view.text, view.ref, view.lead) == ("Cục cần có sổ theo dõi kho.", "1.2", "HP")
    assert next(iter(desk.items())) == "1.2"


def test_the_same_notice_again_changes_nothing(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    was = desk.items()
    drafted = desk.draft(NOTED)
    assert (drafted.new, drafted.difference, desk.items()) == (False, None, was)


def test_each_leaves_a_line_in_the_ledger(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    mend(desk.world, desk.occasion, CODE, "2.2", "Cục Hải Phòng cần")
    join(desk.world, desk.occasion, CODE, "2.1.2")
    add(desk.world, desk.occasion, CODE, "Cục cần có sổ theo dõi kho")
    lines = desk.world.session.exec(select(LedgerLine).order_by(col(LedgerLine.id))).all()[-4:]
    assert [(line.operation, line.code.removeprefix(f"{CODE}.")) for line in lines] == [
        ("plan.split", "2.1.2"),
        ("plan.mend", "2.2"),
        ("plan.join", "2.1.2"),
        ("plan.add", "1.2"),
    ]
    assert (lines[0].detail["into"], lines[2].detail["joined"]) == (f"{CODE}.2.1.2-2", f"{CODE}.2.1.2-2")


@pytest.mark.parametrize(
    ("deed", "error", "sentence"),
    [
        pytest.param(
            lambda it: split(it.world, it.occasion, CODE, "2.1.2", "kho tàng"),
            BadInput,
            '"kho tàng" do not stand there',
            id="words of another place",
        ),
        pytest.param(
            lambda it: split(it.world, it.occasion, CODE, "2.1.2", LISTS),
            BadInput,
            "nothing would be left",
            id="the first words",
        ),
        pytest.param(
            lambda it: split(it.world, it.occasion, CODE, "2.2", "trình"),
            BadInput,
            "more than once",
            id="words that stand there twice",
        ),
        pytest.param(
            lambda it: split(it.world, it.occasion, CODE, "2.1.2", "Phòng ch"),
            BadInput,
            "do not stand there",
            id="half a word",
        ),
        pytest.param(
            lambda it: mend(it.world, it.occasion, CODE, "2.1.2", "Phòng Tổ chức"),
            BadInput,
            "do not stand there",
            id="words of a neighbour",
        ),
        pytest.param(
            lambda it: mend(it.world, it.occasion, CODE, "2.1.2"), BadInput, "already", id="nothing to mend"
        ),
        pytest.param(
            lambda it: join(it.world, it.occasion, CODE, "2.3"), Refused, "is the last item", id="the last"
        ),
        pytest.param(
            lambda it: add(it.world, it.occasion, CODE, REPORT), Refused, "holds these words", id="an item's"
        ),
        pytest.param(
            lambda it: add(it.world, it.occasion, CODE, " "), BadInput, "do not stand", id="no words at all"
        ),
    ],
)
def test_it_refuses(
    desk: Desk, deed: Callable[[Desk], object], error: type[DondocError], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        deed(desk)


def test_it_joins_nothing_over_words_of_neither(desk: Desk) -> None:
    mend(desk.world, desk.occasion, CODE, "2.2", "Cục Hải Phòng cần")
    with pytest.raises(Refused, match="Other words stand between"):
        join(desk.world, desk.occasion, CODE, "2.1.4")


def test_what_was_joined_is_not_taken_back_beside_its_words(desk: Desk) -> None:
    join(desk.world, desk.occasion, CODE, "2.1.1")
    with pytest.raises(Refused, match=r"would hold words that HP-2014-01\.2\.1\.1 holds"):
        desk.set("2.1.2", Edit(restore=True))
    mend(desk.world, desk.occasion, CODE, "2.1.1", ends="trước ngày 30/6/2014")
    desk.set("2.1.2", Edit(restore=True))
    assert "2.1.2" in desk.standing()


def test_a_dropped_item_is_not_cut(desk: Desk) -> None:
    desk.set("2.1.2", Edit(drop="Đã làm"))
    with pytest.raises(Refused, match="is not in the plan"):
        split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)


def test_only_the_office_cuts_and_only_a_draft(desk: Desk) -> None:
    desk.who = "cuc"
    with pytest.raises(Refused, match="Phạm Cục may not"):
        join(desk.world, desk.occasion, CODE, "2.1.1")
    desk.who = "chanh"
    desk.world.session.exec(select(Plan)).one().state = PlanState.OPEN
    with pytest.raises(Refused, match="is being made"):
        join(desk.world, desk.occasion, CODE, "2.1.1")
