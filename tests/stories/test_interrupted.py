"""A day that is run by two processes at once, or by one that is killed on the way and started again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

import day_process
from day_process import Death
from outcome import outcome, without_links
from story import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story import Begin, Story

DAY = "08-01"
"""Reviews are late, a duty of the authority has just become so, and the first standing periods open."""

POINTS = 200 if os.environ.get("SOAK") == "full" else 10
"""At how many points of its way a process is killed; a day takes less than 200 statements."""


@dataclass(frozen=True)
class Undisturbed:
    """What a day leaves in the database and in the mailboxes, and in how many statements."""

    rows: dict[str, list[str]]
    letters: set[tuple[str, str, str]]
    statements: int


@pytest.fixture(scope="module")
def eve(on_time: Story, begin: Begin) -> Iterator[Story]:
    with begin(on_time) as story:
        story.until("07-31")
        yield story


@pytest.fixture(scope="module")
def undisturbed(eve: Story, begin: Begin) -> Undisturbed:
    with begin(eve) as story:
        statements = day_process.count_statements(story.work.engine, lambda: story.until(DAY))
        return Undisturbed(rows(story), letters(story), statements)


@pytest.fixture
def story(eve: Story, begin: Begin) -> Iterator[Story]:
    with begin(eve) as story:
        yield story


def rows(story: Story) -> dict[str, list[str]]:
    with story.work.sessions() as session:
        return outcome(session)


def letters(story: Story) -> set[tuple[str, str, str]]:
    """Return the letters that came; one that came twice under the same Message-ID is the same letter."""
    return {(mail.to, mail.message_id, without_links(mail.text)) for mail in story.inbox.mails}


def begin_again(story: Story) -> None:
    """Run the day to its end, once a dead sender's lease on its last letter has run out."""
    story.inbox.take(story.server)
    story.run(day(DAY), minutes=6)


@pytest.mark.soak
@pytest.mark.parametrize("point", range(POINTS))
def test_a_killed_day_is_finished_by_the_next_run(story: Story, undisturbed: Undisturbed, point: int) -> None:
    last_words = 1 + undisturbed.statements * point // POINTS
    day_process.killed(story.folder, day(DAY), Death(statement=last_words))
    begin_again(story)
    assert rows(story) == undisturbed.rows
    assert letters(story) == undisturbed.letters
    assert len(story.inbox.mails) - len(undisturbed.letters) <= 1  # the one that was on its way


@pytest.mark.parametrize("number", [1, 4])
def test_a_letter_that_was_sent_and_not_recorded_comes_again_as_the_same(
    story: Story, undisturbed: Undisturbed, number: int
) -> None:
    day_process.killed(story.folder, day(DAY), Death(letter=number))
    begin_again(story)
    assert letters(story) == undisturbed.letters
    repeated = [mail.message_id for mail in story.inbox.mails]
    assert len(repeated) == len(set(repeated)) + 1


def test_a_killed_sender_keeps_one_letter_back_at_most(story: Story, undisturbed: Undisturbed) -> None:
    day_process.killed(story.folder, day(DAY), Death(letter=3))
    story.inbox.take(story.server)
    story.run(day(DAY))  # at once, while the dead sender's lease runs
    assert letters(story) == undisturbed.letters


def test_two_at_once_raise_and_tell_everything_once(story: Story, undisturbed: Undisturbed) -> None:
    both = [day_process.start(story.folder, day(DAY), seconds_a_letter=0.05) for _ in range(2)]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    story.inbox.take(story.server)
    assert rows(story) == undisturbed.rows
    assert letters(story) == undisturbed.letters
    assert len(story.inbox.mails) == len(undisturbed.letters)
