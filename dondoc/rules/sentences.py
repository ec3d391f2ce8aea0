"""Lines that are said in either language: how a due date follows, what a reading leaves open."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from dondoc.i18n import DEFAULT_LANGUAGE, N_, SOURCE_LANGUAGE, translator
from dondoc.rules.vietnamese import format_count, format_date, format_time

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = "day"
"""How JSON tells a day from words."""
DAYS = {DEFAULT_LANGUAGE: format_date, SOURCE_LANGUAGE: dt.date.isoformat}
"""How a language writes days, where nobody says otherwise."""
SEPARATOR = "; "
"""What stands between the sentences of a list."""
ON_WEEKDAY = (
    N_("%(date)s (Monday)"),
    N_("%(date)s (Tuesday)"),
    N_("%(date)s (Wednesday)"),
    N_("%(date)s (Thursday)"),
    N_("%(date)s (Friday)"),
    N_("%(date)s (Saturday)"),
    N_("%(date)s (Sunday)"),
)


class Sentence:
    """A sentence of the catalogue and what it names: days, hours, counts, words, sentences or lists of them.

    What is kept of one as a line, and how programs get it, is the Vietnamese.
    """

    def __init__(self, msgid: str, **facts: object) -> None:
        """Keep `msgid` (a %(name)s format) and its facts apart, so that both can be said in a language."""
        self.msgid = msgid
        self.facts = facts

    def said(self, language: str, day: Callable[[dt.date], str] | None = None) -> str:
        """Return the line in a language, "vi" or "en", its days as `day` writes them if given."""
        facts = {name: _written(fact, language, day) for name, fact in self.facts.items()}
        return translator(language).gettext(self.msgid) % facts

    @cached_property
    def kept(self) -> str:
        """The Vietnamese line."""
        return self.said(DEFAULT_LANGUAGE)

    def __str__(self) -> str:
        """Return the Vietnamese line."""
        return self.kept

    def plain(self) -> dict[str, object]:
        """Return it as a JSON column keeps it (all but hours); `sentence_of` reads it back."""
        return {"msgid": self.msgid, "facts": {name: _plain(fact) for name, fact in self.facts.items()}}

    def __eq__(self, other: object) -> bool:
        """Compare by what is said."""
        return isinstance(other, Sentence) and self.kept == other.kept

    def __hash__(self) -> int:
        """Hash what is said."""
        return hash(self.kept)


def as_kept(line: str) -> Sentence:
    """Return a line that is known only as a row keeps it: the same words in every language."""
    return Sentence("%(line)s", line=line)


def sentence_of(kept: object) -> Sentence:
    """Return what a JSON column keeps: a sentence, or the Vietnamese line of one from before."""
    if isinstance(kept, dict):
        return Sentence(kept["msgid"], **{name: _fact_of(fact) for name, fact in kept["facts"].items()})
    return as_kept(str(kept))


def on_weekday(day: dt.date) -> Sentence:
    """Return a day with its day of the week."""
    return Sentence(ON_WEEKDAY[day.weekday()], date=day)


def _plain(fact: object) -> object:
    if isinstance(fact, Sentence):
        return fact.plain()
    if isinstance(fact, list):
        return [_plain(each) for each in fact]
    return {DAY: fact.isoformat()} if isinstance(fact, dt.date) else fact


def _fact_of(kept: object) -> object:
    if isinstance(kept, list):
        return [_fact_of(each) for each in kept]
    if not isinstance(kept, dict):
        return kept
    return dt.date.fromisoformat(kept[DAY]) if DAY in kept else sentence_of(kept)


def _written(fact: object, language: str, day: Callable[[dt.date], str] | None) -> object:
    if isinstance(fact, Sentence):
        return fact.said(language, day)
    if isinstance(fact, list):
        return SEPARATOR.join(str(_written(each, language, day)) for each in fact)
    if isinstance(fact, dt.date):
        return (day or DAYS[language])(fact)
    if language != DEFAULT_LANGUAGE:
        return f"{fact:%H:%M}" if isinstance(fact, dt.time) else fact
    if isinstance(fact, dt.time):
        return format_time(fact)
    return format_count(fact) if isinstance(fact, int) else fact
