"""PDF documents with a text layer; those without are named as the scans they are."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from pypdfium2 import raw

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.forms.pdf_columns import blocks
from dondoc.reading.forms.pdf_flow import paragraphs
from dondoc.reading.forms.pdf_glyphs import glyphs
from dondoc.reading.forms.pdf_margins import without_margins
from dondoc.reading.forms.pdf_pieces import Piece, Wall, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

DAMAGED = N_("%(file)s is damaged or cut off. Copy the document again, or save it again as .pdf.")
SCAN = N_(
    "%(file)s is a scan: it holds pictures and no text. Ask for the electronic original, or have its text "
    "recognised (OCR) and checked, and save that as .docx."
)
SCANNED_PAGES = N_(
    "Pages of %(file)s are scans, pictures without text: %(pages)s. Ask for the electronic original, or have "
    "their text recognised (OCR) and checked."
)
MEANINGLESS = N_(
    "The letters in %(file)s have no meaning for other programs. Ask for the document as .docx, or have its "
    "text recognised (OCR) and checked."
)
TOO_LONG = N_(
    "%(file)s has more than %(limit)s pages, too many for a notice. Check that it is the right file."
)
END = b"%%EOF"
TAIL = 2048
"""What stands at the end of every whole PDF file; PDFium would read what is left of one that was cut off."""
MOST_PAGES = 500
FEW = 100
"""Letters; a page with fewer under a picture bears a stamp or a signature's date, and is a scan."""
COVERED = 0.5
"""A picture over this part of a page is the page itself."""
UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
SHARE = 0.2
"""A text layer with more letters that have no meaning cannot be relied on."""
THICKEST = 3
SHORTEST = 30
"""Points; what is drawn longer than the one and lower than the other is a ruling."""
DRAWING = 2000
ONE_AT_A_TIME = threading.Lock()
"""PDFium is not made for several threads."""


class Page(NamedTuple):
    """A page as it was drawn."""

    pieces: list[Piece]
    rulings: list[float]
    walls: list[Wall]
    is_picture: bool


def text_of(content: bytes, name: str) -> str:
    """Return the text of a .pdf file; raises BadInput where it has none that can be relied on."""
    if END not in content[-TAIL:]:
        raise BadInput(DAMAGED, file=name)
    with ONE_AT_A_TIME:
        pages = _pages(content, name)
    _refuse_scan(pages, name)
    text = _text(pages)
    if len(UNREADABLE.findall(text)) > SHARE * max(1, len(text)):
        raise BadInput(MEANINGLESS, file=name)
    return text


def _pages(content: bytes, name: str) -> list[Page]:
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MOST_PAGES:
                raise BadInput(TOO_LONG, file=name, limit=MOST_PAGES)
            return [_page(page) for page in document]
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise BadInput("%(file)s is protected by a password. Save it without one.", file=name) from error
        raise BadInput(DAMAGED, file=name) from error


def _page(page: pypdfium2.PdfPage) -> Page:
    letters = glyphs(page)
    few = sum(not letter.sign.isspace() for letter in letters) < FEW
    picture = few and any(_share(page, each) > COVERED for each in _bounds(page, raw.FPDF_PAGEOBJ_IMAGE))
    rulings, walls = _ruled(page)
    return Page(pieces(letters, walls), rulings, walls, picture)


def _bounds(page: pypdfium2.PdfPage, kind: int) -> Iterator[tuple[float, float, float, float]]:
    for drawn in page.get_objects(filter=[kind]):
        yield drawn.get_bounds()


def _share(page: pypdfium2.PdfPage, bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    width, height = page.get_size()
    return float((right - left) * (top - bottom) / max(1, width * height))


def _ruled(page: pypdfium2.PdfPage) -> tuple[list[float], list[Wall]]:
    """Return the heights of horizontal lines and the vertical ones, the edges of boxes among them.

    A page with very many is a drawing, whose lines part no cells.
    """
    rulings: list[float] = []
    walls: list[Wall] = []
    for left, bottom, right, top in _bounds(page, raw.FPDF_PAGEOBJ_PATH):
        if right - left > SHORTEST:
            rulings += (bottom,) if top - bottom < THICKEST else (bottom, top)
        if top - bottom > THICKEST:
            walls += [Wall(place, bottom, top) for place in (left, right)]
    return (rulings, walls) if len(walls) < DRAWING else ([], [])


def _refuse_scan(pages: list[Page], name: str) -> None:
    scanned = [str(count) for count, page in enumerate(pages, start=1) if page.is_picture]
    if len(scanned) == len(pages) > 0:
        raise BadInput(SCAN, file=name)
    if scanned:
        raise BadInput(SCANNED_PAGES, file=name, pages=", ".join(scanned))


def _text(pages: list[Page]) -> str:
    kept = without_margins([page.pieces for page in pages])
    drawn = [blocks(each.pieces, page.rulings, page.walls) for each, page in zip(kept, pages, strict=True)]
    notes = [line for each in kept for note in each.notes for line in ("", note)]
    return "\n".join([*paragraphs(drawn), *notes])
