"""The daily digest: one message a person and working day, as facts and as the text made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from notifications.addresses import of_list, of_task

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from jinja2 import Environment

    from dondoc.rules.sentences import Sentence
    from models import Audience, Language, NewsKind, TaskKind

LINES_A_SECTION = 10
"""At most so many lines a section; the rest is a number."""

ABOUT_A_TASK = ("acceptance", "review")
"""Kinds of task whose title is the code of the task they are about, and done on its page."""

REMEMBERED = 10_000
"""Sentences of one language that are kept to be said again."""


class Section(StrEnum):
    """The parts of a digest, in the order they are read."""

    LATE = "late"
    DUE_SOON = "due_soon"
    WAITING = "waiting"
    CLIMBED = "climbed"
    WEEKLY = "weekly"
    NEW = "new"


class Facts(NamedTuple):
    """What a line says of its task beside code and title; lines that share it share their sentence.

    What does not belong to the section is None.
    """

    section: Section
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
    detail: Sentence | None = None
    passed: bool = False
    """Whether this audience was told because the step's own had nobody beyond the assignee."""


class Line(NamedTuple):
    """One task as one person is told of it, and the step that is the reason, if one is."""

    task_id: int
    code: str
    kind: TaskKind
    title: str
    facts: Facts
    step_id: int | None = None
    link: str | None = None
    """What the reader's signed link is made of; None where they cannot act by one."""


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


def parts_of(lines: Sequence[Line], totals: Mapping[Section, int]) -> tuple[Part, ...]:
    """Sort lines into sections, in reading order; `totals` counts what was not fetched too."""
    found: dict[Section, list[Line]] = {section: [] for section in Section}
    for line in lines:
        found[line.facts.section].append(line)
    return tuple(Part(section, tuple(shown), totals[section]) for section, shown in found.items() if shown)


def render(digest: Digest, templates: Environment) -> Rendered:
    """Return the digest in the language of `templates`."""
    words = _words(templates)
    facts = {
        "digest": digest,
        "headline": words.headline(digest.day),
        "closing": words.closing(digest.day),
        "parts": [words.part(part, digest.day) for part in digest.parts],
    }
    subject = templates.get_template("digest/subject.txt").render(facts)
    return Rendered(
        subject=" ".join(subject.split()),
        text=templates.get_template("digest/body.txt").render(facts),
        html=templates.get_template("digest/body.html").render(facts),
    )


class SaidLine(NamedTuple):
    """A line in words, as the plain text and the page both show it."""

    code: str
    title: str
    says: str
    opens: str
    """What its address is for."""
    address: str


class SaidPart(NamedTuple):
    """A section in words; `more` is empty where every line is shown."""

    section: Section
    heading: str
    counted: str
    total: int
    lines: list[SaidLine]
    more: str
    rest: str
    """Where all of them are."""


class Words:
    """The sentences of digests in one language; what many lines say is put in words once."""

    def __init__(self, templates: Environment) -> None:
        """Take the macros of the language."""
        macros: Any = templates.get_template("digest/words.txt").module
        self._title = macros.title
        self.headline, self.closing, self._heading, self._counted, self._more, self._says, self._opens = (
            lru_cache(REMEMBERED)(_trimmed(getattr(macros, name)))
            for name in ("headline", "closing", "heading", "counted", "more", "says", "opens")
        )

    def part(self, part: Part, day: dt.date) -> SaidPart:
        """Put a section of the digest of a day in words."""
        return SaidPart(
            part.section,
            self._heading(part.section),
            self._counted(part.section, part.total),
            part.total,
            [self._line(line, day) for line in part.lines],
            self._more(part.more) if part.more else "",
            of_list(part.section),
        )

    def _line(self, line: Line, day: dt.date) -> SaidLine:
        return SaidLine(
            line.code,
            self._title(line.kind, line.title).strip(),
            self._says(line.facts, day),
            self._opens(line.link is not None),
            of_task(line.title if line.kind in ABOUT_A_TASK else line.code, line.link),
        )


@cache
def _words(templates: Environment) -> Words:
    return Words(templates)


def _trimmed(macro: Callable[..., str]) -> Callable[..., str]:
    return lambda *facts: macro(*facts).strip()
