"""What stands in front of an order: time, basis, occasion; the order begins behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, ONE_NAME, PROMISE, does_at, names_from
from dondoc.reading.text import Span, any_of, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

CIRCUMSTANCE = any_of(r"""
    trên cơ sở; trong quá trình; quá trình; đối với; để; căn cứ; từ; khi; trường hợp; nếu; trong;
    sau(?! khi nghe| khi xem); (?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm); về lâu dài; cùng với; nhằm;
    tại; theo(?! dõi); qua; riêng; định kỳ; thời gian tới; chậm nhất; muộn nhất; ngay sau; từ nay;
    trước (?:ngày|tháng|quý|\d); ngày(?= \d); đến (?:ngày|hết|cuối|tháng|quý|năm);
    (?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm); tháng(?= \d);
    thực hiện (?:ý kiến|chỉ đạo|sự chỉ đạo|kết luận|công văn|văn bản|nghị quyết);
    thực hiện (?:quyết định|chỉ thị|kế hoạch|thông báo|công điện|chương trình);
    kết thúc (?:năm|quý|tháng|đợt|học kỳ); (?:quá|hết) (?:thời )?hạn; nhận được; (?:một|hai|ba|sáu|\d\d?)
    (?:tuần|tháng|năm) (?:một|\d) lần
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
COMMA = re.compile(r"[,:]\s*+")


def behind_circumstances(text: Text, sentence: Span) -> int:
    """Return where a sentence comes to its point: behind "Trên cơ sở …," and the like."""
    start = sentence.start
    if link := LINK.match(text.folded, start):
        return text.strip(Span(link.end(), sentence.end), ",").start
    if not CIRCUMSTANCE.match(text.folded, start):
        return start
    if (time := TIME.match(text.folded, start)) and ACT.match(text.folded, time.end()):
        return time.end()
    whole = [match.span() for match in ONE_NAME.finditer(text.folded, *sentence)]
    for comma in COMMA.finditer(text.folded, *sentence):
        start = comma.end()
        if any(begin < comma.start() < end for begin, end in whole):
            continue  # "đề xuất của các cơ quan, đơn vị, Sở A tổng hợp": the pair is one name
        named = comma.group().startswith(",") and text.is_upper(start)  # "các Bộ Công an, Xây dựng": no verb
        if not CIRCUMSTANCE.match(text.folded, start) and (
            (ACT.match(text.folded, start) and not named) or _is_doer(text, start, sentence.end)
        ):
            return start
    return sentence.start


def _is_doer(text: Text, place: int, limit: int) -> bool:
    leads, end = names_from(text, place, limit)
    verb = text.strip(Span(end, limit)).start
    return bool(leads) and bool(does_at(text, verb, limit) or PROMISE.match(text.folded, verb))
