"""Names of bodies and posts in running text: where one begins, where it ends, which names a list holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading import lexicon
from dondoc.reading.text import EDGE, END, Span, Text, any_of, phrases, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

CONNECTIVE = (
    rf"(?:(?:và|hoặc|cùng với|cùng|nhất là|đặc biệt là|trước hết là|trong đó có|kể cả|cũng như){END}\s*+)?"
    r"(?:(?:cá nhân|cơ quan)(?=\s++(?:đồng chí|công an|kiểm sát|toà))\s++)?"
)
HEAD = (
    rf"(?:(?:(?:{'|'.join(lexicon.COUNTED)}){END}\s*+)*"
    rf"(?:{'|'.join(lexicon.BODIES)}){END}"
    rf"|(?:các|từng|mỗi) (?:xã|phường|huyện|quận|tỉnh|thôn|khu phố|thị xã){END})"
)
BODY = re.compile(spell(HEAD))
LISTED = re.compile(spell(CONNECTIVE + f"(?P<body>{HEAD})"))
JOINT = re.compile(spell(rf"(?:[,;]\s*+{CONNECTIVE}|{EDGE}(?:và|hoặc|cùng với|cùng){END}\s*+)(?={HEAD})"))
ONE_NAME = phrases(*lexicon.ONE_NAME)
ACT = phrases(*lexicon.ADVERBS, *lexicon.VERBS)
PREDICATE = any_of(
    r"(?<!hậu\s)cần; phải; nên; được; không; sẽ; đã; là; có(?! liên quan| thẩm quyền); còn; chưa"
)
TURN = any_of(r"""
    về; để; trong(?! nước); đối với; theo; nhằm; tại; khi; trước; sau; từ; do; như; nếu; mà; để; qua; bằng;
    cơ bản; nhất trí; đồng ý; ghi nhận; thống nhất; hoan nghênh; biểu dương; kính; trân trọng; nội dung;
    phương án; những vấn đề; căn cứ; trên cơ sở; vì; thì; vào; đến; biết;
    ngày(?=\s\d)
""")
NAMED_BY_VERB = re.compile(spell(r"(?<!các )(?<!văn )(?:phòng|vụ|ban|tổ|đội)$").replace(r"\s++", r"\s"))
PERSON_WITH_POST = re.compile(
    spell(rf"{EDGE}(?:đồng chí|ông|bà) (?!{HEAD})[^,;.]{{4,40}}, (?=(?:phó |nguyên )?(?!đồng chí|các){HEAD})")
)
PLURAL = re.compile(
    spell(r"(?:các|những) (?:bộ|sở|ban|cục|vụ|phòng|đơn vị|cơ quan|ngành|xã|phường|huyện|quận|chi cục)\s*+$")
)
WHICH = re.compile(
    spell(
        r"chưa [^.,;:()\n]{2,60}? (?=(?:khẩn trương|nghiêm túc|tiếp tục|cần|phải|có trách nhiệm)(?!\w))"
        r"|là (?:lãnh đạo|đại diện) [^.,;:()\n]{2,60}?(?=\s?:|$)"
        r"|(?:chưa|có(?! nhiệm vụ| trách nhiệm| ý kiến)|được|đang|còn) [^.,;:()\n]{2,60}?(?=\s?:|$)"
    )
)
"""Which of several bodies is meant: "các đơn vị chưa gửi báo cáo khẩn trương …"."""
PART_OF_NAME = re.compile(
    phrases(*lexicon.PARTS_OF_NAMES).pattern
    + spell(
        r"(?! (?:ngay|kế hoạch|đề án|phương án|quy chế|dự thảo|chương trình|báo cáo|danh|các|những"
        r"|toàn bộ|việc)(?!\w))"
    )
)
"""A verb that goes on with a name; with an object of its own it is what the body does."""
WHOLE = re.compile(spell(r"(?:sở|bộ|cục|vụ) xây dựng\s*+$"))
"""A name that a verb behind it does not go on with."""
LONGEST = 800
"""No list of names is longer."""
STOP = re.compile(r"[.;:()\n“”\"]")


def is_body(text: Text, place: int) -> bool:
    """Tell whether the name of a body or post begins at a place."""
    return bool(BODY.match(text.folded, place))


def names(text: Text, span: Span) -> list[Span]:
    """Return the names in a list of bodies, "A, B và C"; a person's post belongs to the person's name."""
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, *span)]
    whole += [match.span() for match in PERSON_WITH_POST.finditer(text.folded, *span)]
    first = LISTED.match(text.folded, *span)
    start = first.start("body") if first else span.start
    found: list[Span] = []
    for joint in JOINT.finditer(text.folded, start, span.end):
        if not any(begin < joint.start() < end for begin, end in whole):
            found.append(text.strip(Span(start, joint.start()), ","))
            start = joint.end()
    return [*found, text.strip(Span(start, span.end), ",")]


def names_from(text: Text, place: int, limit: int) -> tuple[list[Span], int]:
    """Return the bodies of the list that begins at a place, and where it ends; none where none begins."""
    limit = min(limit, place + LONGEST)
    head = LISTED.match(text.folded, place, limit)
    if not head:
        return [], place
    end = _end_of_names(text, head, limit)
    if which := WHICH.match(text.folded, end, limit):
        end = text.strip(Span(end, which.end())).end
    if text.folded[end : end + 1] == ":" and PLURAL.search(text.folded, head.start("body"), end):
        return _shared_names(text, end + 1, limit)
    return names(text, text.strip(Span(head.start("body"), end), ",")), end


def _shared_names(text: Text, place: int, limit: int) -> tuple[list[Span], int]:
    """Read the names behind a noun they share: "các Bộ: A, B và C"."""
    cuts = _cuts(text, Span(place, limit), place)
    end = next((cut for cut in cuts if not _is_joint(text, cut)), limit)
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, place, end)]
    found, start = [], place
    for joint in re.compile(rf"[,;]|{EDGE}và(?!\w)").finditer(text.folded, place, end):
        if not any(begin < joint.start() < close for begin, close in whole):
            found.append(text.strip(Span(start, joint.start())))
            start = joint.end()
    return [name for name in (*found, text.strip(Span(start, end))) if name.start < name.end], end


def _is_joint(text: Text, cut: int) -> bool:
    """Tell a comma between names, or a semicolon that a capital follows."""
    mark, behind = text.folded[cut], text.strip(Span(cut + 1, len(text.folded))).start
    return mark == "," or (mark == ";" and text.is_upper(behind))


def _end_of_names(text: Text, head: re.Match[str], limit: int) -> int:
    """Return where a list of bodies ends: at a verb, a turn of the sentence, or a comma before no body."""
    start, named_up_to = head.end(), -1
    if NAMED_BY_VERB.search(text.folded, head.start("body"), head.end()):
        named = ACT.match(text.folded, text.strip(Span(start, limit)).start, limit)
        if named and text.folded[named.end() : named.end() + 1] != ",":
            start = named_up_to = named.end()
    return next(_cuts(text, Span(start, limit), head.start("body"), named_up_to), limit)


def _cuts(text: Text, within: Span, begin: int, named_up_to: int = -1) -> Iterator[int]:
    """Yield where the list of names from `begin` on may end; up to `named_up_to` a verb belongs to a name."""
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, begin, within.end)]
    finished = {end for _start, end in whole}
    whole += [match.span() for match in JOINT.finditer(text.folded, begin, within.end)]
    for match in CUT.finditer(text.folded, *within):
        at = match.start()
        if match.group() == "," and text.is_upper(text.strip(Span(at + 1, within.end)).start):
            continue  # "Trung tâm Dữ liệu, Thông tin": a capital behind a comma goes on with the name
        if (
            text.is_upper(at)
            or (
                at == named_up_to + 1
                and PART_OF_NAME.match(text.folded, at)
                and not WHOLE.search(text.folded, begin, at)
            )
            or NOUN_FOLLOWS.search(text.folded, begin, at)
        ):
            # "Sở Kế hoạch và Đầu tư" is whole: a verb behind it is what the body does
            alone = LAST_NOUN.search(text.folded, begin, at) and not WITH_OBJECT.match(text.folded, at)
            named_up_to = -1 if alone or match.end() in finished else match.end()
        elif not any(start <= at < end for start, end in whole):
            yield at


LAST_NOUN = re.compile(spell(r"(?:,|(?<!\w)và)\s*+$"))
WITH_OBJECT = phrases("tổ chức", "quản lý", "xử lý", "giải quyết", "kiểm soát", "phát triển", "thi hành")
"""Verbs that stand in a name with what they are about: "Phòng Nghiệp vụ và Tổ chức thi hành án"."""
NOUN_FOLLOWS = re.compile(spell(r"(?<!\w)(?:và|hoặc|các|những|mọi)\s*+$"))
CUT = re.compile(f"{STOP.pattern}|,|{ACT.pattern}|{PREDICATE.pattern}|{TURN.pattern}")
