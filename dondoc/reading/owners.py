"""Who leads an item and who works on it beside the lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import does_at, names_from
from dondoc.reading.directives import COMMA, orders
from dondoc.reading.naming import expand
from dondoc.reading.subjects import subject_of
from dondoc.reading.text import EDGE, END, Span, Text, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BELONGS = re.compile(
    spell(r"\([^()]*(?:thuộc (?:thẩm quyền|trách nhiệm|phạm vi)(?: của)?|trách nhiệm của|do) ")
)
SAME_AGAIN = re.compile(
    spell(
        r"(?:từng|mỗi|các) (?:đơn vị|cơ quan|địa phương|đồng chí)(?: (?:này|trên|đó|nêu trên))?"
        r"(?= (?:cần|phải|có trách)|,)"
    )
)
MANNER = r"(?:chặt chẽ|thường xuyên|kịp thời|tốt|đồng bộ|hiệu quả|tích cực|chủ động|toàn diện)"
BESIDE = re.compile(
    EDGE
    + spell(
        r"(?:phối hợp(?: thực hiện)?\s?:|chủ trì,? (?:và )?cùng(?: với)?"
        rf"|phối hợp(?:,? (?:và )?{MANNER})*,?(?: cùng)?(?: với)*"
        r"|tranh thủ[^.;:()]{0,60}? của"
        r"|(?:(?<!nội\sdung\s)(?<!chương\strình\s)(?<!buổi\s)làm việc|đề xuất|thống nhất"
        r"|trao đổi(?:, có ý kiến)?) với"
        r"|báo cáo(?:,| và)? xin ý kiến(?: của)?|lấy ý kiến(?: của)?"
        r"|có sự tham gia của|\(qua|qua(?= vụ| phòng| văn phòng| ban| ủy ban| sở| cục| thanh tra))" + END
    )
)
HELPS = re.compile(spell(r"(?:cùng )?phối hợp(?: thực hiện)?") + r"(?=\s*+(?:[.;)\n]|$))")
"""Behind those who help: "Phòng A chủ trì, Phòng B phối hợp"."""
OPINION = re.compile(spell(r"(?:tham gia|cho|góp|có)(?: ý)? (?:ý )?kiến|góp ý|thẩm định"))
NEAR = 40


def leads_of(text: Text, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """Return who is named to do the first thing the sentences order; nobody where that names nobody."""
    leads: tuple[Span, ...] | None = None
    for sentence in sentences:
        belongs = BELONGS.search(text.folded, *sentence)
        if belongs and (named := names_from(text, belongs.end(), sentence.end)[0]):
            return tuple(named)
        ordered = [order for order in orders(text, sentence) if not _is_aside(text, sentence, order.start)]
        if leads is None and ordered:
            leads = ordered[0].leads
        elif leads and ordered and SAME_AGAIN.match(text.folded, sentence.start):
            leads += ordered[0].leads[1:]
    return leads or ()


def named_later(text: Text, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Return the bodies that a later order of the first ordering sentence names: of the same work."""
    ordered = (found for sentence in sentences if (found := orders(text, sentence)))
    return next((order.leads for order in next(ordered, ()) if order.leads), ())


def doer_in(text: Text, sentence: Span) -> tuple[Span, ...]:
    """Return the body that acts behind what is only told: "Đây là dịp quan trọng, Sở A chuẩn bị …"."""
    for comma in COMMA.finditer(text.folded, *sentence):
        found, end = names_from(text, comma.end(), sentence.end)
        if found and does_at(text, text.strip(Span(end, sentence.end)).start, sentence.end):
            return tuple(found)
    return ()


def coordinators_of(text: Text, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """Return who works on an item beside its lead: coordinates, is consulted, or must give an opinion."""
    found: list[Span] = []
    for sentence in sentences:
        for span in (*_beside(text, sentence), *_giving_opinions(text, sentence)):
            name = _bare(text, span)
            if not any(_bare(text, known).startswith(name) for known in found):
                found.append(span)
    return tuple(found)


def _beside(text: Text, sentence: Span) -> Iterator[Span]:
    leads = leads_of(text, (sentence,))
    for helps in HELPS.finditer(text.folded, *sentence):
        yield from (each for each in subject_of(text, sentence.start, helps.start()) if each not in leads)
    for match in BESIDE.finditer(text.folded, *sentence):
        yield from names_from(text, text.strip(Span(match.end(), sentence.end)).start, sentence.end)[0]


def _giving_opinions(text: Text, sentence: Span) -> Iterator[Span]:
    """Yield the subject of an aside that orders an opinion: "(Vụ A có trách nhiệm tham gia ý kiến …)"."""
    for order in orders(text, sentence):
        if _is_aside(text, sentence, order.start) and OPINION.search(
            text.folded, order.end, order.end + NEAR
        ):
            yield from order.leads


def _is_aside(text: Text, sentence: Span, place: int) -> bool:
    """Tell whether a place stands in parentheses."""
    before = text.folded[sentence.start : place]
    return before.count("(") > before.count(")")


def _bare(text: Text, span: Span) -> str:
    """Return a name as it is compared: abbreviations in full, "các" in front of it left out."""
    return re.sub(r"^(?:các|những) ", "", expand(text.folded[slice(*span)]))
