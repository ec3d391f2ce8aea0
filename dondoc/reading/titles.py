"""What the words of a heading are: a title or a sentence, and whom it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.bodies import does_at, names, names_from
from dondoc.reading.directives import orders
from dondoc.reading.heads import is_body
from dondoc.reading.markers import Level
from dondoc.reading.name_lists import names_listed
from dondoc.reading.name_words import NAMED_BY_ROLE, ROLE
from dondoc.reading.order import Force
from dondoc.reading.sentences import sentences
from dondoc.reading.subjects import COMPETENCE
from dondoc.reading.targets import targets
from dondoc.reading.text import Span
from dondoc.reading.title_words import (
    ABOUT,
    ABOUT_BODIES,
    AIMED,
    AMONG,
    ANNOUNCES_TASKS,
    ASKS_ENDS,
    BESIDE,
    DIRECTS,
    DUTIES,
    ENCLOSED,
    FEW_WORDS,
    FRAMES,
    GIVES,
    HEADS,
    IN_CHARGE,
    LONGEST_HEADING,
    ONLY_ENDS,
    ONLY_LISTS,
    OPENS,
    OWNED,
    ROLES,
    SENTENCE_ENDS,
    SEVERAL,
    SEVERAL_BODIES,
    SORTS,
    TASKS,
    TELLS,
    TITLE,
    WHICH_OF_THEM,
    WORD_OF_TASKS,
    WORKS,
)
from dondoc.reading.tones import split_heading

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from dondoc.reading.blocks import Node
    from dondoc.reading.text import Text


def is_heading(text: Text, node: Node) -> bool:
    """Tell whether a section's or bullet's own words only name what stands under it."""
    words = node.block.words
    if node.children and text.is_capitals(words):
        return True
    if not node.children or split_heading(text, words)[0] or sorts(text, words, node.children):
        return False
    *before, last = sentences(text, words)
    if ONLY_LISTS.fullmatch(text.folded, *last) and any(orders(text, each) for each in before):
        return False
    if not is_unfinished(text, words):
        return _names_alone(text, node) or _titles(text, words) or _among_titles(text, node)
    ordered = any(order.force > Force.BARE for order in orders(text, words))
    if node.block.marker.level is Level.ARTICLE and _is_numbered(text, node):
        return True
    named = leads_of_heading(text, text.strip(words, ":"))
    return not ordered or bool(named) or bool(TASKS.fullmatch(text.folded, *text.strip(words, ":.")))


def _is_numbered(text: Text, article: Node) -> bool:
    """Tell an article's title that orders nobody, above numbered clauses: "Điều 2. Yêu cầu của hội kho"."""
    clauses = any(child.is_section for child in article.children)
    return clauses and not any(order.leads for order in orders(text, article.block.words))


def _names_alone(text: Text, node: Node) -> bool:
    """Tell a title that ends with a stop and names those below; above a mere paragraph it says no deed."""
    words = text.strip(node.block.words, ".")
    listed = any(child.is_bullet or child.is_section for child in node.children)
    return bool(leads_of_heading(text, words)) and (listed or not orders(text, words))


def _titles(text: Text, words: Span) -> bool:
    """Tell a title from a sentence though it ends with a stop: "Đối với công tác kiểm kê kho."."""
    titled = TITLE.fullmatch(text.folded, *words) or len(text.words(words).split()) <= FEW_WORDS
    return bool(titled) and all(order.force is Force.BARE for order in orders(text, words))


def _among_titles(text: Text, node: Node) -> bool:
    """Tell one sentence above bullets that orders nobody, where all sections beside it have titles."""
    words, beside = node.block.words, node.parent.children if node.parent else []
    others = [each.block.words for each in beside if each.is_section and each.children and each is not node]
    titles = all(is_unfinished(text, each) and text.folded[each.end - 1] != ":" for each in others)
    listed = node.is_section and any(child.is_bullet for child in node.children)
    plain = all(order.force is Force.BARE and not order.leads for order in orders(text, words))
    return listed and titles and plain and len(others) > SEVERAL and len(sentences(text, words)) == 1


def is_unfinished(text: Text, words: Span) -> bool:
    """Tell words that end as a title does from a sentence."""
    return text.folded[words.end - 1] not in ".;" and words.end - words.start <= LONGEST_HEADING


def announces_tasks(text: Text, sentence: Span) -> bool:
    """Tell a sentence that ends by announcing the tasks below it."""
    return bool(ANNOUNCES_TASKS.search(text.folded, *sentence))


def sorts(text: Text, words: Span, below: Sequence[Node]) -> bool:
    """Tell a lead-in whose list, the bullets `below`, names the things its own order is about."""
    return bool(SORTS.search(text.folded, *words)) or _is_about(text, words, below)


def _is_about(text: Text, words: Span, below: Sequence[Node]) -> bool:
    """Tell an order above nothing but things: "Thực hiện nghiêm các văn bản:", "- Nghị định số 6 …"."""
    *_before, last = sentences(text, words)
    if text.folded[words.end - 1] != ":" or announces_tasks(text, last):
        return False
    ordered = any(order.leads or order.start == last.start for order in orders(text, last))
    return ordered and len(below) >= SEVERAL and all(_is_thing(text, node) for node in below)


def _is_thing(text: Text, node: Node) -> bool:
    """Tell a bullet that orders nothing, and sets no threshold."""
    words = node.block.words
    found = [order for each in sentences(text, words) for order in orders(text, each)]
    told = all(order.force is Force.MODAL and not order.leads for order in found)
    return node.is_bullet and not node.children and told and not targets(text, (words,))


def leads_of_heading(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return the bodies a heading names as those who act: "Giao X", "Đối với X", or nothing but X."""
    heading = _without_ends(text, heading)
    if enclosed := ENCLOSED.search(text.folded, *heading):
        return _enclosed(text, heading, enclosed)
    if ROLES.match(text.folded, *heading):
        return ()
    return _bound_by(text, heading) or _named_in_front(text, heading)


def _named_in_front(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return the bodies a heading begins with, if what it goes on with leaves the tasks below to them."""
    opened = OPENS.match(text.folded, *heading)
    leads, end = names_from(text, opened.end() if opened else heading.start, heading.end)
    charged = IN_CHARGE.search(text.folded, *leads[-1]) if leads else None
    if charged and not SEVERAL_BODIES.match(text.folded, *leads[-1]):
        leads[-1] = text.strip(Span(leads[-1].start, charged.start()))
    rest = text.strip(Span(end, heading.end))
    told = (COMPETENCE, AMONG, DIRECTS, HEADS)
    owned = OWNED.match(text.folded, *heading)
    about = owned and ABOUT.match(text.folded, *rest)
    if about or end >= heading.end or any(each.match(text.folded, *rest) for each in told):
        return tuple(leads)
    whole = leads and (owned or _goes_on(text, heading, leads[-1], rest))
    if whole or (leads and _tells_which(text, heading, leads[-1], rest)):
        return (*leads[:-1], *names(text, Span(leads[-1].start, heading.end)))
    if not leads or _only_acts(text, rest) or _leads_in(text, rest):
        return tuple(leads)
    return () if _is_lead_in(text, heading) else names_listed(text, heading, rest)


def _enclosed(text: Text, heading: Span, enclosed: re.Match[str]) -> tuple[Span, ...]:
    """Return whom a heading names in front of its parentheses, or in them: "Về kho (Phòng A)"."""
    before = text.strip(Span(heading.start, enclosed.start()))
    if outside := leads_of_heading(text, before):
        return outside
    inside = text.strip(Span(*enclosed.span("body")))
    named, end = names_from(text, *inside)
    return (before,) if is_body(text, before.start) else tuple(named) if end >= inside.end else ()


def _without_ends(text: Text, heading: Span) -> Span:
    """Return a heading without the words around those it names: "Đối với Phòng A, đề nghị:"."""
    aimed = AIMED.match(text.folded, *heading) if _is_lead_in(text, heading) else None
    if aimed and names_from(text, aimed.end(), heading.end)[1] >= heading.end:
        return Span(aimed.end(), heading.end)
    ends = ONLY_ENDS.search(text.folded, *heading) or ASKS_ENDS.search(text.folded, *heading)
    return text.strip(Span(heading.start, ends.start())) if ends else heading


def _is_lead_in(text: Text, heading: Span) -> bool:
    """Tell words that a colon follows, which leads in a list, from a title."""
    return text.folded[heading.end : heading.end + 2].lstrip().startswith(":")


def _leads_in(text: Text, rest: Span) -> bool:
    """Tell what somebody does behind whom a lead-in names, "Phòng A tham mưu Sở:", from what is told."""
    short = len(text.words(rest).split()) <= FEW_WORDS and not TELLS.match(text.folded, *rest)
    acts = FRAMES.match(text.folded, *text.strip(rest, ",")) or (short and does_at(text, *rest))
    return bool(acts) and _is_lead_in(text, rest)


def _only_acts(text: Text, rest: Span) -> bool:
    """Tell the end of a heading that says nothing but that those it names act, or with whom."""
    if beside := BESIDE.match(text.folded, *rest):
        return names_from(text, beside.end(), rest.end)[1] >= rest.end
    if TELLS.match(text.folded, *rest):
        return False
    place = rest.start
    while place < rest.end:
        word = does_at(text, place, rest.end) or WORD_OF_TASKS.match(text.folded, place, rest.end)
        if not word:
            return False
        place = text.strip(Span(word.end(), rest.end), ",").start
    return True


def _bound_by(text: Text, heading: Span) -> tuple[Span, ...]:
    """Return whom a heading binds that ends with its modal: "Các kho có trách nhiệm"."""
    ordered = orders(text, heading)
    last = ordered[-1] if ordered else None
    return last.leads if last and last.force is Force.MODAL and last.end >= heading.end else ()


def _goes_on(text: Text, heading: Span, name: Span, rest: Span) -> bool:
    """Tell whether a heading goes on to say which are meant: "Đối với các hộ có kho, chủ kho"."""
    if any(order.force >= Force.MODAL for order in orders(text, rest)):
        return False
    role = not GIVES.match(text.folded, *heading) and _is_role(text, name, heading.end)
    told = ABOUT_BODIES.match(text.folded, *heading) or role
    return bool(told and (WHICH_OF_THEM.match(text.folded, *rest) or does_at(text, *rest)))


def _tells_which(text: Text, heading: Span, name: Span, rest: Span) -> bool:
    """Tell a title above several bodies that says which are meant: "Các chủ kho xây dựng hạ tầng"."""
    behind = text.folded[heading.end : heading.end + 12]
    titled = name.start == heading.start and not SENTENCE_ENDS.match(behind)
    return bool(
        titled
        and SEVERAL_BODIES.match(text.folded, *name)
        and not DUTIES.match(text.folded, *rest)
        and not any(order.force >= Force.MODAL for order in orders(text, rest))
    )


def _is_role(text: Text, name: Span, limit: int) -> bool:
    """Tell a body that is told by its work, "Cơ quan chủ trì lập sổ", from one and what it does."""
    head = NAMED_BY_ROLE.search(text.folded, *name)
    place = text.strip(Span(head.end(), limit)).start if head else limit
    return any(each.match(text.folded, place, limit) for each in (ROLE, WORKS))
