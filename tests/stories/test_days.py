"""Days that go otherwise than they should: run twice, not run at all, only looked at; and days off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect, text
from sqlmodel import col, select

from inbox import CLIMBED, LATE, NEW
from models import DailyRun
from story import Climbed, day
from story_plan import DEPUTY, HEAD, MAKING, OFFICE, PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story import Begin, Story


@pytest.fixture
def story(opened: Story, begin: Begin) -> Iterator[Story]:
    with begin(opened) as story:
        yield story


@pytest.fixture(scope="module")
def due(opened: Story, begin: Begin) -> Iterator[Story]:
    """The evening of 22 May, the day the making is due."""
    with begin(opened) as story:
        story.until("05-22")
        yield story


@pytest.fixture
def late(due: Story, begin: Begin) -> Iterator[Story]:
    with begin(due) as story:
        yield story


def dump(story: Story) -> dict[str, list[str]]:
    """Return every row of every table."""
    with story.work.sessions() as session:
        tables = inspect(session.connection()).get_table_names()
        rows = {table: session.connection().execute(text(f"SELECT * FROM {table}")) for table in tables}  # noqa: S608
        return {table: sorted(map(repr, found)) for table, found in rows.items()}


def test_a_day_run_twice_raises_and_tells_nothing_twice(late: Story) -> None:
    late.until("05-23")
    told, climb = len(late.inbox.mails), late.climb(MAKING)
    again = late.run(day("05-23"))
    assert (again.raised, again.messages) == ((), 0)
    assert (len(late.inbox.mails), late.climb(MAKING)) == (told, climb)


def test_after_three_missed_days_each_step_keeps_the_day_it_was_due(late: Story) -> None:
    report = late.skip_to("05-28")  # 23, 26 and 27/5 were not run, with a weekend between
    assert late.climb(MAKING)[-2:] == [
        Climbed("05-28", "05-23", "late", (DEPUTY, HEAD)),
        Climbed("05-28", "05-27", "department", (HEAD,)),
    ]
    assert report.days_worked == tuple(day(text) for text in ("05-23", "05-26", "05-27", "05-28"))


def test_after_three_missed_days_each_gets_one_letter_with_the_highest_step(late: Story) -> None:
    late.skip_to("05-28")
    assert sorted(mail.to for mail in late.inbox.mails) == [DEPUTY, HEAD]
    head, deputy = late.inbox.on("05-28", HEAD), late.inbox.on("05-28", DEPUTY)
    assert head.names(MAKING) == [CLIMBED]
    assert deputy.names(MAKING) == [LATE]
    assert deputy.sections[LATE][MAKING] == (
        "Quá hạn 04 ngày làm việc (hạn 22/5/2014), đã được báo cáo Cục trưởng. Nếu chưa hoàn thành, ngày "
        "29/5/2014 nhiệm vụ sẽ được báo cáo đơn vị theo dõi, đôn đốc."
    )


def test_a_month_without_a_run_is_caught_up_in_one_letter_each(late: Story) -> None:
    late.skip_to("06-19")
    assert [step.step for step in late.climb(MAKING)[4:]] == [
        "late",
        "department",
        "supervisor",
        "office",
        "director_general",
    ]
    assert {step.raised for step in late.climb(MAKING)[4:]} == {"06-19"}
    assert len(late.inbox.of(OFFICE)) == 1  # supervising unit and Office in one: the higher is told


def test_a_day_before_the_last_one_lived_does_nothing(late: Story) -> None:
    before = dump(late)
    assert late.run(day("05-21")).days_worked == ()
    assert dump(late) == before


@pytest.mark.parametrize("on", ["2014-05-22", "2014-05-23", "2014-06-19"])
def test_a_dry_run_writes_nothing(late: Story, on: str) -> None:
    before = dump(late)
    code, _ = late.command(f"run daily --dry-run --on {on}")
    assert (code, dump(late), late.inbox.mails) == (0, before, [])


def test_a_dry_run_says_what_the_day_will_bring(late: Story) -> None:
    code, printed = late.command("run daily --dry-run --on 2014-05-27 --json")
    foreseen = json.loads(printed[: printed.rindex("}") + 1])
    lived = late.until("05-27")[-1]
    assert code == 0
    assert foreseen["messages"] == lived.messages
    assert [(one["task"], one["step"], tuple(one["people"])) for one in foreseen["raised"]] == [
        (one.task, one.step, one.people) for one in lived.raised
    ]


def test_a_dry_run_foresees_the_climb_of_a_month(late: Story) -> None:
    _, printed = late.command("run daily --dry-run --on 2014-06-19 --json")
    foreseen = json.loads(printed[: printed.rindex("}") + 1])
    assert [(one["task"], one["step"], one["due_on"]) for one in foreseen["raised"]] == [
        (MAKING, "director_general", "2014-06-19")
    ]


def test_the_working_days_around_the_holidays_of_spring(story: Story) -> None:
    story.today = day("04-24")
    story.until("05-06")
    with story.work.sessions() as session:
        worked = session.exec(
            select(col(DailyRun.on)).where(col(DailyRun.working_day)).order_by(col(DailyRun.on))
        )
        assert [f"{on:%m-%d}" for on in worked] == [
            "04-25",
            "04-26",  # Saturday, worked for 02/5
            "04-28",
            "04-29",  # 30/4, 01/5 and the swapped 02/5 are off
            "05-05",
            "05-06",
        ]


def test_what_a_weekend_brought_is_told_on_monday(story: Story) -> None:
    story.until("05-10")
    story.does(HEAD, f"plan consult {PLAN}")  # a Saturday
    story.until("05-12")
    assert {mail.day for mail in story.inbox.mails} == {"05-12"}
    assert story.inbox.days(DEPUTY, MAKING, NEW) == "05-12"
    assert story.task(f"{PLAN}.YK-TC-VP").due_on == day("05-14")  # 12 13 14: Saturday does not count
