"""Findings: the shortcomings a document states, and results with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.figures import figures
from dondoc.reading.footnotes import footnotes
from dondoc.reading.result import Finding
from dondoc.reading.sentences import clauses, sentences
from dondoc.reading.text import Span, any_of
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dondoc.reading.outline import Outline
    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.text import Text

SHORTCOMING = any_of("""
    chưa; còn; hạn chế; tồn tại; yếu kém; yếu; thiếu; chậm; thấp; sai phạm; sai sót; vi phạm; không;
    khó khăn; vướng mắc; bất cập; nguyên nhân; tồn đọng; lúng túng; khuyết điểm
""")


def read_findings(text: Text, outline: Outline, paragraphs: Sequence[Paragraph]) -> tuple[Finding, ...]:
    """Return the findings of the sections that report, one for each clause with a shortcoming or a figure.

    A footnote with figures is a finding of the section that refers to it, of none where its mark was lost.
    """
    found = [
        _finding(text, paragraph.context.section or paragraph.ref, clause)
        for paragraph in paragraphs
        if paragraph.context.tone is Tone.FINDINGS
        for clause in _clauses(text, paragraph.words)
        if SHORTCOMING.search(text.folded, *clause) or figures(text, clause)
    ]
    for mark, words in footnotes(text, outline):
        section = next((each.context.section for each in paragraphs if mark in text.words(each.words)), "")
        found += [_finding(text, section, each) for each in _clauses(text, words) if figures(text, each)]
    return tuple(found)


def _clauses(text: Text, words: Span) -> Iterator[Span]:
    for sentence in sentences(text, words):
        yield from clauses(text, sentence)


def _finding(text: Text, ref: str, clause: Span) -> Finding:
    quote = text.quote(text.strip(clause, ";."))
    return Finding(ref, quote.text, quote.span, figures(text, clause))
