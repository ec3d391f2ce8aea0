"""Bodies that a document calls by an older name: "Sở A (nay là Sở B)" means Sở B."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.text import spell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.text import Span, Text

TODAY = re.compile(r"\s*+\(" + spell("(?:nay là|hiện nay là|nay thuộc|đã đổi tên thành) "))


def of_today(text: Text, named: Iterable[Span]) -> tuple[Span, ...]:
    """Return bodies by the names they have today, where the document says those behind the old ones."""
    return tuple(each for name in named for each in (_today(text, name) or (name,)))


def _today(text: Text, name: Span) -> tuple[Span, ...]:
    says = TODAY.match(text.folded, name.end)
    close = text.folded.find(")", says.end()) if says else -1
    return tuple(names_from(text, says.end(), close)[0]) if says and close > 0 else ()
