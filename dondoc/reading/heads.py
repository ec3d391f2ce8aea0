"""How the name of a body or post begins, alone or in a list.

The pattern of all heads is long and compiled at each start: it stands in `BODY` alone, and lists look it up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading import lexicon
from dondoc.reading.text import EDGE, END, Span, Text, one_of, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

ABOVE_ALL = r"nhất là|đặc biệt là|trước hết là|trong đó có|kể cả|cũng như"
CONNECTIVE = re.compile(
    spell(
        rf"(?:(?:và|hoặc|cùng với|cùng|(?P<above_all>{ABOVE_ALL})){END}\s*+)?"
        r"(?:các (?:ông|đồng chí|đ/c)(?:,? \(?bà\)?)?\s?:\s*+)?"
        r"(?:(?:cá nhân|cơ quan)(?=\s++(?:đồng chí|công an|kiểm sát|toà))\s++)?"
    )
)
BODY = re.compile(
    spell(
        rf"(?:(?:(?:{one_of(*lexicon.COUNTED)}){END}\s*+)*"
        rf"(?:{one_of(*lexicon.BODIES)}){END}"
        rf"|(?:các|từng|mỗi) (?:xã|phường|huyện|quận|tỉnh|thôn|khu phố|thị xã){END})"
    )
)
LEVELS = ("tỉnh|thành phố|tp", "huyện|quận|thị xã", "xã|phường|thị trấn|đặc khu")
"""What a place is, by the level it stands on: a list of places names one level, an address several."""
PLACE = re.compile(spell(rf"(?:các )?(?:{'|'.join(LEVELS)})(?! hội| lộ| lỵ| viên| đội){END}") + r"\.?\s*+")
LEVEL = [re.compile(EDGE + spell(f"(?:{level})") + END) for level in LEVELS]
WORD = re.compile(r"[^\W\d_]{2,8}(?![\w/-])")
ROMAN = re.compile(r"[ivx]+")
MATTERS = (
    "ptnt|tbxh|đt|cn|mt|attp|atgt|antt|bhyt|cchc|cnch|cntt|gpmb|ktxh|ntm|ocop|pccc|pcccr|pctt|ptds|qpan|tkcn"
    "|tthc|vsmt"
)
SHORT = re.compile(
    rf"(?:[acdhkpvx]\d{{2}}(?!\w)|(?!(?:{MATTERS})(?!\w))[^\W\d_]{{3,8}}"
    + spell(
        r"(?= (?:(?:các )?(?:tỉnh|thành phố|tp|huyện|quận|xã|phường|khu vực)(?!\w)|việt nam|trung ương"
        r"|chi nhánh|chủ trì|chỉ đạo|phối hợp|khẩn trương|báo cáo|có trách nhiệm|chịu trách nhiệm|tham mưu"
        r"|đề xuất|làm việc))"
    )
    + ")"
)
"""What bodies are called by for short; some initials are of matters, "GPMB huyện"."""
OF_MATTERS = re.compile(rf"(?:{MATTERS})(?!\w)")
BEHIND_INITIALS = re.compile(r"\s*+(?![\w&-])|\s++(?!\d)")
CAPITAL = re.compile(r"[^\W\d_]{2,}+")
OF_ONE_PLACE = re.compile(
    r"(?<!\w)(?<!các\s)(?<!từng\s)(?<!mỗi\s)(?<!cấp\s)(?<!liên\s)(?:tỉnh|huyện|thị\sxã|quận|xã|phường)$"
)
COMMA = re.compile(r",\s*+")
MARK = re.compile(rf"[,;]\s*+|{EDGE}(?={spell('(?:và|hoặc|cùng với|cùng)')}{END})")
TITLES = "gs|pgs|ts|ths|bs|gs\\.ts|pgs\\.ts"
PERSON = re.compile(
    spell(rf"{EDGE}(?:đồng chí|ông|bà|(?:{TITLES})\.) (?P<who>[^,;.:]{{4,40}}), (?P<post>(?:phó |nguyên )?)")
)
SEVERAL = re.compile(spell("đồng chí|các"))


def is_body(text: Text, place: int) -> bool:
    """Tell whether the name of a body or post begins at a place."""
    return bool(BODY.match(text.folded, place))


def head_at(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return the head of the name that begins at a place, perhaps behind "và", "nhất là"."""
    link = CONNECTIVE.match(text.folded, place, limit)
    if link and link["above_all"] and (short := _short_name(text, link.end(), limit)):
        return short
    place = link.end() if link else place
    known = BODY.match(text.folded, place, limit) or _place(text, place, limit)
    return known or _called_short(text, place, limit)


def _short_name(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return the initials a body is called by, "nhất là TKV": only a name is written so."""
    word = WORD.match(text.folded, place, limit)
    return word if word and text.is_capitals(Span(*word.span())) else None


def _called_short(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return initials or a number by which a body goes, where it is of a place or told what to do.

    "KBNN tỉnh", "V03, V04 lập sổ", "VEC khẩn trương …"; what else initials stand for is no body.
    """
    short = SHORT.match(text.folded, place, limit)
    return short if short and text.is_capitals(Span(*short.span())) else None


def _initials(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return the initials of a body in a list, "Sở A, ACV cần …", where nothing goes on with a name."""
    short = _called_short(text, place, limit) or _short_name(text, place, limit)
    if not short or ROMAN.fullmatch(short.group()):
        return None
    behind = BEHIND_INITIALS.match(text.folded, short.end(), limit)
    return short if behind and not text.is_upper(behind.end()) else None


def _place(text: Text, place: int, limit: int) -> re.Match[str] | None:
    """Return the noun of a place that acts: with its name, "tỉnh Hà Giang", or a capital, "Tỉnh"."""
    noun = PLACE.match(text.folded, place, limit)
    return noun if noun and (text.is_upper(noun.end()) or text.is_upper(place)) else None


class Joint(NamedTuple):
    """What joins two names of a list, from start to end; `head` is where the head of the next ends."""

    start: int
    end: int
    head: int


def joints(text: Text, span: Span) -> Iterator[Joint]:
    """Yield what joins two names of a list: a comma or "và" with a name behind it."""
    last = span.start
    for mark in MARK.finditer(text.folded, *span):
        link = CONNECTIVE.match(text.folded, mark.end(), span.end)
        end = link.end() if link else mark.end()
        if mark.start() < last or OF_MATTERS.match(text.folded, end, span.end):
            continue  # "Ban Chỉ huy PCTT và TKCN tỉnh" is one name
        head = BODY.match(text.folded, end, span.end) or _same_level(text, Span(last, mark.start()), end)
        if link and link["above_all"]:
            head = head or _short_name(text, end, span.end) or _place(text, end, span.end)
        head = head or _initials(text, end, span.end)
        head = head or _behind_place(text, Span(last, mark.start()), end)
        if head:
            last = end
            yield Joint(mark.start(), end, head.end())


def _behind_place(text: Text, before: Span, place: int) -> re.Match[str] | None:
    """Return the name behind a body of one place, whose name is complete: "Ngân hàng X huyện, Bavibank"."""
    word = CAPITAL.match(text.folded, place)
    whole = OF_ONE_PLACE.search(text.folded, *before)
    return word if word and whole and text.is_upper(place) and not PLACE.match(text.folded, place) else None


def addresses(text: Text, span: Span) -> Iterator[Span]:
    """Yield what in a name says where its place is: "UBND xã A, tỉnh B" is one name."""
    for comma in COMMA.finditer(text.folded, *span):
        noun = PLACE.match(text.folded, comma.end(), span.end)
        if noun and text.is_upper(noun.end()):
            yield Span(comma.start(), noun.end())


def goes_on_with_place(text: Text, name: int, behind: int) -> bool:
    """Tell another place of one body in a list, "…; UBND các huyện, thị xã A và thành phố B"."""
    place = PLACE.match(text.folded, text.strip(Span(behind, len(text.folded))).start)
    named = is_body(text, text.strip(Span(name, behind)).start)
    return bool(named and place and text.is_upper(place.end()))


def is_other_body(text: Text, name: Span) -> bool:
    """Tell a body of its own from a ministry's field, which "Công an" is in "Bộ trưởng các Bộ: Công an"."""
    return is_body(text, name.start) and text.folded[slice(*name)] != "công an"


def is_joint(text: Text, cut: int) -> bool:
    """Tell a comma between names, or a semicolon that a capital follows."""
    mark, behind = text.folded[cut], text.strip(Span(cut + 1, len(text.folded))).start
    return mark == "," or (mark == ";" and text.is_upper(behind))


def _same_level(text: Text, before: Span, place: int) -> re.Match[str] | None:
    """Return the noun of another place of the level that the name in front is of: "UBND tỉnh A, tỉnh B"."""
    noun = _place(text, place, len(text.folded))
    if not noun or not text.is_upper(noun.end()):
        return None
    same = next(level for level in LEVEL if level.search(noun.group()))
    last = max((each.end() for level in LEVEL for each in level.finditer(text.folded, *before)), default=0)
    return noun if any(each.end() == last for each in same.finditer(text.folded, *before)) else None


def persons(text: Text, span: Span) -> Iterator[Span]:
    """Yield persons named with their post: "đồng chí Lò Văn Tám, Phó Cục trưởng" is one name."""
    for person in PERSON.finditer(text.folded, *span):
        post = person.start("post")
        named = is_body(text, post) or is_body(text, person.end())
        if named and not is_body(text, person.start("who")) and not SEVERAL.match(text.folded, person.end()):
            yield Span(*person.span())
