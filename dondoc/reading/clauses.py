"""Sentences that order several things, cut where another obligation begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dondoc.reading.circumstances import CIRCUMSTANCE
from dondoc.reading.conditions import basis_end, condition_end
from dondoc.reading.conjunctions import joins_duties
from dondoc.reading.directives import agrees, orders
from dondoc.reading.openings import LINKS, Opening, opening
from dondoc.reading.order import Force
from dondoc.reading.sentences import clauses
from dondoc.reading.text import EDGE, END, Span, Text, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dondoc.reading.order import Order

JOINT = re.compile(rf",(?!\d)\s*+|{EDGE}và{END}\s*+|{EDGE}(?={spell('đồng thời')}{END})")
ENCLOSED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|\([^()\n]*\)")
"""A joint in quotation marks or parentheses belongs to what stands there."""
ASIDE = re.compile(r"\((?P<said>[^()\n]{12,})\)\s*+(?=[.,;…]|$)")
FINISHES = re.compile(
    spell(
        r"(?:(?:và|cần|phải) )*(?:hoàn thành|hoàn tất|xong|thực hiện xong) "
        r"(?=trước|trong|chậm nhất|muộn nhất|vào|đến|theo thời)"
    )
)
"""By when what stands in front is to be done, and nothing else."""
JOINING = re.compile(spell(rf"[,; ]\s*+(?:trước mắt|đồng thời|trong đó|cụ thể){END}\s*$"))
AROUND = ",;.:…"
NOTES = re.compile(spell(r"lưu ý|yêu cầu|đề nghị"))


class Clause(NamedTuple):
    """A piece of a sentence that orders one thing, and which rule found it to begin there."""

    span: Span
    opening: Opening


def obligations(text: Text, sentences: Iterable[Span]) -> list[Clause]:
    """Return the obligations of sentences; what orders nothing goes with the next, else the last."""
    found: list[Clause] = []
    waiting: int | None = None
    for sentence in sentences:
        finishes = found and FINISHES.match(text.folded, *sentence)
        pieces = [] if finishes else _pieces(text, sentence)
        if not pieces:
            waiting = sentence.start if waiting is None and not found else waiting
            found[-1:] = [Clause(Span(each.span.start, sentence.end), each.opening) for each in found[-1:]]
            continue
        if waiting is not None:
            pieces[0] = Clause(Span(waiting, pieces[0].span.end), pieces[0].opening)
            waiting = None
        found += pieces
    return [Clause(_trimmed(text, each.span), each.opening) for each in found]


def _pieces(text: Text, sentence: Span) -> list[Clause]:
    """Return the obligations of a sentence; together they are the sentence."""
    if agrees(text, sentence):
        return []
    found: list[Clause] = []
    start = sentence.start
    for clause in clauses(text, sentence):
        if _only_names(text, Span(start, clause.end)):
            continue  # "Yêu cầu Phòng A; Phòng B lập sổ": whom is said in both, what in the second
        finishes = FINISHES.match(text.folded, start, clause.end)
        cut = [] if found and finishes else list(_cut(text, Span(start, clause.end)))
        if cut:
            if found and cut[0].opening is Opening.SENTENCE:
                cut[0] = Clause(cut[0].span, Opening.SEMICOLON)
            found += cut
        elif found:
            found[-1] = Clause(Span(found[-1].span.start, clause.end), found[-1].opening)
        else:
            continue
        start = _behind(text, clause.end, sentence.end)
    return found


def _only_names(text: Text, clause: Span) -> bool:
    """Tell a clause that says whom it asks and not yet what."""
    asked = [order for order in orders(text, clause) if order.force is Force.STRONG and order.leads]
    return bool(asked) and asked[-1].end >= text.strip(clause, ";").end


def _behind(text: Text, place: int, limit: int) -> int:
    place = text.strip(Span(place, limit), ";,").start
    link = LINKS.match(text.folded, place, limit)
    return link.end() if link else place


def _cut(text: Text, clause: Span) -> Iterator[Clause]:
    """Yield the obligations between semicolons."""
    aside = next((each for each in ASIDE.finditer(text.folded, *clause) if _orders_aside(text, each)), None)
    if aside:
        yield from _cut(text, Span(clause.start, aside.start()))
        inner = list(_cut(text, Span(*aside.span("said")))) or [
            Clause(Span(*aside.span("said")), Opening.ASIDE)
        ]
        yield Clause(inner[0].span, Opening.ASIDE)
        yield from inner[1:]
        yield from _cut(text, Span(_behind(text, aside.end(), clause.end), clause.end))
        return
    found = orders(text, clause)
    start, rule, begun, settled = clause.start, Opening.SENTENCE, False, clause.start
    if basis := basis_end(text, clause):
        start, begun = basis, True
    for joint in _joints(text, clause):
        begun = begun or any(
            _counts(text, clause, start, order) for order in found if order.start < joint.start()
        )
        if begun and joint.start() > settled and (begins := _begins(text, joint, clause.end, start, found)):
            yield Clause(Span(start, joint.start()), rule)
            start, rule = begins
            settled = _settled(text, start, clause.end)
    if begun or any(start <= order.start for order in found):
        yield Clause(Span(start, clause.end), rule)


def _settled(text: Text, start: int, limit: int) -> int:
    """Return up to where no joint can end what begins here: the end of the condition it begins with."""
    return condition_end(text, start, limit) or start


def _counts(text: Text, clause: Span, start: int, order: Order) -> bool:
    """Tell whether an order is one of what begins at `start`; a verb behind "đối với …," may be none."""
    named = order.leads or order.force is Force.MODAL or not CIRCUMSTANCE.match(text.folded, *clause)
    return order.start >= start and (bool(named) or start > clause.start)


def _joints(text: Text, clause: Span) -> Iterator[re.Match[str]]:
    enclosed = [match.span() for match in ENCLOSED.finditer(text.folded, *clause)]
    for joint in JOINT.finditer(text.folded, *clause):
        if not any(start <= joint.start() < end for start, end in enclosed):
            yield joint


def _begins(
    text: Text, joint: re.Match[str], limit: int, since: int, found: list[Order]
) -> tuple[int, Opening] | None:
    if joint.group().startswith("và"):
        opens = joins_duties(text, joint.start(), joint.end(), limit, since)
        return (joint.end(), Opening.AND) if opens else None
    return opening(text, joint.end(), limit, since, found)


def _orders_aside(text: Text, aside: re.Match[str]) -> bool:
    """Tell whether what stands in parentheses orders something itself."""
    said = Span(*aside.span("said"))
    return bool(
        NOTES.match(text.folded, *said)
        or condition_end(text, *said)
        or any(order.force > Force.BARE and order.leads for order in orders(text, said))
    )


def _trimmed(text: Text, span: Span) -> Span:
    """Return a span without the marks around it and the words that only join it to the next."""
    span = text.strip(span, AROUND)
    joining = JOINING.search(text.folded, *span)
    return text.strip(Span(span.start, joining.start()), AROUND) if joining else span
