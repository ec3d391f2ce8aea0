"""What a change of an item says: values as a page shows them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dondoc.rules.vietnamese import format_time
from dondoc.words.plans import KINDS, PERIODS
from dondoc.words.values import in_words
from models import ItemKind, PeriodUnit

if TYPE_CHECKING:
    from dondoc.words.speech import Speech
    from dondoc.words.values import Worded


def value(speech: Speech, name: str, plain: object) -> str:
    """Say the plain value of the field `name`: words for kinds and periods, days as they are written."""
    return in_words(speech, WORDED, name, plain)


WORDED: Worded = {
    "kind": lambda speech, plain: speech.say(KINDS[ItemKind(plain)]),
    "period": lambda speech, plain: speech.say(PERIODS[PeriodUnit(plain)]),
    "due_time": lambda _speech, plain: format_time(dt.time.fromisoformat(plain)),
    "due_on": lambda speech, plain: speech.date(dt.date.fromisoformat(plain)),
}
"""Fields whose values are codes, days or hours."""
