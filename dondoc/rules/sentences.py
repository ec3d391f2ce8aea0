"""Lines that are said in either language: how a due date follows, what a reading leaves open."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from dondoc.i18n import DEFAULT_LANGUAGE, N_, translator
from dondoc.rules.vietnamese import format_count, format_date, format_time

DAY = "day"
"""How JSON tells a day from words."""
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
    """A sentence of the catalogue and what it names: days, hours, counts, words, and sentences within it.

    What is kept of one as a line, and how programs get it, is the Vietnamese.
    """

    def __init__(self, msgid: str, **facts: object) -> None:
        """Keep `msgid` (a %(name)s format) and its facts apart, so that both can be said in a language."""
        self.msgid = msgid
        self.facts = facts

    def said(self, language: str) -> str:
        """Return the line in a language, "vi" or "en"."""
        facts = {name: _written(fact, language) for name, fact in self.facts.items()}
        return translator(language).gettext(self.msgid) % facts

    @cached_property
    def kept(self) -> str:
        """The Vietnamese line."""
        return self.said(DEFAULT_LANGUAGE)

    def __str__(self) -> str:
        """Return the Vietnamese line."""
        return self.kept

    def plain(self) -> dict[str, object]:
        """Return it as a JSON column keeps it (words, counts, days); `sentence_of` reads it back."""
        facts = {
            name: {DAY: fact.isoformat()} if isinstance(fact, dt.date) else fact
            for name, fact in self.facts.items()
        }
        return {"msgid": self.msgid, "facts": facts}

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
        facts = {
            name: dt.date.fromisoformat(fact[DAY]) if isinstance(fact, dict) else fact
            for name, fact in kept["facts"].items()
        }
        return Sentence(kept["msgid"], **facts)
    return as_kept(str(kept))


def on_weekday(day: dt.date) -> Sentence:
    """Return a day with its day of the week."""
    return Sentence(ON_WEEKDAY[day.weekday()], date=day)


def _written(fact: object, language: str) -> object:
    if isinstance(fact, Sentence):
        return fact.said(language)
    if language != DEFAULT_LANGUAGE:
        return f"{fact:%H:%M}" if isinstance(fact, dt.time) else fact
    if isinstance(fact, dt.date):
        return format_date(fact)
    if isinstance(fact, dt.time):
        return format_time(fact)
    return format_count(fact) if isinstance(fact, int) else fact
