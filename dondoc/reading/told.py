"""Paragraphs that look like orders and only tell: what a law has, what a case is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.circumstances import behind_circumstances
from dondoc.reading.directives import agrees, orders
from dondoc.reading.heads import is_body
from dondoc.reading.labels import BODY, DOES
from dondoc.reading.order import Force
from dondoc.reading.text import END, Span, spell
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.text import Text

TITLE_WORDS = 4
"""So many words in capitals are the title of what stands below, no name alone."""
LAW = re.compile(
    spell(
        r"(?:theo (?:quy định )?(?:(?:tại|của) )?|tại )"
        r"(?:điểm|khoản|điều|luật|bộ luật|nghị định|thông tư|pháp luật)"
    )
    + END
)
BASIS = re.compile(
    spell(
        r"(?:thực hiện|căn cứ|theo|triển khai|tiếp theo|phúc đáp|trả lời|xét|sau khi xem xét) (?:các )?"
        r"(?:(?:ý kiến )?(?:sự )?chỉ đạo [^.;:]{2,120}? tại )?"
        r"(?:công văn|công điện|kế hoạch|quyết định|chỉ thị|thông báo|nghị quyết|văn bản|kết luận"
        r"|chương trình|luật|nghị định|thông tư|tờ trình|đề án|đề nghị|báo cáo)(?! này| kèm| sau| trên)"
        r" [^.;:]*[.;]?$"
    )
)
"""What a letter rests on, in a line of its own above what it asks for."""
ASKS = re.compile(
    spell(r", (?:báo cáo|gửi|đề nghị|yêu cầu|giao)|(?:trước|chậm nhất|xong|đến hết) (?:ngày|tháng|quý|\d)")
)
QUOTES = re.compile(r"[“\"][^“”\"]*[”\"][.;]?(?:\s++|$)")
ENCLOSES = re.compile(spell(r"\([^()]*(?:kèm theo|đính kèm|gửi kèm|kèm công văn)[^()]*\)[.;/]*$"))
CASE = re.compile(
    spell(
        r"(?:tóm tắt )?(?:nội dung|kết quả|hiện trạng|thực trạng|diễn biến|lý do|nguyên nhân|ý kiến)(?: "
        r"(?:vụ việc|sự việc|đơn|khiếu nại|tố cáo|kiến nghị|phản ánh|đề nghị|trình bày|của công dân|xác minh)"
        r")*\s?:"
    )
)
"""The label of what a case is about; what is decided on it has a line of its own."""


PAST = re.compile(
    spell(
        r"(?:(?:trong )?(?:những |các )?(?:thời gian|năm|tháng|quý) (?:vừa )?qua|vừa qua|đến nay|hiện nay"
        r"|ngày \d[\d/.]*),? [^.;:]{2,160}? (?:đã|đang|có)(?!\w)"
    )
)
PART = re.compile(spell(rf"{BODY} (?:{DOES}|chỉ đạo|phối hợp(?: thực hiện)?)\s?:"))
POST = re.compile(
    spell(
        r"(?:[^.;:()]{3,60}: )?(?:ông|bà|đ/c|đồng chí)\s?:? (?P<who>[^.;:()]{4,40}?)\s?[-–,:(] "
        r"(?:(?:phó )?(?:trưởng|chủ|giám|cục|vụ|chánh|viện)"
        r"|chuyên viên|thành viên|thư ký|ủy viên|kế toán)(?!\w)"
    )
)
"""A person and the post: "Ông Lò Văn Tám - Trưởng phòng Kho, Thành viên", "Trưởng ban: Bà …, Giám đốc"."""
CALLED = re.compile(
    r":[\s\d.,;+()–-]{8,}$|"
    + spell(r": (?:số )?(?:điện thoại|đt|sđt|email|thư điện tử|địa chỉ (?:thư|mail|email))")
)
"""A telephone number or address behind a name."""


def only_agrees(text: Text, paragraph: Paragraph) -> bool:
    """Tell a bullet that only agrees, notes or praises."""
    return agrees(text, paragraph.words)


def tells_past(text: Text, paragraph: Paragraph) -> bool:
    """Tell a bullet that says what has been done, and orders nothing: "Trong năm qua, kho đã được sửa."."""
    told = PAST.match(text.folded, *paragraph.words)
    ordered = (order for sentence in paragraph.ordering for order in orders(text, sentence))
    return bool(told) and all(order.force is Force.BARE for order in ordered)


def tells_law(text: Text, paragraph: Paragraph) -> bool:
    """Tell a paragraph that begins by saying what a law has: what must be by it is not ordered here."""
    return paragraph.context.tone is not Tone.ORDERS and bool(LAW.match(text.folded, *paragraph.words))


def quotes(text: Text, paragraph: Paragraph) -> bool:
    """Tell a paragraph that is nothing but the words of another document, or what is enclosed.

    What is said behind the words, "Sở xin cảm ơn ông Tám.", must order nothing.
    """
    if ENCLOSES.match(text.folded, *paragraph.words):
        return True
    if _is_within_quotes(text, paragraph.words):
        return True
    quoted = QUOTES.match(text.folded, *paragraph.words)
    return quoted is not None and not orders(text, Span(quoted.end(), paragraph.words.end))


def _is_within_quotes(text: Text, words: Span) -> bool:
    """Tell a paragraph inside the words of another document that fill several.

    A document that opens and closes not as often tells nothing by its marks.
    """
    opens, closes = text.folded.count("“"), text.folded.count("”")
    before = text.folded.count("“", 0, words.start) - text.folded.count("”", 0, words.start)
    begins = text.folded[words.start] == "“" and "”" not in text.folded[slice(*words)]
    return opens == closes and (before > 0 or begins)


def states_basis(text: Text, paragraph: Paragraph) -> bool:
    """Tell the line of a letter that only says by which document it is written."""
    if paragraph.context.tone is not Tone.OPEN or paragraph.bullet:
        return False
    if text.folded[paragraph.words.end - 1] == "." and _has_doer(text, paragraph.words):
        return False
    return bool(BASIS.match(text.folded, *paragraph.words)) and not ASKS.search(text.folded, *paragraph.words)


def _has_doer(text: Text, words: Span) -> bool:
    """Tell whether somebody acts on the basis: "Căn cứ Kế hoạch số 5, các phòng lập sổ."."""
    return behind_circumstances(text, words) > words.start


def is_title(text: Text, paragraph: Paragraph) -> bool:
    """Tell the title of a chapter, in capitals, from what stands in front of it."""
    words = paragraph.words
    long = len(text.words(words).split()) >= TITLE_WORDS
    return long and text.is_capitals(words) and text.folded[words.end - 1] not in ".;"


def states_role(text: Text, paragraph: Paragraph) -> bool:
    """Tell a line that says who has which part or post in the whole, or by which number to call somebody."""
    part = PART.match(text.folded, *paragraph.words)
    if part and not paragraph.context.labels:
        told = Span(part.end(), paragraph.words.end)
        return not any(order.force >= Force.MODAL for order in orders(text, told))
    post = POST.match(text.folded, *paragraph.words)
    ordered = any(orders(text, sentence) for sentence in paragraph.ordering)
    if post and not ordered and not is_body(text, post.start("who")):
        return True
    *before, _last = paragraph.ordering or (paragraph.words,)
    asked = any(order.force >= Force.MODAL for each in before for order in orders(text, each))
    return bool(CALLED.search(text.folded, *paragraph.words)) and not asked


def states_case(text: Text, paragraph: Paragraph) -> bool:
    """Tell a bullet that says what a case is about and orders nobody."""
    stated = CASE.match(text.folded, *paragraph.words)
    if not stated or paragraph.context.labels:
        return False
    ordered = orders(text, Span(stated.end(), paragraph.words.end))
    return not any(order.leads for order in ordered)
