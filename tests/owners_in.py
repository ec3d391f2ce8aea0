"""Whom a few sentences name: who leads, and who works beside the lead."""

from __future__ import annotations

from dondoc.reading.beside import coordinators_of
from dondoc.reading.owners import leads_of
from dondoc.reading.sentences import sentences
from dondoc.reading.text import Span, Text


def owners_in(words: str) -> tuple[list[str], list[str]]:
    """Return the leads of some sentences and their coordinators, as they are written."""
    text = Text.of(words)
    said = sentences(text, Span(0, len(text.folded)))
    return [text.words(each) for each in leads_of(text, said)], [
        text.words(each) for each in coordinators_of(text, said)
    ]
