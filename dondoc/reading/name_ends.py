"""Where the name of a body or post is complete by its form, whatever word stands behind it.

Lists of verbs end most names; these rules end those in front of a verb that no list has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.name_words import SHARED
from dondoc.reading.text import EDGE, Span, Text, any_of, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIELDS = (
    r"giáo dục và đào tạo|tài chính|xây dựng|nội vụ|tư pháp|y tế|công thương|công an|quốc phòng|ngoại giao"
    r"|ngoại vụ"
    r"|nông nghiệp và (?:môi trường|phát triển nông thôn)|tài nguyên và môi trường|khoa học và công nghệ"
    r"|kế hoạch và đầu tư|giao thông vận tải|thông tin và truyền thông|dân tộc và tôn giáo|du lịch"
    r"|văn hóa, thể thao và du lịch|văn hóa và thể thao|văn hóa, thể thao"
    r"|lao động(?:,| -) thương binh và xã hội|quy hoạch - kiến trúc|an toàn thực phẩm"
)
PLACES = r"tỉnh|huyện|thành phố|thị xã|quận|phường|xã|đặc khu"
COMPLETE = re.compile(
    EDGE
    + spell(
        rf"(?:(?:bộ|sở) (?:{FIELDS})|(?:có )?liên quan|nêu trên|nói trên|cơ quan chức năng"
        r"|trực thuộc trung ương"
        rf"|(?<!hợp\stác\s)(?P<place>{PLACES}))"
    )
    + r"(?=\s++[^\W\d_])"
)
"""The whole name of a ministry or department; which bodies are meant; what a body is of: "Công an tỉnh"."""
SEVERAL = re.compile(spell(r"(?:các|những|từng|mỗi|cấp|liên|hai|ba|và|hoặc|,|\d)\s*+$"))
"""In front of places: "các xã miền núi" goes on, "Công an xã" does not."""
GOES_ON = any_of(r"""
    tỉnh; thành; phố; tp; huyện; quận; thị; xã; phường; đặc khu; khu; vùng; miền; cấp; các; những; của; thuộc;
    trực; và; hoặc; cùng; với; liên; liên quan; có; trên; phía; số; chi nhánh; trung ương; địa phương; cơ
    sở; nhà; nước; phụ trách; một; hai; ba; khóa; nhiệm kỳ; kiêm; nguyên; đang; chuyên; thường trực; nơi;
    được; đóng (?:trên|tại|quân); đã; khối; ngành; đơn vị; ủy; hội; đội; viên; mới; cũ; khác; này; nêu;
    nói; đến; tới; vì; mà
""")
"""Words that a name in running text goes on with."""
OF_A_PLACE = any_of("khu; cụm; vùng")
"""Nouns that begin what a body is of, "Ban quản lý Khu Kinh tế A", and no name of a place."""
WORD = re.compile(r"[^\W\d_]++")
NAME = 2
"""So many words with a capital in a row are the name of a place or person."""
LOOK_BACK = 8
NOUN_ENDS = re.compile(
    spell(
        r"(?<!\w)(?:(?:chương|công|quy|quá|lộ|tiến|hành|giáo|tờ|thuyết) trình|biến đổi"
        r"|(?:máy|giới|đặc) tính|(?:vận|trung) chuyển|nuôi trồng|thu mua|vốn vay)$"
    )
)
"""Nouns whose last word alone would be what a body does."""
DASH = re.compile(r"[^\S\n]++[-–]\s*+")
"""Behind a verb: no body does what a dash goes on with."""
NUMBERS = re.compile(r",\s*+\d")
NUMBERED = re.compile(spell(r"(?:quận|phường|khu vực|khu phố|tổ|thôn|ấp|bản|đội|khóm|số) \d+(?:, \d+)*$"))
"""Places that are called by numbers, "các quận 1, 3"."""
LONGEST_NOUN = 40
COMMA_OR_AND = re.compile(rf",\s++(?:và\s++)?|{EDGE}và\s++")


def complete_names(text: Text, within: Span, heads: re.Pattern[str]) -> Iterator[int]:
    """Yield each small word that stands behind a name that is complete without it.

    `heads` is how names of bodies begin: such a word is no place's name, though it has a capital too.
    """
    whole = {match.end() for match in COMPLETE.finditer(text.folded, *within) if not _of_several(text, match)}
    row, last = 0, within.start
    for word in WORD.finditer(text.folded, *within):
        place = word.start()
        follows = not text.folded[last:place].strip(" ")
        if text.is_upper(place):
            row = _count(text, word, row if follows else 0, heads)
        else:
            if follows and (row >= NAME or last in whole) and not GOES_ON.match(text.folded, place):
                yield place
            row = 0
        last = word.end()


def _count(text: Text, word: re.Match[str], row: int, heads: re.Pattern[str]) -> int:
    """Return how many words of a place's or person's name end with this one, which has a capital."""
    short = len(word.group()) > 1 and text.is_capitals(Span(*word.span()))
    begins = row == 0 and any(each.match(text.folded, word.start()) for each in (heads, OF_A_PLACE))
    return 0 if short or begins else row + 1


def _of_several(text: Text, match: re.Match[str]) -> bool:
    before = max(0, match.start() - LOOK_BACK)
    return bool(match["place"] and SEVERAL.search(text.folded, before, match.start()))


def is_within_noun(text: Text, cut: re.Match[str]) -> bool:
    """Tell what goes on with a name: a verb in a noun, "chương trình", "Hồi sức tích cực - Chống độc".

    A number behind a comma goes on with a list of them: "các quận 1, 3".
    """
    before = max(0, cut.start() - LONGEST_NOUN)
    if not cut["does"]:
        return bool(
            NUMBERS.match(text.folded, cut.start()) and NUMBERED.search(text.folded, before, cut.start())
        )
    dash = DASH.match(text.folded, cut.end())
    return bool(NOUN_ENDS.search(text.folded, before, cut.end()) or (dash and text.is_upper(dash.end())))


def apart(text: Text, name: Span, whole: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield the names that share a plural noun without a colon: "các Sở Tài chính, Y tế và Xây dựng"."""
    shared = SHARED.match(text.folded, *name)
    start = name.start
    for joint in COMMA_OR_AND.finditer(text.folded, *name) if shared and text.is_upper(shared.end()) else ():
        if text.is_upper(joint.end()) and not any(begin < joint.start() < end for begin, end in whole):
            yield text.strip(Span(start, joint.start()))
            start = joint.end()
    yield Span(start, name.end)
