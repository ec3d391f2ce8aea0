"""A plan from draft to in force and closed, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from dondoc.errors import BadInput, Refused
from dondoc.rules.judgement import Cell
from dondoc.services.approval import approve, return_
from dondoc.services.plan_edits import Edit, edit
from dondoc.services.plan_life import consult, open_plan, opine, submit
from dondoc.services.task_story import story
from models import Item, ItemCoordinator, LedgerLine, News, NewsKind, Opinion, PlanState, TaskState, Unit
from small_plan import CODE, SmallPlan, day

if TYPE_CHECKING:
    from sqlmodel import Session


@pytest.fixture
def small(session: Session) -> SmallPlan:
    return SmallPlan(session)


def opened(small: SmallPlan) -> SmallPlan:
    open_plan(*small.at("05-12", "chanh"), CODE)
    return small


def consulted(small: SmallPlan) -> SmallPlan:
    consult(*opened(small).at("05-14", "cuc"), CODE)
    return small


def submitted(small: SmallPlan) -> SmallPlan:
    submit(*consulted(small).at("05-20", "cuc"), CODE)
    return small


def test_it_opens_a_draft_and_gives_out_the_making(small: SmallPlan) -> None:
    making = open_plan(*small.at("05-12", "chanh"), CODE)
    assert (making.code, making.due_on, making.assignee_id) == (
        f"{CODE}.3.6a",
        day("05-22"),
        small.world.people["cuc"],
    )
    assert small.plan.state is PlanState.OPEN


def test_it_makes_the_plan_under_a_code_of_its_own_where_no_item_orders_it(small: SmallPlan) -> None:
    for item in small.session.exec(select(Item)).all():
        item.orders_plan = False
    assert open_plan(*small.at("05-12", "chanh"), CODE).code == f"{CODE}.KH"
    assert small.codes() == ["KH", "KH.RS1"]


def test_it_opens_nothing_before_somebody_said_whether_an_item_orders_the_plan(small: SmallPlan) -> None:
    for item in small.session.exec(select(Item)).all():
        item.orders_plan, item.questions = False, {"orders_plan": ["?"]} if item.ref == "3.6" else {}
    with pytest.raises(Refused, match=r"items order the plan .*: 3\.6\."):
        open_plan(*small.at("05-12", "chanh"), CODE)
    edit(*small.at("05-12", "chanh"), CODE, "3.6", Edit(orders_plan=False))
    assert open_plan(*small.at("05-12", "chanh"), CODE).code == f"{CODE}.KH"


def test_it_opens_only_once(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="it has been opened"):
        open_plan(*opened(small).at("05-12", "chanh"), CODE)


def test_it_asks_each_coordinating_unit_within_three_working_days(small: SmallPlan) -> None:
    tasks = consult(*opened(small).at("05-15", "cuc"), CODE)
    assert [(task.code, task.due_on) for task in tasks] == [
        (f"{CODE}.YK-TC-VP", day("05-20")),
        (f"{CODE}.YK-TC-TCCB", day("05-20")),
    ]


def test_it_consults_nobody_where_nobody_is_named(small: SmallPlan) -> None:
    for row in small.session.exec(select(ItemCoordinator)).all():
        small.session.delete(row)
    with pytest.raises(Refused, match="names nobody to consult"):
        consult(*opened(small).at("05-14", "cuc"), CODE)


def test_it_takes_one_opinion_of_a_unit_in_a_round(small: SmallPlan) -> None:
    assert opine(*consulted(small).at("05-15", "vu"), CODE, "Nhất trí") == ["TC-TCCB"]
    assert small.task("YK-TC-TCCB").state is TaskState.ACCEPTED
    with pytest.raises(Refused, match="already given an opinion"):
        opine(*small.at("05-15", "vu"), CODE, "Bổ sung")


def test_it_takes_no_opinion_of_who_was_not_asked(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="Mai Phòng may not"):
        opine(*consulted(small).at("05-15", "phong"), CODE, "Nhất trí")


def test_it_takes_no_empty_opinion(small: SmallPlan) -> None:
    with pytest.raises(BadInput, match="needs its text"):
        opine(*consulted(small).at("05-15", "vu"), CODE, " ")


def test_it_waits_for_opinions_until_their_term_has_passed(small: SmallPlan) -> None:
    opine(*consulted(small).at("05-15", "vu"), CODE, "Nhất trí")
    with pytest.raises(Refused, match="the opinion of Văn phòng Tổng cục until the end of 19/5/2014"):
        submit(*small.at("05-19", "cuc"), CODE)


def test_it_submits_past_a_silent_unit_and_names_it(small: SmallPlan) -> None:
    opine(*consulted(small).at("05-15", "vu"), CODE, "Nhất trí")
    done = submit(*small.at("05-20", "cuc"), CODE)
    assert done.silent == ["TC-VP"]
    assert small.task("YK-TC-VP").state is TaskState.CANCELLED
    line = small.session.exec(select(LedgerLine).where(LedgerLine.operation == "plan.submit")).one()
    assert line.detail["silent"] == ["TC-VP"]


def test_it_submits_at_once_when_all_have_answered(small: SmallPlan) -> None:
    opine(*consulted(small).at("05-15", "vu"), CODE, "Nhất trí")
    opine(*small.at("05-15", "chanh"), CODE, "Nhất trí")
    assert submit(*small.at("05-15", "cuc"), CODE).silent == []


def test_it_is_not_submitted_before_its_coordinators_were_asked(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="has not been put to"):
        submit(*opened(small).at("05-14", "cuc"), CODE)


def test_submitting_quiets_the_making_and_asks_the_director_general(small: SmallPlan) -> None:
    approval = submit(*consulted(small).at("05-20", "cuc"), CODE).approval
    making = small.task("3.6a")
    assert (making.state, making.next_look_on) == (TaskState.HANDED_IN, None)
    assert (approval.code, approval.due_on) == (f"{CODE}.PD", day("05-27"))
    assert approval.assignee_id == small.world.people["tong"]


def test_the_office_cannot_submit_for_the_province(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="Lê Chánh may not"):
        submit(*consulted(small).at("05-20", "chanh"), CODE)


def test_approving_accepts_the_making_by_its_hand_in(small: SmallPlan) -> None:
    plan = approve(*submitted(small).at("05-26", "tong"), CODE)
    making = small.task("3.6a")
    assert (plan.state, plan.approved_on) == (PlanState.APPROVED, day("05-26"))
    assert (making.state, making.ended_on) == (TaskState.ACCEPTED, day("05-26"))
    assert making.handed_in_at is not None
    assert making.handed_in_at.date() == day("05-20")
    assert small.task("PD").state is TaskState.ACCEPTED


def test_the_making_is_judged_by_the_day_it_was_submitted(small: SmallPlan) -> None:
    approve(*submitted(small).at("05-26", "tong"), CODE)  # due on 22/5, submitted on 20/5
    assert story(small.world.on(day("05-26")), f"{CODE}.3.6a").term.against_current is Cell.DONE_ON_TIME


def test_it_is_not_approved_by_the_province(small: SmallPlan) -> None:
    with pytest.raises(Refused, match="Phạm Cục may not"):
        approve(*submitted(small).at("05-26", "cuc"), CODE)


def test_it_is_not_approved_while_items_lack_something(small: SmallPlan) -> None:
    small.item("3.8", lead="HP-TCCB", person=None)
    small.item("3.9", lead="HP-TCCB", person="vien")
    with pytest.raises(Refused) as refused:
        approve(*submitted(small).at("05-26", "tong"), CODE)
    assert str(refused.value) == (
        "The plan HP-2014-01 cannot be approved yet. Without an assignee who serves: 3.8. "
        "Without a term that gives a day, or a reason for none: 3.8, 3.9."
    )


def test_a_due_date_already_past_is_approved_only_with_a_reason(small: SmallPlan) -> None:
    submitted(small)
    with pytest.raises(Refused, match=r"already passed: 3\.1\."):
        approve(*small.at("08-01", "tong"), CODE)
    plan = approve(*small.at("08-01", "tong"), CODE, "Đã hoàn thành, ghi nhận")
    assert plan.past_due_reason == "Đã hoàn thành, ghi nhận"


def test_returning_wakes_the_making_and_begins_a_round(small: SmallPlan) -> None:
    plan = return_(*submitted(small).at("05-21", "tong"), CODE, "Chưa rõ người")
    making = small.task("3.6a")
    assert (plan.state, making.state) == (PlanState.OPEN, TaskState.RETURNED)
    assert (making.quiet_days, making.handed_in_at) == ("2014-05-20/2014-05-21", None)
    news = small.session.exec(select(News).where(News.kind == NewsKind.RETURNED)).one()
    assert (news.person_id, news.detail) == (small.world.people["cuc"], "Chưa rõ người")


def test_a_late_return_gives_the_days_back(small: SmallPlan) -> None:
    return_(*submitted(small).at("05-29", "tong"), CODE, "Chưa rõ người")
    assert small.task("3.6a").due_on == day("05-26")


def test_a_second_round_has_tasks_of_its_own(small: SmallPlan) -> None:
    return_(*submitted(small).at("05-21", "tong"), CODE, "Chưa rõ người")
    consult(*small.at("05-21", "cuc"), CODE)
    opine(*small.at("05-22", "vu"), CODE, "Nhất trí")
    opine(*small.at("05-22", "chanh"), CODE, "Nhất trí")
    submit(*small.at("05-22", "cuc"), CODE)
    approve(*small.at("05-23", "tong"), CODE)
    assert {"YK-TC-VP", "YK-TC-VP.2", "PD", "PD.2"} < set(small.codes())
    assert {opinion.round for opinion in small.session.exec(select(Opinion))} == {2}


def test_who_was_asked_before_is_not_asked_for_ever(small: SmallPlan) -> None:
    return_(*submitted(small).at("05-21", "tong"), CODE, "Chưa rõ người")
    gone = select(ItemCoordinator).where(ItemCoordinator.unit_id == small.world.units["TC-TCCB"])
    small.session.delete(small.session.exec(gone).one())
    consult(*small.at("05-21", "cuc"), CODE)
    with pytest.raises(Refused, match="Vũ Trưởng may not"):
        opine(*small.at("05-22", "vu"), CODE, "Nhất trí")


def test_a_due_date_of_the_day_itself_has_not_passed(small: SmallPlan) -> None:
    assert approve(*submitted(small).at("07-31", "tong"), CODE).past_due_reason is None


def test_an_abolished_unit_is_not_consulted(small: SmallPlan) -> None:
    small.session.get_one(Unit, small.world.units["TC-TCCB"]).valid_to = day("05-13")
    with pytest.raises(Refused, match="Nobody answers for the unit Vụ Tổ chức cán bộ"):
        consult(*opened(small).at("05-14", "cuc"), CODE)
