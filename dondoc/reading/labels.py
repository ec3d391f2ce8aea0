"""Lines that say of a task who leads it, who helps and until when: "Đơn vị chủ trì: …", "Thời gian: …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import does_at, names, names_from
from dondoc.reading.sentences import clauses
from dondoc.reading.text import EDGE, Span, Text, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.reading.blocks import Node

SORT = "(?:cơ quan|đơn vị|phòng|bộ phận|cá nhân|người|lãnh đạo|đồng chí)"
BODY = rf"(?:các )?{SORT}(?:(?:,|/| và) (?:đơn vị|cá nhân|bộ phận))?"
PAPERS = "(?: (?:tham mưu|soạn thảo|xây dựng))?"
DOES = (
    "(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|tham mưu|phân công|đầu mối|thường trực)"
    rf"{PAPERS}(?: thực hiện| chính)?"
)
GIVEN = "(?:trách nhiệm(?: chính)?(?: thực hiện)?|giao(?: cho| thực hiện)?)"
LEADS = rf"(?:(?:{BODY} )?(?:được giao )?{DOES}|{GIVEN}|{BODY} (?:tổ chức|trình|soạn thảo|theo dõi))"
TAKES_PART = "(?:hỗ trợ|tham gia|(?:có )?liên quan)"
HELPS = rf"(?:(?:{BODY} )?(?:cùng )?phối hợp{PAPERS}(?: thực hiện)?|{BODY} {TAKES_PART})"
OTHERS = (
    r"(?:thời gian|thời hạn|tiến độ|hạn|ngày|hoàn thành|địa điểm|thành phần|kinh phí|nguồn kinh phí|sản phẩm|"
    r"kết quả|hình thức|nội dung|đối tượng|số lượng|phương thức|mục tiêu|cách thức)(?: [^\s:.;,]+){0,3}"
)
LEAD = re.compile(
    rf"(?:(?:(?<=\()|(?<=[-;.,(]\s)){spell(f'(?:{BODY} )?')}|{EDGE}{spell(f'{BODY} ')})"
    + spell(rf"(?:được giao )?{DOES}\s?:\s*+")
)
"""In a line "thực hiện:" alone is the end of another label, "Địa điểm thực hiện:"."""
TIME = (
    r"(?:thời gian|thời hạn|tiến độ|hạn|ngày|hoàn thành)"
    r"(?: (?:hoàn thành|thực hiện|báo cáo|triển khai|trình))*"
)
POSTS = re.compile(r"[^\W\d][^\n.;:]{1,80}?(?=[.;]|,? *phối hợp|$)")
TELLS = re.compile(spell(rf"(?:{LEADS}|{HELPS}|{TIME})\s?:\s*+(?=\S)"))
"""What at least one line states where lines are the labels of a task."""
BESIDE = re.compile(EDGE + spell(rf"{HELPS}\s?:"))
LEADERS = re.compile(spell("(?:đồng chí )?lãnh đạo "))
"""Who of the leadership looks after a task; a unit that is named beside leads it."""
HEADS = re.compile(spell("chủ trì"))
FIRST = re.compile(spell(rf"{LEADS}\s?:\s*+"))
NAMES = re.compile(
    spell(rf"{BODY}(?! (?:cùng )?phối hợp| {TAKES_PART})(?: [^\s:.;,()]++){{1,5}}\s?:\s*+(?=\S)")
)
"""A label of any words, where nothing but names stands behind it: "Cơ quan phát ngôn: Văn phòng"."""
LABEL = re.compile(spell(rf"(?:{LEADS}|{HELPS}|{OTHERS})\s?:\s*+(?=\S)"))


TIME_LINE = re.compile(
    spell(
        r"(?:thời gian|thời hạn)(?: (?:hoàn thành|thực hiện|báo cáo|xong|là))*,? "
        r"(?:trước|trong|chậm nhất|muộn nhất|đến|từ|xong|sau khi)(?!\w)[^.;:]{2,80}[.;]?"
    )
)
"""A line that says by when what stands beside it is to be done, without a colon."""

LABELS = (LABEL, TIME_LINE)
ABOVE = re.compile(
    spell(rf"(?:{LEADS}|{HELPS}|{TIME}|(?:tổ chức|phân công)(?: thực hiện| nhiệm vụ| trách nhiệm)?)\s?:")
)


def labels_of(text: Text, node: Node) -> list[Node]:
    """Return the lines under a node that each state one thing of its task, or of the tasks beside them."""
    if not node.parent:
        return []
    labels: list[Node] = []
    for child in (each for each in node.children if not each.is_section):
        if not child.children and _is_label(text, child):
            labels.append(child)
        elif is_label_above(text, child) and all(_is_label(text, each) for each in child.children):
            labels += [child, *child.children]
    tells = any(
        each.match(text.folded, *label.block.words) for label in labels for each in (TELLS, TIME_LINE)
    )
    return labels if tells else []


def _is_label(text: Text, line: Node) -> bool:
    words = line.block.words
    known = any(each.match(text.folded, *words) for each in LABELS)
    return not line.children and (known or bool(_above_names(text, words)))


def _above_names(text: Text, line: Span) -> re.Match[str] | None:
    """Return the label of a line that holds nothing else but names."""
    label = NAMES.match(text.folded, *line)
    end = names_from(text, label.end(), line.end)[1] if label else 0
    return label if label and label.end() < end >= text.strip(line, ".;").end else None


def is_label_above(text: Text, line: Node) -> bool:
    """Tell a label with nothing behind it in its line, "Cơ quan thực hiện:", above what it says."""
    return bool(line.children and ABOVE.fullmatch(text.folded, *line.block.words))


def labels_behind(node: Node, labels: Sequence[Node]) -> dict[Node, list[Node]]:
    """Return the labels that stand behind each of several tasks under a node; none where all share them."""
    groups: list[tuple[list[Node], list[Node]]] = [([], [])]
    for child in (each for each in node.children if not each.is_section):
        if child not in labels and groups[-1][1]:
            groups.append(([], []))
        groups[-1][child in labels].append(child)
        groups[-1][1].extend(each for each in child.children if each in labels)
    apart = len([behind for _tasks, behind in groups if behind]) > 1 and groups[0][0]
    return {task: behind for tasks, behind in groups for task in tasks} if apart else {}


def named_by_label(text: Text, sentence: Span) -> tuple[Span, ...]:
    """Return the bodies behind a label that stands in a sentence: "(chủ trì: Phòng A; phối hợp: Phòng B)"."""
    labels = _lead_labels(text, sentence) if text.folded.find(":", *sentence) >= 0 else ()
    for label in labels:
        helps = BESIDE.search(text.folded, label.end(), sentence.end)
        if found := names_from(text, label.end(), helps.start() if helps else sentence.end)[0]:
            return tuple(found)
    return ()


def _lead_labels(text: Text, line: Span) -> Iterator[re.Match[str]]:
    """Yield the labels of a line or sentence that say who leads."""
    first = FIRST.match(text.folded, *line) or _above_names(text, line)
    yield from (first,) if first else ()
    yield from LEAD.finditer(text.folded, first.end() if first else line.start, line.end)


def _others(text: Text, behind: Span) -> Iterator[Span]:
    """Yield who else does its part of a task: "Thực hiện: Phòng A lập sổ; Phòng B sửa kho"."""
    if HEADS.match(text.folded, *text.strip(behind)):
        return
    for clause in clauses(text, behind)[1:]:
        named, end = names_from(text, *clause)
        if does_at(text, text.strip(Span(end, clause.end)).start, clause.end):
            yield from named


def labelled_leads(text: Text, lines: Iterable[Span]) -> tuple[Span, ...]:
    """Return whom "Đơn vị chủ trì: …" names; behind such a label a post is one that no list knows."""
    labels = [(label, line.end) for line in lines for label in _lead_labels(text, line)]
    labels.sort(key=lambda each: bool(LEADERS.match(text.folded, each[0].start())))
    for label, line_end in labels:
        helps = BESIDE.search(text.folded, label.end(), line_end)
        end = helps.start() if helps else line_end
        if found := names_from(text, label.end(), end)[0]:
            return (*found, *_others(text, Span(found[-1].end, end)))
        if posts := POSTS.match(text.folded, label.end(), end):
            return tuple(names(text, Span(*posts.span())))
    return ()
