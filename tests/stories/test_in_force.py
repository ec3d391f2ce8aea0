"""The plan of the real notice in force, from June to the end of September 2014.

Non-working days on the way: the weekends, and Monday 01/9 and Tuesday 02/9; Saturday 06/9 is worked instead.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from inbox import CLIMBED, LATE, NEW, SOON, WAITING, WEEKLY
from story import Climbed, day
from story_plan import (
    COMPLAINTS,
    DEPUTY,
    DIRECTOR_GENERAL,
    ENGLISH,
    HEAD,
    OFFICE,
    PERSONNEL,
    PLAN,
    PROFESSION,
    PROFESSION_DEPUTY,
    ROOM_COMPLAINTS,
    ROOM_COMPLAINTS_OFFICER,
    ROOM_PERSONNEL,
    ROOM_PERSONNEL_OFFICER,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story import Begin, Story

# "trước ngày 03/9/2014" is due on 02/9, a holiday: a named day does not roll, its reminder comes on the last
# working day before it, Friday 29/8.
ACROSS_THE_HOLIDAYS = [
    Climbed("08-20", "08-20", "remind7", (ROOM_PERSONNEL_OFFICER,)),  # before 29/8: 28 27 26 25 22 21 20
    Climbed("08-26", "08-26", "remind3", (ROOM_PERSONNEL_OFFICER,)),
    Climbed("08-28", "08-28", "remind1", (ROOM_PERSONNEL_OFFICER,)),
    Climbed("08-29", "08-29", "remind0", (ROOM_PERSONNEL_OFFICER,)),
    Climbed("09-03", "09-03", "late", (ROOM_PERSONNEL, ROOM_PERSONNEL_OFFICER)),  # 1st after 02/9
    Climbed("09-05", "09-05", "department", (HEAD,)),  # 3rd: 3 4 5
    Climbed("09-08", "09-08", "supervisor", (PERSONNEL,)),  # 5th: Saturday 6, 8
    Climbed("09-15", "09-15", "office", (OFFICE,)),  # 10th: 9 10 11 12 15
    Climbed("09-29", "09-29", "director_general", (DIRECTOR_GENERAL,)),  # 20th: 16-19 22-26 29
]

# "chậm nhất ngày 06/9/2014" is due on the worked Saturday itself.
ON_THE_WORKED_SATURDAY = [
    Climbed("08-26", "08-26", "remind7", (ROOM_COMPLAINTS_OFFICER,)),  # 5 4 3 29 28 27 26
    Climbed("09-03", "09-03", "remind3", (ROOM_COMPLAINTS_OFFICER,)),
    Climbed("09-05", "09-05", "remind1", (ROOM_COMPLAINTS_OFFICER,)),
    Climbed("09-06", "09-06", "remind0", (ROOM_COMPLAINTS_OFFICER,)),  # handed in that day
]

# Due on Monday 30/6; handed in on 03/7 and returned on 08/7: 3, 4 and 7 July are quiet.
HANDED_IN_AND_RETURNED = [
    Climbed("06-19", "06-19", "remind7", (ROOM_PERSONNEL_OFFICER,)),  # 27 26 25 24 23 20 19
    Climbed("06-25", "06-25", "remind3", (ROOM_PERSONNEL_OFFICER,)),
    Climbed("06-27", "06-27", "remind1", (ROOM_PERSONNEL_OFFICER,)),
    Climbed("06-30", "06-30", "remind0", (ROOM_PERSONNEL_OFFICER,)),
    Climbed("07-01", "07-01", "late", (ROOM_PERSONNEL, ROOM_PERSONNEL_OFFICER)),
    Climbed("07-03", "07-03", "department", (HEAD,)),  # 1 2 3, before it was handed in
    Climbed("07-10", "07-10", "supervisor", (PERSONNEL,)),  # 5th that is not quiet: 1 2 8 9 10
]

# 30 days from the approval of 02/6: due on 02/7. Handed in on 30/6, returned on Friday 11/7 by an acceptor
# who had until 07/7: his four working days (8 9 10 11) are given back, the due date moves to 08/7.
GIVEN_BACK = [
    Climbed("06-23", "06-23", "remind7", (DEPUTY,)),  # 1/7 30 27 26 25 24 23
    Climbed("06-27", "06-27", "remind3", (DEPUTY,)),
    Climbed("07-14", "07-11", "late", (DEPUTY, HEAD)),  # 1st working day after 08/7 that is not quiet
]

# A duty of the General Department, due on 31/7, on the authority's own ladder.
OF_THE_AUTHORITY = [
    Climbed("07-22", "07-22", "remind7", (PROFESSION_DEPUTY,)),  # 30 29 28 25 24 23 22
    Climbed("07-28", "07-28", "remind3", (PROFESSION_DEPUTY,)),
    Climbed("07-30", "07-30", "remind1", (PROFESSION_DEPUTY,)),
    Climbed("07-31", "07-31", "remind0", (PROFESSION_DEPUTY,)),
    Climbed("08-01", "08-01", "late", (PROFESSION_DEPUTY, PROFESSION)),
    Climbed("08-07", "08-07", "office", (OFFICE,)),  # 5th: 1 4 5 6 7
    Climbed("08-14", "08-14", "director_general", (DIRECTOR_GENERAL,)),  # 10th: 8 11 12 13 14
]

# The first whole month in force is July; its clock starts on 01/8, attested by the 5th working day: 1 4-7.
STANDING_JULY = [
    Climbed("08-04", "08-04", "remind3", (ROOM_COMPLAINTS_OFFICER,)),  # 6 5 4; the 7th lies in July
    Climbed("08-06", "08-06", "remind1", (ROOM_COMPLAINTS_OFFICER,)),
    Climbed("08-07", "08-07", "remind0", (ROOM_COMPLAINTS_OFFICER,)),
    Climbed("08-08", "08-08", "late", (ROOM_COMPLAINTS, ROOM_COMPLAINTS_OFFICER)),
    Climbed("08-12", "08-12", "department", (HEAD,)),  # 8 11 12
    Climbed("08-14", "08-14", "supervisor", (COMPLAINTS,)),  # 13 14
    Climbed("08-21", "08-21", "office", (OFFICE,)),  # 15 18 19 20 21
    Climbed("09-06", "09-06", "director_general", (DIRECTOR_GENERAL,)),  # 22 25-29 3 4 5 Saturday 6
]

# August ended on a Sunday and 1-2/9 are off: opened on 03/9, attested by 3 4 5 Saturday 6, 8.
STANDING_AUGUST = [
    Climbed("09-04", "09-04", "remind3", (ROOM_COMPLAINTS_OFFICER,)),  # Saturday 6, 5 4
    Climbed("09-06", "09-06", "remind1", (ROOM_COMPLAINTS_OFFICER,)),
    Climbed("09-08", "09-08", "remind0", (ROOM_COMPLAINTS_OFFICER,)),
]

# An undated task is reviewed a month after 02/6; nobody reviews it until 09/7.
REVIEW = [
    Climbed("07-02", "07-02", "remind0", (ROOM_PERSONNEL,)),
    Climbed("07-07", "07-07", "department", (HEAD,)),  # 3 4 7
    Climbed("07-09", "07-09", "supervisor", (PERSONNEL,)),  # 8 9
]

# The Office's own: whatever should reach the Office holds its assignee only, and passes on to the top.
REVIEW_OF_THE_OFFICE = [
    Climbed("06-23", "06-23", "remind7", (OFFICE,)),  # 1/7 30 27 26 25 24 23
    Climbed("06-27", "06-27", "remind3", (OFFICE,)),
    Climbed("07-01", "07-01", "remind1", (OFFICE,)),
    Climbed("07-02", "07-02", "remind0", (OFFICE,)),
    Climbed("07-03", "07-03", "late", (DIRECTOR_GENERAL,)),
    Climbed("07-09", "07-09", "office", (DIRECTOR_GENERAL,)),  # 3 4 7 8 9
    Climbed("07-16", "07-16", "director_general", (DIRECTOR_GENERAL,)),  # 10 11 14 15 16
]

# of 3.1.2a: late from 01/7; handed in on 03/7, returned on 08/7 and handed in on 14/7, each after the run
DAYS_NOT_QUIET = "07-01 07-02 07-03 07-09 07-10 07-11 07-14"

CLIMBS = {
    "3.1.3a": ACROSS_THE_HOLIDAYS,
    "3.3.2a": ON_THE_WORKED_SATURDAY,
    "3.1.2a": HANDED_IN_AND_RETURNED,
    "3.2.1a": GIVEN_BACK,
    "3.7a": OF_THE_AUTHORITY,
    "3.3.1a@2014-07": STANDING_JULY,
    "3.3.1a@2014-08": STANDING_AUGUST,
    "3.1.4a.RS1": REVIEW,
    "3.1.4a.RS2": [Climbed("08-11", "08-11", "remind0", (ROOM_PERSONNEL,))],  # 09/8 is a Saturday: rolls
    "4.2a.RS1": REVIEW_OF_THE_OFFICE,
}


def code(ref: str) -> str:
    return f"{PLAN}.{ref}"


@pytest.fixture(scope="module")
def story(on_time: Story, begin: Begin) -> Iterator[Story]:
    with begin(on_time) as story:
        story.until("06-30")
        story.does(DEPUTY, f'task submit {code("3.2.1a")} --document "310/QĐ-CTHADS, 27/6/2014"')
        story.until("07-03")
        story.does(ROOM_PERSONNEL_OFFICER, f'task submit {code("3.1.2a")} --document "318/TTr, 02/7/2014"')
        story.until("07-08")
        story.does(PERSONNEL, f'task return {code("3.1.2a")} --reason "Chưa có ý kiến của cấp ủy"')
        july(story)
        story.until("08-11")
        story.does(ROOM_PERSONNEL, f"task report {code('3.1.4a')} --percent 40")
        story.until("09-06")
        story.does(ROOM_COMPLAINTS_OFFICER, f'task submit {code("3.3.2a")} --document "402/KH, 05/9/2014"')
        story.until("09-08")
        story.does(ROOM_COMPLAINTS, f'task submit {code("3.3.1a@2014-08")} --document "405/BC, 08/9/2014"')
        story.does(COMPLAINTS, f"task accept {code('3.3.1a@2014-08')}")
        story.until("09-10")
        story.does(COMPLAINTS, f"task accept {code('3.3.2a')}")
        story.until("09-30")
        yield story


def july(story: Story) -> None:
    story.until("07-09")
    story.does(ROOM_PERSONNEL, f"task report {code('3.1.4a')} --percent 20")
    story.until("07-11")
    story.does(PROFESSION, f'task return {code("3.2.1a")} --reason "Chưa phân công rõ người"')
    story.until("07-14")
    story.does(DEPUTY, f'task submit {code("3.2.1a")} --document "330/QĐ-CTHADS, 14/7/2014"')
    story.does(ROOM_PERSONNEL_OFFICER, f'task submit {code("3.1.2a")} --document "331/TTr, 14/7/2014"')
    story.until("07-16")
    story.does(PERSONNEL, f"task accept {code('3.1.2a')}")
    story.does(PROFESSION, f"task accept {code('3.2.1a')}")


@pytest.mark.parametrize(("ref", "climb"), CLIMBS.items(), ids=list(CLIMBS))
def test_each_task_climbs_on_its_own_days(story: Story, ref: str, climb: list[Climbed]) -> None:
    assert story.climb(code(ref)) == climb


@pytest.mark.parametrize(
    ("ref", "person", "section", "days"),
    [
        pytest.param("3.1.3a", ROOM_PERSONNEL_OFFICER, SOON, "08-20 08-26 08-28 08-29", id="reminded"),
        pytest.param(
            "3.1.3a",
            ROOM_PERSONNEL,
            LATE,
            "09-03 09-04 09-05 09-06 09-08 09-09 09-10 09-11 09-12 09-15 09-16 09-17 09-18 09-19 09-22 "
            "09-23 09-24 09-25 09-26 09-29 09-30",
            id="the head, every working day from the first late one",
        ),
        pytest.param("3.1.3a", HEAD, CLIMBED, "09-05", id="the department, once"),
        pytest.param("3.1.3a", PERSONNEL, CLIMBED, "09-08", id="the supervising unit, once"),
        pytest.param("3.1.3a", OFFICE, CLIMBED, "09-15", id="the Office, once"),
        pytest.param("3.1.3a", DIRECTOR_GENERAL, WEEKLY, "09-29", id="raised on a Monday, told at once"),
        pytest.param("3.7a", DIRECTOR_GENERAL, WEEKLY, "08-18", id="raised on Thursday 14/8"),
        pytest.param("3.3.1a@2014-07", DIRECTOR_GENERAL, WEEKLY, "09-08", id="raised on the worked Saturday"),
        pytest.param("3.3.1a@2014-07", ROOM_COMPLAINTS_OFFICER, NEW, "08-01", id="the period's opening"),
        pytest.param("3.3.1a@2014-08", ROOM_COMPLAINTS_OFFICER, NEW, "09-03 09-09", id="opened, accepted"),
        pytest.param("3.1.2a", ROOM_PERSONNEL_OFFICER, LATE, DAYS_NOT_QUIET, id="not while handed in"),
        pytest.param("3.1.2a.NT1", PERSONNEL, WAITING, "07-04 07-07", id="until it is returned on 08/7"),
    ],
)
def test_each_hears_of_it_on_these_days(story: Story, ref: str, person: str, section: str, days: str) -> None:
    assert story.inbox.days(person, code(ref), section) == days


@pytest.mark.parametrize(
    ("on", "person", "section", "ref", "says"),
    [
        pytest.param(
            "09-06",
            ROOM_COMPLAINTS_OFFICER,
            SOON,
            "3.3.2a",
            "Đến hạn hôm nay, 06/9/2014.",
            id="on a worked Saturday",
        ),
        pytest.param(
            "08-29",
            ROOM_PERSONNEL_OFFICER,
            SOON,
            "3.1.3a",
            "Hạn 02/9/2014 là ngày nghỉ; hôm nay là ngày làm việc cuối cùng trước hạn.",
            id="due on a holiday",
        ),
        pytest.param(
            "07-09",
            ROOM_PERSONNEL_OFFICER,
            NEW,
            "3.1.2a",
            "Trả lại, yêu cầu thực hiện lại: Chưa có ý kiến của cấp ủy",
            id="returned",
        ),
        pytest.param(
            "07-14",
            DEPUTY,
            NEW,
            "3.2.1a",
            "Trả lại, yêu cầu thực hiện lại: Chưa phân công rõ người\n"
            "Ngày đến hạn được điều chỉnh: từ 02/7/2014 thành 08/7/2014, do xem xét chậm 04 ngày làm việc",
            id="returned too late",
        ),
        pytest.param(
            "07-09",
            ROOM_PERSONNEL_OFFICER,
            LATE,
            "3.1.2a",
            "Quá hạn 04 ngày làm việc (hạn 30/6/2014), đã được báo cáo Cục trưởng. Nếu chưa hoàn thành, ngày "
            "10/7/2014 nhiệm vụ sẽ được báo cáo đơn vị theo dõi, đôn đốc.",
            id="late without its quiet days",
        ),
        pytest.param(
            "09-29",
            DIRECTOR_GENERAL,
            WEEKLY,
            "3.1.3a",
            "Quá hạn 20 ngày làm việc (hạn 02/9/2014). Đơn vị chủ trì: Phòng Tổ chức cán bộ, Cục Thi hành án "
            "dân sự thành phố Hải Phòng; người phụ trách: Mai Minh Vân.",
            id="the Director General",
        ),
    ],
)
def test_it_says_how_it_stands(story: Story, on: str, person: str, section: str, ref: str, says: str) -> None:
    assert story.inbox.on(on, person).sections[section][code(ref)] == says


def test_it_writes_english_to_who_reads_english(story: Story) -> None:
    letter = story.inbox.on("08-14", ENGLISH)
    assert letter.subject == "Daily digest 14 August 2014: 1 reported to you"
    assert letter.message["Content-Language"] == "en"
    assert letter.text.startswith("Dear Tạ Thùy Ngân,\n")
    assert letter.sections["REPORTED TO YOU"][code("3.3.1a@2014-07")] == (
        "Overdue by 5 working days (due 7 August 2014). Lead unit: Phòng Kiểm tra, giải quyết khiếu nại, tố "
        "cáo, Cục Thi hành án dân sự thành phố Hải Phòng; assignee: Lưu Thanh Hà. If it is not done, it will "
        "be reported to the Office of the General Department on 21 August 2014."
    )


def test_nobody_gets_two_letters_on_a_day_or_one_on_a_day_off(story: Story) -> None:
    assert max(Counter((mail.to, mail.day) for mail in story.inbox.mails).values()) == 1
    days = {mail.day for mail in story.inbox.mails}
    assert days.isdisjoint({"08-30", "08-31", "09-01", "09-02", "09-07"})  # weekends, and the swapped days
    assert {"08-29", "09-03", "09-05", "09-06", "09-08"} <= days


def test_the_due_date_of_a_late_decision_moves_and_the_original_stays(story: Story) -> None:
    task = story.task(code("3.2.1a"))
    assert (task.original_due_on, task.due_on) == (day("07-02"), day("07-08"))


def test_each_month_is_attested_by_a_task_of_its_own(story: Story) -> None:
    assert story.tasks(code("3.3.1")) == [
        code("3.3.1a@2014-07"),
        code("3.3.1a@2014-08"),
        f"{code('3.3.1a@2014-08')}.NT1",  # September ends today: its task comes with October's first run
    ]


def test_it_answers_who_was_told_and_what_the_server_said(story: Story) -> None:
    said, printed = story.command(f"why {code('3.1.3a')} --on 2014-09-29 --json")
    assert said == 0
    (told,) = [told for told in json.loads(printed)["told"] if told["person"] == DIRECTOR_GENERAL]
    assert (told["step"], told["channel"]) == ("director_general", "dmail")
    assert told["result"].startswith("sent: 250 2.0.0 OK")
