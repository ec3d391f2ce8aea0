"""The plan of the real notice, submitted on time past a silent Office, and approved late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inbox import CLIMBED, LATE, NEW, WAITING, WEEKLY
from story import Climbed
from story_plan import APPROVAL, DEPUTY, DIRECTOR_GENERAL, HEAD, MAKING, OFFICE, PERSONNEL, PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story import Begin, Story

SILENT = f"{PLAN}.YK-TC-VP"
ASKED = f"{PLAN}.YK-TC-TCCB"

# Handed in on 20/5 with the submission: 21/5 and 22/5 were quiet, and owed nothing.
MAKING_CLIMBS = [
    Climbed("05-13", "05-13", "remind7", (DEPUTY,)),
    Climbed("05-19", "05-19", "remind3", (DEPUTY,)),
]

# Asked on Wednesday 14/5, due three working days on: 15 16 19. Cancelled by the submission of 20/5.
SILENT_CLIMBS = [
    Climbed("05-15", "05-14", "remind3", (OFFICE,)),  # 16 15 14: the day it was asked, after the run
    Climbed("05-16", "05-16", "remind1", (OFFICE,)),
    Climbed("05-19", "05-19", "remind0", (OFFICE,)),
    Climbed("05-20", "05-20", "late", (DIRECTOR_GENERAL,)),  # the Office's head is told of himself: passed on
]

# Laid before him on 20/5, due five working days on: 21 22 23 26 27. Approved on 02/6.
APPROVAL_CLIMBS = [
    Climbed("05-22", "05-22", "remind3", (DIRECTOR_GENERAL,)),  # 26 23 22; the 7th lies before 20/5
    Climbed("05-26", "05-26", "remind1", (DIRECTOR_GENERAL,)),
    Climbed("05-27", "05-27", "remind0", (DIRECTOR_GENERAL,)),
    Climbed("05-28", "05-28", "office1", (OFFICE,)),  # his lateness reminds the Office, and nobody higher
    Climbed("05-30", "05-30", "office3", (OFFICE,)),  # 28 29 30
]

# the making, 3.6a, is among that morning's news as accepted
DATED_AND_UNDATED = "3.1.2a 3.1.3a 3.1.4a 3.2.1a 3.2.2a 3.3.2a 3.4.1a 3.4.2a 3.5.1a 3.5.2a 3.6a 3.7a 4.2a"


@pytest.fixture(scope="module")
def story(on_time: Story, begin: Begin) -> Iterator[Story]:
    """The days up to 2 June are the on-time story's own; here it goes on to the first letters after it."""
    with begin(on_time) as story:
        story.inbox.mails += on_time.inbox.mails
        story.until("06-03")
        yield story


@pytest.mark.parametrize(
    ("task", "climb"),
    [
        pytest.param(MAKING, MAKING_CLIMBS, id="making the plan"),
        pytest.param(SILENT, SILENT_CLIMBS, id="the Office's opinion"),
        pytest.param(APPROVAL, APPROVAL_CLIMBS, id="the Director General's approval"),
    ],
)
def test_each_duty_of_the_plan_climbs_on_its_own_days(story: Story, task: str, climb: list[Climbed]) -> None:
    assert story.climb(task) == climb


def test_an_opinion_has_three_working_days(story: Story) -> None:
    assert story.inbox.on("05-15", PERSONNEL).sections == {
        WAITING: {ASKED: "Đề nghị đồng chí xử lý chậm nhất ngày 19/5/2014."}
    }
    assert story.inbox.days(PERSONNEL, ASKED, WAITING) == "05-15 05-16"  # given on 16/5


def test_it_waits_for_an_opinion_until_its_term_has_passed(opened: Story, begin: Begin) -> None:
    with begin(opened) as story:
        story.until("05-14")
        story.does(HEAD, f"plan consult {PLAN}")
        story.until("05-19")
        story.does(PERSONNEL, f'plan opine {PLAN} --text "Nhất trí"')
        why = story.refused(HEAD, f"plan submit {PLAN}")
        awaited = "còn chờ ý kiến của Văn phòng Tổng cục đến hết ngày 19/5/2014."
        assert why.strip() == f"Kế hoạch {PLAN} {awaited}"
        story.until("05-20")
        assert "Không có ý kiến của: TC-VP" in story.does(HEAD, f"plan submit {PLAN}")


def test_the_silent_unit_is_told_that_nothing_is_wanted_any_more(story: Story) -> None:
    assert story.inbox.on("05-21", OFFICE).sections == {NEW: {SILENT: "Nhiệm vụ đã hủy."}}


def test_what_waited_for_the_weekly_page_is_not_told_once_it_is_pointless(story: Story) -> None:
    assert story.inbox.days(DIRECTOR_GENERAL, SILENT, WEEKLY) == ""  # raised on Tuesday, cancelled that day


def test_the_director_general_is_reminded_and_told_daily_that_he_is_late(story: Story) -> None:
    inbox = story.inbox
    assert inbox.days(DIRECTOR_GENERAL, APPROVAL, WAITING) == "05-21 05-22 05-26 05-27"
    assert inbox.days(DIRECTOR_GENERAL, APPROVAL, LATE) == "05-28 05-29 05-30 06-02"
    assert inbox.days(OFFICE, APPROVAL, CLIMBED) == "05-28 05-30"


def test_the_making_was_done_in_time(story: Story) -> None:
    code, shown = story.command(f"task show {MAKING} --json")
    assert code == 0
    assert '"done_on_time"' in shown


def test_each_assignee_is_given_the_items_by_the_next_run(story: Story) -> None:
    given = {
        task: mail.to for mail in story.inbox.mails if mail.day == "06-03" for task in mail.sections[NEW]
    }
    made = [task for task in story.tasks(PLAN) if task in given and ".RS" not in task]
    assert " ".join(task.removeprefix(f"{PLAN}.") for task in made) == DATED_AND_UNDATED


def test_standing_duties_and_the_item_that_ordered_the_plan_make_no_task(story: Story) -> None:
    assert story.tasks(f"{PLAN}.3.3.1") == []
    assert story.tasks(f"{PLAN}.3.6") == [MAKING]
