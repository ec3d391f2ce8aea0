"""Names of bodies and posts in running text: where one begins, where it ends, which names a list holds."""

from __future__ import annotations

import re
from heapq import merge
from itertools import takewhile
from typing import TYPE_CHECKING

from dondoc.reading import lexicon
from dondoc.reading.heads import (
    BODY,
    addresses,
    goes_on_with_place,
    head_at,
    is_body,
    is_joint,
    is_other_body,
    joints,
    persons,
)
from dondoc.reading.name_ends import apart, complete_names, is_within_noun
from dondoc.reading.name_words import (
    AND,
    ASKS,
    HEAD_OF_VERB,
    LAST_NOUN,
    LAST_OF_LIST,
    LISTS,
    NAMED_BY_ROLE,
    NAMED_BY_VERB,
    NOUN_FOLLOWS,
    OF_FIELD,
    ONLY_ROLE,
    PART_OF_NAME,
    PLURAL,
    ROLE,
    ROLE_ENDS,
    SEVERAL,
    STAFF,
    WHICH,
    WHOLE,
    WITH_OBJECT,
    WITHIN_NAME,
    WORK,
)
from dondoc.reading.text import EDGE, Span, Text, any_of, phrase, phrases, spell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

ONE_NAME = phrases(*lexicon.ONE_NAME)
ACT = phrases(*lexicon.ADVERBS, *lexicon.VERBS)
PREDICATE = any_of(r"""
    (?<!hậu\s)cần; phải; nên; được; (?<!hàng\s)không; sẽ; đã; là; có(?! liên quan| thẩm quyền);
    còn(?! lại); chưa;
    đang(?= (?:triển khai|thực hiện|tiến hành|xây dựng|rà soát|tập trung|tích cực|nghiên cứu))
""")
PROMISE = phrases("sẽ")
TURN = any_of(rf"""
    về; để; trong(?! nước); đối với; theo; nhằm; tại; khi; trước; sau; từ; do; như; nếu; mà; để; qua;
    bằng; cơ bản; nhất trí; đồng ý; ghi nhận; thống nhất; hoan nghênh; biểu dương; kính; trân trọng; nội
    dung; phương án; {lexicon.PART_TAKEN}; (?:các|những) (?:biện pháp|giải pháp|nội dung|vấn đề|phương án);
    căn cứ; trên cơ sở; vì; thì; vào; (?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm); nơi(?=
    (?:có|xảy|đặt|phát|cư)(?!\w)); đến; biết; khen; khẳng định; kết
    luận; phê bình; thừa nhận; tuyên bố; quyết nghị; chấp nhận; chấp thuận; thông qua; ngày(?=\s\d);
    (?:và )?sự (?:chỉ đạo|phối hợp|hỗ trợ|giúp đỡ|tham gia|lãnh đạo|quan tâm|đồng thuận|ủng hộ)
""")
LONGEST = 800
"""No list of names is longer."""
BEHIND_ASIDE = re.compile(
    r"\s*(?:\([^()\n]{2,120}\)|"
    + spell(r"(?:trong phạm vi|theo) (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)[^.;:()]{0,60}? của mình")
    + r")(?:,\s++|\s++(?=(?:và|cùng)\s))"
)
"""Between names, where one has an aside: "Văn phòng (Tổ một cửa) và Phòng A"."""
STOP = re.compile(r"[.;:()\n“”\"]")


def names(text: Text, span: Span) -> list[Span]:
    """Return the names in a list of bodies, "A, B và C"; a person's post belongs to the person's name."""
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, *span)]
    whole += persons(text, span)
    first = head_at(text, *span)
    start = first.start() if first else span.start
    found: list[Span] = []
    for joint in joints(text, Span(start, span.end)):
        if not any(begin < joint.start < end for begin, end in whole):
            found.append(text.strip(Span(start, joint.start), ","))
            start = joint.end
    found.append(text.strip(Span(start, span.end), ","))
    return [each for name in found for each in apart(text, name, whole)]


def names_from(text: Text, place: int, limit: int) -> tuple[list[Span], int]:
    """Return the bodies of the list that begins at a place, and where it ends; none where none begins."""
    limit = min(limit, place + LONGEST)
    head = head_at(text, place, limit)
    if not head:
        return [], place
    end = _end_of_names(text, head, limit)
    which = WHICH.match(text.folded, end, limit)
    if which and which["having"] and not SEVERAL.search(text.folded, head.start(), end):
        which = None  # "Xã A có kho triển khai chậm" tells what one body has
    if which and which["under"]:
        return names(text, text.strip(Span(head.start(), end), ",")), which.end()
    end = text.strip(Span(end, which.end())).end if which else end
    if LISTS.match(text.folded, end) and PLURAL.search(text.folded, head.start(), end):
        shared, last = _shared_names(text, end + 1, limit)
        if shared and PLURAL.fullmatch(text.folded, head.start(), end):
            return shared, last
        named = names(text, Span(head.start(), end))
        if shared and PLURAL.fullmatch(text.folded, *named[-1]):
            return [*named[:-1], *shared], last
        if shared:
            return _with_list(text, named, shared), last
    found = names(text, text.strip(Span(head.start(), end), ","))
    aside = BEHIND_ASIDE.match(text.folded, end, limit)
    more, last = names_from(text, aside.end(), limit) if aside else ([], end)
    return ([*found, *more], last) if more else (found, end)


def _shared_names(text: Text, place: int, limit: int) -> tuple[list[Span], int]:
    """Read the names behind a noun they share: "các Bộ: A, B và C"."""
    cuts = _cuts(text, Span(place, limit), place)
    end = next((cut for cut in cuts if not is_joint(text, cut)), limit)
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, place, end)]
    found, start = [], place
    for joint in re.compile(rf"[,;]|{EDGE}và(?!\w)").finditer(text.folded, place, end):
        inside = any(begin < joint.start() < close for begin, close in whole)
        if not inside and not goes_on_with_place(text, start, joint.end()):
            found.append(text.strip(Span(start, joint.start())))
            start = joint.end()
    return [name for name in (*found, text.strip(Span(start, end))) if name.start < name.end], end


def _with_list(text: Text, named: list[Span], shared: list[Span]) -> list[Span]:
    """Join a post to those it is the post of: "Giám đốc các Sở: Y tế, Tài chính"; other bodies may follow."""
    own = list(takewhile(lambda name: not is_other_body(text, name), shared))
    last = Span(named[-1].start, own[-1].end) if own else named[-1]
    return [*named[:-1], last, *shared[len(own) :]]


def _end_of_names(text: Text, head: re.Match[str], limit: int) -> int:
    """Return where a list of bodies ends: at a verb, a turn of the sentence, or a comma before no body."""
    named = _named_by_verb(text, head, limit)
    within = Span(named or head.end(), limit)
    goes_on = named if named and not NAMED_BY_ROLE.search(head.group()) else -1  # a role is whole
    return next(_cuts(text, within, head.start(), goes_on), limit)


def _named_by_verb(text: Text, head: re.Match[str], limit: int) -> int | None:
    """Return where a verb ends that goes on with a name: "Phòng Quản lý đô thị", "đơn vị thi công cần …"."""
    place = text.strip(Span(head.end(), limit)).start
    if work := _end_of_work(text, head, Span(place, limit)):
        return work
    if NAMED_BY_VERB.search(text.folded, head.start(), head.end()):
        named = ACT.match(text.folded, place, limit)
        return named.end() if named and text.folded[named.end() : named.end() + 1] != "," else None
    role = ROLE.match(text.folded, place, limit) if NAMED_BY_ROLE.search(head.group()) else None
    if not role:
        return None
    if ONLY_ROLE.match(text.folded, place, limit):
        return role.end()
    if (whole := ROLE_ENDS.match(text.folded, role.end(), limit)) and (
        whole["turn"] or head_at(text, whole.end(), limit)
    ):
        return whole.end("where")
    behind = next(CUT.finditer(text.folded, role.end(), limit), None)
    return role.end() if not behind or behind["does"] or behind["is"] or behind.group() == ";" else None


def _end_of_work(text: Text, head: re.Match[str], behind: Span) -> int | None:
    """Return where the work ends that staff or a centre is told by: "Trung tâm điều phối Cứu hộ"."""
    work = WORK.match(text.folded, *behind) if STAFF.search(head.group()) else None
    if work and (work["modal"] or does_at(text, work.end("manner"), behind.end)):
        return text.strip(Span(behind.start, work.end())).end
    act = does_at(text, *behind) if HEAD_OF_VERB.search(head.group()) else None
    field = text.strip(Span(act.end(), behind.end)).start if act else behind.end
    return act.end() if act and text.is_upper(field) and not is_body(text, field) else None


def _cuts(text: Text, within: Span, begin: int, named_up_to: int = -1) -> Iterator[int]:
    """Yield where the list of names from `begin` on may end; up to `named_up_to` a verb belongs to a name."""
    whole = [
        match.span()
        for match in ONE_NAME.finditer(text.folded, begin, within.end)
        if text.is_upper(match.start()) or not ACT.match(text.folded, match.start())
    ]
    finished = {end for _start, end in whole}
    whole += ((joint.start, joint.head) for joint in joints(text, Span(begin, within.end)))
    whole += addresses(text, Span(begin, within.end))
    whole += (match.span() for match in WITHIN_NAME.finditer(text.folded, *within))
    complete = (at for at in complete_names(text, Span(begin, within.end), BODY) if at >= within.start)
    for at in merge(complete, _at_words(text, within, begin, named_up_to, finished)):
        if not any(start <= at < end for start, end in whole):
            yield at


def does_at(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return the verb at a place of which a body in front of it is the subject."""
    word = CUT.match(text.folded, place, limit)
    return word if word and word["does"] else None


def is_predicate(text: Text, place: int) -> bool:
    """Tell whether what is said of a body begins at a place, "là …", "phải …": it goes on with no name."""
    word = CUT.match(text.folded, place)
    return bool(word and word["is"])


def _lists_in_name(text: Text, at: int, limit: int) -> bool:
    """Tell a comma inside a name from its end: "Phòng Khiếu nại, tố cáo tham mưu …"."""
    last = LAST_OF_LIST.match(text.folded, at, limit)
    if not last or not (last["more"] or does_at(text, last.end(), limit)):
        return False
    words = last.start("words")
    return not CUT.match(text.folded, words) and not head_at(text, words, limit)


def _at_words(
    text: Text, within: Span, begin: int, named_up_to: int, finished: Collection[int]
) -> Iterator[int]:
    """Yield the marks, verbs and turns that end a name; names in `finished` are whole."""
    for match in CUT.finditer(text.folded, *within):
        at = match.start()
        if match.group() == "," and text.is_upper(text.strip(Span(at + 1, within.end)).start):
            continue  # "Trung tâm Dữ liệu, Thông tin": a capital behind a comma goes on with the name
        if _lists_in_name(text, at, within.end):
            continue
        if OF_FIELD.match(text.folded, at) or is_within_noun(text, match):
            continue  # "Cục Hạ tầng xây dựng tham mưu …": what it does follows
        if (
            (text.is_upper(at) and not text.is_capitals(Span(*match.span())))
            or (
                at == named_up_to + 1
                and PART_OF_NAME.match(text.folded, at)
                and not WHOLE.search(text.folded, begin, at)
            )
            or (NOUN_FOLLOWS.search(text.folded, begin, at) and not ASKS.match(text.folded, at))
        ):
            # "Sở Kế hoạch và Đầu tư" is whole: a verb behind it is what the body does
            alone = LAST_NOUN.search(text.folded, begin, at) and not WITH_OBJECT.match(text.folded, at)
            named_up_to = -1 if alone or match.end() in finished else match.end()
        else:
            yield next((link.start() for link in AND.finditer(text.folded, begin, at)), at)


DOES = phrase(*lexicon.ADVERBS, *lexicon.VERBS, *lexicon.DEEDS)
CUT = re.compile(f"{STOP.pattern}|,|(?P<does>{DOES})|(?P<is>{PREDICATE.pattern})|{TURN.pattern}")
