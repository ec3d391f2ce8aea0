"""The letters of a PDF page, each with its place, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage

QUARTERS = 4
TILT = 0.1
"""Radians; letters that lean more belong to a watermark or a stamp."""
HYPHENS = (0x02, 0xFFFE, 0xAD)
"""What PDFium says instead of the hyphen at the end of a line."""
SURROGATES = range(0xD800, 0xE000)
UNMAPPED = "\ufffd"
THINNEST = 1.0
"""Points; a font that states no size is taken for one of this."""


class Glyph(NamedTuple):
    """A letter: its left and right edge, the line it stands on, its font's size; points, y grows upwards."""

    sign: str
    left: float
    right: float
    base: float
    size: float


class Place(NamedTuple):
    """A letter where PDFium has it, before the page is turned upright."""

    sign: str
    quarter: int
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float


def glyphs(page: PdfPage) -> list[Glyph]:
    """Return the letters of a page in the order they are drawn, turned upright; leaning ones are left out."""
    textpage = page.get_textpage()
    try:
        places = list(_places(textpage.raw, textpage.count_chars()))
    finally:
        textpage.close()
    if not places:
        return []
    quarter, _count = Counter(place.quarter for place in places).most_common(1)[0]
    return [_upright(place) for place in places if place.quarter == quarter]


def _places(textpage: Any, count: int) -> Iterator[Place]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(count):
        if raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        turned = raw.FPDFText_GetCharAngle(textpage, index) / (math.pi / 2)
        quarter = round(turned)
        found = raw.FPDFText_GetLooseCharBox(
            textpage, index, ctypes.byref(box)
        ) and raw.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
        corners = (box.left, box.bottom, box.right, box.top)
        if found and abs(turned - quarter) < TILT and all(map(math.isfinite, (*corners, x.value, y.value))):
            sign = _sign(raw.FPDFText_GetUnicode(textpage, index))
            yield Place(sign, quarter % QUARTERS, corners, (x.value, y.value), _size(textpage, index))


def _size(textpage: Any, index: int) -> float:
    """Return the size of a letter's font as it is shown, in points."""
    matrix = raw.FS_MATRIX()
    size: float = raw.FPDFText_GetFontSize(textpage, index)
    if raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        size *= math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    return max(size, THINNEST) if math.isfinite(size) else THINNEST


def _sign(code: int) -> str:
    if code in HYPHENS:
        return "-"
    if code == 0 or code in SURROGATES:
        return UNMAPPED
    sign = chr(code)
    return " " if sign.isspace() else sign


def _upright(place: Place) -> Glyph:
    """Turn a letter so that its line runs from left to right; quarters count clockwise."""
    left, bottom, right, top = place.box
    x, y = place.origin
    low, high, base = (
        (left, right, y),
        (-top, -bottom, x),
        (-right, -left, -y),
        (bottom, top, -x),
    )[place.quarter]
    return Glyph(place.sign, low, high, base, place.size)
