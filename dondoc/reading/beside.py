"""Who works on an item beside its lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, names, names_from
from dondoc.reading.directives import orders
from dondoc.reading.labels import BODY, PAPERS, TAKES_PART
from dondoc.reading.naming import expand
from dondoc.reading.openers import matter_of
from dondoc.reading.order import Force
from dondoc.reading.owners import is_aside, leads_of, parted
from dondoc.reading.renamed import of_today
from dondoc.reading.subjects import subject_of
from dondoc.reading.text import EDGE, END, Span, Text, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANNER = r"(?:hỗ trợ|chặt chẽ|cụ thể|thường xuyên|kịp thời|tốt|đồng bộ|hiệu quả|tích cực|chủ động|toàn diện)"
BESIDE = re.compile(
    EDGE
    + spell(
        rf"(?:phối hợp{PAPERS}(?: thực hiện)?\s?:|(?:cơ quan|đơn vị|bộ phận) {TAKES_PART}\s?:"
        r"|(?:chủ trì|đầu mối),? (?:và )?cùng(?: với)?"
        rf"|phối hợp(?:,? (?:và )?{MANNER})*,?(?: cùng)?(?: với)*"
        r"(?! (?:cơ quan|đơn vị) chủ trì)"
        r"|tranh thủ[^.;:()]{0,60}? của"
        r"|(?:(?<!nội\sdung\s)(?<!chương\strình\s)(?<!buổi\s)làm việc(?: cụ thể| trực tiếp)?"
        r"|đề xuất|thống nhất|trao đổi(?:, có ý kiến)?) với"
        r"|(?:xin|lấy|tham khảo) ý kiến(?: của)?"
        r"|kết hợp(?: chặt chẽ)? với|(?:sự phối hợp(?: chặt chẽ)?|có sự tham gia) của"
        r"|\(qua|(?:qua đầu mối|(?<!thông\s)qua)(?= vụ| phòng| văn phòng| ban| ủy ban| sở| cục"
        r"| thanh tra (?:tỉnh|bộ|sở|huyện|thành phố|chính phủ|nhà nước)))" + END
    )
)
HELPS = re.compile(
    spell(
        r"(?:(?:có|chịu) trách nhiệm )?(?:cùng )?phối hợp"
        r"(?=(?P<label>(?: thực hiện)?\s*+:)|\s*+(?:[.;,)\n]|$)| (?:với (?:cơ quan|đơn vị) chủ trì"
        rf"|(?!(?:có|chịu) trách nhiệm|(?:(?:,|và|{MANNER}|cùng) )*(?:với|cùng)(?!\w))(?P<does>)))"
    )
)
"""Behind those who help: "Phòng A chủ trì, Phòng B phối hợp"; a verb is to follow where it does not end."""
BASIS = re.compile(spell(r"(?:thực hiện|căn cứ|theo|xét|tiếp theo|phúc đáp) [^.;:]{0,80}? (?:của|số) "))
LINE = re.compile(r"[^\n.;:]{2,400}")
LABELS = re.compile(spell(rf"(?:(?:^|[-–+*.,;:(\n])|(?<!\w){BODY})") + r"\s*+$")
"""In front of what is a label, "Đơn vị phối hợp:"; behind a name it says what that one does."""
ONLY_BODY = re.compile(spell(BODY))
"""The noun of a label, "Đơn vị phối hợp soạn thảo:", names nobody."""
OPINION = re.compile(spell(r"(?:tham gia|cho|góp|có)(?: ý)? (?:ý )?kiến|góp ý|thẩm định"))
NEAR = 40


def coordinators_of(text: Text, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """Return who works on an item beside its lead: coordinates, is consulted, or must give an opinion."""
    found: list[Span] = []
    for sentence in sentences:
        for span in of_today(text, (*_beside(text, sentence), *_giving_opinions(text, sentence))):
            name = _bare(text, span)
            if not any(_bare(text, known).startswith(name) for known in found):
                found.append(span)
    return tuple(found)


def _beside(text: Text, sentence: Span) -> Iterator[Span]:
    leads = leads_of(text, (sentence,))
    for helps in HELPS.finditer(text.folded, *sentence):
        no_verb = helps["does"] is not None and not ACT.match(text.folded, helps.start("does"), sentence.end)
        if no_verb or (helps["label"] and _is_label(text, helps.start())):
            continue
        helping = subject_of(text, *text.strip(Span(sentence.start, helps.start()), "("))
        if helping and ":" in text.folded[helping[-1].end : helps.start()]:
            continue  # "Phòng A: Lập sổ; phối hợp sửa kho": that is the lead itself
        named = (each for each in helping if not ONLY_BODY.fullmatch(text.folded, *each))
        yield from (each for each in named if not any(_overlap(each, lead) for lead in leads))
    for order in orders(text, sentence):
        yield from parted(text, order.leads)[1]
    for match in BESIDE.finditer(text.folded, _matter(text, sentence), sentence.end):
        yield from _named_behind(text, match, sentence.end)


def _matter(text: Text, sentence: Span) -> int:
    """Return where what is said of a matter begins: who helped in what it rests on helps no more."""
    asked = [each.start for each in orders(text, sentence) if each.force is Force.STRONG and each.leads]
    return asked[-1] if asked and BASIS.match(text.folded, *sentence) else matter_of(text, sentence)


def _is_label(text: Text, place: int) -> bool:
    """Tell whether what stands at a place begins a label."""
    return bool(LABELS.search(text.folded, max(0, place - NEAR), place))


def _overlap(one: Span, other: Span) -> bool:
    """Tell two readings of one name, "các Sở: A; B" and "A": who leads does not stand beside."""
    return one.start < other.end and other.start < one.end


def _named_behind(text: Text, beside: re.Match[str], limit: int) -> list[Span]:
    """Return the names behind a word of working together; a label's line holds nothing but names."""
    place = text.strip(Span(beside.end(), limit)).start
    found, end = names_from(text, place, limit)
    labels = beside.group().endswith(":") and _is_label(text, beside.start())
    line = LINE.match(text.folded, place, limit) if labels and not ACT.match(text.folded, place) else None
    return names(text, text.strip(Span(*line.span()), ")")) if line and line.end() > end else found


def _giving_opinions(text: Text, sentence: Span) -> Iterator[Span]:
    """Yield the subject of an aside that orders an opinion: "(Vụ A có trách nhiệm tham gia ý kiến …)"."""
    for order in orders(text, sentence):
        if is_aside(text, sentence, order.start) and OPINION.search(text.folded, order.end, order.end + NEAR):
            yield from order.leads


def _bare(text: Text, span: Span) -> str:
    """Return a name as it is compared: abbreviations in full, "các" in front of it left out."""
    return re.sub(r"^(?:các|những) ", "", expand(text.folded[slice(*span)]))
