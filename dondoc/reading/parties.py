"""Whose document it is and whom it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.bodies import names_from
from dondoc.reading.heading import is_title
from dondoc.reading.heads import is_body
from dondoc.reading.naming import fullest, in_small_letters, one_line
from dondoc.reading.outline import FURNITURE
from dondoc.reading.recipients import read_addressees
from dondoc.reading.text import Span, phrases, spell

if TYPE_CHECKING:
    from dondoc.reading.blocks import Block
    from dondoc.reading.outline import Outline
    from dondoc.reading.text import Text

RULE = re.compile(r"\s*[-_=–—]{3,}$")
"""The ruled line below a letterhead, in the same cell of a table."""
NUMBER = re.compile(spell(r"số(?!\w)"))
ANNOUNCES = phrases(r"(?:xin |trân trọng )?thông báo (?:[^.;:]{0,100} )?(?:để|đến|tới|cho)")
BEFORE_NAME = ",(.;:\n"
FAR = 200
CONCERNS = phrases(
    r"(?<!dự\sbuổi\s)(?<!dự\scuộc\s)(?:làm việc|họp|kiểm tra|thanh tra)(?: trực tiếp| công tác)?"
    r" (?:với|tại|đối với)",
    r"kết luận (?:thanh tra|kiểm tra).{0,80}?(?:tại|đối với|của)",
)
ASIDE = re.compile(r"\s*\((?:địa chỉ|đ/c|đc|số|tại|theo)\b.*$", re.IGNORECASE)
"""Behind an addressee, where it is to be found."""
LEADERS = re.compile(
    spell(
        r"(?:(?:các đồng chí |tập thể )?(?:ban )?lãnh đạo(?: chủ chốt)?(?: của)?|tập thể|"
        r"cán bộ chủ chốt(?: của)?) "
    )
)


def read_issuer(text: Text, outline: Outline) -> str | None:
    """Return who issued a document: its letterhead, else who announces it at its end."""
    if letterhead := _letterhead(text, outline.head):
        return in_small_letters(text, letterhead)
    for node in reversed(list(outline.root.walk())):
        for match in ANNOUNCES.finditer(text.folded, *node.block.words):
            start = max(node.block.words.start, match.start() - FAR)
            start = max(start, *(text.folded.rfind(mark, start, match.start()) + 1 for mark in BEFORE_NAME))
            issuer = text.strip(Span(start, match.start()))
            if is_body(text, issuer.start):
                return fullest(text, issuer)
    return None


def _letterhead(text: Text, head: list[Block]) -> str | None:
    """Return the last name of the letterhead: the issuer stands below the body it belongs to."""
    names: list[list[str]] = []
    for block in head:
        furniture = FURNITURE.match(text.folded, *block.words)
        if NUMBER.match(text.folded, *block.words) or is_title(text, block):
            break
        if not furniture and not text.is_capitals(block.words):
            break
        if is_body(text, block.words.start) and not furniture:
            names.append([RULE.sub("", one_line(text, block.words))])
        elif names and not furniture:
            names[-1].append(one_line(text, block.words))
    return " ".join(names[-1]) if names else None


def read_subject(text: Text, outline: Outline) -> str | None:
    """Return the body a document is about: who was worked with or inspected, or is alone addressed."""
    addressees = read_addressees(text, outline.head)
    for block in outline.head if not addressees else ():
        for match in CONCERNS.finditer(text.folded, *block.words):
            place = text.strip(Span(match.end(), block.words.end)).start
            leaders = LEADERS.match(text.folded, place)
            found, _end = names_from(text, leaders.end() if leaders else place, block.words.end)
            if found:
                return in_small_letters(text, one_line(text, found[0]))
    return ASIDE.sub("", " ".join(addressees[0].name.split())) if len(addressees) == 1 else None
