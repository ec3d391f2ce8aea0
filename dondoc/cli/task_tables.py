"""Tasks on the screen: the list, and the words that the list and the page share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.cli.language import _, current
from dondoc.cli.output import print_table, say
from dondoc.words.speech import Speech

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dondoc.services.task_list import Listed

LONGEST_TITLE = 80
"""Characters of a title in a list; the page has all of it."""


def print_list(lines: Sequence[Listed]) -> None:
    """Print one row a task."""
    if not lines:
        say(_("There is no such task."))
        return
    columns = (_("Code"), _("Due date"), _("State"), _("Lead unit"), _("Assignee"), _("Task"))
    print_table(columns, (_row(line) for line in lines))


def date(day: dt.date | None) -> str:
    """Write a day as the language of this run does; None is that of an undated task."""
    return Speech(current()).date(day)


def count(number: int) -> str:
    """Write a count as the language of this run does."""
    return Speech(current()).count(number)


def title(line: Listed) -> str:
    """Say what the task is."""
    return Speech(current()).title(line)


def state(line: Listed) -> str:
    """Say how the task stands, and how late it is."""
    return Speech(current()).state(line)


def _row(line: Listed) -> tuple[str, ...]:
    text = " ".join(title(line).split())
    short = text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"
    return (line.task, date(line.due_on), state(line), line.unit, line.assignee, short)
