"""What stands in front of an order: time, basis, occasion; the order begins behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading import lexicon
from dondoc.reading.bodies import ACT, ONE_NAME, PROMISE, does_at, names_from
from dondoc.reading.text import Span, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dondoc.reading.text import Text

CIRCUMSTANCE = any_of(rf"""
    trên cơ sở; trong quá trình; quá trình; đối với; để; căn cứ; từ; khi; trường hợp; nếu; trong;
    sau(?! khi nghe| khi xem); (?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm); về lâu dài; cùng với; nhằm;
    (?:những|các) (?:kiến nghị|đề xuất|vấn đề|khó khăn|vướng mắc|vụ việc|trường hợp|hồ sơ);
    tại; theo(?! dõi); qua; riêng; định kỳ; thời gian tới; chậm nhất; muộn nhất; ngay sau; từ nay;
    trước (?:ngày|tháng|quý|\d); ngày(?= \d); đến (?:ngày|hết|cuối|tháng|quý|năm);
    (?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm); tháng(?= \d);
    thực hiện (?:ý kiến|chỉ đạo|sự chỉ đạo|kết luận|công văn|văn bản|nghị quyết);
    tiếp thu (?:các )?ý kiến; thực hiện (?:quyết định|chỉ thị|kế hoạch|thông báo|công điện|chương trình);
    kết thúc (?:năm|quý|tháng|đợt|học kỳ); (?:quá|hết) (?:thời )?hạn; nhận được; (?:một|hai|ba|sáu|\d\d?)
    (?:tuần|tháng|năm) (?:một|\d) lần; {lexicon.PART_TAKEN}
""")
TIME = re.compile(
    spell(
        r"(?:(?:trước|trong|đến|chậm nhất|từ) )?(?:ngày|tháng|quý) [\divx][\d/]*(?: năm \d{4})?,? "
        r"|(?:hằng|hàng|mỗi|một|hai|ba|sáu|\d\d?) (?:ngày|tuần|tháng|quý|năm)(?: (?:một|hai|\d\d?) lần)?,? "
    )
)
"""A time at the head of a sentence; its verb may follow without a comma."""
LINK = any_of("""
    trước mắt; đồng thời; bên cạnh đó; ngoài ra; mặt khác; trong đó; do đó; vì vậy; tuy nhiên; riêng;
    (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là; thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)(?=,)
""")
COMPETENCE = re.compile(
    spell(
        r"(?:căn cứ|trên cơ sở|tùy theo)(?P<basis>[^.;:]{0,120})"
        rf"|{lexicon.PART_TAKEN}(?P<part>[^.;:]{{0,300}})"
        r"|(?:theo|trong phạm vi|trong|với) (?:chức năng|lĩnh vực|thẩm quyền|nhiệm vụ|phạm vi|địa bàn"
        r"|quyền hạn|trách nhiệm)(?P<field>[^.;:]{0,60})"
    )
)
"""Between a body and what it has to do: by which competence, in which part, or on what basis."""
JOINT = re.compile(r"(?P<comma>,)?+\s++(?<!được\s)")
"""Where the verb may follow; behind "được" it tells what was given."""
LAW_SAYS = re.compile(
    spell(
        r"(?:căn cứ|tại|theo) (?:quy định )?(?:(?:tại|của) )?"
        r"(?:điểm|khoản|điều|luật|bộ luật|nghị định|thông tư|pháp lệnh) [^;:]*?"
        r"(?<=\s)(?:quy định|hướng dẫn|sửa đổi)(?! tại| của| nêu| này)(?![^;:,]* này)(?!\w)"
    )
)
"""What a law is about, in front of a comma: "Căn cứ Điều 4 Luật Kho quy định về lập, giữ sổ"."""
ASIDE = re.compile(r"\([^()\n]*\)")
PURPOSE = any_of("để; nhằm")
COMMA = re.compile(
    r"[,:]\s*+|(?:(?<=vướng\smắc\s)|(?<=khó\skhăn\s)|(?<=phát\ssinh\s))(?:thì\s++)?+|(?<=\s)thì\s++"
)


def behind_circumstances(text: Text, sentence: Span) -> int:
    """Return where a sentence comes to its point: behind "Trên cơ sở …," and the like."""
    start = sentence.start
    if link := LINK.match(text.folded, start):
        return behind_circumstances(text, text.strip(Span(link.end(), sentence.end), ","))
    if not CIRCUMSTANCE.match(text.folded, start):
        return start
    if (time := TIME.match(text.folded, start)) and ACT.match(text.folded, time.end()):
        return time.end()
    apart = (ONE_NAME, ASIDE)
    whole = [match.span() for each in apart for match in each.finditer(text.folded, *sentence)]
    if PURPOSE.match(text.folded, start) and (doer := _doer_behind(text, sentence, whole)):
        return doer
    for comma in COMMA.finditer(text.folded, *sentence):
        start = comma.end()
        if any(begin < comma.start() < end for begin, end in whole):
            continue  # "đề xuất của các cơ quan, đơn vị, Sở A tổng hợp": the pair is one name
        if LAW_SAYS.match(text.folded, sentence.start, comma.start()) and not _is_doer(
            text, start, sentence.end
        ):
            continue
        named = comma.group().startswith(",") and text.is_upper(start)  # "các Bộ Công an, Xây dựng": no verb
        if not CIRCUMSTANCE.match(text.folded, start) and (
            (ACT.match(text.folded, start) and not named) or _is_doer(text, start, sentence.end)
        ):
            return start
    return sentence.start


def _doer_behind(text: Text, sentence: Span, whole: Sequence[tuple[int, int]]) -> int | None:
    """Return where a body acts behind a purpose: "Để giữ kho, tăng cường kiểm tra, Sở A lập sổ"."""
    commas = (comma for comma in COMMA.finditer(text.folded, *sentence))
    apart = (each for each in commas if not any(begin < each.start() < end for begin, end in whole))
    return next((each.end() for each in apart if _is_doer(text, each.end(), sentence.end)), None)


def _is_doer(text: Text, place: int, limit: int) -> bool:
    leads, end = names_from(text, place, limit)
    verb = text.strip(Span(end, limit), ",").start
    verb = behind_competence(text, verb, limit) if leads else verb
    return bool(leads) and bool(does_at(text, verb, limit) or PROMISE.match(text.folded, verb))


def behind_competence(text: Text, place: int, limit: int) -> int:
    """Return where the verb begins behind by which competence a body acts; the place where none is said."""
    said = COMPETENCE.match(text.folded, place, limit)
    if not said:
        return place
    tail = Span(*said.span(said.lastgroup or 0))
    for joint in JOINT.finditer(text.folded, tail.start, limit):
        apart = joint["comma"] or said["part"] is None  # which part somebody has ends with a comma
        if joint.start() <= tail.end and apart and ACT.match(text.folded, joint.end(), limit):
            return joint.end()
    return place
