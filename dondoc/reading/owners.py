"""Who leads an item and who works on it beside the lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ONE_NAME, PROMISE, does_at, names_from
from dondoc.reading.circumstances import COMMA
from dondoc.reading.directives import orders
from dondoc.reading.heads import is_body
from dondoc.reading.labels import named_by_label
from dondoc.reading.order import Force
from dondoc.reading.text import EDGE, Span, Text, spell
from dondoc.reading.told import LAW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dondoc.reading.order import Order

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
TAKES_CHARGE = re.compile(spell(r"(?:là (?:đơn vị|cơ quan) )?(?:chủ trì|đầu mối|làm đầu mối)(?!\w)"))
BY = re.compile(EDGE + spell(r"(?P<by>được )(?:[^\s.,;:]+[, ]*){1,12}$"))
WORTH = re.compile(spell(r"(?:đây|đó|việc này) là "))
"""What a matter is worth: "Đây là việc gấp, cần làm ngay." says not yet who does it."""
NEAR = 40


def leads_of(text: Text, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """Return who is named to do the first thing the sentences order; nobody where that names nobody."""
    leads: tuple[Span, ...] | None = None
    said = list(sentences)
    for sentence in said:
        if named := _belongs_to(text, sentence) or named_by_label(text, sentence):
            return named
        ordered = [order for order in orders(text, sentence) if not is_aside(text, sentence, order.start)]
        told = LAW.match(text.folded, *sentence) or WORTH.match(text.folded, *sentence)
        if told and _asks_later(text, sentence, said, Force.STRONG):
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


def is_aside(text: Text, sentence: Span, place: int) -> bool:
    """Tell whether a place stands in parentheses."""
    before = text.folded[sentence.start : place]
    return before.count("(") > before.count(")")


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
        if any(start < comma.start() < end for start, end in whole) or _is_by(text, sentence, comma.start()):
            continue
        found, end = names_from(text, comma.end(), sentence.end)
        if found and does_at(text, text.strip(Span(end, sentence.end)).start, sentence.end):
            return tuple(found)
    return ()


def _is_by(text: Text, sentence: Span, comma: int) -> bool:
    """Tell a comma between those by whom something was done: "được Quốc hội, Chính phủ xem xét"."""
    by = BY.search(text.folded, sentence.start, comma)
    return by is not None and text.is_upper(by.end("by"))
