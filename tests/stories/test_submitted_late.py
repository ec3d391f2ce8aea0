"""The plan of the real notice, submitted a month late: its making climbs to the Director General."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inbox import CLIMBED, LATE, NEW, SOON, WAITING, WEEKLY
from story import Climbed
from story_plan import APPROVAL, DEPUTY, DIRECTOR_GENERAL, HEAD, MAKING, OFFICE, PERSONNEL, PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story import Begin, Story

SILENT = f"{PLAN}.YK-TC-TCCB"

# "trước ngày 23/5/2014" is due on Thursday 22/5; the making was given out on 09/5.
MAKING_CLIMBS = [
    Climbed("05-13", "05-13", "remind7", (DEPUTY,)),  # 7th working day before: 21 20 19 16 15 14 13
    Climbed("05-19", "05-19", "remind3", (DEPUTY,)),  # 3rd, over the weekend: 21 20 19
    Climbed("05-21", "05-21", "remind1", (DEPUTY,)),  # the day before
    Climbed("05-22", "05-22", "remind0", (DEPUTY,)),  # the day itself
    Climbed("05-23", "05-23", "late", (DEPUTY, HEAD)),  # 1st working day after
    Climbed("05-27", "05-27", "department", (HEAD,)),  # 3rd: 23 26 27
    Climbed("05-29", "05-29", "supervisor", (OFFICE,)),  # 5th: 28 29; the Office supervises the making
    Climbed("06-05", "06-05", "office", (OFFICE,)),  # 10th: 30/5 2 3 4 5
    Climbed("06-19", "06-19", "director_general", (DIRECTOR_GENERAL,)),  # 20th: 6 9-13 16 17 18 19
]

# Asked on Friday 16/5 after the morning's run, due three working days on: 19 20 21.
SILENT_CLIMBS = [
    Climbed("05-19", "05-16", "remind3", (PERSONNEL,)),  # 3rd before: 20 19 16, the day it was asked
    Climbed("05-20", "05-20", "remind1", (PERSONNEL,)),
    Climbed("05-21", "05-21", "remind0", (PERSONNEL,)),
    Climbed("05-22", "05-22", "late", (OFFICE,)),  # its assignee is the head: passed on to the Office
    Climbed("05-28", "05-28", "office", (OFFICE,)),  # 5th: 22 23 26 27 28
    Climbed("06-04", "06-04", "director_general", (DIRECTOR_GENERAL,)),  # 10th: 29 30 2 3 4
]

# from the first day after the due date to the day of submission
WORKING_DAYS_LATE = (
    "05-23 05-26 05-27 05-28 05-29 05-30 06-02 06-03 06-04 06-05 06-06 06-09 06-10 06-11 06-12 06-13 "
    "06-16 06-17 06-18 06-19 06-20 06-23 06-24"
)


@pytest.fixture(scope="module")
def story(opened: Story, begin: Begin) -> Iterator[Story]:
    with begin(opened) as story:
        story.until("05-16")
        story.does(HEAD, f"plan consult {PLAN}")
        story.until("05-19")
        story.does(OFFICE, f'plan opine {PLAN} --text "Đề nghị ghi rõ sản phẩm của từng nội dung"')
        story.until("06-24")
        said = story.does(HEAD, f"plan submit {PLAN}")
        assert "Không có ý kiến của: TC-TCCB" in said
        story.until("06-27")
        story.does(DIRECTOR_GENERAL, f"plan approve {PLAN}")
        story.issue(PLAN)
        story.until("07-02")
        yield story


def test_the_making_climbs_to_the_director_general_step_by_step(story: Story) -> None:
    assert story.climb(MAKING) == MAKING_CLIMBS


def test_the_silent_unit_is_urged_like_anybody_else(story: Story) -> None:
    assert story.climb(SILENT) == SILENT_CLIMBS


def test_the_maker_is_given_it_reminded_and_then_told_every_working_day(story: Story) -> None:
    inbox = story.inbox
    assert inbox.days(DEPUTY, MAKING, NEW) == "05-12 06-30"  # given on Friday 09/5 after the run; accepted
    assert inbox.days(DEPUTY, MAKING, SOON) == "05-13 05-19 05-21 05-22"
    assert inbox.days(DEPUTY, MAKING, LATE) == WORKING_DAYS_LATE


def test_the_head_sees_it_every_day_and_once_as_reported_to_him(story: Story) -> None:
    inbox = story.inbox
    assert inbox.days(HEAD, MAKING, CLIMBED) == "05-27"
    assert inbox.days(HEAD, MAKING, LATE) == WORKING_DAYS_LATE.replace("05-27 ", "")


def test_those_above_are_told_on_the_day_of_their_step_only(story: Story) -> None:
    inbox = story.inbox
    assert inbox.days(OFFICE, MAKING, CLIMBED) == "05-29 06-05"
    # raised on Thursdays or in mid-week, told on Mondays
    assert inbox.days(DIRECTOR_GENERAL, SILENT, WEEKLY) == "06-09"
    assert inbox.days(DIRECTOR_GENERAL, MAKING, WEEKLY) == "06-23"


def test_nobody_hears_of_the_making_once_the_plan_is_submitted(story: Story) -> None:
    later = [mail for mail in story.inbox.mails if mail.day > "06-24" and mail.names(MAKING)]
    assert [(mail.to, mail.day, mail.sections[NEW][MAKING]) for mail in later] == [
        (DEPUTY, "06-30", "Đã được nghiệm thu.")  # approved on Friday 27/6
    ]


def test_the_director_general_has_five_working_days_to_approve(story: Story) -> None:
    assert story.inbox.on("06-25", DIRECTOR_GENERAL).sections == {
        WAITING: {APPROVAL: "Đề nghị đồng chí xử lý chậm nhất ngày 01/7/2014."}  # 25 26 27 30 1
    }
    assert [step.step for step in story.climb(APPROVAL)] == ["remind3"]  # 26/6: 30 27 26


@pytest.mark.parametrize(
    ("on", "person", "section", "says"),
    [
        pytest.param(
            "05-12",
            DEPUTY,
            NEW,
            "Đồng chí được giao nhiệm vụ này; hạn hoàn thành 22/5/2014.",
            id="given",
        ),
        pytest.param("05-13", DEPUTY, SOON, "Hạn 22/5/2014, còn 07 ngày làm việc.", id="reminded"),
        pytest.param("05-22", DEPUTY, SOON, "Đến hạn hôm nay, 22/5/2014.", id="on the day"),
        pytest.param(
            "05-27",
            DEPUTY,
            LATE,
            "Quá hạn 03 ngày làm việc (hạn 22/5/2014), đã được báo cáo Cục trưởng. Nếu chưa hoàn thành, "
            "ngày 29/5/2014 nhiệm vụ sẽ được báo cáo đơn vị theo dõi, đôn đốc.",
            id="late",
        ),
        pytest.param(
            "06-05",
            OFFICE,
            CLIMBED,
            "Quá hạn 10 ngày làm việc (hạn 22/5/2014). Đơn vị chủ trì: Cục Thi hành án dân sự thành phố Hải "
            "Phòng; người phụ trách: Bùi Bá Hải. Nếu chưa hoàn thành, ngày 19/6/2014 nhiệm vụ sẽ được báo "
            "cáo Tổng cục trưởng.",
            id="climbed to the Office",
        ),
        pytest.param(
            "06-23",
            DIRECTOR_GENERAL,
            WEEKLY,
            "Quá hạn 22 ngày làm việc (hạn 22/5/2014). Đơn vị chủ trì: Cục Thi hành án dân sự thành phố Hải "
            "Phòng; người phụ trách: Bùi Bá Hải.",
            id="at the top",
        ),
    ],
)
def test_it_says_how_it_stands(story: Story, on: str, person: str, section: str, says: str) -> None:
    assert story.inbox.on(on, person).sections[section][MAKING] == says


def test_a_letter_is_addressed_and_signed_as_an_official_would(story: Story) -> None:
    letter = story.inbox.on("05-27", HEAD)
    assert letter.subject == "Bản tin công việc hằng ngày 27/5/2014: 01 nhiệm vụ được báo cáo"
    assert letter.text.startswith("Kính gửi đồng chí Chu Quốc Hùng,\n")
    assert "HP-2014-01.3.6a – Xây dựng kế hoạch HP-2014-01" in letter.text
    assert "Mỗi ngày làm việc đồng chí nhận không quá một bản tin." in letter.text


def test_a_passed_on_step_says_so(story: Story) -> None:
    said = story.inbox.on("05-22", OFFICE).sections[CLIMBED][SILENT]
    assert "vì ở bậc dưới không có người nhận ngoài người phụ trách" in said


def test_the_making_was_done_and_not_in_time(story: Story) -> None:
    code, shown = story.command(f"task show {MAKING} --json")
    assert code == 0
    assert '"done_late"' in shown
