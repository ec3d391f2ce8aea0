"""What a Word document holds, line by line: paragraphs, tables, text boxes and footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn

from dondoc.reading.forms.furniture import laid_out
from dondoc.reading.forms.word_xml import content, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dondoc.reading.forms.furniture import Cell
    from dondoc.reading.forms.numbering import Numbering
    from dondoc.reading.forms.word_styles import Styles
    from dondoc.reading.forms.word_xml import Element

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
WIDEST = 63
"""Word's tables have no more columns."""
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class Body:
    """Reads blocks in order; lists go on counting from one to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Keep what the blocks refer to."""
        self._styles = styles
        self._numbering = numbering
        self._noted: list[tuple[str, str | None]] = []

    def lines(self, element: Element) -> list[str]:
        """Return the lines of a body, a cell, a text box or a note."""
        found: list[str] = []
        for block in content(element):
            name = local_name(block)
            if name == "p":
                found += self._paragraph(block)
            elif name == "tbl":
                found += ["", *laid_out(self._rows(block)), ""]
        return found

    def notes(self, parts: dict[str, list[Element]]) -> list[str]:
        """Return the footnotes and endnotes that were referred to, numbered as they came."""
        roots = [root for kind in ("footnotes", "endnotes") for root in parts.get(kind, [])]
        kept = {(local_name(note), note.get(qn("w:id"))): note for root in roots for note in root}
        lines: list[str] = []
        for count, key in enumerate(self._noted, start=1):
            said = " ".join(" ".join(self.lines(kept[key])).split()) if key in kept else ""
            lines += ["", f"[{count}] {said}"] if said else []
        return lines

    def _paragraph(self, paragraph: Element) -> list[str]:
        boxes: list[Element] = []
        words = "".join(self._pieces(paragraph, paragraph, boxes))
        label = self._numbering.label(paragraph)
        lines = (
            f"{label.strip()} {words}".split("\n") if label.strip() and words.strip() else words.split("\n")
        )
        for box in boxes:
            lines += ["", *self.lines(box), ""]
        return lines

    def _pieces(self, element: Element, paragraph: Element, boxes: list[Element]) -> Iterator[str]:
        """Yield the text of a paragraph piece by piece; text boxes that hang on it are put aside."""
        for each in content(element):
            name = local_name(each)
            if name == "r":
                if not self._styles.shows("w:vanish", each, paragraph):
                    said = "".join(self._pieces(each, paragraph, boxes))
                    yield said.upper() if self._styles.shows("w:caps", each, paragraph) else said
            elif name == "t":
                yield " ".join((each.text or "").splitlines())
            elif name in SIGNS:
                yield SIGNS[name]
            elif name == "sym":
                yield _symbol(each)
            elif name in NOTES:
                self._noted.append((NOTES[name], each.get(qn("w:id"))))
            elif name in {"drawing", "pict", "object"}:
                boxes += _boxes(each)
            elif name in {"oMath", "oMathPara"}:
                yield "".join(each.itertext())

    def _rows(self, table: Element) -> list[list[Cell]]:
        """Return the rows of a table, each cell as its lines, in as many columns as it stands over."""
        rows = (row for row in content(table) if local_name(row) == "tr")
        return [
            [each for cell in content(row) if local_name(cell) == "tc" for each in self._columns(cell)]
            for row in rows
        ]

    def _columns(self, cell: Element) -> Iterator[Cell]:
        """Yield a cell, None where it goes on with the one above, and an empty one for each more column."""
        over, wide = cell.find("w:tcPr/w:vMerge", nsmap), cell.find("w:tcPr/w:gridSpan", nsmap)
        goes_on = over is not None and over.get(qn("w:val")) != "restart"
        yield None if goes_on else self.lines(cell)
        columns = str(wide.get(qn("w:val"))) if wide is not None else "1"
        yield from [[] for _more in range(min(int(columns), WIDEST) - 1 if columns.isdecimal() else 0)]


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes in a drawing, those within another with the other."""
    for each in content(element):
        if local_name(each) == "txbxContent":
            yield each
        else:
            yield from _boxes(each)


def _symbol(element: Element) -> str:
    """Return a letter of a symbol font; Word keeps it in the private use area, where a reader expects it."""
    code = element.get(qn("w:char")) or ""
    try:
        sign = chr(int(code, 16))
    except ValueError:
        return ""
    return sign if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else ""
