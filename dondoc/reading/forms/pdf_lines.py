"""How one line goes on with the line above it."""

from __future__ import annotations

import re

NO_SPACE = re.compile(r"(?<=[^\s-])-$|(?<=\d)/$")
"""A line that ends so was broken inside a word or a number."""
MARK = re.compile(
    r"[-–—+*•●▪◦·\ue000-\uf8ff]\s*(?=\S)"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,5})[.)/]\s"
    r"|Điều \d{1,3}\.\s"
)
"""What begins a line of its own: a bullet, a number, a letter."""


def joined(above: str, line: str) -> str:
    """Return two lines of one sentence as one."""
    return above + line if NO_SPACE.search(above) else f"{above} {line}"
