"""Keeping a document that was read, with its recipients and findings; the same file is kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from models import Document, DocumentKind, Finding, Purpose, Recipient

if TYPE_CHECKING:
    import datetime as dt

    from sqlmodel import Session

    from dondoc.reading.result import Reading


def keep(session: Session, reading: Reading, file_name: str, now: dt.datetime) -> Document:
    """Return the row of a document; one never read before is written with everything but its items."""
    wanted = select(Document).where(Document.sha256 == reading.document.sha256)
    known = session.exec(wanted).one_or_none()
    if known is not None:
        return known
    document = _row(reading, file_name, now)
    session.add(document)
    session.flush()
    session.add_all(_recipients(reading, document.id))
    session.add_all(_findings(reading, document.id))
    return document


def _row(reading: Reading, file_name: str, now: dt.datetime) -> Document:
    stated, signer = reading.document, reading.document.signer
    return Document(
        sha256=stated.sha256,
        text_sha256=stated.text_sha256,
        file_name=file_name,
        kind=DocumentKind(stated.kind),
        number=stated.number,
        date=stated.date,
        meeting_date=stated.meeting_date,
        issuer=stated.issuer,
        subject=stated.subject,
        signer_name=signer.name if signer else None,
        signer_title=signer.title if signer else None,
        signer_on_behalf=signer.on_behalf if signer else None,
        text=reading.text,
        read_at=now,
    )


def _recipients(reading: Reading, document_id: int) -> list[Recipient]:
    return [
        Recipient(
            document_id=document_id,
            position=position,
            name=each.name,
            purpose=Purpose(each.purpose) if each.purpose else None,
            span_start=each.span[0],
            span_end=each.span[1],
        )
        for position, each in enumerate(reading.recipients, start=1)
    ]


def _findings(reading: Reading, document_id: int) -> list[Finding]:
    return [
        Finding(
            document_id=document_id,
            position=position,
            ref=each.ref,
            text=each.text,
            span_start=each.span[0],
            span_end=each.span[1],
        )
        for position, each in enumerate(reading.findings, start=1)
    ]
