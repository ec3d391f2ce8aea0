"""What the words of a heading are: a title or a sentence, whom it names, which field it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.directives import Force, orders
from dondoc.reading.naming import one_line
from dondoc.reading.text import END, Span, phrases, spell
from dondoc.reading.tones import split_heading

if TYPE_CHECKING:
    from dondoc.reading.blocks import Node
    from dondoc.reading.text import Text

FIELD = re.compile(
    spell(r"(?:\d[\d.]*\s*+)?(?:về )?(?:(?:một số )?(?:công tác|nội dung|lĩnh vực) (?!khác)|một số )?")
)
FIELD_ENDS = re.compile(spell(r",? (?:gồm|như sau|sau đây|cụ thể)(?: như sau| là)?$"))
OPENS = re.compile(
    spell(
        r"(?:giao(?: cho)?|đối với|yêu cầu|đề nghị|mời|phân công|"
        rf"(?:về )?(?:trách nhiệm|nhiệm vụ|công việc)(?: cụ thể| chung)?(?: giao)? (?:của|cho)){END}\s*+"
    )
)
ABOUT = phrases("về")
ROLES = re.compile(
    spell(r"(?:các )?(?:cơ quan|đơn vị|bộ phận) (?:chỉ đạo|chủ trì|phối hợp|tổ chức)(?:,| và|$)(?! cơ| đơn)")
)
"""A heading above those who have a part in the plan; it names none of them."""
TASKS = re.compile(
    spell(r"(?:phân công|giao)(?: và phân công)? (?:trách nhiệm|nhiệm vụ)(?: cụ thể| thực hiện)*")
)
COMPETENCE = re.compile(
    r",?\s*+"
    + spell(r"(?:theo|trong phạm vi|căn cứ|trên cơ sở) (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)")
    + r"[^.;:]{0,80}$"
)
"""The end of a heading that says by which competence those it names act."""
AMONG = re.compile(r",?\s*+" + spell(r"(?:trong đó|nhất là|đặc biệt|trọng tâm)(?!\w)") + r"[^.;]{0,160}$")
"""The end of a heading that says which of those it names come first."""
ENCLOSED = re.compile(r"\((?P<body>[^()\n]{3,80})\)$")
"""The end of a heading that says whose it is: "Về thể chế (Vụ Pháp chế)"."""
PURPOSE = re.compile(spell(r"(?:mục đích|yêu cầu)(?:(?:,| và) (?:mục đích|yêu cầu))?"))
DEMAND = re.compile(spell("yêu cầu"))
AIM = re.compile(spell(r"(?:mục đích|mục tiêu)(?!\w)"))
TITLE = re.compile(spell(r"(?:đối với|về) (?:công tác|việc|nội dung|lĩnh vực) [^.;:]*\."))
SORTS = re.compile(
    spell(
        r"(?:(?:trong đó|qua đó),? (?:cần )?(?:nêu|xác định|làm|phân tích|đánh giá|thể hiện|báo cáo) rõ|"
        r"(?:báo cáo|tổng hợp|thống kê|rà soát|phân loại)(?:,| )[^.:;]*"
        r"(?:theo|với|gồm|về) (?:các|những|một số) "
        r"(?:nhóm )?(?:đối tượng|nội dung|thông tin|tiêu chí|chỉ tiêu|trường hợp)"
        r")(?: (?:như|gồm|cụ thể|sau|sau đây|dưới đây))*\s?:$"
    )
)
"""An order above the things it is about: "phân loại theo các nhóm sau:", "trong đó nêu rõ:"."""
LONGEST_HEADING = 250
FEW_WORDS = 6
"""So short a sentence above others is their title, though it begins with a verb: "Tuyên truyền về kho."."""


def is_heading(text: Text, node: Node) -> bool:
    """Tell whether a section's or bullet's own words only name what stands under it."""
    words = node.block.words
    if node.children and text.is_capitals(words):
        return True
    if not node.children or split_heading(text, words)[0] or sorts(text, words):
        return False
    if not is_unfinished(text, words):
        return bool(leads_of_heading(text, text.strip(words, "."))) or _titles(text, words)
    ordered = any(order.force > Force.BARE for order in orders(text, words))
    named = leads_of_heading(text, text.strip(words, ":"))
    return not ordered or bool(named) or bool(TASKS.fullmatch(text.folded, *text.strip(words, ":.")))


def _titles(text: Text, words: Span) -> bool:
    """Tell a title from a sentence though it ends with a stop: "Đối với công tác kiểm kê kho."."""
    titled = TITLE.fullmatch(text.folded, *words) or len(text.words(words).split()) <= FEW_WORDS
    return bool(titled) and all(order.force is Force.BARE for order in orders(text, words))


def is_unfinished(text: Text, words: Span) -> bool:
    """Tell words that end as a title does from a sentence."""
    return text.folded[words.end - 1] not in ".;" and words.end - words.start <= LONGEST_HEADING


def sorts(text: Text, words: Span) -> bool:
    """Tell a lead-in whose list names the things its own order is about."""
    return bool(SORTS.search(text.folded, *words))


def leads_of_heading(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return the bodies a heading names as those who act: "Giao X", "Đối với X", or nothing but X."""
    if enclosed := ENCLOSED.search(text.folded, *heading):
        inside = text.strip(Span(*enclosed.span("body")))
        leads, end = names_from(text, *inside)
        outside = leads_of_heading(text, text.strip(Span(heading.start, enclosed.start())))
        return outside or (tuple(leads) if end >= inside.end else ())
    if ROLES.match(text.folded, *heading):
        return ()
    opened = OPENS.match(text.folded, *heading)
    leads, end = names_from(text, opened.end() if opened else heading.start, heading.end)
    rest = text.strip(Span(end, heading.end))
    told = end >= heading.end or COMPETENCE.match(text.folded, *rest) or AMONG.match(text.folded, *rest)
    return tuple(leads) if told else ()


def field_of(text: Text, heading: Span) -> str:
    """Return the field a heading names, without the words that only introduce it."""
    stripped, ends = FIELD.match(text.folded, *heading), FIELD_ENDS.search(text.folded, *heading)
    start = stripped.end() if stripped else heading.start
    return one_line(text, Span(start, ends.start() if ends else heading.end))


def is_for_purpose(text: Text, node: Node) -> bool:
    """Tell "2. Yêu cầu" below "1. Mục đích": what a plan must be like, not what it orders."""
    beside = node.parent.children if node.parent else []
    before = beside[: beside.index(node)] if node in beside else []
    return bool(before and DEMAND.fullmatch(text.folded, *text.strip(node.block.words, ":."))) and bool(
        AIM.match(text.folded, *before[-1].block.words)
    )
