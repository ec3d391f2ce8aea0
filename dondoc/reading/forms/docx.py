"""Word documents: the text as Word shows it, with its automatic numbers, tables and footnotes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.forms.archive import DAMAGED, refuse_archive
from dondoc.reading.forms.furniture import is_secrecy_mark
from dondoc.reading.forms.numbering import Numbering
from dondoc.reading.forms.word_body import Body
from dondoc.reading.forms.word_styles import Styles

if TYPE_CHECKING:
    from docx.document import Document

    from dondoc.reading.forms.word_xml import Element

TRACKED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
SCAN = N_(
    "%(file)s is a scan: it holds pictures and no text. Ask for the electronic original, or have its text "
    "recognised (OCR) and checked, and save that as .docx."
)
LONGEST = 60
"""Characters quoted to show where a change is tracked."""


def text_of(content: bytes, name: str) -> str:
    """Return the text of a .docx file; raises BadInput where it has none that can be relied on."""
    refuse_archive(content, name)
    document = _opened(content, name)
    parts = _parts(document)
    body = document.element.body
    if body is None:
        raise BadInput(DAMAGED, file=name)
    for part in (body, *parts.get("footnotes", []), *parts.get("endnotes", [])):
        _refuse_changes(part, name)
    styles = Styles(document.styles.element)
    numbering = Numbering(next(iter(parts.get("numbering", [])), None), styles)
    reader = Body(styles, numbering)
    lines = _marks_of_pages(reader, parts) + reader.lines(body) + reader.notes(parts)
    text = "\n".join(lines)
    if not text.strip() and next(body.iter(*PICTURES), None) is not None:
        raise BadInput(SCAN, file=name)
    return text


def _opened(content: bytes, name: str) -> Document:
    import docx

    try:
        return docx.Document(io.BytesIO(content))
    except Exception as error:  # what python-docx raises for a damaged package is whatever it stumbles over
        raise BadInput(DAMAGED, file=name) from error


def _parts(document: Document) -> dict[str, list[Element]]:
    """Return the roots of the parts beside the body by what they are: numbering, footnotes, header."""
    from docx.oxml.parser import parse_xml

    found: dict[str, list[Element]] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if not relation.is_external and kind in {"numbering", "footnotes", "endnotes", "header", "footer"}:
            found.setdefault(kind, []).append(parse_xml(relation.target_part.blob))
    return found


def _refuse_changes(part: Element, name: str) -> None:
    """Raise BadInput for tracked changes: what the document says is not decided yet."""
    from docx.oxml.ns import qn

    change = next(part.iter(*(qn(f"w:{each}") for each in TRACKED)), None)
    if change is None:
        return
    above = next(change.iterancestors(qn("w:p"), qn("w:tbl")), change)
    words = " ".join("".join(above.itertext(qn("w:t"), qn("w:delText"))).split())
    raise BadInput(
        'Changes are tracked in %(file)s, at "%(words)s". Accept or reject them all in Word and save it '
        "again.",
        file=name,
        words=words[:LONGEST],
    )


def _marks_of_pages(reader: Body, parts: dict[str, list[Element]]) -> list[str]:
    """Return the mark of secrecy that stands in the margin of the pages; nothing else there is read."""
    margins = (*parts.get("header", []), *parts.get("footer", []))
    lines = (line for margin in margins for line in reader.lines(margin))
    return [line for line in lines if is_secrecy_mark(line)][:1]
