"""Writes a sheet as a Word document, its numbers and bullets Word's own."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

    from sheet import Line, Sheet

LISTS = {
    "sections": (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")),
    "letters": (("lowerLetter", "%1)"),),
    "parts": (("upperRoman", "%1."),),
    "bullets": (("bullet", "\uf0b7"), ("bullet", "+")),
}


class WordFile:
    """A document under construction; the lists of `LISTS` are its numbering."""

    def __init__(self) -> None:
        self.document: Document = docx.Document()
        self._numbering = self.document.part.numbering_part.element
        for child in list(self._numbering):
            self._numbering.remove(child)
        for code, levels in enumerate(LISTS.values()):
            self._numbering.append(_definition(code, levels))
        self._uses = 0
        self._open: dict[str, int] = {}

    def numbered(self, line: Line) -> None:
        """Add a paragraph whose label Word writes; a first number or letter opens its list anew."""
        paragraph = self.document.add_paragraph(line.words)
        name, depth, first = _place(line.label)
        if name:
            use = self._open[name] if name in self._open and not first else self.use(name)
            self._open[name] = use
            paragraph._p.get_or_add_pPr().append(placed(use, depth))

    def use(self, name: str) -> int:
        """Return a new use of a list, starting at one."""
        self._uses += 1
        code = list(LISTS).index(name)
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._uses}">'
                f'<w:abstractNumId w:val="{code}"/>{anew}</w:num>'
            )
        )
        return self._uses

    def columns(self, *cells: Iterable[str]) -> None:
        """Add a table of one row, each line a paragraph of its cell."""
        table = self.document.add_table(rows=1, cols=len(cells))
        for cell, lines in zip(table.rows[0].cells, cells, strict=True):
            cell.text = "\n".join(lines)

    def content(self) -> bytes:
        """Return the document's file."""
        kept = io.BytesIO()
        self.document.save(kept)
        return kept.getvalue()


def word_file(sheet: Sheet) -> bytes:
    """Return the .docx file of a sheet."""
    file = WordFile()
    file.columns(sheet.left, sheet.right)
    for words in sheet.title:
        file.document.add_paragraph(words)
    for line in sheet.body:
        file.numbered(line)
    file.columns(sheet.recipients, sheet.signature)
    return file.content()


def placed(use: int, depth: int) -> Any:
    """Return what sets a paragraph on a level of a list."""
    return parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/></w:numPr>')


def _definition(code: int, levels: Iterable[tuple[str, str]]) -> Any:
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(levels)
    )
    return parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{code}">{written}</w:abstractNum>')


def _place(label: str) -> tuple[str, int, bool]:
    """Return the list of a label, its level there, and whether it is the first of its list."""
    if not label:
        return "", 0, False
    if label in "-+":
        return "bullets", "-+".index(label), False
    if re.fullmatch(r"[IVX]+\.", label):
        return "parts", 0, label == "I."
    return (
        ("letters", 0, label == "a)")
        if label.endswith(")")
        else ("sections", label.count(".") - 1, label == "1.")
    )


def with_part(file: WordFile, kind: str, xml: str) -> bytes:
    """Return the document with a further part, as its footnotes are one."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = Part(
        PackURI(f"/word/{kind}.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
        xml.encode(),
        file.document.part.package,
    )
    file.document.part.relate_to(part, f"{base}/{kind}")
    return file.content()
