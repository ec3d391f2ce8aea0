"""Whether a sentence orders something, how, and of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, PROMISE, does_at, names_from
from dondoc.reading.circumstances import behind_circumstances, behind_competence
from dondoc.reading.handing_on import hands_on
from dondoc.reading.heads import head_at
from dondoc.reading.order_words import (
    AGREES,
    ALIAS,
    ASSIGNED,
    BOUND,
    DECREES,
    DONE,
    GENERIC,
    LABELS,
    NOT,
    NOT_GIVEN,
    OWN_STAFF,
    PART,
    SEVERAL,
    THINGS,
    TOLD,
    VALUED,
    WROTE,
)
from dondoc.reading.passives import done_by, sent_by
from dondoc.reading.sentences import clauses
from dondoc.reading.subjects import concerned, subject_of
from dondoc.reading.text import Span, Text, any_of, phrases, spell
from dondoc.reading.tones import ABOUT, split_heading

if TYPE_CHECKING:
    from collections.abc import Iterator


class Force(IntEnum):
    """How plainly words order: a verb, bare or with a body named, may also tell of work done."""

    BARE = 1
    NAMED = 2
    MODAL = 3
    STRONG = 4


@dataclass(frozen=True)
class Order:
    """An order in a sentence: where its word stands, where what is ordered begins, and who is named."""

    force: Force
    start: int
    end: int
    leads: tuple[Span, ...] = ()


OPENER = phrases(
    r"(?<!ngoại\s)(?<!bàn\s)(?<!chuyển\s)giao(?! thông| dịch| lưu| nhận)"
    r"(?: trách nhiệm| nhiệm vụ(?: cụ thể(?=[^.;:]{2,300}:))?| trực tiếp| bổ sung| thêm)*(?: cho)?",
    r"(?<!bản\s)chỉ thị(?= (?:các|thủ|tổng|cục|giám|trưởng|chủ|chánh|viện))",
    r"yêu cầu",
    r"(?<!trường\shợp\s)(?<!khi\s)đề nghị(?!\s?của|\s?tại| số)",
    r"(?<!trường\shợp\s)(?<!khi\s)kiến nghị(?!\s?của|\s?tại| số| vượt|\s?với)",
    r"phân công",
    r"ủy quyền(?: cho)?",
)
PROHIBITION = phrases("nghiêm cấm", "kiên quyết không", "tuyệt đối không")
FORBIDS = phrases("không được", "không để", "cấm", r"chỉ(?: được)?(?! đạo| thị| huy| định| tiêu| số)")
"""What prohibits at the head of a sentence; behind a subject it may tell of what is lacking."""
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
    agreed = AGREES.match(text.folded, *words)
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
    acts = list(_acts(text, sentence))
    asking = [act for act in acts if act.force is Force.NAMED]
    found = [each for each in _openers(text, sentence) if not any(_asks(text, act, each) for act in asking)]
    acts = [act for act in acts if act.leads or not any(act.end + 1 == each.start for each in found)]
    modals = list(_modals(text, sentence))
    if not any(order.leads for order in (*acts, *found, *modals)):
        later = clauses(text, sentence)[1:]
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


def _openers(text: Text, sentence: Span) -> Iterator[Order]:
    """Yield "Giao X …", "yêu cầu X …"; at the head of a clause also what names nobody."""
    for match in OPENER.finditer(text.folded, matter_of(text, sentence), sentence.end):
        place = text.strip(Span(match.end(), sentence.end)).start
        named, end = names_from(text, place, sentence.end)
        opens = match.start() == sentence.start or text.folded[match.start() - 2] in ",;:."
        title = text.is_upper(match.start()) and not opens
        meeting = text.folded.startswith("giao ban", match.start()) and text.is_lower(place)
        leads = tuple(named) or concerned(text, Span(sentence.start, match.start()))
        if opens and OWN_STAFF.match(text.folded, match.start()):
            leads = ()
        given = leads and not NOT_GIVEN.search(
            text.folded, max(sentence.start, match.start() - NEAR), match.start()
        )
        decreed = not opens and DECREES.match(text.folded, *sentence)
        before = Span(sentence.start, match.start())
        told = TOLD.search(text.folded, *before) or hands_on(text, before)
        if title or meeting or decreed or told:
            continue
        if given or (
            opens
            and not THINGS.match(text.folded, *sentence)
            and text.folded[place : min(place + 1, sentence.end)] not in ",;.:"
        ):
            yield Order(Force.STRONG, match.start(), end, leads)
    if forbids := FORBIDS.match(text.folded, *sentence):
        yield Order(Force.STRONG, forbids.start(), forbids.end())
    for match in PROHIBITION.finditer(text.folded, *sentence):
        yield Order(Force.STRONG, match.start(), match.end(), subject_of(text, sentence.start, match.start()))


def matter_of(text: Text, sentence: Span) -> int:
    """Return where what is said of a matter begins: "Về đề nghị tỉnh lập sổ: giao Sở A …" asks Sở A alone."""
    heading, rest = split_heading(text, sentence)
    return rest.start if heading and ABOUT.match(text.folded, *heading) else sentence.start


def _modals(text: Text, sentence: Span) -> Iterator[Order]:
    for match in MODAL.finditer(text.folded, *sentence):
        if NO_ORDER_BEFORE.search(text.folded, max(sentence.start, match.start() - NEAR), match.start()):
            continue
        if text.is_upper(match.start()) and text.is_upper(match.end() + 1):
            continue  # "Cần Thơ", a place
        leads = subject_of(text, sentence.start, match.start())
        if leads or not NOT_WITHOUT_SUBJECT.match(text.folded, match.start()):
            yield Order(Force.MODAL, match.start(), match.end(), leads)


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
    if leads and (given := ASSIGNED.match(text.folded, place)) and not SEVERAL.match(text.folded, start):
        place = given.end() if ACT.match(text.folded, given.end()) else place
    if leads and (promise := PROMISE.match(text.folded, place)):
        yield Order(Force.NAMED, promise.start(), promise.end(), tuple(leads))
    elif leads and OWN_STAFF.match(text.folded, place):
        yield Order(Force.NAMED, start, place, tuple(leads))
    elif (SPEAKS if leads else VALUED).match(text.folded, place, sentence.end):
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
