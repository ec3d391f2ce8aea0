"""A document laid out: what it states of itself, and its paragraphs with what they inherit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reading.heading import read_date, read_kind, read_meeting_date, read_number
from dondoc.reading.kinds import Authority
from dondoc.reading.naming import usual_mention
from dondoc.reading.outline import read_outline
from dondoc.reading.paragraphs import read_paragraphs
from dondoc.reading.parties import read_issuer, read_subject
from dondoc.reading.passages import Setting
from dondoc.reading.result import Document, DocumentKind
from dondoc.reading.secrecy import refuse_secret
from dondoc.reading.signature import read_signer
from dondoc.reading.text import Text
from dondoc.reading.tones import Tone

if TYPE_CHECKING:
    from dondoc.reading.outline import Outline
    from dondoc.reading.paragraphs import Paragraph

TONES: dict[DocumentKind, Tone] = {"report": Tone.FINDINGS, "decision": Tone.DECIDES}
"""How documents of a kind speak, where that is not for each paragraph to say."""


@dataclass(frozen=True)
class Layout:
    """A document before anything is read in its paragraphs."""

    text: Text
    outline: Outline
    document: Document
    paragraphs: list[Paragraph]
    setting: Setting


def lay_out(raw: str, sha256: str | None = None) -> Layout:
    """Lay a document out; `sha256` is the hash of its file, by default the text's own.

    Raises Refused for a secret document.
    """
    text = Text.of(raw)
    outline = read_outline(text)
    refuse_secret(text, outline)
    document = _read_document(text, outline, sha256)
    paragraphs = read_paragraphs(text, outline, TONES.get(document.kind, Tone.OPEN))
    setting = Setting(
        document.date or document.meeting_date,
        usual_mention(text, document.subject) if document.subject else None,
        Authority.of(document.issuer, document.subject),
        paragraphs,
    )
    return Layout(text, outline, document, paragraphs, setting)


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
