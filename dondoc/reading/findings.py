"""Findings: the shortcomings a document states, and results with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reading.figures import figures
from dondoc.reading.result import Finding
from dondoc.reading.sentences import clauses, sentences
from dondoc.reading.text import Span, any_of
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.text import Text

SHORTCOMING = any_of("""
    chưa; còn; hạn chế; tồn tại; yếu kém; yếu; thiếu; chậm; thấp; sai phạm; sai sót; vi phạm; không;
    khó khăn; vướng mắc; bất cập; nguyên nhân; tồn đọng; lúng túng; khuyết điểm
""")


def read_findings(text: Text, paragraphs: Iterable[Paragraph]) -> tuple[Finding, ...]:
    """Return the findings of the sections that report, one for each clause with a shortcoming or a figure."""
    found: list[Finding] = []
    for paragraph in paragraphs:
        if paragraph.context.tone is Tone.FINDINGS:
            for sentence in sentences(text, paragraph.words):
                found += [
                    _finding(text, paragraph, clause)
                    for clause in clauses(text, sentence)
                    if _tells(text, clause)
                ]
    return tuple(found)


def _tells(text: Text, clause: Span) -> bool:
    return bool(SHORTCOMING.search(text.folded, *clause) or figures(text, clause))


def _finding(text: Text, paragraph: Paragraph, clause: Span) -> Finding:
    quote = text.quote(text.strip(clause, ";."))
    return Finding(paragraph.context.section or paragraph.ref, quote.text, quote.span, figures(text, clause))
