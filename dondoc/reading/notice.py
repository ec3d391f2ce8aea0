"""A whole document, from its file or its text to what it says."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.reading.ending import is_cut_off
from dondoc.reading.file import load
from dondoc.reading.findings import read_findings
from dondoc.reading.heading import read_date, read_kind, read_meeting_date, read_number
from dondoc.reading.items import is_directive, read_item
from dondoc.reading.kinds import Authority
from dondoc.reading.naming import usual_mention
from dondoc.reading.outline import Outline, read_outline
from dondoc.reading.paragraphs import Paragraph, read_paragraphs
from dondoc.reading.parties import read_issuer, read_subject
from dondoc.reading.passages import Setting
from dondoc.reading.recipients import read_recipients
from dondoc.reading.references import references
from dondoc.reading.result import Document, DocumentKind, Item, Reading, Words
from dondoc.reading.secrecy import refuse_secret
from dondoc.reading.signature import read_signer
from dondoc.reading.text import Span, Text
from dondoc.reading.tones import Tone
from dondoc.reading.unread import unread_elsewhere, unread_in_body

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TONES: dict[DocumentKind, Tone] = {"report": Tone.FINDINGS, "decision": Tone.DECIDES}
"""How documents of a kind speak, where that is not for each paragraph to say."""


def read_file(path: Path) -> Reading:
    """Read a document from its file: .docx, .pdf, .txt or .doc.

    Raises BadInput where the file is none that can be read or holds only the beginning of a document, Refused
    for a secret document.
    """
    raw, sha256 = load(path)
    reading = read_text(raw, sha256)
    if is_cut_off(reading):
        raise BadInput(
            "%(file)s is cut off: it stops in the middle of a sentence, without recipients or signature. "
            "Copy or save the whole document again.",
            file=path.name,
        )
    return reading


def read_text(raw: str, sha256: str | None = None) -> Reading:
    """Read a document from its text; `sha256` is the hash of its file, by default the text's own.

    Raises Refused for a secret document.
    """
    text = Text.of(raw)
    outline = read_outline(text)
    refuse_secret(text, outline)
    document = _read_document(text, outline, sha256)
    paragraphs = read_paragraphs(text, outline, TONES.get(document.kind, Tone.OPEN))
    ordering = {each: is_directive(text, each, document.issuer) for each in paragraphs}
    setting = Setting(
        document.date or document.meeting_date,
        usual_mention(text, document.subject) if document.subject else None,
        Authority.of(document.issuer, document.subject),
        paragraphs,
    )
    unread = [*unread_elsewhere(text, outline)]
    for paragraph in (each for each in paragraphs if not ordering[each]):
        unread += unread_in_body(text, paragraph, setting.written_on)
    return Reading(
        text=raw,
        document=document,
        recipients=read_recipients(text, outline.head, outline.tail),
        findings=read_findings(text, outline, paragraphs),
        items=_read_items(text, [each for each in paragraphs if ordering[each]], setting),
        unread=_words(text, sorted(unread)),
        references=_words(text, references(text, (Span(0, len(text.folded)),))),
    )


def _words(text: Text, spans: Iterable[Span]) -> tuple[Words, ...]:
    return tuple(Words(*text.quote(span)) for span in spans)


def _read_items(text: Text, directives: list[Paragraph], setting: Setting) -> tuple[Item, ...]:
    refs = _refs(directives)
    return tuple(read_item(text, each, ref, setting) for each, ref in zip(directives, refs, strict=True))


def _read_document(text: Text, outline: Outline, sha256: str | None) -> Document:
    text_sha256 = hashlib.sha256(text.raw.encode()).hexdigest()
    return Document(
        kind=read_kind(text, outline.head),
        number=read_number(text, outline.head),
        date=read_date(text, outline.head),
        meeting_date=read_meeting_date(text, outline.head),
        issuer=read_issuer(text, outline),
        subject=read_subject(text, outline),
        signer=read_signer(text, outline.tail),
        sha256=sha256 or text_sha256,
        text_sha256=text_sha256,
    )


def _refs(directives: list[Paragraph]) -> list[str]:
    """Return a reference of its own for each directive.

    Where sections are numbered anew in each part, the part goes in front; a number used again is counted.
    """
    sections = {(each.context.section, each.context.part) for each in directives}
    anew = len({section for section, _part in sections}) < len(sections)
    refs = [
        f"{each.context.part}.{each.ref}" if anew and each.context.part else each.ref for each in directives
    ]
    seen: Counter[str] = Counter()
    return [ref if _count(seen, ref) == 1 else f"{ref}-{seen[ref]}" for ref in refs]


def _count(seen: Counter[str], ref: str) -> int:
    seen[ref] += 1
    return seen[ref]
