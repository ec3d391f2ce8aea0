"""What reading a document gives; `to_json` writes it as the contract has it, every key present."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from dondoc.rules.sentences import Sentence

Span = tuple[int, int]
"""Characters [start, end) of the text that was read."""
DocumentKind = Literal[
    "conclusion",
    "inspection_conclusion",
    "directive",
    "dispatch",
    "decision",
    "letter",
    "plan",
    "report",
    "other",
]
Purpose = Literal["report", "execute", "coordinate", "direct", "know", "publish", "archive"]
ItemKind = Literal["deliverable", "standing", "target", "authority"]


@dataclass(frozen=True)
class Signer:
    """Who signed; `on_behalf` is TL., KT., TM. … where it is not in the signer's own right."""

    name: str
    title: str | None
    on_behalf: str | None


@dataclass(frozen=True)
class Document:
    """What a document states of itself; `date` is its own, never the meeting's."""

    kind: DocumentKind
    number: str | None
    date: dt.date | None
    meeting_date: dt.date | None
    issuer: str | None
    subject: str | None
    signer: Signer | None
    sha256: str
    text_sha256: str


@dataclass(frozen=True)
class Recipient:
    """A body or person of "Nơi nhận", quoted."""

    name: str
    purpose: Purpose | None
    span: Span


@dataclass(frozen=True)
class Figure:
    """A figure of a finding, its words quoted by the span.

    `rank` of `of` stands for "đứng thứ 63/63"; a grade is a rank too: "D" for "hạng D".
    """

    name: str
    value: float | None
    unit: str | None
    compared_with: float | None
    rank: int | str | None
    of: int | None
    span: Span


@dataclass(frozen=True)
class Finding:
    """A shortcoming or a result that the document states."""

    ref: str
    text: str
    span: Span
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Named:
    """A body, a post or a case by its name in the document."""

    name: str
    span: Span


@dataclass(frozen=True)
class Words:
    """Words of the document that say one thing: a reference, an output, how urgent something is."""

    text: str
    span: Span


@dataclass(frozen=True)
class Target:
    """A threshold to be met."""

    value: float
    unit: str
    span: Span


@dataclass(frozen=True)
class ReadTerm:
    """A term as written and what follows from it; `last_day` is null until the day is known."""

    phrase: str
    span: Span
    operator: str
    date: dt.date | None
    time: dt.time | None
    amount: int | None
    unit: str | None
    anchor: str | None
    basis: str | None
    last_day: dt.date | None
    derivation: str


@dataclass(frozen=True)
class Reason:
    """A rule that applied ("order.modal", "lead.carried") and the words it rests on."""

    rule: str
    words: str | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Part:
    """One obligation; owner and urgency may be inherited, their spans then point to where they stand."""

    ref: str
    kind: ItemKind
    field: str | None
    text: str
    span: Span
    leads: tuple[Named, ...] = ()
    coordinators: tuple[Named, ...] = ()
    term: ReadTerm | None = None
    urgency: Words | None = None
    recurrence: Words | None = None
    outputs: tuple[Words, ...] = ()
    targets: tuple[Target, ...] = ()
    legal_refs: tuple[Words, ...] = ()
    cases: tuple[Named, ...] = ()
    questions: tuple[Sentence, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Item(Part):
    """A directive with the obligations it is made of; its term is that of all its parts that state one."""

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A document that was read. `text` is what the spans count in, and no part of the JSON.

    `references` are all laws and documents it cites, those of its items among them.
    """

    text: str
    document: Document
    recipients: tuple[Recipient, ...] = ()
    findings: tuple[Finding, ...] = ()
    items: tuple[Item, ...] = ()
    unread: tuple[Words, ...] = ()
    references: tuple[Words, ...] = ()

    def to_json(self, *, explain: bool = False) -> dict[str, Any]:
        """Return the document of `dondoc read --json`: plain values, dates as YYYY-MM-DD.

        With `explain` items and parts have their `reasons`.
        """
        plain: dict[str, Any] = _plain(dataclasses.asdict(self), without=() if explain else ("reasons",))
        del plain["text"]
        return plain


def _plain(value: Any, without: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each, without) for key, each in value.items() if key not in without}
    if isinstance(value, tuple | list):
        return [_plain(each, without) for each in value]
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, Sentence):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else value
