"""A whole document, from its file or its text to what it says."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading.ending import is_cut_off
from dondoc.reading.file import load, text_of
from dondoc.reading.findings import read_findings
from dondoc.reading.items import is_directive, read_item
from dondoc.reading.layout import lay_out
from dondoc.reading.recipients import read_recipients
from dondoc.reading.references import references
from dondoc.reading.result import Item, Reading, Words
from dondoc.reading.text import Span, Text
from dondoc.reading.unread import unread_elsewhere, unread_in_body

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dondoc.reading.paragraphs import Paragraph
    from dondoc.reading.passages import Setting


def read_file(path: Path) -> Reading:
    """Read a document from its file: .docx, .pdf, .txt or .doc.

    Raises BadInput where the file is none that can be read or holds only the beginning of a document, Refused
    for a secret document.
    """
    return _whole(read_text(*load(path)), path.name)


def read_content(content: bytes, name: str) -> Reading:
    """Read a document from the content of its file, as `read_file` does."""
    raw = text_of(content, name)
    return _whole(read_text(raw, hashlib.sha256(content).hexdigest()), name)


def read_text(raw: str, sha256: str | None = None) -> Reading:
    """Read a document from its text; `sha256` is the hash of its file, by default the text's own.

    Raises Refused for a secret document.
    """
    laid = lay_out(raw, sha256)
    text, outline, paragraphs = laid.text, laid.outline, laid.paragraphs
    ordering = {each: is_directive(text, each, laid.document.issuer) for each in paragraphs}
    unread = [*unread_elsewhere(text, outline)]
    for paragraph in (each for each in paragraphs if not ordering[each]):
        unread += unread_in_body(text, paragraph, laid.setting.written_on)
    return Reading(
        text=raw,
        document=laid.document,
        recipients=read_recipients(text, outline.head, outline.tail),
        findings=read_findings(text, outline, paragraphs),
        items=_read_items(text, [each for each in paragraphs if ordering[each]], laid.setting),
        unread=_words(text, sorted(unread)),
        references=_words(text, references(text, (Span(0, len(text.folded)),))),
    )


def _whole(reading: Reading, name: str) -> Reading:
    if is_cut_off(reading):
        raise BadInput(
            "%(file)s is cut off: it stops in the middle of a sentence, without recipients or signature. "
            "Copy or save the whole document again.",
            file=name,
        )
    return reading


def _words(text: Text, spans: Iterable[Span]) -> tuple[Words, ...]:
    return tuple(Words(*text.quote(span)) for span in spans)


def _read_items(text: Text, directives: list[Paragraph], setting: Setting) -> tuple[Item, ...]:
    refs = _refs(directives)
    return tuple(read_item(text, each, ref, setting) for each, ref in zip(directives, refs, strict=True))


def _refs(directives: list[Paragraph]) -> list[str]:
    """Return a reference of its own for each directive.

    Where sections are numbered anew in each part, the part goes in front; a number used again is counted.
    """
    sections = {(each.context.section, each.context.part) for each in directives}
    anew = len({section for section, _part in sections}) < len(sections)
    refs = [_within_part(each) if anew and each.context.part else each.ref for each in directives]
    seen: Counter[str] = Counter()
    return [ref if _count(seen, ref) == 1 else f"{ref}-{seen[ref]}" for ref in refs]


def _within_part(paragraph: Paragraph) -> str:
    """Return a reference with its part in front; a bullet right under the part has it already."""
    part, ref = paragraph.context.part, paragraph.ref
    return ref if f"{ref}.".startswith(f"{part}.") else f"{part}.{ref}"


def _count(seen: Counter[str], ref: str) -> int:
    seen[ref] += 1
    return seen[ref]
