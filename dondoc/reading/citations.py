"""A document cited by its number and date, as people type it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dondoc.errors import BadInput
from dondoc.rules.vietnamese import format_date

FORM = re.compile(
    r"(?P<number>\S.*?)\s*,\s*(?:(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))",
    re.ASCII,
)


@dataclass(frozen=True)
class Citation:
    """A document that is kept elsewhere."""

    number: str
    date: dt.date

    def __str__(self) -> str:
        """Return the one form it is written in: "152/BC-CTHADS, 20/5/2014"."""
        return f"{self.number}, {format_date(self.date)}"


def read_citation(text: str) -> Citation:
    """Read "NUMBER, DATE", the date as 20/5/2014 or 2014-05-20; raises BadInput where it is not that."""
    found = FORM.fullmatch(text.strip())
    try:
        if found:
            return Citation(found["number"], _date(found))
    except ValueError:
        pass
    raise BadInput(
        '"%(text)s" does not cite a document: write its number and date, such as "152/BC-CTHADS, 20/5/2014".',
        text=text,
    )


def _date(found: re.Match[str]) -> dt.date:
    if found["iso"]:
        return dt.date.fromisoformat(found["iso"])
    return dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
