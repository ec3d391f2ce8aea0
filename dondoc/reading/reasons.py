"""Why a passage was read as it was: which rule found what, and the words it rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from dondoc.reading.bodies import PROMISE
from dondoc.reading.directives import MODAL, orders
from dondoc.reading.openers import FORBIDS, OPENER, PROHIBITION
from dondoc.reading.order import Force
from dondoc.reading.result import Reason
from dondoc.reading.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dondoc.reading.order import Order
    from dondoc.reading.terms import TermSpan
    from dondoc.reading.text import Text


class Led(StrEnum):
    """Where the owner of a passage stands."""

    NAMED = "named"
    ASIDE = "aside"
    CARRIED = "carried"
    ITEM = "item"
    ABOVE = "above"
    SUBJECT = "subject"
    ELSEWHERE = "elsewhere"
    NOBODY = "nobody"


WORDS = (
    ("opener", OPENER),
    ("prohibition", PROHIBITION),
    ("prohibition", FORBIDS),
    ("modal", MODAL),
    ("promise", PROMISE),
)
"""What orders by a word of its own; other orders are verbs."""


def why_ordered(text: Text, ordering: Iterable[Span]) -> Reason:
    """Return which words order; a bullet may order only by standing in a list of orders."""
    order = next((order for sentence in ordering for order in orders(text, sentence)), None)
    if order is None:
        return Reason("order.listed")
    rule, words = _ordering_words(text, order)
    return reason(text, f"order.{rule}", words)


def _ordering_words(text: Text, order: Order) -> tuple[str, Span]:
    for rule, pattern in WORDS:
        if match := pattern.match(text.folded, order.start):
            return rule, Span(*match.span())
    return "doer" if order.force is Force.NAMED else "verb", Span(order.start, order.end)


def why_led(text: Text, passage: Span, leads: Sequence[Span], led: Led) -> Reason:
    """Return where the owner comes from."""
    if not leads:
        return Reason(f"lead.{Led.NOBODY}")
    before = text.folded[passage.start : leads[0].start]
    aside = led is Led.NAMED and before.count("(") > before.count(")")
    return reason(text, f"lead.{Led.ASIDE if aside else led}", leads[0])


def why_due(times: Sequence[TermSpan]) -> Iterator[Reason]:
    """Yield which form each term has, and of what looks like a term why it is none."""
    for each in times:
        rule = f"trap.{each.trap}" if each.trap else f"term.{each.form}"
        yield Reason(rule, each.term.phrase, (each.start, each.end))
    if not any(each.trap is None for each in times):
        yield Reason("term.none")


def reason(text: Text, rule: str, span: Span | None) -> Reason:
    """Return a reason that rests on the words at a span."""
    return Reason(rule, *text.quote(span)) if span else Reason(rule)
