"""How days, hours, counts and kept lines are written in each language a message can have."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from babel import dates

from dondoc.rules import vietnamese
from notifications.render import environment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from jinja2 import Environment

    from dondoc.rules.sentences import Sentence
    from models import Language


def _english_date(day: dt.date) -> str:
    return dates.format_date(day, "d MMMM y", locale="en")


def _english_hour(hour: dt.time) -> str:
    return hour.strftime("%H:%M")


def _vietnamese_line(sentence: Sentence) -> str:
    return sentence.kept


def _english_line(sentence: Sentence) -> str:
    return sentence.said("en", _english_date)


FILTERS: dict[str, dict[str, Callable[..., Any]]] = {
    "vi": {
        "day": vietnamese.format_date,
        "hour": vietnamese.format_time,
        "count": vietnamese.format_count,
        "line": _vietnamese_line,
    },
    "en": {"day": _english_date, "hour": _english_hour, "count": str, "line": _english_line},
}


@cache
def templates(language: Language) -> Environment:
    """Return the message templates in a language, compiled once."""
    return environment(language, FILTERS[language])
