"""How a due date follows from its term, as one line to be said in either language."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from dondoc.i18n import DEFAULT_LANGUAGE, N_, translator
from dondoc.rules.vietnamese import format_count, format_date, format_time

ON_WEEKDAY = (
    N_("%(date)s (Monday)"),
    N_("%(date)s (Tuesday)"),
    N_("%(date)s (Wednesday)"),
    N_("%(date)s (Thursday)"),
    N_("%(date)s (Friday)"),
    N_("%(date)s (Saturday)"),
    N_("%(date)s (Sunday)"),
)


class Derivation:
    """A sentence of the catalogue and what it names: days, hours, counts, words, and sentences within it.

    Rows keep the Vietnamese line, and tell by it which tasks follow the same derivation.
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

    def __eq__(self, other: object) -> bool:
        """Compare by what is said."""
        return isinstance(other, Derivation) and self.kept == other.kept

    def __hash__(self) -> int:
        """Hash what is said."""
        return hash(self.kept)


def as_kept(line: str) -> Derivation:
    """Return a line that is known only as a row keeps it: the same words in every language."""
    return Derivation("%(line)s", line=line)


def on_weekday(day: dt.date) -> Derivation:
    """Return a day with its day of the week."""
    return Derivation(ON_WEEKDAY[day.weekday()], date=day)


def _written(fact: object, language: str) -> object:
    if isinstance(fact, Derivation):
        return fact.said(language)
    if language != DEFAULT_LANGUAGE:
        return f"{fact:%H:%M}" if isinstance(fact, dt.time) else fact
    if isinstance(fact, dt.date):
        return format_date(fact)
    if isinstance(fact, dt.time):
        return format_time(fact)
    return format_count(fact) if isinstance(fact, int) else fact
