"""Whom a heading names whose words no list knows: among orders, what stands above a task is its owner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import ACT, does_at, is_predicate, names_from
from dondoc.reading.directives import orders
from dondoc.reading.order import Force
from dondoc.reading.text import Span, any_of, spell
from dondoc.reading.title_words import OPENS, ROLES, SEVERAL_BODIES, TELLS
from dondoc.reading.titles import leads_of_heading

if TYPE_CHECKING:
    from dondoc.reading.blocks import Node
    from dondoc.reading.text import Text

FOUND = any_of("""
    kết quả; tình hình; hạn chế; tồn tại; vi phạm; sai phạm; khuyết điểm; ưu điểm; nguyên nhân
""")
"""What was found of those a heading names; the list below tells it."""
LONGEST_NAME = 8
NO_NAME = re.compile(
    spell(
        r"(?<!\w)(?:về|đối với|công tác|nội dung|nhiệm vụ|giải pháp|việc|vấn đề|lĩnh vực|mục tiêu|yêu cầu"
        r"|khác|chung|kinh phí|thời gian|chế độ|phương án|phương hướng|tiến độ|dự án|một số"
        r"|đề nghị|kiến nghị)(?!\w)|\d"
    )
)
"""What a heading is a field by, and no name."""
OTHERS = 2
"""So many headings beside one, and most, must name bodies for its words to be taken for another."""


def leads_among_orders(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return the bodies a heading among orders begins with, whatever it goes on to say of them.

    Words that no list knows tell which of several are meant, "Các đội cơ khí, kho vận"; what such bodies
    did or found, or what they say by the document, names nobody.
    """
    opened = OPENS.match(text.folded, *heading)
    start = opened.end() if opened else heading.start
    leads, end = names_from(text, start, heading.end)
    rest = text.strip(Span(end, heading.end), ",:")
    told = TELLS.match(text.folded, *rest) or FOUND.search(text.folded, *rest)
    if not leads or ROLES.match(text.folded, *heading) or told or _is_said(text, rest):
        return ()
    which = SEVERAL_BODIES.search(text.folded, *leads[-1]) and not does_at(text, *rest)
    return (*leads[:-1], Span(leads[-1].start, heading.end)) if which else tuple(leads)


def named_as_others(text: Text, node: Node, heading: Span) -> tuple[Span, ...]:
    """Return what a heading is where the headings beside it name bodies: a body that no list knows."""
    beside = [each.block.words for each in node.parent.children if each.is_section] if node.parent else []
    others = [text.strip(each, ":.") for each in beside if each != node.block.words]
    naming = [each for each in others if leads_of_heading(text, each)]
    if len(naming) < OTHERS or 2 * len(naming) <= len(others) or not _may_name(text, heading):
        return ()
    return (heading,)


def _may_name(text: Text, heading: Span) -> bool:
    """Tell words that may be the name of a body no list knows: few, without a verb, a figure or a field."""
    few = len(text.words(heading).split()) <= LONGEST_NAME
    plain = not ACT.search(text.folded, *heading) and not NO_NAME.search(text.folded, *heading)
    return few and plain and text.is_upper(heading.start)


def _is_said(text: Text, rest: Span) -> bool:
    """Tell what is said of bodies, "đã …", "là …", from what they must do."""
    return is_predicate(text, rest.start) and not any(
        order.force >= Force.MODAL for order in orders(text, rest)
    )
