"""The laws and documents that a paragraph cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.text import EDGE, Span, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dondoc.reading.text import Text

LABEL = r"(?:\d{1,3}[a-zđ]?|[a-zđ]|[ivx]{1,5})(?!\w)"
PLACE = rf"(?:điểm|khoản|điều|mục|chương|phần) {LABEL}(?:(?:,| và) {LABEL})*"
"""A place in a document, or several: "khoản 2, 3", "Điều 74 và 75"."""
PLACES = rf"{PLACE}(?:(?:,|;| và| -)? {PLACE})*(?:,)? (?:(?:của|tại) )?"
KINDS = (
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|thông tư(?: liên tịch)?|quyết định|chỉ thị|công văn|"
    r"công điện|văn bản|thông báo(?: kết luận)?|kết luận(?: thanh tra| kiểm tra)?|tờ trình|"
    r"kế hoạch(?: thanh tra| kiểm tra| hành động)?|hướng dẫn|quy định|quy chế|"
    r"chương trình(?: hành động| công tác)?|đề án|báo cáo)"
)
NUMBER = (
    r"(?:số\s*+:?\s*+)?\d{1,5}(?:\.\d{1,2})?\s*+[-/]\s*+(?:\d{4}\s*+/\s*+)?"
    r"[a-zđ][\wđ]*(?:\s?[-/&]\s?[a-zđ\d][\wđ]*)*(?:\.[ivx]{1,4}(?!\w))?"
)
NAMED_DAY = r"\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4}"
DAY_OF_IT = rf"(?:,? ngày\s*+{NAMED_DAY})?"
NUMBERED = rf"{KINDS} {NUMBER}{DAY_OF_IT}"
MORE = re.compile(spell(rf"(?:,|;)?(?: và)? (?P<more>số {NUMBER}{DAY_OF_IT})"))
"""Another document of the kind that stands in front: "Công văn số 5/A và số 6/A"."""
ACT = (
    r"(?:(?:bộ )?(?<!pháp\s)luật|pháp lệnh) (?:(?!theo(?!\w))[^.,;()]){2,90}?"
    r" số \d{1,3}/\d{4}/(?:pl-)?(?:ubtv)?qh\d{1,2}"
)
OTHER = r"(?:trình|báo cáo|gửi|nghị định|thông tư|theo|trước|đến|từ|hết)(?!\w)"
DATED = rf"(?:bộ )?(?<!pháp\s)luật (?:(?!{OTHER})[^.;()\d]){{2,110}}? ngày\s*+{NAMED_DAY}"
LAW = (
    r"(?:bộ )?(?<!pháp\s)luật (?:(?!(?:từ|đến|trong|giai đoạn)(?!\w))[^.,;()]){2,70}?(?: năm)? "
    r"(?:19|20)\d\d(?!\d)"
)
PLACED = rf"{PLACES}(?P<placed>(?:bộ )?luật) "
REFERENCE = re.compile(
    EDGE + spell(rf"(?:(?:{PLACES})?(?:{NUMBERED}|{ACT}|(?P<law>{LAW}|{DATED}))|{PLACED})")
)
GOES_ON = r"chống|vệ sinh|sử dụng|chữa cháy|xuất cảnh|quá cảnh|cư trú|vật liệu|cứu nạn|thể thao"
"""Behind a comma in the name of a law: "Luật Phòng, chống tham nhũng"."""
LAW_ENDS = re.compile(
    spell(
        rf"[.;:()“”\"]|(?<=[^\W\d_])\d|,(?! (?:{GOES_ON})(?!\w))|(?<!\w)(?:"
        r"(?:(?:và|hoặc) )?(?:các|những|điều|khoản|nghị định|(?<!pháp\s)luật|thông tư|quy định"
        r"|(?<!ban\shành\s)văn bản|(?<!quy\sphạm\s)pháp luật|hướng dẫn|theo|chỉ|phải|không|thực hiện"
        r"|tổ chức|báo cáo)"
        r"|để|trong|khi|được|có|thì|cần|năm|ngày|hiện hành|(?:và )?về"
        r"|của|do|bằng|cho|nhằm|tại|mà|là"
        r"|đối với|trước|sau|như|này|nêu|đã|sửa đổi|đến|tới)(?!\w)"
    )
)
"""Behind the name of a law that has neither number nor year."""
LONGEST = 90


def references(text: Text, spans: Iterable[Span]) -> list[Span]:
    """Return the references of some sentences in order.

    A law without a number needs a capital, and its year, its day or a place in it.
    """
    return [
        each
        for span in spans
        for match in REFERENCE.finditer(text.folded, *span)
        if (cited := _cited(text, match, span.end))
        for each in (cited, *_more(text, Span(cited.end, span.end)))
    ]


def _more(text: Text, behind: Span) -> Iterator[Span]:
    """Yield the documents that share the noun of the one in front."""
    place = behind.start
    while more := MORE.match(text.folded, place, behind.end):
        yield Span(*more.span("more"))
        place = more.end()


def _cited(text: Text, match: re.Match[str], limit: int) -> Span | None:
    """Return what is cited, nothing where a law is only spoken of: "theo luật"."""
    if match["law"] and not text.is_upper(match.start("law")):
        return None
    if not match["placed"]:
        return Span(*match.span())
    ends = LAW_ENDS.search(text.folded, match.end(), min(limit, match.end() + LONGEST))
    end = text.strip(Span(match.start(), ends.start() if ends else limit)).end
    named = text.is_upper(match.start("placed")) and match.end() < end <= match.end() + LONGEST
    return Span(match.start(), end) if named else None
