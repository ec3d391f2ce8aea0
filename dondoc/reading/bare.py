"""A workbook with nothing in it but its cells: all else that Excel keeps, openpyxl may stumble over.

A column filtered by "is not" or "not empty", or a pivot table beside the plan, is daily work in an office.
"""

from __future__ import annotations

import io
import posixpath
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.worksheet.cell_range import CellRange
from openpyxl.xml.functions import fromstring, tostring

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEET, BOOK = "worksheet", "workbook"
KEPT = {SHEET: {"cols", "sheetData", "mergeCells"}, BOOK: {"workbookPr", "bookViews", "sheets"}}
"""What is kept of a part of the package, by the name of its root; other parts stay as they are."""
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""What Excel writes in its form "Strict Open XML"; elsewhere it is the name below, of the same things."""
USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"


class Spread(Exception):
    """More cells are merged than anybody fills in."""


def bare(content: bytes, most_merged: int) -> bytes:
    """Return a workbook with its cells, their shapes and the merged ranges among them.

    Raises Spread where these cover more than `most_merged` cells: openpyxl makes each of them, of a line of
    XML a million. Of a damaged archive it raises whatever zipfile stumbles over.
    """
    with ZipFile(io.BytesIO(content)) as archive:
        parts = {name: STRICT.sub(USUAL, archive.read(name)) for name in archive.namelist()}
    roots = dict(_roots(parts))
    if sum(map(_merged, roots.values())) > most_merged:
        raise Spread
    links = {_links_of(name) for name, root in roots.items() if _name(root) == SHEET}
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            if name not in links:
                archive.writestr(name, _slimmed(roots[name]) if name in roots else part)
    return kept.getvalue()


def _roots(parts: dict[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Find the parts of which something is left out; what is no XML is none of them."""
    for name, part in parts.items():
        with suppress(SyntaxError):
            root = fromstring(part)
            if _name(root) in KEPT:
                yield name, root


def _slimmed(root: Any) -> bytes:
    for child in list(root):
        if _name(child) not in KEPT[_name(root)]:
            root.remove(child)
    slim: bytes = tostring(root)
    return slim


def _merged(root: Any) -> int:
    sizes = [CellRange(each.get("ref")).size for each in root.iter() if _name(each) == "mergeCell"]
    return sum(size["rows"] * size["columns"] for size in sizes)


def _links_of(part: str) -> str:
    """Return the name of the part that says what a part links to."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
