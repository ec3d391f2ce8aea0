"""One body under several names: in full, abbreviated, in capitals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from dondoc.reading.lexicon import ABBREVIATIONS
from dondoc.reading.text import EDGE, END, Span, spell

if TYPE_CHECKING:
    from dondoc.reading.text import Text

FULL = {short: spell(full).replace(r"\s++", " ") for short, full in ABBREVIATIONS.items()}
SHORT = re.compile(rf"{EDGE}(?:{'|'.join(re.escape(short) for short in FULL)}){END}")


def expand(name: str) -> str:
    """Return a folded name with its abbreviations in full and single blanks."""
    return " ".join(SHORT.sub(lambda match: FULL[match.group()], name).split())


def mentions(text: Text, name: str) -> list[Span]:
    """Return where a folded name stands in the text, abbreviated or not."""
    pattern = re.escape(expand(name)).replace(r"\ ", " ")
    for short, full in FULL.items():
        pattern = pattern.replace(full, f"(?:{full}|{re.escape(short)})")
    found = re.compile(EDGE + pattern.replace(" ", r"\s++") + END)
    return [Span(*match.span()) for match in found.finditer(text.folded)]


def fullest(text: Text, span: Span) -> str:
    """Return the longest form in which the document writes the name at a span."""
    forms = [one_line(text, mention) for mention in mentions(text, text.folded[slice(*span)])]
    return max([form for form in forms if not form.isupper()] or [one_line(text, span)], key=len)


def in_small_letters(text: Text, name: str) -> str:
    """Return a name in capitals as running text writes it, unchanged where the text does not."""
    forms = [one_line(text, mention) for mention in mentions(text, text.of(name).folded)]
    return max((form for form in forms if not form.isupper()), key=len, default=name)


def usual_mention(text: Text, name: str) -> Span | None:
    """Return the first mention of a name in the form the document uses most."""
    places = [place for place in mentions(text, text.of(name).folded) if not text.is_capitals(place)]
    if not places:
        return None
    counted = Counter(text.folded[slice(*place)] for place in places)
    usual = counted.most_common(1)[0][0]
    return next(place for place in places if text.folded[slice(*place)] == usual)


def one_line(text: Text, span: Span) -> str:
    """Return the words of a span composed and with single blanks, for what is said without a place."""
    return " ".join(unicodedata.normalize("NFC", text.words(span)).split())
