"""Word documents: the text as Word shows it, with its automatic numbers, tables and footnotes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

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


class Parts(NamedTuple):
    """The roots of a document's parts; `others` by what they are: numbering, footnotes, header."""

    body: Element
    styles: Element
    others: dict[str, list[Element]]


def text_of(content: bytes, name: str) -> str:
    """Return the text of a .docx file; raises BadInput where it has none that can be relied on."""
    refuse_archive(content, name)
    parts = _opened(content, name)
    for part in (parts.body, *parts.others.get("footnotes", []), *parts.others.get("endnotes", [])):
        _refuse_changes(part, name)
    styles = Styles(parts.styles)
    reader = Body(styles, Numbering(next(iter(parts.others.get("numbering", [])), None), styles))
    lines = _marks_of_pages(reader, parts.others) + reader.lines(parts.body) + reader.notes(parts.others)
    text = "\n".join(lines)
    if not text.strip() and next(parts.body.iter(*PICTURES), None) is not None:
        raise BadInput(SCAN, file=name)
    return text


def _opened(content: bytes, name: str) -> Parts:
    import docx

    try:
        document = docx.Document(io.BytesIO(content))
        body = document.element.body
        if body is not None:
            return Parts(body, document.styles.element, _others(document))
    except Exception as error:  # what a damaged package makes python-docx raise is whatever it stumbles over
        raise BadInput(DAMAGED, file=name) from error
    raise BadInput(DAMAGED, file=name)


def _others(document: Document) -> dict[str, list[Element]]:
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
