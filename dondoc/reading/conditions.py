"""What is to be done first ("Trên cơ sở rà soát …"), or only in a case that may come ("trường hợp …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, names_from
from dondoc.reading.heads import is_body
from dondoc.reading.text import Span, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

BASIS = re.compile(spell("trên cơ sở "))
CASE = re.compile(spell("(?:trường hợp|nếu) "))
WHEN = re.compile(
    spell(
        "(?:khi|đối với|trong quá trình|trong trường hợp|sau khi) [^.;:,]{3,120},"
        r"\s*+(?:thì )?(?=(?:cần|phải) )"
    )
)
COMMA = re.compile(r",\s*+")
THEN = re.compile(spell("(?:thì |phải |cần |đề nghị )?"))
LONGEST = 160
"""Characters of a case."""


def basis_end(text: Text, clause: Span) -> int | None:
    """Return where the verb begins that has to be done first, None for a clause that begins otherwise."""
    basis = BASIS.match(text.folded, *clause)
    return basis.end() if basis and ACT.match(text.folded, basis.end(), clause.end) else None


def condition_end(text: Text, place: int, limit: int) -> int | None:
    """Return where a condition ends that begins at a place and has an order behind it."""
    if when := WHEN.match(text.folded, place, limit):
        return when.end()
    if not CASE.match(text.folded, place, limit):
        return None
    for comma in COMMA.finditer(text.folded, place, min(limit, place + LONGEST)):
        then = THEN.match(text.folded, comma.end(), limit)
        start = then.end() if then else comma.end()
        if is_body(text, start):
            start = text.strip(Span(names_from(text, start, limit)[1], limit)).start
        if ACT.match(text.folded, start, limit):
            return comma.end()
    return None
