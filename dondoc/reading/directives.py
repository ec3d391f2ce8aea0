"""Whether a sentence orders something, how, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, PROMISE, does_at, names_from
from dondoc.reading.circumstances import behind_circumstances, behind_competence
from dondoc.reading.handing_on import petitions
from dondoc.reading.heads import head_at
from dondoc.reading.openers import openers
from dondoc.reading.order import Force, Order
from dondoc.reading.order_words import (
    AGREES,
    ALIAS,
    BOUND,
    DONE,
    FINDS,
    GENERIC,
    LABELS,
    NAMELESS,
    NOT,
    OWN_STAFF,
    PART,
    SEVERAL,
    VALUED,
    WROTE,
)
from dondoc.reading.passives import allowed, done_by, given_deed, sent_by
from dondoc.reading.sentences import clauses, without_count
from dondoc.reading.subjects import subject_of
from dondoc.reading.text import Span, Text, any_of, phrases, spell
from dondoc.reading.tones import split_heading

if TYPE_CHECKING:
    from collections.abc import Iterator


MODAL = phrases(
    r"(?<!hậu\s)cần(?: phải)?(?! thiết| cù)",
    r"phải(?! là| chăng)",
    r"có trách nhiệm",
    r"chịu trách nhiệm",
    r"có nhiệm vụ",
    r"không được",
)
NOT_WITHOUT_SUBJECT = any_of("không được; phải (?:thi hành|trả|nộp|thu|chi)")
"""What tells of a lack or a debt, unless a body stands in front of it: "số tiền phải thi hành"."""
NO_ORDER_BEFORE = re.compile(
    spell(
        r"(?:người|không|chưa|nội dung|vấn đề|công việc|nhiệm vụ|giải pháp|việc|điều|điểm|trọng tâm|những gì|"
        r"có thể|đã|được|mà|theo|như|sự|nhu cầu|đòi hỏi)\s*+$"
    )
)
SPEAKS = any_of(r"""
    yêu cầu; đề nghị; giao; phân công; lưu ý; thông báo; có ý kiến(?: chỉ đạo)? như sau; chỉ đạo\s?:;
    kính (?:gửi|chuyển|mời|đề nghị|trình); trân trọng; xin(?! ý kiến); gửi kèm
""")
"""What the issuer does by the document; the order is what follows."""
NEAR = 20


def agrees(text: Text, words: Span) -> bool:
    """Tell words that only agree, note or praise; behind that a clause may still order."""
    agreed = None if allowed(text, words) else AGREES.match(text.folded, *words)
    if agreed and agreed["before"] and ACT.match(text.folded, *words):
        return False
    return bool(agreed) and not any(
        order.force is Force.STRONG and _opens_clause(text, words.start, order.start)
        for order in orders(text, Span(agreed.end() if agreed else words.start, words.end))
    )


def _opens_clause(text: Text, start: int, place: int) -> bool:
    """Tell whether a clause begins at a place, or with nothing but who speaks in front of that."""
    mark = max(text.folded.rfind(mark, start, place) for mark in ",;.")
    return mark >= 0 and names_from(text, *text.strip(Span(mark + 1, place)))[1] >= place - 1


def orders(text: Text, sentence: Span) -> list[Order]:
    """Return the orders of a sentence as they stand in it."""
    if sentence not in text.found:
        text.found[sentence] = tuple(_orders(text, sentence))
    return list(text.found[sentence])


def _orders(text: Text, sentence: Span) -> list[Order]:
    sentence = without_count(text, sentence)
    acts = list(_acts(text, sentence))
    asking = [act for act in acts if act.force is Force.NAMED]
    found = [each for each in openers(text, sentence) if not any(_asks(text, act, each) for act in asking)]
    acts = [act for act in acts if act.leads or not any(act.end + 1 == each.start for each in found)]
    if more_time := allowed(text, split_heading(text, sentence)[1]):
        found.append(Order(Force.STRONG, *more_time))
    modals = list(_modals(text, sentence))
    if not any(order.leads for order in (*acts, *found, *modals)):
        later = [without_count(text, clause) for clause in clauses(text, sentence)[1:]]
        named = [act for clause in later for act in _acts(text, clause) if act.force is Force.NAMED]
        # "Lập danh sách các đơn vị; cán bộ phụ trách …": behind a verb small letters go on with its list;
        # "…; 03 đơn vị mua sắm vượt tiêu chuẩn": so many are told of, not told to
        told_to = [act for act in named if not text.folded[act.leads[0].start].isdigit()]
        acts += [act for act in told_to if not acts or text.is_upper(act.leads[0].start)]
    acts = [act for act in acts if not any(_is_named_by(text, act, modal) for modal in modals)]
    found += modals
    # behind a circumstance a verb may still be part of it: who is named to act decides
    found += [act for act in acts if act.start == sentence.start or not any(o.leads for o in found)]
    return sorted(found, key=lambda order: (order.start, -order.force))


def _is_named_by(text: Text, act: Order, modal: Order) -> bool:
    """Tell a verb that says which are meant, "Cơ quan phối hợp có trách nhiệm …", from what they do."""
    if not (act.leads and modal.leads and BOUND.match(text.folded, modal.start)):
        return False
    name, whole = act.leads[-1], modal.leads[-1]
    generic = GENERIC.fullmatch(text.folded, *name)
    return bool(generic) and name.start == whole.start and act.end <= whole.end


def _asks(text: Text, act: Order, opener: Order) -> bool:
    """Tell what somebody is to ask of another from an order: "Chi cục A lập văn bản kiến nghị Tòa án"."""
    return act.end < opener.start and text.folded[: opener.start].rstrip()[-1:] not in ",;:.("


def _modals(text: Text, sentence: Span) -> Iterator[Order]:
    for match in MODAL.finditer(text.folded, *sentence):
        if NO_ORDER_BEFORE.search(text.folded, max(sentence.start, match.start() - NEAR), match.start()):
            continue
        if text.is_upper(match.start()) and text.is_upper(match.end() + 1):
            continue  # "Cần Thơ", a place
        leads = subject_of(text, sentence.start, match.start())
        if _to_be_found(text, leads, sentence.start):
            continue
        if leads or not NOT_WITHOUT_SUBJECT.match(text.folded, match.start()):
            yield Order(Force.MODAL, match.start(), match.end(), leads)


def _to_be_found(text: Text, leads: tuple[Span, ...], start: int) -> bool:
    """Tell whom an order has found or named: "Làm rõ giá, cơ quan chịu trách nhiệm thẩm định"."""
    return any(NAMELESS.fullmatch(text.folded, *lead) for lead in leads) and bool(
        FINDS.search(text.folded, start, leads[0].start)
    )


def _acts(text: Text, sentence: Span) -> Iterator[Order]:
    """Yield what a sentence orders by beginning with a verb, or with a body and a verb."""
    start = behind_circumstances(text, split_heading(text, sentence)[1])
    leads, end = names_from(text, start, sentence.end)
    if leads and (alias := ALIAS.match(text.folded, end, sentence.end)):
        end = alias.end()
    place = text.strip(Span(end, sentence.end), ",").start
    place = _behind_part(text, place, sentence.end) if leads else place
    told = None if leads else DONE.match(text.folded, *sentence)
    if WROTE.match(text.folded, *sentence) or (told and head_at(text, *told.span("who"))):
        return
    if leads and (deed := given_deed(text, place, sentence.end)) and not SEVERAL.match(text.folded, start):
        place = deed if ACT.match(text.folded, deed) else place
    if leads and (promise := PROMISE.match(text.folded, place)):
        yield Order(Force.NAMED, promise.start(), promise.end(), tuple(leads))
    elif leads and OWN_STAFF.match(text.folded, place):
        yield Order(Force.NAMED, start, place, tuple(leads))
    elif (SPEAKS if leads else VALUED).match(text.folded, place, sentence.end) or petitions(
        text, leads, place
    ):
        return
    elif (act := _act(text, place, sentence.end, led=bool(leads))) and not LABELS.match(
        text.folded, act.end()
    ):
        force = Force.NAMED if leads else Force.BARE
        yield Order(force, start, act.end(), tuple(leads))
    elif not leads and (done := done_by(text, sentence)):
        yield Order(Force.NAMED, *done)
    elif not leads and (sent := sent_by(text, sentence)):
        yield Order(Force.MODAL, *sent)


def _behind_part(text: Text, place: int, limit: int) -> int:
    """Return where the deed begins behind which part a body has, and by which competence it acts."""
    part = PART.match(text.folded, place, limit)
    place = part.end() if part else place
    return behind_competence(text, place, limit)


def _act(text: Text, place: int, limit: int, *, led: bool) -> re.Match[str] | None:
    """Return the verb at a place, that of a prohibition too ("Không giao …"); behind a body it tells."""
    negated = None if led else NOT.match(text.folded, place, limit)
    place = negated.end() if negated else place
    return does_at(text, place, limit) if led else ACT.match(text.folded, place, limit)
