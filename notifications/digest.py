"""The daily digest: one message a person and working day, as facts and as the text made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from jinja2 import Environment

    from models import Audience, Language, NewsKind, TaskKind

LINES_A_SECTION = 10
"""At most so many lines a section; the rest is a number."""


class Section(StrEnum):
    """The parts of a digest, in the order they are read."""

    LATE = "late"
    DUE_SOON = "due_soon"
    WAITING = "waiting"
    CLIMBED = "climbed"
    WEEKLY = "weekly"
    NEW = "new"


@dataclass(frozen=True)
class Line:
    """One task as one person is told of it. What does not belong to the section is None."""

    section: Section
    task_id: int
    code: str
    kind: TaskKind
    title: str
    due_on: dt.date | None
    due_time: dt.time | None = None
    working_days: int | None = None
    """Working days overdue (late and climbed) or left until the due date (due soon)."""
    unit: str | None = None
    assignee: str | None = None
    told: Audience | None = None
    """The highest audience the task has been reported to, beyond its owner."""
    next_on: dt.date | None = None
    next_audience: Audience | None = None
    news: NewsKind | None = None
    detail: str | None = None
    step_id: int | None = None
    passed: bool = False
    """Whether this audience was told because the step's own had nobody beyond the assignee."""


@dataclass(frozen=True)
class Part:
    """A section with the lines it shows and the number of all it has."""

    section: Section
    lines: tuple[Line, ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.lines)


@dataclass(frozen=True)
class Digest:
    """Everything one person is told on one day."""

    person_name: str
    language: Language
    day: dt.date
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Rendered:
    """A digest in words."""

    subject: str
    text: str
    html: str


def parts_of(lines: Sequence[Line], totals: dict[Section, int]) -> tuple[Part, ...]:
    """Sort lines into sections, in reading order; `totals` counts what was not fetched too."""
    by_section = {section: tuple(line for line in lines if line.section is section) for section in Section}
    return tuple(Part(section, found, totals[section]) for section, found in by_section.items() if found)


def render(digest: Digest, templates: Environment) -> Rendered:
    """Return the digest in the language of `templates`."""
    facts = {"digest": digest}
    subject = templates.get_template("digest/subject.txt").render(facts)
    return Rendered(
        subject=" ".join(subject.split()),
        text=templates.get_template("digest/body.txt").render(facts),
        html=templates.get_template("digest/body.html").render(facts),
    )
