"""A document's text beside its comparable form; rules read the one and quote the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from dondoc.reading.folding import OLD_PLACE, OLD_PLACES, fold

MARKS = " \n*_|"
"""What may stand around words without being one: blanks, and the marks of bold type and tables."""
OPEN = re.compile(r"[ạ-ỹ]")
"""Letters after which text layers of PDF files lose the space."""
BEGINS = re.compile(r"[^\W\d_](?![?*+{])")
"""A letter at the beginning of a pattern that stands there once and for all."""
EDGE = r"(?<![^\Wạ-ỹ])"
"""Where a word begins, its space lost or not."""
VOWEL = r"(?!đ)(?![b-df-hj-np-tv-xz])[^\W\d_]"
"""A letter that is no consonant: a class of the vowels takes 0.2 ms to compile, in a hundred patterns."""
NEXT = rf"đ|[bdghklqrsvx]|t[hr]|(?:ch|ngh?|nh|[cmnpt]){VOWEL}"
END = rf"(?:(?!\w)|(?<=[ạ-ỹ])(?={NEXT}))"
"""Where a word ends, its space lost or not: what follows can only begin another syllable."""


class Span(NamedTuple):
    """Characters [start, end), counted in the folded text until they are quoted."""

    start: int
    end: int


class Quote(NamedTuple):
    """Words of the document and where they stand in the text that was read."""

    text: str
    span: Span


@dataclass(frozen=True)
class Text:
    """The text that was read (`raw`) and its folded form, each folded character traced back by `offsets`."""

    raw: str
    folded: str
    offsets: tuple[int, ...]
    found: dict[Span, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The orders of sentences, by their spans: many rules ask for them."""

    @classmethod
    def of(cls, raw: str) -> Text:
        """Fold `raw`."""
        folded = fold(raw)
        return cls(raw, folded.text, folded.offsets)

    def at(self, raw_place: int) -> int:
        """Return the folded place of a place in the raw text."""
        return bisect_left(self.offsets, raw_place)

    def span_of(self, raw_start: int, raw_end: int) -> Span:
        """Return the folded span of a raw one."""
        return Span(self.at(raw_start), self.at(raw_end))

    def quote(self, span: Span) -> Quote:
        """Return the document's own words at a folded span, and where they stand."""
        start, end = self.offsets[span.start], self.offsets[span.end]
        return Quote(self.raw[start:end], Span(start, end))

    def words(self, span: Span) -> str:
        """Return the document's own words at a folded span."""
        return self.quote(span).text

    def is_lower(self, place: int) -> bool:
        """Tell whether the document writes a small letter at a folded place."""
        return place < len(self.folded) and self.raw[self.offsets[place]].islower()

    def is_upper(self, place: int) -> bool:
        """Tell whether the document writes a capital at a folded place."""
        return place < len(self.folded) and self.raw[self.offsets[place]].isupper()

    def is_capitals(self, span: Span) -> bool:
        """Tell whether a span is written in capitals throughout."""
        return self.words(span).isupper()

    def strip(self, span: Span, extra: str = "") -> Span:
        """Return `span` without the blanks and marks (and the `extra` characters) around it."""
        start, end = span
        while start < end and self.folded[start] in MARKS + extra:
            start += 1
        while start < end and self.folded[end - 1] in MARKS + extra:
            end -= 1
        return Span(start, end)


def phrases(*sources: str, edge: bool = True) -> re.Pattern[str]:
    """Compile phrases, written as Vietnamese is, into one pattern over folded text.

    A space matches any blanks, and none after a letter where text layers lose it. With `edge` a match begins
    and ends with a word.
    """
    return re.compile(phrase(*sources) if edge else one_of(*sources))


def phrase(*sources: str) -> str:
    """Return the source of a pattern of phrases, for a longer one."""
    return f"{EDGE}(?:{one_of(*sources)}){END}"


def one_of(*sources: str) -> str:
    """Return the source of an alternation of phrases, tried in their order.

    Neighbours that begin with one letter share it: most places are passed over by a few looks, not hundreds.
    """
    begun = groupby(map(spell, sources), key=lambda each: each[0] if BEGINS.match(each) else "")
    return "|".join(_sharing(letter, list(group)) for letter, group in begun)


def _sharing(letter: str, spelled: list[str]) -> str:
    """Return the source of an alternation of what begins with a letter; one alone, or of no letter, stays."""
    if not letter or len(spelled) == 1:
        return "|".join(spelled)
    return f"{letter}(?:{'|'.join(each[1:] for each in spelled)})"


def any_of(words: str) -> re.Pattern[str]:
    """Compile a list of phrases that semicolons separate."""
    return phrases(*listed(words))


def listed(words: str) -> tuple[str, ...]:
    """Return the phrases of a list that semicolons separate, over however many lines it is written."""
    return tuple(" ".join(word.split()) for word in words.split(";"))


def spell(source: str) -> str:
    """Return a pattern's source in the spelling of folded text, its spaces matching any blanks."""
    source = OLD_PLACE.sub(lambda match: OLD_PLACES[match.group()], source)
    return re.sub(r"(.) ", lambda match: match[1] + (r"\s*+" if OPEN.match(match[1]) else r"\s++"), source)
