"""Writes a sheet as a PDF with a text layer: lines broken at the margin, columns, numbered pages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from font_source_serif_pro import SourceSerifPro
from fpdf import FPDF
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sheet import Sheet

INDENT = 10
"""Millimetres."""
LINE = 6.2
COLUMNS = (30, 118)
FAMILY = "serif"


class PdfFile(FPDF):
    """A4 pages with the number of each above it, but for the first, as official documents have it."""

    def __init__(self) -> None:
        super().__init__()
        self.add_font(FAMILY, fname=SourceSerifPro)
        self.set_font(FAMILY, size=13)
        self.set_margins(30, 20, 20)
        self.set_auto_page_break(auto=True, margin=20)
        self.add_page()

    def header(self) -> None:
        if self.page_no() > 1:
            self.cell(w=0, h=LINE, text=str(self.page_no()), align="C", new_x="LMARGIN", new_y="NEXT")

    def columns(self, *columns: Iterable[str], size: float = 13) -> None:
        """Write columns side by side, line for line; the first in letters of a size of its own."""
        top = bottom = self.get_y()
        for left, lines in zip(COLUMNS, columns, strict=True):
            self.set_font_size(size if left == COLUMNS[0] else 13)
            for place, words in enumerate(lines):
                bottom = max(bottom, top + (place + 1) * LINE)
                self.text(left, top + (place + 1) * LINE, words)
        self.set_font_size(13)
        self.set_y(bottom + LINE)

    def paragraph(self, words: str) -> None:
        """Write a paragraph as typists do: its first line set in, its lines as long as the margins allow."""
        room, line, left = self.epw - INDENT, "", self.l_margin + INDENT
        for word in words.split(" "):
            longer = f"{line} {word}".strip()
            if self.get_string_width(longer) > room - 1 and line:
                self._row(line, left)
                room, left, longer = self.epw, self.l_margin, word
            line = longer
        self._row(line, left)

    def _row(self, words: str, left: float) -> None:
        self.set_x(left)
        self.cell(h=LINE, text=words, new_x="LMARGIN", new_y="NEXT")

    def content(self) -> bytes:
        """Return the document's file."""
        return bytes(self.output())


def pdf_file(sheet: Sheet) -> bytes:
    """Return the .pdf file of a sheet."""
    file = PdfFile()
    file.columns(sheet.left, sheet.right)
    for words in sheet.title:
        file.multi_cell(w=0, h=LINE, text=words, align="C", new_x="LMARGIN", new_y="NEXT")
        file.ln(LINE / 2)
    for line in sheet.body:
        file.paragraph(f"{line.label} {line.words}".strip())
    file.columns(sheet.recipients, sheet.signature, size=10)
    return file.content()


def scan(pages: int, file: FPDF | None = None) -> FPDF:
    """Return a document, or the one given, with so many pages that are nothing but a picture."""
    file = file or FPDF()
    kept = io.BytesIO()
    Image.new("L", (60, 84), 200).save(kept, format="PNG")
    for _page in range(pages):
        file.add_page()
        file.image(kept, x=0, y=0, w=210, h=297)
    return file
