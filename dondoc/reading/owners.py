"""Who leads an item and who works on it beside the lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, ONE_NAME, PROMISE, does_at, names, names_from
from dondoc.reading.circumstances import COMMA
from dondoc.reading.directives import Force, matter_of, orders
from dondoc.reading.heads import is_body
from dondoc.reading.labels import BODY, PAPERS, TAKES_PART, named_by_label
from dondoc.reading.naming import expand
from dondoc.reading.subjects import subject_of
from dondoc.reading.text import EDGE, END, Span, Text, spell
from dondoc.reading.told import LAW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.reading.directives import Order

BELONGS = re.compile(
    spell(r"\([^()]*(?:thuộc (?:thẩm quyền|trách nhiệm|phạm vi)(?: của)?|trách nhiệm của|(?P<by>do)) ")
    + r"|,\s++"
    + spell(r"(?P<then>do) ")
)
ASIDE = re.compile(
    r"(?:\(|\s[-–]\s)\s*+" + spell(r"(?P<given>giao(?: cho)? |trách nhiệm(?: chính)?\s?:\s*+)?")
)
HEADS = re.compile(
    spell("(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đảm nhiệm|đảm nhận)(?: thực hiện| chính)?")
    + r"(?=\s*+(?:[),.;]|$))"
)
HEAD = re.compile(r"\s*+\(" + spell(r"(?:đơn vị |cơ quan )?(?:chủ trì|đầu mối)") + r"\)")
LEADS = re.compile(
    spell(
        r"(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|đảm nhận|chịu trách nhiệm|làm|đầu mối|tham mưu)(?!\w)|\)"
    )
)
"""Behind who does it, "(do Vụ A thực hiện)"; "(do Vụ A chuyển đến)" tells where a thing comes from."""
HEADED = re.compile(spell(r" làm (?:tổ|nhóm|đội|chủ|đơn vị|trưởng|phó|thường)"))
"""Who is at the head of a body does not act instead of it: "Tổ A (do ông B làm tổ trưởng)"."""
SAME_AGAIN = re.compile(
    spell(
        r"(?:từng|mỗi|các) (?:đơn vị|cơ quan|địa phương|đồng chí)(?: (?:này|trên|đó|nêu trên))?"
        r"(?= (?:cần|phải|có trách)|,)"
    )
)
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
        r"(?=(?P<label>(?: thực hiện)?\s*+:)|\s*+(?:[.;)\n]|$)| (?:với (?:cơ quan|đơn vị) chủ trì"
        rf"|(?!(?:có|chịu) trách nhiệm|(?:(?:,|và|{MANNER}|cùng) )*(?:với|cùng)(?!\w))(?P<does>)))"
    )
)
"""Behind those who help: "Phòng A chủ trì, Phòng B phối hợp"; a verb is to follow where it does not end."""
BASIS = re.compile(spell(r"(?:thực hiện|căn cứ|theo|xét|tiếp theo|phúc đáp) [^.;:]{0,80}? (?:của|số) "))
LINE = re.compile(r"[^\n.;:]{2,400}")
LABELS = re.compile(spell(rf"(?:(?:^|[-–+*.,;:(\n])|(?<!\w){BODY})") + r"\s*+$")
"""In front of what is a label, "Đơn vị phối hợp:"; behind a name it says what that one does."""
TAKES_CHARGE = re.compile(spell(r"(?:là (?:đơn vị|cơ quan) )?(?:chủ trì|đầu mối|làm đầu mối)(?!\w)"))
ONLY_BODY = re.compile(spell(BODY))
"""The noun of a label, "Đơn vị phối hợp soạn thảo:", names nobody."""
OPINION = re.compile(spell(r"(?:tham gia|cho|góp|có)(?: ý)? (?:ý )?kiến|góp ý|thẩm định"))
NEAR = 40


def leads_of(text: Text, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """Return who is named to do the first thing the sentences order; nobody where that names nobody."""
    leads: tuple[Span, ...] | None = None
    said = list(sentences)
    for sentence in said:
        if named := _belongs_to(text, sentence) or named_by_label(text, sentence):
            return named
        ordered = [order for order in orders(text, sentence) if not _is_aside(text, sentence, order.start)]
        if LAW.match(text.folded, *sentence) and _asks_later(text, sentence, said, Force.STRONG):
            continue
        promised = ordered and PROMISE.match(text.folded, ordered[0].start)
        if promised and _asks_later(text, sentence, said, Force.MODAL):
            continue
        if leads is None and ordered:
            leads = parted(text, ordered[0].leads)[0] or _asked_behind(text, ordered)
        elif leads and ordered and SAME_AGAIN.match(text.folded, sentence.start):
            leads += ordered[0].leads[1:]
        elif not leads and ordered and _takes_charge(text, ordered[0]):
            leads = ordered[0].leads
    return leads or ()


def _takes_charge(text: Text, order: Order) -> bool:
    """Tell who heads the task of the sentence in front: "Lập sổ kho. Phòng A chủ trì, phối hợp …"."""
    behind = text.strip(Span(order.leads[-1].end, order.end)).start if order.leads else order.end
    return bool(TAKES_CHARGE.match(text.folded, behind))


def parted(text: Text, named: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Part those who lead from those who help: "Phòng A (chủ trì), Phòng B lập sổ"."""
    heads = [place for place, name in enumerate(named, start=1) if HEAD.match(text.folded, name.end)]
    first = heads[-1] if heads else len(named)
    return named[:first], named[first:]


def _asked_behind(text: Text, ordered: Sequence[Order]) -> tuple[Span, ...]:
    """Return who is plainly asked behind a need: "Việc này cần làm gấp, yêu cầu Sở A lập sổ."."""
    if ordered[0].force is not Force.MODAL:
        return ()
    asked = (order for order in ordered[1:] if order.force is Force.STRONG and order.leads)
    found = next(asked, None)
    between = text.folded[ordered[0].end : found.start] if found else ";"
    return found.leads if found and ";" not in between else ()


def _asks_later(text: Text, told: Span, sentences: Iterable[Span], force: Force) -> bool:
    """Tell whether somebody is plainly asked behind a sentence that says what a law has, or will be."""
    later = (order for each in sentences if each > told for order in orders(text, each))
    return any(order.leads and order.force >= force for order in later)


def _belongs_to(text: Text, sentence: Span) -> tuple[Span, ...]:
    """Return whose business it is by an aside: "(thuộc thẩm quyền của Chi cục A)", "(Vụ B chủ trì)"."""
    named_first = is_body(text, sentence.start)
    for aside in ASIDE.finditer(text.folded, *sentence):
        if named_first and not aside.group().startswith("("):
            continue  # "Viện Kho - Phòng Kho lạnh chủ trì …" is one name
        named, end = names_from(text, aside.end(), sentence.end)
        if named and (aside["given"] or HEADS.match(text.folded, text.strip(Span(end, sentence.end)).start)):
            return tuple(named)
    belongs = BELONGS.search(text.folded, *sentence)
    if not belongs:
        return ()
    named, end = names_from(text, belongs.end(), sentence.end)
    does = HEADS if belongs["then"] else LEADS
    told = (belongs["by"] or belongs["then"]) and (
        not does.match(text.folded, text.strip(Span(end, sentence.end)).start)
        or HEADED.search(text.folded, belongs.end(), end + NEAR)
    )
    return () if told else tuple(named)


def named_later(text: Text, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Return the bodies that a later order names: of the same sentence, or one plainly asked behind it."""
    ordered = [found for sentence in sentences if (found := orders(text, sentence))]
    same = (order.leads for order in (ordered[0] if ordered else ()))
    asked = (order.leads for found in ordered[1:] for order in found if order.force is Force.STRONG)
    return next((leads for leads in (*same, *asked) if leads), ())


def doer_in(text: Text, sentence: Span) -> tuple[Span, ...]:
    """Return the body that acts behind what is only told: "Đây là dịp quan trọng, Sở A chuẩn bị …"."""
    if does_at(text, *sentence):
        return ()
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, *sentence)]
    for comma in COMMA.finditer(text.folded, *sentence):
        if any(start < comma.start() < end for start, end in whole):
            continue
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
