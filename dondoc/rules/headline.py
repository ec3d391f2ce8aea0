"""The short name of a task, cut from the text of its item."""

from __future__ import annotations

import re
from textwrap import shorten

LENGTH = 120
MARK = re.compile(r"^\s*(?:[-+*•]\s*|(?:\d+\.)+\d*\s+|[a-zđ]\)\s*)")


def headline(text: str) -> str:
    """Return the beginning of a text without its bullet or number, cut at a word."""
    line = " ".join(MARK.sub("", text, count=1).split())
    return line if len(line) <= LENGTH else shorten(line, LENGTH, placeholder="…")
