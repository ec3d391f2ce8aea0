"""What a section is about, by its heading or lead-in: orders, findings, or what stands around them."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, does_at, is_predicate, names_from
from dondoc.reading.name_words import PLURAL
from dondoc.reading.sentences import sentences, without_count
from dondoc.reading.text import END, Span, any_of, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text


class Tone(Enum):
    """What paragraphs are read as; where nothing tells, each speaks for itself.

    A decision `DECIDES`: by its own words it founds, approves, appoints. Of `AIMS` a threshold is to be met.
    """

    OPEN = "open"
    ORDERS = "orders"
    FINDINGS = "findings"
    CONTEXT = "context"
    DECIDES = "decides"
    AIMS = "aims"


FRAME = (
    "(?:thời gian|địa điểm|đối tượng|thành phần)"
    "(?: (?:thực hiện|áp dụng|tham gia|triển khai|hỗ trợ|thi đua))?"
)
AWARDS = r"(?:đối tượng|nguyên tắc|tiêu chuẩn|số lượng|cơ cấu)[^.;:]* khen thưởng"
"""Who may be commended, and for what: no deed that is ordered."""
CONTEXT = re.compile(
    spell(
        rf"(?:{FRAME}(?:(?:,| và) {FRAME})*:?$)|{AWARDS}"
        r"|(?:về )?(?:mục đích|thành phần|tham dự|chủ trì(?!\s*,|\svà)|nội dung làm việc|căn cứ|bối cảnh"
        r"|[^.;:]{2,60} (?:gửi|đính) kèm [^.;:]*(?:gồm|sau)\s?:?$"
        r"|phạm vi|thời gian, địa điểm|ý kiến (?:của|phát biểu|thảo luận|tham gia)|diễn biến)"
    )
)
CONCLUDES = re.compile(
    spell(r"(?<!nghe\s)(?:kết luận|có ý kiến|chỉ đạo|chỉ thị|thông báo|yêu cầu|đề nghị)") + END
)
"""What whoever speaks does at the end of a lead-in; what was heard before says nothing of the list."""
ANSWERS = re.compile(
    spell(
        r"(?:.{0,80} )?(?:(?:xin|kính|trân trọng) (?:báo cáo|thông tin|giải trình|cung cấp)"
        r"|(?:xin )?(?:trả lời|phúc đáp))"
        r"(?!(?:,| và) (?:đề nghị|yêu cầu))(?!\w)[^;:]* (?:như sau|sau đây|sau)\s?:?$"
    )
)
"""What the issuer tells whoever asked: "Sở A xin trả lời như sau:"."""
AIMS = re.compile(
    spell(r"(?:về )?(?:các )?(?:mục tiêu|chỉ tiêu|quan điểm)(?! quốc gia)(?:(?:,| và) chỉ tiêu)?") + END
)
MEANS = re.compile(
    spell(
        r"(?:về )?(?:(?:dự toán|nguồn|nhu cầu) )?(?:kinh phí|nguồn lực)"
        r"|(?:hình thức|tiêu chuẩn|mức) (?:và tiêu chuẩn )?(?:khen thưởng|hỗ trợ)"
        r"|(?:thông số|địa điểm|số điểm)"
    )
    + END
)
"""What is not ordered but for what a verb says: with which money, in which form, of what measure."""
RESULT = re.compile(
    spell(r"(?:kết quả|tình hình)(?: (?:triển khai|tổ chức))*(?: thực hiện)?(?: các)? nhiệm vụ")
)
FINDINGS = any_of("""
    kết quả; tình hình; hạn chế; tồn tại; nguyên nhân; ưu điểm; thực trạng; đánh giá (?:chung|nguy cơ);
    khuyết điểm; sai phạm; vi phạm; ghi nhận; bất cập; thể hiện trên các mặt; những việc đã làm; mặt được;
    chưa được; dự báo (?:(?:những|các|một số) )?(?:tác động|tình hình|khó khăn|thuận lợi|bối cảnh)
""")
WEAKNESSES = any_of("""
    hạn chế; tồn tại; nguyên nhân; khuyết điểm; ưu điểm; thực trạng; đánh giá nguy cơ; dự báo
    (?:(?:những|các|một số) )?(?:tác động|tình hình|khó khăn|thuận lợi|bối cảnh)
""")
LACKS = re.compile(
    spell(
        r"(?<!\w)(?:còn|có) (?:một số |nhiều |những )?"
        r"(?:tồn tại|hạn chế|khuyết điểm|bất cập|sai phạm|vi phạm)"
    )
)
"""What is still wrong, whatever it is about: "còn một số hạn chế trong thực hiện nhiệm vụ"."""
ORDERS = any_of("""
    nhiệm vụ; giải pháp; yêu cầu; giao; phương hướng; công việc; tổ chức thực hiện; thời gian tới;
    đề nghị; kiến nghị; biện pháp; phân công; trách nhiệm; triển khai; tập trung; khắc phục; xử lý;
    thực hiện; chỉ đạo; chấn chỉnh; tháo gỡ
""")
ASKED = any_of("""
    nhiệm vụ; giải pháp; yêu cầu; giao; phương hướng; tổ chức thực hiện; thời gian tới; đề nghị; kiến nghị;
    biện pháp; phân công; chấn chỉnh
""")
"""What orders also below a heading of results, where "Về triển khai …" is the field of one."""
ASKS = any_of("yêu cầu; đề nghị; giao; phân công; chỉ đạo")
HEADING = re.compile(
    spell(r"(?:về|đối với|riêng|công tác|một số|những|nhiệm vụ|giải pháp|trách nhiệm)") + END
)
ABOUT = re.compile(spell("về "))
ASKS_BODY = re.compile(r",\s++" + spell(r"(?:giao(?: cho)?|yêu cầu|đề nghị|phân công) "))
LONGEST_HEADING = 260
LONGEST_MATTER = 700
"""What is asked is often told at length before it is said who does what: "Về đề nghị …: giao Sở A"."""


def tone_of(text: Text, heading: Span, inherited: Tone) -> Tone:
    """Return what a heading announces; with signs of both or none, what stands above it goes on.

    Among orders a heading that names results is the field of orders about them.
    """
    words = RESULT.sub("kết quả", text.folded[slice(*heading)])
    if CONTEXT.match(words):
        return Tone.CONTEXT
    if AIMS.match(words) and not ORDERS.search(words):
        return Tone.AIMS
    if MEANS.match(words) and not ASKED.search(words):
        return Tone.OPEN
    told = _told_by(words, inherited) or inherited
    among_orders = inherited is Tone.ORDERS and told is Tone.FINDINGS and not WEAKNESSES.search(words)
    return Tone.ORDERS if among_orders else told


def tone_of_lead_in(text: Text, sentence: Span, inherited: Tone) -> Tone:
    """Return what a sentence leads in; its last clause says it best, but an order in its first words more."""
    if inherited is Tone.ORDERS and ACT.match(text.folded, *sentence):
        return Tone.ORDERS
    comma = max(text.folded.rfind(mark, *sentence) for mark in ",;") + 1
    last_clause = text.strip(Span(max(comma, sentence.start), sentence.end))
    told = _told_by(text.folded[slice(*last_clause)], inherited)
    if ANSWERS.match(text.folded, *sentence) and not ASKS.search(text.folded, *sentence):
        return Tone.FINDINGS
    if LACKS.search(text.folded, *sentence) and not CONCLUDES.search(text.folded, *last_clause):
        return Tone.FINDINGS
    if told is None and comma > 0 and CONCLUDES.search(text.folded, *last_clause):
        return inherited
    told = told or tone_of(text, sentence, inherited)
    # "Căn cứ Nghị định …, Sở A yêu cầu như sau:" only begins with what it rests on
    return inherited if told is Tone.CONTEXT and comma > 0 and not _is_context(text, last_clause) else told


def _is_context(text: Text, words: Span) -> bool:
    return bool(CONTEXT.match(text.folded, *words))


def _told_by(words: str, inherited: Tone) -> Tone | None:
    orders, findings = (ASKED if inherited is Tone.FINDINGS else ORDERS).search(words), FINDINGS.search(words)
    if bool(orders) == bool(findings):
        return None
    return Tone.ORDERS if orders else Tone.FINDINGS


def split_heading(text: Text, span: Span) -> tuple[Span | None, Span]:
    """Part a paragraph into its heading, if one stands in front ("Về …: …"), and the rest."""
    longest = LONGEST_MATTER if ABOUT.match(text.folded, *span) else LONGEST_HEADING
    colon = text.folded.find(":", span.start, min(span.end, span.start + longest))
    rest = without_count(text, text.strip(Span(colon + 1, span.end)))
    if colon < 0 or rest.start >= rest.end:
        return None, span
    heading = text.strip(Span(span.start, colon))
    if len(sentences(text, heading)) > 1 or _shares_noun(text, heading, rest) or _asks(text, heading):
        return None, span
    if (
        HEADING.match(text.folded, heading.start)
        or names_from(text, *heading)[1] >= heading.end
        or (_is_led(text, rest) and not _is_led(text, heading))
    ):
        return heading, rest
    return None, span


def _asks(text: Text, heading: Span) -> bool:
    """Tell whom words ask in front of a colon, "Về kho, đề nghị các phòng: …", from a title."""
    asks = ASKS_BODY.search(text.folded, *heading)
    return asks is not None and names_from(text, asks.end(), heading.end)[1] >= heading.end


def _shares_noun(text: Text, heading: Span, rest: Span) -> bool:
    """Tell the noun of a list of names, "Các Sở: Tài chính, Y tế …", from a title."""
    plural = PLURAL.search(text.folded, *heading)
    if plural and is_predicate(text, rest.start):
        return False
    act = ACT.match(text.folded, *rest)
    behind = text.strip(Span(act.end(), rest.end), ",").start if act else rest.start
    field = not act or (text.folded[act.end() : act.end() + 1] == "," and text.is_upper(behind))
    return bool(plural) and text.is_upper(rest.start) and field


def _is_led(text: Text, words: Span) -> bool:
    """Tell words that begin with a body and what it does: what stands in front of them is their title."""
    leads, end = names_from(text, *words)
    return bool(leads) and bool(does_at(text, text.strip(Span(end, words.end)).start, words.end))
