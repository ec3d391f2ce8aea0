"""What people cut outlives a corrected document where its words do, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk import CODE, Desk
from dondoc.services.item_cuts import add, join, mend, split
from dondoc.services.plan_edits import Edit
from small_notice import CORRECTED, NOTICE

if TYPE_CHECKING:
    from sqlmodel import Session

REPORT = "báo cáo kết quả"
LATER = NOTICE.replace("ngày 30/6/2014", "ngày 05/7/2014")
"""Another term in the first item, and all the rest as it was."""
NOTED = NOTICE.replace("2. Về nhiệm vụ", "Cục cần có sổ theo dõi kho.\n2. Về nhiệm vụ")


@pytest.fixture
def desk(session: Session) -> Desk:
    made = Desk(session)
    made.draft(NOTED)
    return made


def correct(desk: Desk, text: str) -> dict[str, list[str]]:
    """Compare the plan with a corrected document; return what became of which references."""
    difference = desk.draft(text, code=CODE).difference
    assert difference is not None
    for item in desk.items().values():
        assert item.drop_reason or text[slice(*item.span)] == item.text
    return {
        what: [change.item.removeprefix(f"{CODE}.") for change in changes]
        for what, changes in vars(difference).items()
        if changes and what != "kept"
    }


def test_a_cut_stays_where_its_words_do(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    join(desk.world, desk.occasion, CODE, "2.1.3")
    mend(desk.world, desk.occasion, CODE, "2.2", "Cục Hải Phòng cần")
    add(desk.world, desk.occasion, CODE, "Cục cần có sổ theo dõi kho")
    was = list(desk.standing())
    changed = correct(desk, NOTED.replace("ngày 30/6/2014", "ngày 05/7/2014"))
    assert (changed, list(desk.standing())) == ({"changed": ["2.1.1"]}, was)


def test_the_other_piece_of_a_changed_paragraph_is_compared_for_itself(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    desk.set("2.1.2-2", Edit(lead="HP-TCCB", person="vien"))
    assert correct(desk, NOTED.replace("15/7/2014", "31/7/2014")) == {"changed": ["2.1.2-2"]}
    view = desk.items()["2.1.2-2"]
    assert (view.text, view.assignee) == ("báo cáo kết quả trước ngày 31/7/2014.", "vien")


def test_a_paragraph_written_anew_is_read_anew(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    changed = correct(desk, NOTED.replace("hồ sơ, báo cáo", "hồ sơ và báo cáo bằng văn bản"))
    assert changed == {"changed": ["2.1.2"], "withdrawn": ["2.1.2-2"]}
    assert desk.items()["2.1.2"].text.endswith("và báo cáo bằng văn bản kết quả trước ngày 15/7/2014.")


def test_joined_items_come_apart_where_their_words_change(desk: Desk) -> None:
    join(desk.world, desk.occasion, CODE, "2.1.1")
    assert correct(desk, NOTED.replace("30/6/2014", "05/7/2014")) == {"changed": ["2.1.1"], "new": ["2.1.2"]}


def test_a_piece_people_dropped_stays_dropped(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.1.2", REPORT)
    desk.set("2.1.2", Edit(drop="Đã có danh mục"))
    assert correct(desk, LATER) == {"changed": ["2.1.1"]}
    assert desk.items()["2.1.2"].drop_reason == "Đã có danh mục"


def test_what_people_left_out_does_not_come_back(desk: Desk) -> None:
    mend(desk.world, desk.occasion, CODE, "2.1.2", ends="rà soát danh mục hồ sơ")
    assert correct(desk, LATER) == {"changed": ["2.1.1"]}
    assert desk.items()["2.1.2"].text.endswith("danh mục hồ sơ,")


def test_an_added_item_goes_with_its_words(desk: Desk) -> None:
    add(desk.world, desk.occasion, CODE, "Cục cần có sổ theo dõi kho")
    assert correct(desk, NOTICE) == {"withdrawn": ["1.2"]}


def test_cuts_go_along_with_what_moves(desk: Desk) -> None:
    split(desk.world, desk.occasion, CODE, "2.2", "(Văn phòng Tổng cục")
    changed = correct(desk, CORRECTED)
    assert changed == {"changed": ["2.1.2"], "withdrawn": ["2.1.4"], "new": ["2.1.1-1"]}
