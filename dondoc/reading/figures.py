"""Figures of a finding: what was reached, with what it is compared with, its rank or its grade."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dondoc.reading.naming import one_line
from dondoc.reading.numerals import NUMBER, SUM, amount, number
from dondoc.reading.result import Figure
from dondoc.reading.text import EDGE, END, Span, listed, one_of, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.text import Text

COUNTABLE = listed("""
    việc; vụ việc; vụ án; vụ; hồ sơ; đơn thư; đơn; trường hợp; lượt người; lượt; người; cán bộ; công chức;
    viên chức; đảng viên; biên chế; đồng chí; chấp hành viên; đơn vị; cơ quan; cuộc; đoàn; văn bản; quyết
    định; bản án; kết luận; kiến nghị; nhiệm vụ; dự án; công trình; tài sản; hộ; xã; phường; chi cục; tổ chức;
    doanh nghiệp
""")
"""What findings count."""
OTHERS = "(?:toàn ngành|toàn quốc|bình quân|trung bình|cả nước|cùng kỳ|toàn tỉnh|toàn thành phố|kế hoạch)"
PERCENT = rf"{NUMBER}\s?%"
EACH = rf"(?P<series>lần lượt (?:là|đạt|ở mức|bằng)?\s*+{PERCENT}(?:(?:,| và|;)\s++{PERCENT})++)"
MOVED = rf"từ (?P<before>{NUMBER})\s?% (?:lên|xuống|còn)(?: còn| đến| tới)? (?P<moved>{NUMBER})\s?%"
REACHED = (
    rf"(?P<percent>{NUMBER})\s?%(?:\)?[^;.%]{{0,80}}?{OTHERS}[^;.%\d]{{0,40}}(?P<other>{NUMBER})\s?%\)?)?"
)
RANK = (
    r"(?:đứng|xếp)(?: thứ| hạng| vị trí| thứ hạng)++ (?P<rank>\d+)(?:\s?/\s?(?P<of>\d+))?(?![\d/])"
    r"(?: (?:tỉnh, thành phố|[^,;.()\s]++(?: [^,;.()\s]++){0,6}))?"
)
GRADE = rf"(?:xếp |đạt )?(?:hạng|loại) (?P<grade>[a-eđ]){END}"
COUNT = rf"(?P<count>{NUMBER}) (?P<unit>(?:{one_of(*COUNTABLE)}){END})"
FIGURE = re.compile(spell(rf"{EACH}|{MOVED}|{REACHED}|{EDGE}{RANK}|{EDGE}{GRADE}|(?P<sum>{SUM})|{COUNT}"))
VALUE = re.compile(rf"({NUMBER})\s?%")
COMPARES = re.compile(spell(OTHERS))
LISTED = re.compile(rf",\s++|\s*+{EDGE}(?:và|cùng){END}\s++")
LEADING = re.compile(
    spell(
        r"^[\s,(:%-]+|[\s,(:-]+$"
        r"|(?: đạt| chiếm tỷ lệ thấp| chiếm| là| còn| chỉ đạt| đạt thấp| có| gồm| với| chỉ| mới| giảm| tăng)+"
        r"[\s,(]*$"
    )
)
CLAUSE = re.compile(r"[;:(]\s*+|,(?!\d)\s*+")


def figures(text: Text, clause: Span) -> tuple[Figure, ...]:
    """Return the figures of a clause, each with the words it measures.

    A rank or grade that follows another figure with nothing between them is the same measure's.
    """
    found: list[Figure] = []
    for figure in _figures(text, clause):
        above = found[-1] if found else None
        if above and not figure.name and figure.value is None and above.rank is None:
            found[-1] = replace(above, rank=figure.rank, of=figure.of, span=(above.span[0], figure.span[1]))
        else:
            found.append(figure)
    return tuple(found)


def _figures(text: Text, clause: Span) -> Iterator[Figure]:
    place = clause.start
    for match in FIGURE.finditer(text.folded, *clause):
        if match["grade"] and not text.is_upper(match.start("grade")):
            continue
        measured = _measured(text, Span(place, match.start()))
        yield from _read(text, match, measured)
        place = match.end()


def _read(text: Text, match: re.Match[str], measured: Span) -> Iterator[Figure]:
    name, said = one_line(text, measured), text.strip(Span(*match.span()), ",;")
    if said.end and text.folded[said.end - 1] == ")" and "(" not in match.group():
        said = Span(said.start, said.end - 1)
    whole = text.quote(Span(measured.start if name else said.start, said.end)).span
    if match["series"]:
        yield from _series(text, match, measured)
    elif match["moved"]:
        yield Figure(name, number(match["moved"]), "%", number(match["before"]), None, None, whole)
    elif match["percent"]:
        other = number(match["other"]) if match["other"] else None
        yield Figure(name, number(match["percent"]), "%", other, None, None, whole)
    elif match["rank"]:
        of = int(match["of"]) if match["of"] else None
        yield Figure(name, None, None, None, int(match["rank"]), of, whole)
    elif match["grade"]:
        yield Figure(name, None, None, None, match["grade"].upper(), None, whole)
    elif match["sum"]:
        yield Figure(name, amount(match["sum"]), "đồng", None, None, None, whole)
    else:
        yield Figure(
            name, number(match["count"]), one_line(text, Span(*match.span("unit"))), None, None, None, whole
        )


def _series(text: Text, match: re.Match[str], measured: Span) -> Iterator[Figure]:
    """Yield what "A và B lần lượt là 10,9% và 11,8%" says of A and of B; B may be what A is compared with."""
    values = [number(value) for value in VALUE.findall(match["series"])]
    words = one_line(text, measured)
    names = LISTED.split(words) if words else []
    span = text.quote(Span(measured.start, match.end())).span
    if len(names) != len(values):
        names = [words] * len(values)
    elif len(values) == len(("here", "there")) and COMPARES.search(text.of(names[1]).folded):
        yield Figure(names[0], values[0], "%", values[1], None, None, span)
        return
    for name, value in zip(names, values, strict=True):
        yield Figure(name, value, "%", None, None, None, span)


def _measured(text: Text, before: Span) -> Span:
    """Return the words in front of a figure that say what it measures."""
    starts = [before.start, *(match.end() for match in CLAUSE.finditer(text.folded, *before))]
    for start in reversed(starts):
        words = LEADING.sub("", text.folded[start : before.end])
        if re.search(r"\w{2}", words):
            begin = text.folded.index(words, start)
            return Span(begin, begin + len(words))
    return Span(before.end, before.end)
