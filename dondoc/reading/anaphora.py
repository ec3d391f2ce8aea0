"""Owners that a document does not name again: "các đơn vị nêu trên", "cơ quan này"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dondoc.reading.beside import coordinators_of
from dondoc.reading.bodies import names_from
from dondoc.reading.directives import orders
from dondoc.reading.owners import leads_of
from dondoc.reading.renamed import of_today
from dondoc.reading.text import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.passages import Setting
    from dondoc.reading.text import Span, Text

BODY = r"(?:đơn vị|cơ quan|địa phương|tổ chức|bộ|ngành|sở|ban|phòng|vụ|cục|chi cục|trung tâm|đồng chí"
BODY += "|công ty|tập đoàn|trường|bệnh viện|doanh nghiệp|ngân hàng|hội|viện)"
POINTS_BACK = re.compile(
    spell(
        rf"(?P<several>(?:các|những|hai|ba|\d\d?) )?{BODY}(?:(?:,| và) {BODY})*"
        r" (?:(?:đã )?(?:được )?(?:nêu|nói|kể|ở) )?(?:trên|này|đó)(?: đây)?"
    )
)
ABOUT = re.compile(spell(r"(?<!\w)(?:đối với|đề nghị của|kiến nghị của|đề xuất của|ý kiến của) "))
"""In front of whom a paragraph is about: who is pointed back to in it."""
SPOKEN_TO = re.compile(spell("các đồng chí"))
"""Whom a letter or notice speaks to: those it is addressed to, or about."""


def points_back(text: Text, lead: Span) -> bool:
    """Tell whether an owner is only pointed back to."""
    return bool(POINTS_BACK.fullmatch(text.folded, *lead) or SPOKEN_TO.fullmatch(text.folded, *lead))


def resolved(text: Text, leads: Sequence[Span], paragraph: Paragraph, setting: Setting) -> tuple[Span, ...]:
    """Return the owners named in a paragraph, those that are only pointed back to as those they mean."""
    leads = of_today(text, leads)
    if not any(points_back(text, lead) for lead in leads):
        return leads
    if setting.subject and any(SPOKEN_TO.fullmatch(text.folded, *lead) for lead in leads):
        return tuple(setting.subject if points_back(text, lead) else lead for lead in leads)
    above = setting.paragraphs[: setting.paragraphs.index(paragraph)]
    meant = (
        (points_back(text, lead) and _meant_by(text, lead, paragraph, _before(above, lead))) or (lead,)
        for lead in leads
    )
    return tuple(each for found in meant for each in found)


def _before(above: Sequence[Paragraph], lead: Span) -> Sequence[Paragraph]:
    """Return the paragraphs in front of an owner: of one that a lead-in names, not those it leads in."""
    return [other for other in above if other.words.start <= lead.start]


def _meant_by(text: Text, lead: Span, paragraph: Paragraph, above: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Return whom an owner that points back means, nobody where nothing in front of it tells.

    Those named in front of it in its paragraph, else those who lead the paragraphs above, for a bullet in its
    section: several mean all of them, one the nearest.
    """
    pointed = POINTS_BACK.fullmatch(text.folded, *lead)
    several = bool(pointed and pointed["several"])
    for named in (_in_front(text, lead, paragraph), _above(text, paragraph, above, several=several)):
        found = list(_each_once(text, (each for each in named if not points_back(text, each))))
        if found:
            return tuple(found) if several else (found[-1],)
    return ()


def _in_front(text: Text, lead: Span, paragraph: Paragraph) -> Iterator[Span]:
    for about in ABOUT.finditer(text.folded, paragraph.words.start, lead.start):
        yield from names_from(text, about.end(), lead.start)[0][:1]
    for sentence in paragraph.ordering:
        named = [each for order in orders(text, sentence) for each in order.leads]
        yield from (each for each in (*named, *coordinators_of(text, (sentence,))) if each.end <= lead.start)


def _above(text: Text, paragraph: Paragraph, above: Sequence[Paragraph], *, several: bool) -> Iterable[Span]:
    """Return who leads the nearest paragraph that names somebody; one alone is joined by those before it."""
    found: list[Span] = []
    for other in reversed(above):
        if not _is_beside(paragraph, other):
            break
        leads = leads_of(text, other.ordering) or other.context.leads
        found = [*leads, *found]
        if leads and (not several or len(leads) > 1):
            break
    return found


def _is_beside(paragraph: Paragraph, other: Paragraph) -> bool:
    here, there = paragraph.context, other.context
    return here.part == there.part and (not paragraph.bullet or here.section == there.section)


def _each_once(text: Text, named: Iterable[Span]) -> Iterator[Span]:
    seen: set[str] = set()
    for each in sorted(named):
        words = text.folded[slice(*each)]
        if words not in seen:
            seen.add(words)
            yield each
